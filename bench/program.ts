import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../src/platform/config/root.js'
import { stopEmbedded } from '../src/platform/database/embedded/index.js'

/** Until the letters and deliveries of the demo data are done: they would be measured too. */
export async function atRest(url: string): Promise<void> {
  for (const until = Date.now() + 120_000; Date.now() < until; await sleep(500)) {
    const metrics = await (await fetch(`${url}/metrics`)).text()
    if (['wartend', 'laufend'].every((state) => metrics.includes(`stadtkern_auftraege{zustand="${state}"} 0`))) return
  }
  throw new Error('the program did not come to rest within two minutes')
}

export interface Running { readonly url: string; readonly child: ChildProcess; readonly seconds: { readonly ready: number; readonly demo: number }; stop(): Promise<void> }

/** Each program of a benchmark has a port of its own. */
let started = 0

/** A data folder of its own, or one that is there; as root PostgreSQL runs as somebody else, who has to get past the folder. */
export function installation(existing?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'stadtkern-bench-'))
  chmodSync(folder, 0o755)
  const data = existing ?? join(folder, 'data')
  return {
    folder,
    data,
    /** Starts the built program; gives the seconds until it was ready and, with `demo`, until all demo data were there. */
    async start(options: { demo: boolean; env?: Readonly<Record<string, string>>; /** Jobs only, beside a program that answers. */ worker?: true }): Promise<Running> {
      const port = 18_700 + (process.pid + ++started) % 1000
      const url = `http://127.0.0.1:${port}`
      const begin = performance.now()
      const child = spawn(process.execPath, [join(projectRoot, '.build/main.js')], {
        env: {
          ...process.env, STADTKERN_DATA: data, STADTKERN_MODE: 'demo', PORT: String(port), STADTKERN_LOG_LEVEL: 'error',
          ...(options.worker ? { STADTKERN_ROLLE: 'worker', STADTKERN_WORKER_PORT: String(port) } : {}), ...options.env,
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      // A benchmark that fails must not leave a program behind; it takes its database with it.
      process.once('exit', () => child.kill('SIGTERM'))
      const elapsed = () => (performance.now() - begin) / 1_000
      let [ready, demo] = [0, 0]
      for (; demo === 0; await sleep(10)) {
        if (elapsed() > 120) throw new Error('the program did not start within two minutes')
        const state = await fetch(`${url}/readyz`).then((response) => response.json() as Promise<{ ready: boolean; demo?: string }>, () => undefined)
        if (state?.ready && ready === 0) ready = elapsed()
        if (ready > 0 && (!options.demo || state?.demo === 'geladen')) demo = elapsed()
      }
      return { url, child, seconds: { ready, demo }, stop: () => ended(child) }
    },
    async remove() {
      await stopEmbedded(data)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The yardstick: bare Fastify in a process of its own, as the program is, that sends these bytes at every address. */
export async function bareFastify(folder: string, body: Buffer): Promise<{ url: string; stop(): Promise<void> }> {
  const file = join(folder, 'bytes.html')
  writeFileSync(file, body)
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-fastify.mjs'), file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data') as [Buffer]
  return { url: String(line).trim(), stop: () => ended(child) }
}

async function ended(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}
