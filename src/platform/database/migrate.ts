import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Client } from 'pg'
import { PgBoss } from 'pg-boss'
import { APP_ROLE } from './database.js'

/** A room (or the platform) with its numbered forward-only SQL files; `name` is also its PostgreSQL schema. */
export interface MigrationSource { readonly name: string; readonly folder: string }

/** Any number unlikely to be somebody else's: two starting processes migrate one after the other. */
const MIGRATION_LOCK = 7_214_553

/**
 * Brings the database to the state that this program needs: the application role, the job queue's schema and each room's
 * migrations in the order given. Each file is one transaction; a file that was changed after it ran is refused, because two
 * installations would then differ without anybody seeing it.
 * @param only where the database is to become what it was in an older version: these files and no others
 * @returns the files that ran now
 */
export async function migrate(ownerUrl: string, sources: readonly MigrationSource[], only?: ReadonlySet<string>): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'stadtkern migrate' })
  // Lost between two statements; the next one fails, which is what counts. An error that nobody hears ends the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await checkServer(client)
    await prepareRole(client)
    await client.query('create schema if not exists platform')
    await client.query('create table if not exists platform.migration (name text primary key, checksum text not null, ran_at timestamptz not null default now())')
    const ran: string[] = []
    for (const source of sources) ran.push(...await migrateSource(client, source, only))
    await prepareQueue(client, ownerUrl)
    await grant(client, sources)
    return ran
  } finally {
    await client.end()
  }
}

/** How the database stands to this program's migrations, without changing anything. */
export async function stateOf(ownerUrl: string, sources: readonly MigrationSource[]): Promise<'leer' | 'alt' | 'aktuell' | 'neuer'> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'stadtkern migrate' })
  // Lost between two statements; the next one fails, which is what counts. An error that nobody hears ends the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows: [table] } = await client.query<{ da: boolean }>("select to_regclass('platform.migration') is not null as da")
    if (!table?.da) return 'leer'
    const { rows } = await client.query<{ name: string }>('select name from platform.migration')
    const [ran, known] = [new Set(rows.map((row) => row.name)), new Set(sources.flatMap((source) => filesOf(source).map((file) => `${source.name}/${file}`)))]
    if (!known.isSubsetOf(ran)) return 'alt'
    return ran.isSubsetOf(known) ? 'aktuell' : 'neuer'
  } finally {
    await client.end()
  }
}

const filesOf = ({ folder }: MigrationSource): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')).sort() : [])

/** Older servers would run most of it and then fail somewhere in the middle. */
async function checkServer(client: Client): Promise<void> {
  const { rows: [server] } = await client.query<{ server_version_num: string }>('show server_version_num')
  if (Number(server?.server_version_num) < 180_000) throw new Error('Diese PostgreSQL-Fassung ist zu alt: Stadtkern braucht Version 18 oder neuer.')
}

async function prepareRole(client: Client): Promise<void> {
  const role = await client.query<{ bypass: boolean }>('select rolsuper or rolbypassrls as bypass from pg_roles where rolname = $1', [APP_ROLE])
  if (role.rows[0]?.bypass) throw new Error(`The role ${APP_ROLE} passes row-level security by (superuser or bypassrls). Take that right away.`)
  if (role.rows.length === 0) await client.query(`create role ${APP_ROLE} nologin nosuperuser nobypassrls`)
  // An administrator may have done both before; the owner then need not be allowed to.
  const member = await client.query<{ darf: boolean }>("select pg_has_role(current_user, $1, 'set') as darf", [APP_ROLE])
  if (!member.rows[0]?.darf) await client.query(`grant ${APP_ROLE} to current_user`)
}

async function migrateSource(client: Client, source: MigrationSource, only: ReadonlySet<string> | undefined): Promise<string[]> {
  const ran: string[] = []
  for (const file of filesOf(source)) {
    const name = `${source.name}/${file}`
    if (only && !only.has(name)) continue
    const text = readFileSync(join(source.folder, file), 'utf8')
    const checksum = createHash('sha256').update(text).digest('hex')
    const known = await client.query<{ checksum: string }>('select checksum from platform.migration where name = $1', [name])
    if (known.rows[0]) {
      if (known.rows[0].checksum !== checksum) throw new Error(`Migration ${name} was changed after it ran. Add a new file instead.`)
      continue
    }
    await runFile(client, source.name, name, text, checksum)
    ran.push(name)
  }
  return ran
}

async function runFile(client: Client, schema: string, name: string, text: string, checksum: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(`create schema if not exists ${client.escapeIdentifier(schema)}`)
    await client.query(text)
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** pg-boss makes its own tables; here and not at its start, so that web and worker never race for it. */
async function prepareQueue(client: Client, ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schedule: false, supervise: false, max: 2 })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.stop({ graceful: false })
  await client.query(`grant usage, create on schema pgboss to ${APP_ROLE}`)
  await client.query(`grant all on all tables in schema pgboss to ${APP_ROLE}`)
  await client.query(`grant execute on all functions in schema pgboss to ${APP_ROLE}`)
}

/** The application role works on rows; it may not change the past (events) nor the list of towns. */
async function grant(client: Client, sources: readonly MigrationSource[]): Promise<void> {
  for (const { name } of sources) {
    const schema = client.escapeIdentifier(name)
    const exists = await client.query('select 1 from pg_namespace where nspname = $1', [name])
    if (exists.rows.length === 0) continue
    await client.query(`grant usage on schema ${schema} to ${APP_ROLE}`)
    await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${APP_ROLE}`)
    await client.query(`grant usage, select on all sequences in schema ${schema} to ${APP_ROLE}`)
  }
  for (const table of ['ereignis', 'abweisung', 'zugriff']) await client.query(`revoke update, delete, truncate on platform.${table} from ${APP_ROLE}`)
  await client.query(`revoke insert, update, delete on platform.mandant, platform.migration from ${APP_ROLE}`)
  await appendOnly(client)
}

/** Rooms mark tables of evidence with the comment 'append-only'; the application role then may only add to them. */
async function appendOnly(client: Client): Promise<void> {
  const marked = await client.query<{ tabelle: string }>(
    "select format('%I.%I', n.nspname, c.relname) as tabelle from pg_class c join pg_namespace n on n.oid = c.relnamespace where obj_description(c.oid, 'pg_class') like 'append-only%'")
  for (const { tabelle } of marked.rows) await client.query(`revoke update, delete, truncate on ${tabelle} from ${APP_ROLE}`)
}
