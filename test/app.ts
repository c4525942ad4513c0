import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, readdirSync, existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { Client } from 'pg'
import { createApp, migrationSources } from '../src/create-app.js'
import type { App } from '../src/platform/app.js'
import { loadConfig } from '../src/platform/config/index.js'
import { openDatabase } from '../src/platform/database/database.js'
import { migrate } from '../src/platform/database/migrate.js'
import { startWorker } from '../src/platform/jobs/worker.js'
import { openLog } from '../src/platform/log/log.js'
import { addMandant } from '../src/platform/tenancy/mandanten.js'
import { systemActor, type Actor } from '../src/platform/usecases/actor.js'

/** Two towns that every test database has; ids are fixed so that failures read the same everywhere. */
export const musterstadt = '01900000-0000-7000-8000-000000000001'
export const beispielhausen = '01900000-0000-7000-8000-000000000002'

export interface TestApp {
  readonly app: App
  /** Owner's connection string, for looking behind row-level security. */
  readonly ownerUrl: string
  /** Runs jobs and deliveries until none waits. */
  settle(): Promise<void>
}

/**
 * A program on a database of its own, cloned from a migrated template: real PostgreSQL, real queue, real files.
 * Closed and dropped after the test file.
 */
export async function testApp(options: { worker?: boolean } = {}): Promise<TestApp> {
  const adminUrl = await testServer()
  return clonedApp(await ensureTemplate(adminUrl), options)
}

/** @param ordner files that belong to what the template has */
export async function clonedApp(template: string, options: { worker?: boolean; ordner?: string } = {}): Promise<TestApp> {
  const adminUrl = await testServer()
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  await admin(adminUrl, (client) => client.query(`create database ${name} template ${template}`))
  const dataDir = mkdtempSync(join(tmpdir(), 'stadtkern-test-'))
  if (options.ordner) cpSync(options.ordner, dataDir, { recursive: true })
  const test = await openTestApp(withDatabase(adminUrl, name), dataDir, options.worker)
  after(async () => {
    await test.close()
    await admin(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
    rmSync(dataDir, { recursive: true, force: true })
  })
  return test
}

async function openTestApp(ownerUrl: string, dataDir: string, worker = true): Promise<TestApp & { close(): Promise<void> }> {
  const config = loadConfig({ STADTKERN_DATA: dataDir, STADTKERN_MODE: 'demo', PORT: '0', STADTKERN_LOG_LEVEL: 'error' })
  const app = await createApp({ config, databaseUrl: ownerUrl, worker: true, log: openLog(process.env['STADTKERN_TEST_LOG'] ? 'info' : 'error') })
  const stopWorker = worker ? await startWorker(app) : async () => undefined
  return { app, ownerUrl, settle: () => settle(app), close: async () => { await stopWorker(); await app.close() } }
}

/** Somebody with all rights of the town named, for arranging; what is tested uses an actor with just the right it needs. */
export function personalActor(rechte: readonly string[], options: { id?: string; mandantId?: string; einheiten?: readonly string[]; stufe?: number } = {}): Actor {
  return {
    art: 'personal', mandantId: options.mandantId ?? musterstadt, id: options.id ?? '01900000-0000-7000-8000-0000000000aa', name: 'Testperson', stufe: options.stufe ?? 1,
    zuweisungen: [{ rolle: 'test', rechte: new Set(rechte), ...(options.einheiten ? { einheiten: new Set(options.einheiten) } : {}) }],
  }
}

export const system = (mandantId = musterstadt): Actor => systemActor(mandantId, 'test')

async function settle(app: App, timeoutMs = 20_000): Promise<void> {
  const until = Date.now() + timeoutMs
  for (let quiet = 0; quiet < 2;) {
    const { waiting, running } = await app.queue.counts()
    quiet = waiting + running === 0 ? quiet + 1 : 0
    if (Date.now() > until) throw new Error(`Jobs do not come to rest: ${waiting} waiting, ${running} running`)
    await new Promise((resolve) => { setTimeout(resolve, 30) })
  }
}

async function ensureTemplate(adminUrl: string): Promise<string> {
  const hash = createHash('sha256')
  for (const { folder } of migrationSources) {
    if (existsSync(folder)) for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)))
  }
  hash.update(readFileSync(new URL('../src/platform/database/migrate.ts', import.meta.url)))
  return onceMade(adminUrl, `vorlage_${hash.digest('hex').slice(0, 16)}`, async (url) => {
    await migrate(url, migrationSources)
    const owner = openDatabase({ url })
    await addMandant(owner, { id: musterstadt, schluessel: 'musterstadt', name: 'Musterstadt', hosts: ['localhost', '127.0.0.1', 'musterstadt.localhost'], profil: { land: 'NW', email: 'rathaus@musterstadt.example', telefon: '02999 17-0', behoerde: 'Der Bürgermeister', anschrift: ['Rathausplatz 1', '45999 Musterstadt'] } })
    await addMandant(owner, { id: beispielhausen, schluessel: 'beispielhausen', name: 'Beispielhausen', hosts: ['beispielhausen.localhost'], profil: { land: 'NW', email: 'info@beispielhausen.example', behoerde: 'Die Bürgermeisterin', anschrift: ['Am Markt 7', '45998 Beispielhausen'] } })
    await owner.close()
  })
}

/**
 * A template that a program has filled, for all test files of this run.
 * @param ordner where the files go that the program keeps beside its database
 */
export async function filledTemplate(name: string, ordner: string, fill: (test: TestApp) => Promise<void>): Promise<string> {
  const adminUrl = await testServer()
  return onceMade(adminUrl, name, async (url) => {
    const test = await openTestApp(url, ordner)
    await fill(test)
    await test.close()
  }, await ensureTemplate(adminUrl))
}

/** The first test file that needs a template makes it, the others wait. */
async function onceMade(adminUrl: string, name: string, make: (url: string) => Promise<void>, from = 'template1'): Promise<string> {
  await admin(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    if (known.rows.length > 0) return
    const building = `${name}_im_bau`
    await client.query(`drop database if exists ${building} with (force)`)
    await client.query(`create database ${building} template ${from}`)
    await make(withDatabase(adminUrl, building))
    // Connections end a moment after the client said goodbye.
    await client.query('select pg_terminate_backend(pid, 2000) from pg_stat_activity where datname = $1', [building])
    await client.query(`alter database ${building} rename to ${name}`)
  })
  return name
}

async function admin<T>(url: string, fn: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try { return await fn(client) } finally { await client.end() }
}

function withDatabase(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

/** That of the run, or for a single file run by hand one that stays for the next. */
async function testServer(): Promise<string> {
  const given = process.env['STADTKERN_TEST_DATABASE_URL']
  if (given) return given
  const { ensureEmbeddedPostgres } = await import('../src/platform/database/embedded/index.js')
  const server = await ensureEmbeddedPostgres({ dataDir: join(tmpdir(), 'stadtkern-test-server'), extraSettings: { fsync: 'off' } })
  return server.url
}
