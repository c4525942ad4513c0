import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { APP_ROLE } from '../../src/platform/database/database.js'
import { exemptSchemas, exemptTables } from '../../src/platform/database/exempt-tables.js'
import { testApp } from '../app.js'

const { ownerUrl } = await testApp({ worker: false })
const owner = new Client({ connectionString: ownerUrl })
owner.on('error', () => undefined) // the database goes away before the connection
await owner.connect()
after(() => owner.end())

interface Table { name: string; schema: string; rls: boolean; forced: boolean; mandant: boolean; policies: number; schluessel: string[] }
const { rows: tables } = await owner.query<Table>(`
  select n.nspname || '.' || c.relname as name, n.nspname as schema, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'mandant_id' and a.attnotnull) as mandant,
    (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
    coalesce((select array_agg(a.attname::text order by k.ord) from pg_index i, unnest(i.indkey) with ordinality k(att, ord), pg_attribute a
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.att), '{}') as schluessel
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' order by 1`)
const business = tables.filter((table) => !exemptTables[table.name] && !exemptSchemas[table.schema])

test('the catalogue was read', () => assert.ok(business.length >= 10, `${business.length} tables`))

for (const table of business) {
  test(`${table.name} is isolated by town`, () => {
    assert.ok(table.mandant, 'mandant_id uuid not null is missing')
    assert.ok(table.rls && table.forced && table.policies > 0, 'row-level security is not forced: call platform.mandantentabelle in the migration')
    assert.equal(table.schluessel[0], 'mandant_id', 'the primary key does not begin with mandant_id')
  })
}

test('every exempt table exists and has a reason', () => {
  for (const [name, reason] of Object.entries(exemptTables)) {
    assert.ok(tables.some((table) => table.name === name), `${name} is gone: take it off the list`)
    assert.ok(reason.length > 20, name)
  }
})

test('a policy lets through the town of the transaction and nothing when none is set', async () => {
  const { rows } = await owner.query<{ tabelle: string; qual: string; pruefung: string | null }>(
    "select polrelid::regclass::text as tabelle, pg_get_expr(polqual, polrelid) as qual, pg_get_expr(polwithcheck, polrelid) as pruefung from pg_policy where polname = 'mandant'")
  const expected = "(mandant_id = (NULLIF(current_setting('app.mandant'::text, true), ''::text))::uuid)"
  for (const { tabelle, qual, pruefung } of rows) assert.deepEqual([qual, pruefung], [expected, expected], tabelle)
})

test('references stay inside the town', async () => {
  const { rows } = await owner.query<{ name: string; spalten: string[] }>(`
    select con.conrelid::regclass::text || ' ' || con.conname as name, array(select a.attname::text from unnest(con.conkey) k join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k) as spalten
    from pg_constraint con join pg_namespace n on n.oid = con.connamespace where con.contype = 'f' and n.nspname <> 'pgboss'`)
  const open = rows.filter((row) => !row.spalten.includes('mandant_id'))
  assert.deepEqual(open.map((row) => row.name), [])
})

test('the application role passes nothing by', async () => {
  const { rows: [role] } = await owner.query<{ rolsuper: boolean; rolbypassrls: boolean; rolcreaterole: boolean }>('select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = $1', [APP_ROLE])
  assert.deepEqual(role, { rolsuper: false, rolbypassrls: false, rolcreaterole: false })
  const { rows: owned } = await owner.query("select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1 and c.relkind in ('r','p')", [APP_ROLE])
  assert.deepEqual(owned, [], 'who owns a table can switch its row-level security off')
})

test('a function that passes row-level security by reads the town from the setting itself', async () => {
  const { rows } = await owner.query<{ name: string; text: string; pfad: string[] | null }>(`
    select p.oid::regprocedure::text as name, p.prosrc as text, p.proconfig as pfad from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')`)
  for (const { name, text, pfad } of rows) {
    assert.match(text, /app\.mandant|platform\.aktueller_mandant\(\)/, `${name} does not look at the tenant setting`)
    assert.ok(pfad?.some((setting) => setting.startsWith('search_path=')), `${name} has no fixed search_path`)
  }
})

test('evidence can only be added to', async () => {
  const { rows } = await owner.query<{ name: string }>("select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and (obj_description(c.oid, 'pg_class') like 'append-only%' or c.oid::regclass::text in ('platform.ereignis', 'platform.abweisung', 'platform.zugriff'))")
  assert.ok(rows.length >= 4)
  for (const { name } of rows) {
    const { rows: [may] } = await owner.query<{ u: boolean; d: boolean }>('select has_table_privilege($1, $2::regclass, \'update\') as u, has_table_privilege($1, $2::regclass, \'delete\') as d', [APP_ROLE, name])
    assert.deepEqual(may, { u: false, d: false }, name)
  }
})
