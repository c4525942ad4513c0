import type { Selectable } from 'kysely'
import type { Tx } from '../../../../platform/database/database.js'
import { programm, type ProgrammTables } from '../db/tables.js'

/** A person of another house at one Vorhaben, until a day. */
export interface Mitwirkung {
  readonly id: string; readonly objektId: string; readonly kontoId: string; readonly haus: string
  /** May write the Statusbericht. */
  readonly berichtet: boolean
  /** The last day. */
  readonly bis: Temporal.PlainDate
  readonly beendetAm: Temporal.Instant | null; readonly beendetGrund: string | null
}

export const alsMitwirkung = (row: Selectable<ProgrammTables['programm.mitwirkung']>): Mitwirkung => ({
  id: row.id, objektId: row.objekt_id, kontoId: row.konto_id, haus: row.haus, berichtet: row.berichtet, bis: row.bis, beendetAm: row.beendet_am, beendetGrund: row.beendet_grund,
})

/** What is open for an account on a day; without an account, for all of them. */
export async function offeneMitwirkungen(tx: Tx, am: Temporal.PlainDate, kontoId?: string): Promise<Mitwirkung[]> {
  let select = programm(tx).selectFrom('programm.mitwirkung').selectAll().where('beendet_am', 'is', null).where('bis', '>=', am)
  if (kontoId) select = select.where('konto_id', '=', kontoId)
  return (await select.orderBy('bis').orderBy('id').execute()).map(alsMitwirkung)
}

/**
 * Does the account work on this Vorhaben today? By the real clock, as everything that opens a door: moving the clock of a demo must
 * not let somebody in again. The business clock ends what is over (recurring.ts).
 */
export async function mitwirkungAm(tx: Tx, kontoId: string, objektId: string): Promise<Mitwirkung | undefined> {
  return (await offeneMitwirkungen(tx, Temporal.Now.plainDateISO('Europe/Berlin'), kontoId)).find((eine) => eine.objektId === objektId)
}
