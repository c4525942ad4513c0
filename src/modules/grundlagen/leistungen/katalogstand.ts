import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { leistungen } from './db/tables.js'

/** Says to every process that what the public sees has changed. In the transaction of the change. */
export async function erhoeheKatalogstand(tx: Tx): Promise<void> {
  await leistungen(tx).insertInto('leistungen.katalogstand').values({ stand: 1n })
    .onConflict((conflict) => conflict.column('mandant_id').doUpdateSet({ stand: sql<bigint>`leistungen.katalogstand.stand + 1` })).execute()
}

/** Number of changes so far; equal means that nothing changed. */
export async function katalogstand(tx: Tx): Promise<bigint> {
  const row = await leistungen(tx).selectFrom('leistungen.katalogstand').select('stand').executeTakeFirst()
  return row?.stand ?? 0n
}
