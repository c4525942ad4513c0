import { execFile } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { promisify } from 'node:util'
import { Client } from 'pg'
import {
  ensureEmbeddedPostgres, stopEmbedded, type EmbeddedPostgres, type Settings,
} from '../../src/platform/database/embedded/index.js'
import { freierPort } from './programm.js'

const run = promisify(execFile)
const PASSWORT = 'nur-fuer-diesen-Test'

export interface Server {
  readonly ordner: string
  readonly port: number
  readonly url: string
  readonly postgres: EmbeddedPostgres
}

/** Two PostgreSQL servers; the second follows the first by streaming replication. Nothing is left after the test file. */
export async function serverpaar(vorbereiten: (url: string) => Promise<void>): Promise<{ eins: Server; zwei: Server }> {
  const eins = await starten(leererOrdner(), await freierPort(), {})
  await vorbereiten(eins.url)
  return { eins, zwei: await standbyVon(eins) }
}

export async function starten(ordner: string, port: number, settings: Settings): Promise<Server> {
  mkdirSync(join(ordner, 'keys'), { recursive: true })
  writeFileSync(join(ordner, 'keys/postgres.json'), JSON.stringify({ password: PASSWORT, port }))
  const extraSettings = { fsync: false, shared_buffers: '64MB', ...settings }
  const postgres = await ensureEmbeddedPostgres({ dataDir: ordner, extraSettings })
  return { ordner, port, url: postgres.url, postgres }
}

function leererOrdner(): string {
  const ordner = mkdtempSync(join(tmpdir(), 'stadtkern-standby-'))
  // As root PostgreSQL runs as somebody else, who has to get past this folder.
  chmodSync(ordner, 0o755)
  after(async () => { await stopEmbedded(ordner); rmSync(ordner, { recursive: true, force: true }) })
  return ordner
}

/**
 * A base backup by hand: `pg_basebackup` is no part of the embedded server. What was written meanwhile comes by the stream.
 */
async function standbyVon(primaer: Server): Promise<Server> {
  const [ordner, port] = [leererOrdner(), await freierPort()]
  const [von, nach] = [primaer, { ordner }].map((einer) => join(einer.ordner, 'postgres/cluster')) as [string, string]
  mkdirSync(join(ordner, 'postgres'))
  const client = new Client({ connectionString: primaer.url })
  await client.connect()
  await client.query("select pg_backup_start('standby', true)")
  await run('cp', ['-Rp', von, nach])
  const { rows: [stand] } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
  await client.end()
  rmSync(join(nach, 'postmaster.pid'))
  const log = join(nach, 'pg_wal')
  for (const name of readdirSync(log)) if (/^[0-9A-F]{24}$/.test(name)) rmSync(join(log, name))
  const { uid, gid } = statSync(nach)
  chownSync(join(ordner, 'postgres'), uid, gid)
  for (const [name, inhalt] of [['backup_label', stand?.labelfile ?? ''], ['standby.signal', '']] as const) {
    writeFileSync(join(nach, name), inhalt)
    chownSync(join(nach, name), uid, gid)
  }
  const primaryConninfo = `host=127.0.0.1 port=${primaer.port} user=postgres password=${PASSWORT}`
  return starten(ordner, port, { primary_conninfo: primaryConninfo })
}
