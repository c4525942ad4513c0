import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Account } from './account.js'
import type { Binaries } from './binaries.js'
import { writeSettings, type Settings } from './cluster.js'
import { urlOf, type Credentials } from './credentials.js'
import { codeOf, EmbeddedPostgresError } from './errors.js'
import type { Layout } from './layout.js'
import { isServerOn } from './processes.js'
import { run } from './run.js'

/** All it takes to start, find and stop the server of one data folder. */
export interface Site {
  layout: Layout
  binaries: Binaries
  credentials: Credentials
  account: Account | undefined
  settings: Settings
  log: (text: string) => void
}

export interface RunningServer {
  pid: number
  /** For example `18.4`. */
  version: string
}

/** After `kill -9` the lock file and the old children block for up to two seconds; a race with others takes less. */
const attemptsFor = 20_000
/** Recovery after a crash reads the write-ahead log first. */
const recoveryFor = 600_000

/**
 * Ends with a running server on this cluster: adopts one that answers, else starts one. May be called by any number of
 * processes at once, because PostgreSQL's own lock file lets only one server live and the others then adopt it.
 * @throws EmbeddedPostgresError with the end of the server's log
 */
export async function adoptOrStart(
  site: Site,
  signal?: AbortSignal,
): Promise<RunningServer & { adopted: boolean }> {
  const begin = performance.now()
  let lastOutput = ''
  for (;;) {
    if (signal?.aborted) break
    const found = await findRunning(site)
    if (typeof found === 'object') return { ...found, adopted: true }
    const elapsed = performance.now() - begin
    if (elapsed > (found === 'busy' ? recoveryFor : attemptsFor)) break
    if (found === 'absent') {
      removeStaleLocks(site)
      const { code, output } = await start(site)
      if (code === 0) {
        const started = await findRunning(site)
        if (typeof started === 'object') return { ...started, adopted: false }
      }
      lastOutput = output
      if (isHopeless(output)) break
    }
    await sleep(100 + Math.random() * 100)
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL lässt sich nicht starten. Einzelheiten in ${site.layout.log} / PostgreSQL does not start:\n` +
      `${lastOutput}\n${tail(site.layout.log)}`,
  )
}

/**
 * Connects and makes sure that the answer comes from our own cluster: behind a recorded port there may be a stranger.
 * `absent`: nobody there. `busy`: it is starting, stopping or full.
 */
export async function findRunning(site: Site): Promise<RunningServer | 'absent' | 'busy'> {
  const client = new Client({
    connectionString: urlOf(site.layout, site.credentials, 'postgres'),
    connectionTimeoutMillis: 5_000,
    application_name: 'stadtkern start',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string; version: string }>(
      "select current_setting('data_directory') as folder, split_part(current_setting('server_version'), ' ', 1) as version",
    )
    const row = rows[0]
    const pid = pidIn(join(site.layout.cluster, 'postmaster.pid'))
    if (row === undefined || pid === undefined) return 'busy'
    if (row.folder === site.layout.cluster) return { pid, version: row.version }
    throw foreignServer(site, row.folder)
  } catch (error) {
    return classify(error, site)
  } finally {
    await client.end().catch(() => {})
  }
}

function classify(error: unknown, site: Site): 'absent' | 'busy' {
  if (error instanceof EmbeddedPostgresError) throw error
  const code = codeOf(error)
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return 'absent'
  if (code === '28P01' || code === '28000') {
    if (isServerOn(pidIn(join(site.layout.cluster, 'postmaster.pid')) ?? 0, site.layout.cluster)) {
      throw new EmbeddedPostgresError(
        `Das Passwort in ${site.layout.credentials} passt nicht zur Datenbank in ${site.layout.cluster}. Bitte beide ` +
          'aus derselben Sicherung zurückholen.\nThe recorded password does not fit the cluster: restore both together.',
      )
    }
    throw foreignServer(site, 'unbekannt')
  }
  // Starting up, shutting down, too many connections, broken off in the middle: wait and see.
  return 'busy'
}

function foreignServer(site: Site, folder: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `Auf dem Anschluss ${site.credentials.port ?? site.layout.base} antwortet ein fremder PostgreSQL-Server (Ordner: ` +
      `${folder}). Bitte ihn beenden.\nA foreign PostgreSQL server answers there: please stop it.`,
  )
}

async function start({ layout, binaries, credentials, account, settings, log }: Site) {
  log('PostgreSQL wird gestartet …')
  writeSettings(layout, credentials, account, settings)
  const args = ['start', '-w', '-s', '-t', '300', '-D', layout.cluster, '-l', layout.log]
  return await run(binaries.pgCtl, args, account, layout.base)
}

/** Stops the server: running transactions are rolled back; after 7 s it is cut off and recovers at the next start. */
export async function stop({ layout, binaries, account }: Pick<Site, 'layout' | 'binaries' | 'account'>): Promise<void> {
  if (pidIn(join(layout.cluster, 'postmaster.pid')) === undefined) return
  const args = ['stop', '-w', '-s', '-D', layout.cluster]
  const gentle = await run(binaries.pgCtl, [...args, '-m', 'fast', '-t', '7'], account, layout.base)
  if (gentle.code === 0 || pidIn(join(layout.cluster, 'postmaster.pid')) === undefined) return
  await run(binaries.pgCtl, [...args, '-m', 'immediate', '-t', '3'], account, layout.base)
}

/**
 * Lock files whose process number now belongs to another program block PostgreSQL for ever: it asks only whether the
 * number is alive. They are moved away before the last look, so that a lock written in between is put back.
 */
export function removeStaleLocks({ layout, log }: Pick<Site, 'layout' | 'log'>): void {
  for (const lock of [join(layout.cluster, 'postmaster.pid'), join(layout.base, '.s.PGSQL.5432.lock')]) {
    const pid = pidIn(lock)
    if (pid === undefined || isServerOn(pid, layout.cluster)) continue
    const aside = `${lock}.stale-${process.pid}`
    try {
      renameSync(lock, aside)
    } catch {
      continue
    }
    if (pidIn(aside) !== pid) renameSync(aside, lock)
    else {
      rmSync(aside, { force: true })
      log(`Verwaiste Sperrdatei ${lock} (Prozess ${pid}) entfernt`)
    }
  }
}

/** The process number in a lock file; the first line, negative for a stand-alone backend. */
export function pidIn(file: string): number | undefined {
  try {
    const pid = Math.abs(Number.parseInt(readFileSync(file, 'utf8'), 10))
    return pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

/** Failures that no repetition mends. */
function isHopeless(output: string): boolean {
  return /Permission denied|not found|cannot be run as root|error while loading shared libraries|ENOENT/.test(output)
}

function tail(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n')
  } catch {
    return ''
  }
}
