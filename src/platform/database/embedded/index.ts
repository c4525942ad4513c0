import { Client } from 'pg'
import { checkReachable, chooseAccount, letThrough } from './account.js'
import { findBinaries } from './binaries.js'
import { ensureCluster, type Settings } from './cluster.js'
import { loadCredentials, urlOf } from './credentials.js'
import { codeOf } from './errors.js'
import { layoutOf } from './layout.js'
import { otherUsers, signIn, signOut } from './registry.js'
import { adoptOrStart, stop, type RunningServer, type Site } from './server.js'
import { supervise, type Supervision, type SupervisionEvent } from './supervise.js'

export { EmbeddedPostgresError } from './errors.js'
export type { Settings } from './cluster.js'
export type { Supervision, SupervisionEvent } from './supervise.js'

/** Name of the database that `url` points at. */
export const embeddedDatabase = 'stadtkern'

export interface EmbeddedPostgresOptions {
  /** STADTKERN_DATA; the server lives in its folder `postgres`, the password in `keys/postgres.json`. */
  dataDir: string
  /** Receives what an operator wants to read at start, in German. */
  log?: (text: string) => void
  /** Settings of postgresql.conf; without effect on a server that is already running. */
  extraSettings?: Settings
}

export interface EmbeddedPostgres {
  /** Superuser address; stays the same when the server is restarted. Holds the password: never log it. */
  readonly url: string
  /** For example `18.4`. */
  readonly version: string
  /** Process number of the server; follows restarts once supervised. */
  readonly pid: number
  /** True when the server was already running. */
  readonly adopted: boolean
  /** Watches the server and restarts it when it dies; the callback hears of the loss and of the return. */
  supervise(onEvent?: (event: SupervisionEvent) => void): Supervision
  /** Signs this process off and stops the server if nobody else uses it. At most about 10 s; may be called twice. */
  release(): Promise<void>
}

/**
 * The PostgreSQL server of this data folder, running: adopted if it runs, started if it does not, made if there is none.
 * Any number of processes may share it; the last one to `release` stops it.
 * @throws EmbeddedPostgresError telling the operator what to do
 */
export async function ensureEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log = () => {}, extraSettings = {} } = options
  const layout = layoutOf(dataDir)
  const binaries = findBinaries()
  const account = chooseAccount(layout)
  if (account) {
    letThrough(account, layout)
    checkReachable(account, layout, binaries)
  }
  const credentials = await loadCredentials(layout)
  const site: Site = { layout, binaries, credentials, account, settings: extraSettings, log }
  signIn(layout)
  try {
    const sync = extraSettings.fsync !== false && extraSettings.fsync !== 'off'
    await ensureCluster(layout, binaries, credentials, account, log, sync)
    const server = await adoptOrStart(site)
    await ensureDatabase(site)
    return handleOf(site, server)
  } catch (error) {
    signOut(layout)
    throw error
  }
}

function handleOf(site: Site, server: RunningServer & { adopted: boolean }): EmbeddedPostgres {
  let current: RunningServer = server
  const supervisions = new Set<Supervision>()
  let released: Promise<void> | undefined
  return {
    url: urlOf(site.layout, site.credentials, embeddedDatabase),
    version: server.version,
    adopted: server.adopted,
    get pid() {
      return current.pid
    },
    supervise(onEvent = () => {}) {
      const supervision = supervise(site, server.pid, (event) => {
        if (event.kind === 'restored') current = event
        onEvent(event)
      })
      supervisions.add(supervision)
      return supervision
    },
    release() {
      released ??= (async () => {
        await Promise.all([...supervisions].map((supervision) => supervision.stop()))
        signOut(site.layout)
        if (otherUsers(site.layout).length === 0) await stop(site)
      })()
      return released
    },
  }
}

/** The database itself; a crash between initdb and here must not leave a cluster without it. */
async function ensureDatabase(site: Site): Promise<void> {
  const client = new Client({ connectionString: urlOf(site.layout, site.credentials, 'postgres') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [embeddedDatabase])
    if (rowCount === 0) await client.query(`create database ${embeddedDatabase}`)
  } catch (error) {
    // Another process was faster: 42P04 duplicate database, 23505 in the middle of it.
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error
  } finally {
    await client.end()
  }
}

/** Stops the server of a data folder whoever uses it (processes that supervise it will start it again). */
export async function stopEmbedded(dataDir: string): Promise<void> {
  const layout = layoutOf(dataDir)
  await stop({ layout, binaries: findBinaries(), account: chooseAccount(layout) })
}
