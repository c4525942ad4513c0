import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import type { Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import { strategien, zugriffAufObjekt, type Strategie } from '../programm/index.js'
import { finanzplan, type FinanzplanTables } from './db/tables.js'
import type { Stichtagswerte } from './domain/sollist.js'
import type { Zeile } from './domain/zeile.js'

export const alsZeile = (row: Selectable<FinanzplanTables['finanzplan.zeile']>): Zeile => ({
  id: row.id, strategieId: row.strategie_id, objektId: row.objekt_id, kennung: row.kennung, vonHand: row.von_hand, bezeichnung: row.bezeichnung, spalte: row.spalte, stand: row.stand,
  jahrVon: row.jahr_von, jahrBis: row.jahr_bis, bezug: row.bezug, betriebAb: row.betrieb_ab, betragCent: row.betrag_cent, vzaeHundertstel: row.vzae_hundertstel, mittelart: row.mittelart,
  produkt: row.produkt, sachkonto: row.sachkonto, verpflichtung: row.verpflichtung, preisstand: row.preisstand, brutto: row.brutto, unsicherheit: row.unsicherheit, quelle: row.quelle, version: row.version,
})

/** The lines of some strategies, without the removed ones. */
export async function zeilenVon(tx: Tx, strategieIds: readonly string[]): Promise<Zeile[]> {
  if (strategieIds.length === 0) return []
  return (await finanzplan(tx).selectFrom('finanzplan.zeile').selectAll().where('strategie_id', 'in', [...strategieIds]).where('entfernt_am', 'is', null).orderBy('id').execute()).map(alsZeile)
}

export async function zeilenVonObjekt(tx: Tx, objektId: string): Promise<Zeile[]> {
  return (await finanzplan(tx).selectFrom('finanzplan.zeile').selectAll().where('objekt_id', '=', objektId).where('entfernt_am', 'is', null).orderBy('id').execute()).map(alsZeile)
}

export async function findZeile(tx: Tx, id: string): Promise<Zeile | undefined> {
  if (!isUuid(id)) return undefined
  const row = await finanzplan(tx).selectFrom('finanzplan.zeile').selectAll().where('id', '=', id).where('entfernt_am', 'is', null).executeTakeFirst()
  return row && alsZeile(row)
}

/** Locks the line for a change in this transaction. @throws NotFound */
export async function sperreZeile(tx: Tx, id: string): Promise<Zeile> {
  const row = await finanzplan(tx).selectFrom('finanzplan.zeile').selectAll().where('id', '=', id).where('entfernt_am', 'is', null).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return alsZeile(row)
}

/** Where a line belongs: the unit of its Vorhaben; without one, to everybody who holds the right. */
export async function zugriffAufZeile({ zeileId }: { readonly zeileId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> {
  const zeile = await findZeile(tx, zeileId)
  if (!zeile) return undefined
  return (zeile.objektId ? await zugriffAufObjekt(tx, zeile.objektId) : undefined) ?? { einheitId: null }
}

/** What the budget system has said of these lines, oldest day first. */
export async function stichtagswerteVon(tx: Tx, zeilen: readonly Pick<Zeile, 'id'>[]): Promise<Stichtagswerte[]> {
  if (zeilen.length === 0) return []
  const rows = await finanzplan(tx).selectFrom('finanzplan.sollist').selectAll().where('zeile_id', 'in', zeilen.map(({ id }) => id)).orderBy('stichtag').orderBy('zeile_id').orderBy('jahr').execute()
  return rows.map((row) => ({ zeileId: row.zeile_id, jahr: row.jahr, stichtag: row.stichtag, nachtragCent: row.nachtrag_cent, obligoCent: row.obligo_cent, istCent: row.ist_cent, prognoseCent: row.prognose_cent }))
}

/** @throws NotFound where the town has no strategy of that kennung */
export async function ladeStrategie(tx: Tx, kennung: string): Promise<Strategie> {
  const gefunden = (await strategien(tx)).find((eine) => eine.kennung === kennung)
  if (!gefunden) throw new NotFound()
  return gefunden
}
