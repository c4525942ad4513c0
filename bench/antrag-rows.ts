/**
 * The yardstick of a submission: exactly the rows that one submission wrote, read back by the number of its transaction, written
 * again under new ids and numbers by prepared inserts, one a table, in one transaction under row-level security.
 */
import { Client, Pool, type PoolClient } from 'pg'
import { APP_ROLE } from '../src/platform/database/database.js'
import { newId } from '../src/platform/time/index.js'

interface Part { readonly table: string; readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[]; readonly order: number }
export interface Rows { readonly parts: readonly Part[]; readonly mandantId: string; readonly ids: readonly string[]; readonly count: number }

/** All rows of the transaction that wrote this application. */
export async function rowsOf(url: string, vorgangsnummer: string): Promise<Rows> {
  const client = new Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    const { rows: [found] } = await client.query<{ xmin: string; mandant_id: string; vorgang_id: string }>('select xmin::text, mandant_id, vorgang_id from antraege.antrag where vorgangsnummer = $1', [vorgangsnummer])
    if (!found) throw new Error(`no application ${vorgangsnummer}`)
    const { rows: tables } = await client.query<{ name: string; columns: string[] }>(`
      select c.oid::regclass::text as name,
        array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a' order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%' order by 1`)
    const parts: Part[] = []
    for (const { name, columns } of tables) {
      const { rows } = await client.query<(string | null)[]>({ text: `select cmin::text::int, ${columns.map((column) => `${column}::text`).join(', ')} from ${name} where xmin::text = $1`, values: [found.xmin], rowMode: 'array' })
      if (rows.length > 0) parts.push({ table: name, columns, rows: rows.map((row) => row.slice(1)), order: Math.min(...rows.map((row) => Number(row[0]))) })
    }
    return { parts: parentsFirst(parts.sort((a, b) => a.order - b.order), await references(client)), mandantId: found.mandant_id, ids: idsOf(parts, found.vorgang_id), count: parts.reduce((sum, { rows }) => sum + rows.length, 0) }
  } finally { await client.end() }
}

/** By table: those that it refers to. */
async function references(client: Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ child: string; parents: string[] }>(
    "select conrelid::regclass::text as child, array_agg(distinct confrelid::regclass::text) as parents from pg_constraint where contype = 'f' and confrelid <> conrelid group by 1")
  return new Map(rows.map(({ child, parents }) => [child, parents]))
}

/** A row that was changed again carries the later command's number; what others refer to has to come first all the same. */
function parentsFirst(parts: readonly Part[], parents: ReadonlyMap<string, readonly string[]>): Part[] {
  const sorted: Part[] = []
  const add = (part: Part): void => {
    if (sorted.includes(part)) return
    for (const parent of parents.get(part.table) ?? []) for (const other of parts) if (other.table === parent) add(other)
    sorted.push(part)
  }
  // Numbers come first, as in a submission; their rows are held from then on.
  for (const part of [...parts].sort((a, b) => Number(b.table === 'platform.nummernkreis') - Number(a.table === 'platform.nummernkreis'))) add(part)
  return sorted
}

/** Ids made within the same seconds as the Vorgang's: those of this submission. What is older is referred to and stays. */
function idsOf(parts: readonly Part[], vorgangId: string): string[] {
  const time = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  const all = JSON.stringify(parts.map(({ rows }) => rows)).match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []
  return [...new Set(all)].filter((id) => Math.abs(time(id) - time(vorgangId)) < 5_000)
}

export interface RawWriter { write(): Promise<void>; close(): Promise<void> }

/** Writes those rows again, any number of callers at once. */
export function openRawWriter(url: string, rows: Rows, connections: number): RawWriter {
  const pool = new Pool({ connectionString: url, max: connections, options: `-c role=${APP_ROLE} -c timezone=UTC` })
  const pattern = new RegExp(rows.ids.join('|'), 'g')
  return {
    async write() {
      const client = await pool.connect()
      try { await writeOnce(client, rows, pattern) } finally { client.release() }
    },
    close: () => pool.end(),
  }
}

async function writeOnce(client: PoolClient, { parts, mandantId, ids }: Rows, pattern: RegExp): Promise<void> {
  const fresh = new Map(ids.map((id) => [id, newId()]))
  let numbers: Numbers = new Map()
  await client.query(`begin; set local app.mandant = '${mandantId}'`)
  for (const [index, { table, columns, rows }] of parts.entries()) {
    if (table === 'platform.nummernkreis') {
      numbers = await nextNumbers(client, columns, rows)
      continue
    }
    const values = rows.flatMap((row) => row.map((value, at) => valueOf(table, columns[at] ?? '', value, numbers, (text) => text.replace(pattern, (id) => fresh.get(id) ?? id))))
    const places = rows.map((row, at) => `(${row.map((_, column) => `$${at * row.length + column + 1}`).join(', ')})`)
    await client.query({ name: `p${index}`, text: `insert into ${table} (${columns.join(', ')}) values ${places.join(', ')}`, values })
  }
  await client.query('commit')
}

/** By series (`eingang`, `vorgang`, and `akte` for the one within an Akte): its next number. */
type Numbers = ReadonlyMap<string, string>

/** The town's series move on as in a submission, and are held until the commit. */
async function nextNumbers(client: PoolClient, columns: readonly string[], rows: readonly (readonly (string | null)[])[]): Promise<Numbers> {
  const [kreis, jahr] = [columns.indexOf('kreis'), columns.indexOf('jahr')]
  const numbers = new Map<string, string>()
  for (const row of rows) {
    const { rows: [next] } = await client.query<{ letzte: string }>({ name: 'number', text: 'update platform.nummernkreis set letzte = letzte + 1 where kreis = $1 and jahr = $2 returning letzte', values: [row[kreis], row[jahr]] })
    numbers.set(row[kreis]?.startsWith('vorgang:') ? 'akte' : row[kreis] ?? '', next?.letzte ?? '')
  }
  return numbers
}

/** Columns that are unique in a town get a new value; all others are as they were, but for ids. */
function valueOf(table: string, column: string, value: string | null, numbers: Numbers, withIds: (text: string) => string): string | null {
  if (value === null) return null
  if (column === 'lfd' && table === 'eingang.eingang') return numbers.get('eingang') ?? null
  if (column === 'lfd' && table === 'akten.vorgang') return numbers.get('akte') ?? null
  if (column === 'id' && table.startsWith('pgboss.')) return newId()
  // A trigger counts it up when the first version comes.
  if (table === 'akten.dokument' && column === 'version') return '0'
  if (column === 'vorgangsnummer' || column === 'kennzeichen') return `${value}/${numbers.get('vorgang')}`
  if (column === 'schluessel' && table === 'platform.idempotenz') return newId()
  return withIds(value)
}
