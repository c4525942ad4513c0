import type { Tx } from '../../../../platform/database/database.js'
import { akten, type Pruefstatus } from '../db/tables.js'

/** Files of a room that nobody has scanned, by content, in the order of their hashes, behind `nach`. */
type Dateiquelle = (tx: Tx, nach: string, limit: number) => Promise<readonly string[]>

const quellen: Dateiquelle[] = []

/** Rooms that keep files of their own (an Eingang before it is a document) have them scanned with those of the Akten. */
export const ungepruefteDateien = {
  add(quelle: Dateiquelle): void { quellen.push(quelle) },
  alle: (): readonly Dateiquelle[] => quellen,
}

ungepruefteDateien.add(async (tx, nach, limit) => {
  const rows = await akten(tx).selectFrom('akten.dokumentversion as v').select('v.sha256').distinct().where('v.pruefstatus', '=', 'ungeprueft').where('v.sha256', '>', nach)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('akten.virenpruefung as p').select('p.sha256').whereRef('p.mandant_id', '=', 'v.mandant_id').whereRef('p.sha256', '=', 'v.sha256'))))
    .orderBy('v.sha256').limit(limit).execute()
  return rows.map((row) => row.sha256)
})

/** What the scanner said later about contents; missing: not scanned yet. */
export async function virenbefunde(tx: Tx, hashes: readonly string[]): Promise<Map<string, Pruefstatus>> {
  if (hashes.length === 0) return new Map()
  const rows = await akten(tx).selectFrom('akten.virenpruefung').select(['sha256', 'ergebnis']).where('sha256', 'in', [...new Set(hashes)]).execute()
  return new Map(rows.map((row) => [row.sha256, row.ergebnis]))
}

/** Files with what holds today: what came in unscanned may have been scanned since. One query, and none when all were scanned. */
export async function mitVirenbefund<T extends { readonly sha256: string; readonly pruefstatus: Pruefstatus }>(tx: Tx, dateien: readonly T[]): Promise<(Omit<T, 'pruefstatus'> & { readonly pruefstatus: Pruefstatus })[]> {
  const befunde = await virenbefunde(tx, dateien.filter(({ pruefstatus }) => pruefstatus === 'ungeprueft').map(({ sha256 }) => sha256))
  return dateien.map((datei) => ({ ...datei, pruefstatus: datei.pruefstatus === 'ungeprueft' ? befunde.get(datei.sha256) ?? 'ungeprueft' : datei.pruefstatus }))
}
