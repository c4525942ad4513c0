import type { Client } from 'pg'

export interface BackupTable { readonly name: string; readonly columns: readonly string[]; readonly mandant: boolean }

/** Technical tables that belong to the installation and not to its content; a restore writes its own. */
const LEFT_OUT = new Set(['platform.migration', 'platform.ratenlimit', 'platform.speicher', 'platform.uhr', 'platform.einstellung', 'platform.xid_versatz'])

/** All tables with content. Generated columns are left out, the database computes them again. */
export async function backupTables(client: Client): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(`
    select n.nspname || '.' || c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'mandant_id') as mandant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and n.nspname not like 'pg\\_%' order by 1`)
  return rows.filter((row) => !LEFT_OUT.has(row.name))
}

/**
 * Takes the references between tables away and gives what puts them back, checked: rows can then come in any order, also where
 * two tables refer to each other. All inside the caller's transaction.
 */
export async function liftReferences(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ tabelle: string; name: string; text: string }>(`
    select k.conrelid::regclass::text as tabelle, k.conname::text as name, pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace where k.contype = 'f' and k.conparentid = 0 and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')`)
  for (const { tabelle, name } of rows) await client.query(`alter table ${tabelle} drop constraint ${client.escapeIdentifier(name)}`)
  return async () => { for (const { tabelle, name, text } of rows) await client.query(`alter table ${tabelle} add constraint ${client.escapeIdentifier(name)} ${text}`) }
}

export const quoted = (client: Client, name: string): string => name.split('.').map((part) => client.escapeIdentifier(part)).join('.')
