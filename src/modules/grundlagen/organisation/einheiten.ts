import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { organisation, type OrganisationTables } from './db/tables.js'

export interface Einheit {
  readonly id: string; readonly kuerzel: string; readonly name: string; readonly oberId: string | null
  readonly telefon: string | null; readonly email: string | null; readonly anschrift: string | null
  /** Last day; null while nobody has closed it. */
  readonly gueltigBis: Temporal.PlainDate | null
}

const einheitOf = (row: Selectable<OrganisationTables['organisation.einheit']>): Einheit =>
  ({ id: row.id, kuerzel: row.kuerzel, name: row.name, oberId: row.ober_id, telefon: row.telefon, email: row.email, anschrift: row.anschrift, gueltigBis: row.gueltig_bis })

/** All units of the town, valid on that day; a town has a few hundred at most. */
export async function alleEinheiten(tx: Tx, today: Temporal.PlainDate): Promise<Einheit[]> {
  const rows = await organisation(tx).selectFrom('organisation.einheit').selectAll()
    .where((where) => where.or([where('gueltig_bis', 'is', null), where('gueltig_bis', '>=', today)])).orderBy('kuerzel').execute()
  return rows.map(einheitOf)
}

/** Also the closed ones, for the administration. */
export async function alleJemals(tx: Tx): Promise<Einheit[]> {
  return (await organisation(tx).selectFrom('organisation.einheit').selectAll().orderBy('kuerzel').execute()).map(einheitOf)
}

/** Units by id, also past ones: old files stay readable with the former name (C6-03). */
export async function einheitenById(tx: Tx, ids: readonly string[]): Promise<Map<string, Einheit>> {
  if (ids.length === 0) return new Map()
  const rows = await organisation(tx).selectFrom('organisation.einheit').selectAll().where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, einheitOf(row)]))
}

export const findEinheit = async (tx: Tx, id: string): Promise<Einheit | undefined> => (isUuid(id) ? (await einheitenById(tx, [id])).get(id) : undefined)

/** By short sign, for packages and imports, which know no ids. */
export async function findEinheitByKuerzel(tx: Tx, kuerzel: string): Promise<Einheit | undefined> {
  const row = await organisation(tx).selectFrom('organisation.einheit').selectAll().where('kuerzel', '=', kuerzel).executeTakeFirst()
  return row && einheitOf(row)
}

/** What a unit was until somebody changed it. */
export interface Einheitsfassung {
  readonly id: string; readonly kuerzel: string; readonly name: string; readonly oberId: string | null; readonly gueltigBis: Temporal.PlainDate | null
  readonly grund: string; readonly geaendertAm: Temporal.Instant; readonly geaendertVon: string
}

/** Former names and places of a unit, newest first. */
export async function fassungenVon(tx: Tx, einheitId: string): Promise<Einheitsfassung[]> {
  const rows = await organisation(tx).selectFrom('organisation.einheit_fassung').selectAll().where('einheit_id', '=', einheitId).orderBy('id', 'desc').limit(200).execute()
  return rows.map((row) => ({ id: row.id, kuerzel: row.kuerzel, name: row.name, oberId: row.ober_id, gueltigBis: row.gueltig_bis, grund: row.grund, geaendertAm: row.geaendert_am, geaendertVon: row.geaendert_von }))
}
