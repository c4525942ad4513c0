import { execFile } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { neuerSchluessel } from '../../src/modules/zugang/identitaet/saml/zertifikat.js'
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
export async function serverpaar(vorbereiten: (url: string) => Promise<void>): Promise<{ eins: Server; zwei: Server; beide: string }> {
  const eins = await starten(leererOrdner(), await freierPort(), {})
  await vorbereiten(eins.url)
  const zertifikat = await mitTls(eins)
  const zwei = await standbyVon(eins)
  return { eins, zwei, beide: ueberTls([eins, zwei], zertifikat) }
}

/** How the program reaches these servers: by name, with a certificate that has to be the right one. */
const ueberTls = (server: readonly Server[], zertifikat: string): string =>
  `${server[0]?.url.replace(/@[^/]+/, `@${server.map(({ port }) => `localhost:${port}`).join(',')}`)}?sslmode=verify-full&sslrootcert=${encodeURIComponent(zertifikat)}`

/** Key and certificate lie in the cluster, so that its copy has them too; gives the file of the certificate. */
async function mitTls({ ordner, url }: Server): Promise<string> {
  const cluster = join(ordner, 'postgres/cluster')
  const { schluessel, zertifikat } = await neuerSchluessel('localhost')
  for (const [name, inhalt] of [['server.key', schluessel], ['server.crt', zertifikat]] as const) gehoertDemServer(cluster, name, inhalt)
  const oeffentlich = join(ordner, 'server.crt')
  writeFileSync(oeffentlich, zertifikat)
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('alter system set ssl = on')
  await client.query('select pg_reload_conf()')
  await client.end()
  return oeffentlich
}

function gehoertDemServer(cluster: string, name: string, inhalt: string): void {
  const { uid, gid } = statSync(cluster)
  writeFileSync(join(cluster, name), inhalt, { mode: 0o600 })
  chownSync(join(cluster, name), uid, gid)
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
  for (const [name, inhalt] of [['backup_label', stand?.labelfile ?? ''], ['standby.signal', '']] as const) gehoertDemServer(nach, name, inhalt)
  const primaryConninfo = `host=127.0.0.1 port=${primaer.port} user=postgres password=${PASSWORT}`
  return starten(ordner, port, { primary_conninfo: primaryConninfo })
}
