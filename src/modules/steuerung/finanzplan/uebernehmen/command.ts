import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { finanzplanzeilenVon, strategien, type Finanzplanzeile } from '../../programm/index.js'
import { finanzplan } from '../db/tables.js'
import { alsTexte, FELDER, type Zeilenwerte } from '../domain/eingabe.js'
import { planUebernommen } from '../events.js'
import { alsZeile } from '../lesen.js'
import { schreibeAenderung, spalten } from '../schreiben.js'

export interface Uebernahme { readonly neu: number; readonly geaendert: number; readonly unveraendert: number; readonly vonHand: number }

/**
 * Takes the figures of a strategy's paper over from the room programm. Again it changes nothing; what somebody has changed or removed
 * here stays as it is.
 */
export const planUebernehmen = command({
  name: 'finanzplan.planUebernehmen', input: Type.Object({ strategieId: Id }, { additionalProperties: false }), allow: can('finanzplan.verwalten')(),
  async run(ctx, { strategieId }) {
    if (!(await strategien(ctx.tx)).some(({ id }) => id === strategieId)) throw new NotFound()
    const stand = await uebernimm(ctx, strategieId)
    if (stand.neu + stand.geaendert === 0) ctx.unchanged()
    return stand
  },
})

const ausProgramm = (zeile: Finanzplanzeile): Zeilenwerte => ({
  bezeichnung: zeile.bezeichnung, objektId: zeile.objektId, spalte: zeile.spalte, stand: zeile.stand, jahrVon: zeile.jahrVon, jahrBis: zeile.jahrBis, bezug: zeile.bezug, betriebAb: null,
  betragCent: zeile.betragCent, vzaeHundertstel: zeile.vzaeHundertstel, mittelart: null, produkt: zeile.produkt || null, sachkonto: null, verpflichtung: false, preisstand: null, brutto: true, unsicherheit: null, quelle: zeile.quelle || null,
})

/** The same within somebody else's transaction; says what it did by an event of its own. */
export async function uebernimm(ctx: CommandContext, strategieId: string): Promise<Uebernahme> {
  const vorhanden = new Map((await finanzplan(ctx.tx).selectFrom('finanzplan.zeile').selectAll().where('strategie_id', '=', strategieId).where('kennung', 'is not', null).forUpdate().execute()).map((row) => [row.kennung, row]))
  const zaehler = { neu: 0, geaendert: 0, unveraendert: 0, vonHand: 0 }
  for (const quelle of await finanzplanzeilenVon(ctx.tx, strategieId)) {
    const [kennung, werte] = [`programm:${quelle.kennung}`, ausProgramm(quelle)]
    const row = vorhanden.get(kennung)
    if (!row) {
      const id = newId()
      // The reaction to the import and somebody's click may meet: the second finds the line there.
      const { numInsertedOrUpdatedRows } = await finanzplan(ctx.tx).insertInto('finanzplan.zeile')
        .values({ id, strategie_id: strategieId, kennung, von_hand: false, ...spalten(werte), entfernt_am: null, geaendert_am: ctx.now }).onConflict((on) => on.doNothing()).executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows) zaehler.neu += 1
      continue
    }
    const [alt, neu] = [alsTexte(alsZeile(row)), alsTexte(werte)]
    const felder = FELDER.filter((feld) => alt[feld] !== neu[feld])
    if (row.von_hand || row.entfernt_am) { zaehler.vonHand += 1; continue }
    if (felder.length === 0) { zaehler.unveraendert += 1; continue }
    await schreibeAenderung(ctx, alsZeile(row), werte, felder, false)
    zaehler.geaendert += 1
  }
  if (zaehler.neu + zaehler.geaendert > 0) ctx.emit(planUebernommen(strategieId, { neu: zaehler.neu, geaendert: zaehler.geaendert }))
  return zaehler
}
