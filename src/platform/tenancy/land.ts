import { sql } from 'kysely'
import type { Tx } from '../database/database.js'
import { isLand, type Land } from '../time/index.js'

/** The Land of the town of this transaction, by which its public holidays go; NW where the profile does not say. */
export async function landDerStadt(tx: Tx): Promise<Land> {
  const { rows } = await sql<{ land: string | null }>`
    select profil->>'land' as land from platform.mandant where id = platform.aktueller_mandant()`.execute(tx)
  const land = rows[0]?.land
  return land && isLand(land) ? land : 'NW'
}
