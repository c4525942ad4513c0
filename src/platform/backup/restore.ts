import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import type { App } from '../app.js'
import type { MigrationSource } from '../database/migrate.js'
import { AUFTRAEGE, checkRights, type Manifest } from './backup.js'
import { liftReferences, quoted } from './catalogue.js'
import { lifted } from './older.js'
import { checked, copyIn, fromFiles, readTable, renumber, targetTables } from './rows.js'

/** @throws when there is no snapshot in the folder, or one that this program does not understand */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined)
  if (text === undefined) throw new Error(`In ${folder} liegt keine vollständige Sicherung: Es gibt keine manifest.json.`)
  const manifest = asManifest(text)
  if (manifest?.format !== 1) throw new Error('Diese Sicherung hat ein unbekanntes Format.')
  return manifest
}

function asManifest(text: string): Manifest | undefined {
  try { return JSON.parse(text) as Manifest } catch { return undefined }
}

/** Why it should not happen without asking: what is there and would be replaced, and who works with it. German sentences. */
export async function obstacles(ownerUrl: string, only: string | undefined): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows: towns } = await client.query<{ name: string }>('select name from platform.mandant where $1::uuid is null or id = $1 order by nr', [only ?? null])
    const { rows: processes } = await client.query<{ pid: string }>(
      "select distinct split_part(application_name, ' ', 3) as pid from pg_stat_activity where datname = current_database() and application_name ~ '^stadtkern (web|worker|alles) [0-9]+$'")
    return [
      ...(towns.length > 0 ? [`In der Datenbank sind schon Daten: ${towns.map(({ name }) => name).join(', ')}.`] : []),
      ...(processes.length > 0 ? [`Es laufen Prozesse auf dieser Datenbank: ${processes.map(({ pid }) => pid).join(', ')}.`] : []),
    ]
  } finally {
    await client.end()
  }
}

/**
 * Brings a snapshot back: all towns, or one of it, whose present rows are replaced; other towns are not touched. Files first,
 * then every table in one transaction: it is all there or nothing has changed. A snapshot of an older version first becomes one
 * of this version (`older.ts`); its migrations must all be known here.
 * @param sources the migrations of this program
 */
export async function restore(app: App, ownerUrl: string, sources: readonly MigrationSource[], folder: string, mandantId?: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  if (mandantId && manifest.mandant && manifest.mandant !== mandantId) throw new Error('Diese Sicherung ist von einer anderen Stadt.')
  const only = mandantId ?? manifest.mandant ?? undefined
  const client = new Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await checkRights(client)
    const older = await isOlder(client, manifest)
    await readBlobs(app, folder, manifest, only)
    await using source = older ? await lifted(client, ownerUrl, sources, folder, manifest, only) : fromFiles(folder, manifest)
    await client.query('begin')
    const tables = await targetTables(client, source)
    for (const table of tables) await client.query(`alter table ${quoted(client, table.name)} disable trigger user`)
    const putBack = await liftReferences(client)
    for (const table of tables) {
      const key = table.name === 'platform.mandant' ? 'id' : 'mandant_id'
      await client.query(`delete from ${quoted(client, table.name)}${only ? ` where ${key} = $1` : ''}`, only ? [only] : [])
    }
    for (const table of source.tables) await readTable(client, source, table, only)
    if (only) await renumber(client, tables, only)
    await putBack()
    await restartSequences(client)
    await raiseTransactionNumbers(client)
    await readJobs(app, client, folder, manifest, only)
    // Else the next start of a demo would load its data once more, over those that came back.
    if (!only && app.config.mode === 'demo') await client.query("insert into platform.einstellung (name, wert) values ('demo', to_jsonb('geladen'::text)) on conflict (name) do update set wert = excluded.wert")
    for (const table of tables) await client.query(`alter table ${quoted(client, table.name)} enable trigger user`)
    await client.query('commit')
    await client.query('notify stadtkern_mandanten')
    return manifest
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

/** @throws when the snapshot is of a newer version */
async function isOlder(client: Client, manifest: Manifest): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>('select name from platform.migration')
  const [known, saved] = [new Set(rows.map((row) => row.name)), new Set(manifest.migrationen)]
  const [unknown] = saved.difference(known)
  if (unknown) throw new Error(`Die Sicherung ist von einer neueren Version (${unknown}). Bitte zuerst das Programm aktualisieren.`)
  return !known.isSubsetOf(saved)
}

async function readBlobs(app: App, folder: string, manifest: Manifest, only: string | undefined): Promise<void> {
  for (const { mandant, sha256, groesse } of manifest.dateien) {
    if (only && mandant !== only) continue
    const stored = await app.blobs.put(mandant, createReadStream(join(folder, 'dateien', mandant, sha256)), { maxBytes: groesse })
    if (stored.sha256 !== sha256) throw new Error(`Die Datei ${sha256} in der Sicherung ist beschädigt.`)
  }
}

/** Events that come now get higher numbers than those that came back, also on a server that has counted less. See 005_xid_versatz.sql. */
const raiseTransactionNumbers = (client: Client) => client.query(`
  update platform.xid_versatz set versatz = greatest(versatz, (select coalesce(max(xid::text::numeric), 0) from platform.ereignis) - pg_current_xact_id()::text::numeric)`)

/** Open jobs of what was replaced would look for things that are gone; those of the snapshot are sent again. */
async function readJobs(app: App, client: Client, folder: string, manifest: Manifest, only: string | undefined): Promise<void> {
  await client.query(`delete from pgboss.job where state in ('created', 'retry', 'active')${only ? " and data->>'mandantId' = $1" : ''}`, only ? [only] : [])
  if (!manifest.auftraege) return
  await client.query('create temporary table auftraege (name text, data jsonb) on commit drop')
  await copyIn(client, 'auftraege (name, data)', checked(join(folder, AUFTRAEGE), manifest.auftraege.sha256, 'Die Liste der Aufträge'))
  const { rows } = await client.query<{ name: string; data: object }>(`select name, data from auftraege${only ? " where data->>'mandantId' = $1" : ''}`, only ? [only] : [])
  await app.queue.resend({ executeSql: async (text, values = []) => ({ rows: (await client.query(text, values)).rows as unknown[] }) }, rows)
}

/** Identity columns go on behind the highest number that came back. */
async function restartSequences(client: Client): Promise<void> {
  const { rows } = await client.query<{ tabelle: string; spalte: string; folge: string }>(`
    select c.oid::regclass::text as tabelle, a.attname::text as spalte, pg_get_serial_sequence(c.oid::regclass::text, a.attname) as folge
    from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attidentity <> '' and c.relkind = 'r' and c.relnamespace::regnamespace::text <> 'pgboss'`)
  for (const { tabelle, spalte, folge } of rows) await client.query(`select setval($1, greatest((select coalesce(max(${client.escapeIdentifier(spalte)}), 0) from ${tabelle}), 1))`, [folge])
}
