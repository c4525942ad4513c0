import type { ClientBase } from 'pg'

export interface Spalte { readonly name: string; readonly typ: string }
export interface Tabelle { readonly name: string; readonly spalten: readonly Spalte[]; readonly schluessel: readonly string[] }

/** Which belong to the installation or to a moment and never to a Vorgang. */
const OHNE = new Set(['platform.idempotenz', 'platform.demomail', 'platform.siegel', 'platform.zeitstempel', 'platform.abweisung', 'platform.zugriff', 'platform.sitzung', 'platform.nummernkreis'])

/** All tables of a town with the columns that an insert may name: no generated and no identity columns. */
export async function tabellenDerStadt(client: ClientBase): Promise<Tabelle[]> {
  const { rows } = await client.query<Tabelle>(`
    select n.nspname || '.' || c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'typ', format_type(a.atttypid, null)) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '') as spalten,
      coalesce((select json_agg(a.attname order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary), '[]') as schluessel
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and n.nspname not like 'pg\\_%'
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'mandant_id') order by 1`)
  return rows.filter((row) => !OHNE.has(row.name))
}
