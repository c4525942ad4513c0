import type { Tx } from '../../../platform/database/database.js'
import { organisation } from './db/tables.js'

export interface Einheit {
  readonly id: string; readonly kuerzel: string; readonly name: string; readonly oberId: string | null
  readonly telefon: string | null; readonly email: string | null; readonly anschrift: string | null
}

/** All units of the town, valid on that day; a town has a few hundred at most. */
export async function alleEinheiten(tx: Tx, today: Temporal.PlainDate): Promise<Einheit[]> {
  const rows = await organisation(tx).selectFrom('organisation.einheit').selectAll()
    .where((where) => where.or([where('gueltig_bis', 'is', null), where('gueltig_bis', '>=', today)])).orderBy('kuerzel').execute()
  return rows.map((row) => ({ id: row.id, kuerzel: row.kuerzel, name: row.name, oberId: row.ober_id, telefon: row.telefon, email: row.email, anschrift: row.anschrift }))
}

/** Units by id, also past ones: old files stay readable with the former name (C6-03). */
export async function einheitenById(tx: Tx, ids: readonly string[]): Promise<Map<string, Einheit>> {
  if (ids.length === 0) return new Map()
  const rows = await organisation(tx).selectFrom('organisation.einheit').selectAll().where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, { id: row.id, kuerzel: row.kuerzel, name: row.name, oberId: row.ober_id, telefon: row.telefon, email: row.email, anschrift: row.anschrift }]))
}

/** By short sign, for packages and imports, which know no ids. */
export async function findEinheitByKuerzel(tx: Tx, kuerzel: string): Promise<Einheit | undefined> {
  const row = await organisation(tx).selectFrom('organisation.einheit').selectAll().where('kuerzel', '=', kuerzel).executeTakeFirst()
  return row && { id: row.id, kuerzel: row.kuerzel, name: row.name, oberId: row.ober_id, telefon: row.telefon, email: row.email, anschrift: row.anschrift }
}
