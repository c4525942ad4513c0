import type { ClientBase } from 'pg'

/**
 * Takes away the indexes of tables that only find rows: no keys, nothing that keeps rows unique. Sorting all rows once in
 * the end costs a fraction of finding each row's place as it comes. Gives the statements that make them again as they
 * were, the dearest first.
 */
export async function nimmIndexeWeg(client: ClientBase, tabellen: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
    where not i.indisunique and not i.indisexclusion and c.oid = any ($1::text[]::regclass[])
    order by m.amname = 'gin' desc, c.relpages desc, 1`, [tabellen])
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
