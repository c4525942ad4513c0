import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { projectRoot } from '../../src/platform/config/root.js'
import { ensureEmbeddedPostgres, stopEmbedded } from '../../src/platform/database/embedded/index.js'

const run = promisify(execFile)

export interface Programm {
  readonly url: string
  readonly prozess: ChildProcess
  /** Until pages answer; `demo` waits for all demo data as well. */
  bereit(options?: { demo?: boolean; ms?: number }): Promise<void>
  ende(signal: NodeJS.Signals): Promise<void>
}

interface Lauf { readonly code: number; readonly out: string; readonly err: string }

/**
 * An installation whose demo is loaded and whose processes have ended. Loading takes as long as many tests: the first test
 * file of a run does it, from nothing and by starting the program; the others begin with a copy of its data folder.
 */
export async function demoInstallation(zusatz: Record<string, string> = {}): Promise<ReturnType<typeof installation>> {
  const ort = installation(zusatz)
  const lauf = process.env['STADTKERN_TEST_RUN']
  if (!lauf) {
    await demoLaden(ort)
    return ort
  }
  const vorlage = join(lauf, 'installation')
  // The files belong to the user of PostgreSQL, also in the copy.
  const kopie = (von: string, nach: string) => run('cp', ['-Rp', von, nach])
  if (await erste(`${vorlage}.im-bau`)) {
    await demoLaden(ort)
    await kopie(ort.daten, `${vorlage}.neu`)
    renameSync(`${vorlage}.neu`, vorlage)
  } else {
    await warteBis('the prepared installation', () => existsSync(vorlage), 120_000)
    await kopie(vorlage, ort.daten)
  }
  return ort
}

async function demoLaden(ort: ReturnType<typeof installation>): Promise<void> {
  // What its later processes are told is not for this one: the others begin with a copy of what it leaves.
  const programm = ort.starte(await freierPort(), {})
  await programm.bereit({ demo: true })
  await programm.ende('SIGTERM')
}

const erste = (ordner: string): Promise<boolean> => mkdir(ordner).then(() => true, () => false)

/** A data folder of its own, and real processes of the built program on it. Nothing of it is left after the test file. */
export function installation(zusatz: Record<string, string> = {}) {
  const ordner = mkdtempSync(join(tmpdir(), 'stadtkern-system-'))
  // As root PostgreSQL runs as somebody else, who has to get past this folder.
  chmodSync(ordner, 0o755)
  const daten = join(ordner, 'data')
  const laufende = new Set<ChildProcess>()
  // What the test run set for its own database is not for these processes.
  const { DATABASE_URL: _, NODE_ENV: __, ...umgebung } = process.env
  const env = (port: number, mit = zusatz) => ({
    ...umgebung, STADTKERN_DATA: daten, STADTKERN_MODE: 'demo', PORT: String(port), STADTKERN_LOG_LEVEL: 'error', ...mit,
  })
  after(async () => {
    for (const prozess of laufende) if (lebt(prozess)) await beende(prozess, 'SIGKILL')
    await stopEmbedded(daten)
    rmSync(ordner, { recursive: true, force: true })
  })
  function starte(port: number, mit = zusatz): Programm {
    const main = join(projectRoot, '.build/main.js')
    const prozess = spawn(process.execPath, ['--enable-source-maps', main], { cwd: ordner, env: env(port, mit), stdio: ['ignore', 'ignore', 'inherit'] })
    laufende.add(prozess)
    const url = `http://127.0.0.1:${port}`
    return { url, prozess, bereit: (options = {}) => bereit(prozess, url, options), ende: (signal) => beende(prozess, signal) }
  }
  return {
    ordner, daten, starte, zusatz, env: env(0),
    /** A command of the command line as it is called by hand: exit code and what was printed. */
    lauf(...args: string[]): Promise<Lauf> {
      return new Promise((resolve) => {
        execFile(join(projectRoot, 'bin/stadtkern'), args, { env: env(0), timeout: 60_000, maxBuffer: 10_000_000 }, (error, out, err) => resolve({ code: error ? Number(error.code ?? -1) : 0, out, err }))
      })
    },
    /** Starts the program and waits for its end: for starts that are refused. */
    async abgelehnt(extra: Record<string, string>): Promise<Lauf> {
      return run(process.execPath, [join(projectRoot, '.build/main.js')], { cwd: ordner, env: { ...env(0), ...extra }, timeout: 20_000 })
        .then(({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }), (error: { code?: number; stdout: string; stderr: string }) => ({ code: error.code ?? -1, out: error.stdout, err: error.stderr }))
    },
    /** A command of the command line; its lines of JSON. */
    async befehl<T>(port: number, ...args: string[]): Promise<T[]> {
      const { stdout } = await run(join(projectRoot, 'bin/stadtkern'), [...args, '--json'], { env: env(port), timeout: 30_000, maxBuffer: 10_000_000 })
      return stdout.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as T)
    },
    /** The process id of PostgreSQL, undefined when its pid file is not there. */
    postgresPid(): number | undefined {
      const file = join(daten, 'postgres/cluster/postmaster.pid')
      return (existsSync(file) && Number(readFileSync(file, 'utf8').split('\n')[0])) || undefined
    },
    /** Asks the running database behind row-level security. */
    async frage<T extends Record<string, unknown>>(sql: string): Promise<T[]> {
      const server = await ensureEmbeddedPostgres({ dataDir: daten })
      const client = new Client({ connectionString: server.url })
      await client.connect()
      try { return (await client.query<T>(sql)).rows } finally { await client.end(); await server.release() }
    },
  }
}

const lebt = (prozess: ChildProcess): boolean => prozess.exitCode === null && prozess.signalCode === null

/** Is a process of that number there? One that ended and was not yet collected does not count. */
export function gibtEs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

export async function beende(prozess: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (!lebt(prozess)) return
  const exited = once(prozess, 'exit')
  prozess.kill(signal)
  await exited
}

async function bereit(prozess: ChildProcess, url: string, { demo = false, ms = 90_000 }: { demo?: boolean; ms?: number }): Promise<void> {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(50)) {
    if (!lebt(prozess)) throw new Error(`The program ended by itself: ${prozess.exitCode}`)
    const stand = await fetch(`${url}/readyz`).then((response) => response.json() as Promise<{ ready: boolean; demo?: string }>, () => undefined)
    if (stand?.ready && (!demo || stand.demo === 'geladen')) return
  }
  throw new Error(`Not ready within ${ms} ms`)
}

/** Asks again and again until it is so; the error says what was waited for. */
export async function warteBis(worauf: string, pruefe: () => boolean | Promise<boolean>, ms: number): Promise<void> {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(50)) if (await pruefe()) return
  throw new Error(`${worauf}: not within ${ms} ms`)
}

export async function freierPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}
