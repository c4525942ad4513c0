import type { Tx } from '../../../../platform/database/database.js'
import { finanzplan } from '../db/tables.js'

/** Working hours of a year that one full-time equivalent stands for, and where the figure comes from. */
export interface Vzaebasis { readonly jahresstunden: number; readonly quelle: string }

/** Undefined until the town has said it. */
export async function vzaebasisVon(tx: Tx): Promise<Vzaebasis | undefined> {
  const row = await finanzplan(tx).selectFrom('finanzplan.vzaebasis').select(['jahresstunden', 'quelle']).executeTakeFirst()
  return row && { jahresstunden: row.jahresstunden, quelle: row.quelle }
}
