/** Pages over HTTP against a bare Fastify that sends the same bytes: what the whole way through the program costs. */
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, chmodSync, readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { projectRoot } from '../src/platform/config/root.js'
import { stopEmbedded } from '../src/platform/database/embedded/index.js'
import { paired, perSecond, print, round } from './measure.js'

const PORT = 18_700 + process.pid % 1000
const folder = mkdtempSync(join(tmpdir(), 'stadtkern-bench-'))
chmodSync(folder, 0o755)
const agent = new Agent({ keepAlive: true, maxSockets: 16 })
const load = (url: string): Promise<string> => new Promise((resolve, reject) => {
  get(url, { agent }, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString()))
  }).on('error', reject)
})

/** Starts the built program and waits for an answer, then with `demo` for the demo data; gives the seconds to the first answer. */
async function start(demo: boolean) {
  const begin = performance.now()
  const child = spawn(process.execPath, [join(projectRoot, '.build/main.js')], { env: { ...process.env, STADTKERN_DATA: join(folder, 'data'), STADTKERN_MODE: 'demo', PORT: String(PORT), STADTKERN_LOG_LEVEL: 'error' }, stdio: ['ignore', 'ignore', 'inherit'] })
  let seconds = 0
  for (const until = begin + 40_000; performance.now() < until;) {
    const state = await load(`http://127.0.0.1:${PORT}/readyz`).catch(() => '')
    if (seconds === 0 && state.includes('"ready":true')) seconds = (performance.now() - begin) / 1_000
    if (seconds > 0 && (!demo || state.includes('geladen'))) break
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
  return { child, seconds }
}

const cold = await start(true)
print({ name: 'start.cold', value: round(cold.seconds), unit: 's', yardstick: 'none', ratio: null, n: 1 })
const url = `http://127.0.0.1:${PORT}/`
const bytes = await load(url)
const bare = Fastify()
bare.get('/', (_request, reply) => reply.header('content-type', 'text/html; charset=utf-8').send(bytes))
const bareUrl = await bare.listen({ port: 0, host: '127.0.0.1' })
const speed = (target: string) => () => perSecond(() => load(target), { seconds: 2, callers: 8 })
await speed(url)()
const page = await paired(speed(url), speed(`${bareUrl}/`), 3)
print({ name: 'portal.page', value: round(page.value), unit: 'pages/s', yardstick: 'bare Fastify, same bytes', ratio: round(page.ratio), n: 3 })
await bare.close()
const exited = once(cold.child, 'exit')
cold.child.kill('SIGTERM')
await exited
const warm = await start(false)
print({ name: 'start.warm', value: round(warm.seconds), unit: 's', yardstick: 'none', ratio: null, n: 1 })
await new Promise((resolve) => { setTimeout(resolve, 3_000) })
if (process.platform === 'linux') {
  const kib = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${warm.child.pid}/status`, 'utf8'))?.[1])
  print({ name: 'memory.idle', value: round(kib / 1024), unit: 'MiB', yardstick: 'none', ratio: null, n: 1 })
}
const gone = once(warm.child, 'exit')
warm.child.kill('SIGTERM')
await gone
agent.destroy()
await stopEmbedded(join(folder, 'data'))
rmSync(folder, { recursive: true, force: true })
