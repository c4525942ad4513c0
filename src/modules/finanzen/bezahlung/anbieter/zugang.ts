import type { App } from '../../../../platform/app.js'
import { purposeKey, unseal } from '../../../../platform/auth/tokens.js'
import type { Tx } from '../../../../platform/database/database.js'
import type { Anbieterzugang } from '../client.js'
import { bezahlung } from '../db/tables.js'

/** Path of the shipped simulator below the server's own address. */
export const SIMULATOR = '/demo/bezahldienst'

/**
 * How this town reaches its provider; undefined while nobody has entered one. Without an address it is the simulator, which exists
 * only where simulators are allowed: production has none.
 */
export async function anbieterzugang(app: App, tx: Tx): Promise<Anbieterzugang | undefined> {
  const row = await bezahlung(tx).selectFrom('bezahlung.anbieter').selectAll().executeTakeFirst()
  if (!row) return undefined
  const simulator = row.basis_url === null || URL.parse(row.basis_url)?.pathname.startsWith(SIMULATOR)
  if (simulator && !app.config.demo.simulatoren) return undefined
  return {
    basisUrl: row.basis_url ?? `http://127.0.0.1:${app.config.port}${SIMULATOR}`, originatorId: row.originator_id, endPointId: row.endpoint_id,
    ...(row.zugang ? { schluessel: unseal(purposeKey(app.masterKey, 'bezahldienst'), row.zugang) } : {}),
  }
}
