/** A whole installation in pieces: PostgreSQL on a disk of its own, web and worker as processes, everything they lean on ours to break. */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { createApp, migrationSources } from '../../src/create-app.js'
import { loadDemo } from '../../src/demo.js'
import type { App } from '../../src/platform/app.js'
import { loadConfig, projectRoot } from '../../src/platform/config/index.js'
import { ensureEmbeddedPostgres } from '../../src/platform/database/embedded/index.js'
import { migrate } from '../../src/platform/database/migrate.js'
import { openLog } from '../../src/platform/log/log.js'
import { freierPort } from '../system/programm.js'
import { openLeitung, openMailserver, openS3, type Leitung, type Mailserver, type S3Server } from './dienste.js'

const run = promisify(execFile)

/** Room for the database and for a run of a thousand rounds; PostgreSQL's own files take 100 MB of it. */
const PLATTE_MB = 700

export interface Anlage {
  readonly webUrl: string
  /** The program in this process, without worker, past the broken line: for sessions, the clock and the checks. */
  readonly app: App
  readonly s3: S3Server
  readonly mail: Mailserver
  readonly leitung: Leitung
  /** Undefined where this machine lets nobody mount. */
  readonly platte: Platte | undefined
  /** Ended by themselves after they had been ready: nobody's fault but the program's. */
  readonly abstuerze: readonly string[]
  /** What web and worker logged as bugs of the program: errors that nobody expected. */
  readonly fehler: readonly string[]
  toete(wen: 'web' | 'worker' | 'postgres'): void
  bereit(): Promise<void>
  frage<T extends Record<string, unknown>>(sql: string, values?: unknown[]): Promise<T[]>
  /** The environment with which the command line reaches this installation. */
  readonly env: NodeJS.ProcessEnv
  close(): Promise<void>
}

export interface Platte { fuelle(): Promise<void>; leere(): void }

export async function startAnlage(): Promise<Anlage> {
  const folder = mkdtempSync(join(tmpdir(), 'stadtkern-chaos-'))
  chmodSync(folder, 0o755)
  const disk = mountDisk(join(folder, 'platte'))
  for (const name of ['data', 'tmp']) mkdirSync(join(disk.path, name))
  // The disk is memory: what counts is that the processes die, and the system keeps what they wrote.
  const server = await ensureEmbeddedPostgres({ dataDir: join(disk.path, 'data'), extraSettings: { max_wal_size: '128MB', min_wal_size: '32MB', fsync: false } })
  const supervision = server.supervise(() => undefined)
  const direct = new URL(server.url)
  const leitung = await openLeitung(zielVon(direct))
  const [s3, mail] = [await openS3(), await openMailserver()]
  const through = new URL(`postgres://${direct.username}:${direct.password}@127.0.0.1:${leitung.port}${direct.pathname}`)
  const env = environment({ data: join(disk.path, 'data'), tmp: join(disk.path, 'tmp'), database: through.href, s3: s3.endpoint, smtp: mail.smtpUrl })
  await migrate(server.url, migrationSources)
  const app = await createApp({ config: loadConfig({ ...env, DATABASE_URL: server.url }), databaseUrl: server.url, worker: false, log: openLog('error', () => undefined) })
  await loadDemo(app, server.url)
  const [port, workerPort] = [await freierPort(), await freierPort()]
  const [abstuerze, fehler]: [string[], string[]] = [[], []]
  const processes = [
    keep('web', { ...env, STADTKERN_ROLLE: 'web', PORT: String(port) }, port, { abstuerze, fehler }),
    keep('worker', { ...env, STADTKERN_ROLLE: 'worker', STADTKERN_WORKER_PORT: String(workerPort) }, workerPort, { abstuerze, fehler }),
  ]
  return {
    webUrl: `http://127.0.0.1:${port}`, app, s3, mail, leitung, platte: disk.platte, abstuerze, fehler,
    env: { ...env, DATABASE_URL: server.url },
    toete(wen) {
      if (wen !== 'postgres') { processes[wen === 'web' ? 0 : 1]?.kill(); return }
      try { process.kill(server.pid, 'SIGKILL') } catch { /* It is down already. */ }
    },
    async bereit() { for (const one of processes) await one.ready() },
    async frage(sql, values) {
      const client = new Client({ connectionString: server.url, options: '-c timezone=UTC' })
      client.on('error', () => undefined)
      await client.connect()
      try { return (await client.query(sql, values)).rows } finally { await client.end() }
    },
    async close() {
      for (const one of processes) await one.stop()
      await app.close()
      await leitung.close()
      await s3.close()
      await mail.stop()
      await supervision.stop()
      await server.release()
      disk.unmount()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Where PostgreSQL listens: a socket file, or a port on systems without. TCP is what can be cut. */
function zielVon(url: URL): { path: string } | { host: string; port: number } {
  const folder = url.searchParams.get('host')
  return folder ? { path: join(folder, `.s.PGSQL.${url.port || 5432}`) } : { host: url.hostname, port: Number(url.port) }
}

function environment(of: { readonly data: string; readonly tmp: string; readonly database: string; readonly s3: string; readonly smtp: string }): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '', STADTKERN_MODE: 'demo', STADTKERN_LOG_LEVEL: 'error', STADTKERN_DATA: of.data, TMPDIR: of.tmp, DATABASE_URL: of.database,
    STADTKERN_S3_ENDPOINT: of.s3, STADTKERN_S3_BUCKET: 'stadtkern', STADTKERN_S3_ACCESS_KEY_ID: 'chaos', STADTKERN_S3_SECRET_ACCESS_KEY: 'nur-fuer-diese-probe',
    // One person applies without end.
    STADTKERN_APPLICATIONS_PER_HOUR: '1000000', SMTP_URL: of.smtp, STADTKERN_SMTP_ABSENDER: 'rathaus@musterstadt.example',
  }
}

/** A file system of its own in memory, so that it can be full without harming anybody; needs the right to mount. */
function mountDisk(path: string): { readonly path: string; readonly platte: Platte | undefined; unmount(): void } {
  mkdirSync(path)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${PLATTE_MB}m,mode=0755`, 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    return { path, platte: undefined, unmount: () => undefined }
  }
  const ballast = join(path, 'ballast')
  return {
    path,
    platte: {
      async fuelle() {
        // What others take meanwhile makes it too much; then once more with what is left.
        for (let versuch = 0; versuch < 5; versuch++) {
          const { bavail, bsize } = statfsSync(path)
          if (await run('fallocate', ['-l', String(bavail * bsize), ballast]).then(() => true, () => false)) return
        }
      },
      leere() { rmSync(ballast, { force: true }) },
    },
    unmount: () => { execFileSync('umount', ['-l', path]) },
  }
}

interface Kept { kill(): void; ready(): Promise<void>; stop(): Promise<void> }

/** One process of the program, begun again whenever it ends, as a service manager does. */
function keep(name: string, env: Record<string, string>, port: number, notes: { readonly abstuerze: string[]; readonly fehler: string[] }): Kept {
  let [stopping, wasReady, starts] = [false, false, 0]
  let child: ChildProcess
  let killed: ChildProcess | undefined
  const start = (): void => {
    const begun = spawn(process.execPath, ['--enable-source-maps', join(projectRoot, '.build/main.js')], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    child = begun
    starts++
    wasReady = false
    begun.stderr.on('data', (chunk: Buffer) => notes.fehler.push(...bugsIn(name, String(chunk))))
    begun.once('exit', (code, signal) => {
      if (stopping) return
      if (wasReady && begun !== killed) notes.abstuerze.push(`${name}: ${signal ?? code}`)
      setTimeout(start, 200)
    })
  }
  start()
  const answers = () => fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(({ ok }) => ok, () => false)
  const look = async (): Promise<void> => { if (await answers()) wasReady = true }
  const watch = setInterval(() => { if (!wasReady) void look() }, 500)
  return {
    kill() { killed = child; child.kill('SIGKILL') },
    async ready() {
      for (const until = Date.now() + 120_000; Date.now() < until; await sleep(100)) if (await answers()) return
      throw new Error(`${name} is not ready within two minutes; it said: ${notes.fehler.slice(-5).join(' | ')}, ended by itself: ${notes.abstuerze.join(', ')}, begun ${starts} times, now ${child.exitCode ?? child.signalCode ?? 'running'}`)
    },
    async stop() {
      stopping = true
      clearInterval(watch)
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** Of log lines those that a person would have to look at; the rest says that something around the program was away. */
function bugsIn(name: string, text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return line.trim() ? [`${name}: ${line}`] : []
    try {
      const entry = JSON.parse(line) as { ereignis?: string; fehler?: string; auftrag?: string; pfad?: string; reaktion?: string; name?: string }
      return entry.ereignis === 'datenbank' ? [] : [`${name}: ${entry.ereignis} ${entry.auftrag ?? entry.reaktion ?? entry.pfad ?? entry.name ?? ''} ${entry.fehler ?? ''}`]
    } catch { return [] }
  })
}
