import type { Tx } from '../../../../platform/database/database.js'
import { programm } from '../db/tables.js'

/** Ids of all frozen versions of the town, the newest first. */
export async function fortschreibungenVon(tx: Tx): Promise<string[]> {
  return (await programm(tx).selectFrom('programm.fortschreibung').select('id').orderBy('id', 'desc').execute()).map(({ id }) => id)
}
