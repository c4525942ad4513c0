import { newId } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { finanzplan } from './db/tables.js'
import { alsTexte, type Feld, type Zeilenwerte } from './domain/eingabe.js'
import type { Zeile } from './domain/zeile.js'

/** The columns of what people can say of a line. */
export const spalten = (werte: Zeilenwerte) => ({
  bezeichnung: werte.bezeichnung, objekt_id: werte.objektId, spalte: werte.spalte, stand: werte.stand, jahr_von: werte.jahrVon, jahr_bis: werte.jahrBis, bezug: werte.bezug, betrieb_ab: werte.betriebAb,
  betrag_cent: werte.betragCent, vzae_hundertstel: werte.vzaeHundertstel, mittelart: werte.mittelart, produkt: werte.produkt, sachkonto: werte.sachkonto, verpflichtung: werte.verpflichtung,
  preisstand: werte.preisstand, brutto: werte.brutto, unsicherheit: werte.unsicherheit, quelle: werte.quelle,
})

/** Writes the changed fields and what they were before. The line must be locked. */
export async function schreibeAenderung(ctx: CommandContext, zeile: Zeile, werte: Zeilenwerte, felder: readonly Feld[], vonHand: boolean): Promise<number> {
  const version = zeile.version + 1
  const [alt, neu] = [alsTexte(zeile), alsTexte(werte)]
  await finanzplan(ctx.tx).updateTable('finanzplan.zeile').set({ ...spalten(werte), von_hand: zeile.vonHand || vonHand, version, geaendert_am: ctx.now }).where('id', '=', zeile.id).execute()
  await finanzplan(ctx.tx).insertInto('finanzplan.aenderung')
    .values(felder.map((feld) => ({ id: newId(), zeile_id: zeile.id, version, feld, alt: alt[feld] || null, neu: neu[feld] || null, akteur_id: ctx.actor.id, am: ctx.now }))).execute()
  return version
}
