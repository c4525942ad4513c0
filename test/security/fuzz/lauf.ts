/**
 * The long run: npm run fuzz -- [--seed S] [--minutes M] [--ziel NAME]… Every parser gets mutants in turn until the time is over.
 * They run in a thread with bounded memory; one that does not come back in time is ended and the run goes on behind it. A finding is
 * printed with what makes it again, and its bytes are kept.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { projectRoot } from '../../../src/platform/config/index.js'
import { mutant } from './mutanten.js'
import { mangel, type Ziel } from './ziel.js'

const RUNDE = 100
const HOECHSTENS_MS = 20_000
const MEGABYTE = 700

interface Auftrag { readonly namen: readonly string[]; readonly seed: number; readonly minuten: number }
interface Start extends Auftrag { /** Number of the target and of the mutant, written before each. */ readonly stand: Int32Array<SharedArrayBuffer>; readonly ab: number; readonly bis: number }
interface Befund { readonly ziel: string; readonly nummer: number; readonly grund: string }

async function alleZiele(namen: readonly string[]): Promise<readonly Ziel[]> {
  const { ziele } = await import('./ziele.js')
  return namen.length === 0 ? ziele : ziele.filter(({ name }) => namen.includes(name))
}

/** In the thread: round after round, a hundred mutants of each target. */
async function arbeite({ namen, seed, stand, ab, bis }: Start): Promise<void> {
  const ziele = await alleZiele(namen)
  const wann = new Map<string, number>()
  for (let schritt = ab; Date.now() < bis; schritt += 1) {
    const index = Math.floor(schritt / RUNDE) % ziele.length
    const nummer = Math.floor(schritt / (RUNDE * ziele.length)) * RUNDE + schritt % RUNDE
    const ziel = ziele[index] as Ziel
    Atomics.store(stand, 0, schritt)
    const probe = mutant(ziel, seed, nummer)
    const vorher = performance.now()
    const grund = await mangel(ziel, probe)
    wann.set(ziel.name, (wann.get(ziel.name) ?? 0) + performance.now() - vorher)
    if (grund) parentPort?.postMessage({ ziel: ziel.name, nummer, grund } satisfies Befund)
    // Lets streams and messages of the one before come to their end.
    if (schritt % 20 === 0) await new Promise((resolve) => { setImmediate(resolve) })
  }
  parentPort?.postMessage(Object.fromEntries([...wann].map(([name, ms]) => [name, Math.round(ms)])))
}

async function leite({ namen, seed, minuten }: Auftrag): Promise<number> {
  const ziele = await alleZiele(namen)
  const bis = Date.now() + minuten * 60_000
  const stand = new Int32Array(new SharedArrayBuffer(4))
  const befunde = new Map<string, number>()
  const melde = ({ ziel: name, nummer, grund }: Befund): void => {
    const kurz = `${name}: ${grund.split('\n').slice(0, 3).join(' | ').slice(0, 300)}`
    const anzahl = (befunde.get(kurz) ?? 0) + 1
    befunde.set(kurz, anzahl)
    const ziel = ziele.find((eines) => eines.name === name)
    if (anzahl > 1 || !ziel) return
    const ordner = join(projectRoot, '.build/fuzz')
    mkdirSync(ordner, { recursive: true })
    const probe = mutant(ziel, seed, nummer)
    writeFileSync(join(ordner, `${name.replaceAll('/', '_')}-${seed}-${nummer}`), probe.bytes)
    console.log(`FINDING ${name} --seed ${seed}, number ${nummer} (${probe.name}, ${probe.bytes.length} bytes)\n  ${grund.split('\n').slice(0, 8).join('\n  ')}`)
  }
  let anzahl = 0
  for (let ab = 0; Date.now() < bis;) {
    Atomics.store(stand, 0, -1)
    const grund = await ende(starte({ namen, seed, minuten, stand, ab, bis }), stand, melde)
    const schritt = Math.max(Atomics.load(stand, 0), ab)
    anzahl = schritt + 1
    if (grund) {
      const nummer = Math.floor(schritt / (RUNDE * ziele.length)) * RUNDE + schritt % RUNDE
      melde({ ziel: ziele[Math.floor(schritt / RUNDE) % ziele.length]?.name ?? '', nummer, grund })
    }
    ab = schritt + 1
  }
  console.log(`${anzahl} mutants of ${ziele.length} targets, seed ${seed}: ${befunde.size} findings`)
  return befunde.size > 0 ? 1 : 0
}

const starte = (start: Start): Worker => new Worker(new URL(import.meta.url), { workerData: start, resourceLimits: { maxOldGenerationSizeMb: MEGABYTE }, ...(import.meta.url.endsWith('.ts') ? { execArgv: ['--import', 'tsx'] } : {}) })

/** Why the thread ended before its time; undefined when the time was over. */
function ende(worker: Worker, stand: Int32Array, melde: (befund: Befund) => void): Promise<string | undefined> {
  return new Promise((resolve) => {
    let [zuletzt, seit] = [-1, Date.now()]
    const wache = setInterval(() => {
      const jetzt = Atomics.load(stand, 0)
      if (jetzt !== zuletzt) { zuletzt = jetzt; seit = Date.now() }
      if (Date.now() - seit < (zuletzt < 0 ? 60_000 : HOECHSTENS_MS)) return
      fertig(`did not come back within ${HOECHSTENS_MS / 1000} s`)
    }, 500)
    let vorbei = false
    const fertig = (grund?: string): void => {
      if (vorbei) return
      vorbei = true
      clearInterval(wache)
      void worker.terminate().then(() => resolve(grund))
    }
    worker.on('message', (nachricht: Befund | Record<string, number>) => {
      if ('grund' in nachricht) melde(nachricht as Befund)
      else console.log(`ms by target: ${JSON.stringify(nachricht)}`)
    })
    worker.on('error', (fehler) => { fertig(`ended the thread: ${(fehler as Error).stack ?? String(fehler)}`) })
    // 13: the thread waits for what nobody will ever settle.
    worker.on('exit', (code) => { fertig(code === 13 ? 'waits for ever: a promise that nothing settles' : code === 0 ? undefined : `the thread ended with code ${code}`) })
  })
}

if (!isMainThread && workerData) await arbeite(workerData as Start)
else if (isMainThread) {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, minutes: { type: 'string', default: '10' }, ziel: { type: 'string', multiple: true, default: [] } } })
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
  if (!Number.isInteger(seed) || !(Number(values.minutes) > 0)) { console.error('npm run fuzz -- [--seed NUMBER] [--minutes NUMBER] [--ziel NAME]…'); process.exit(2) }
  process.exit(await leite({ namen: values.ziel, seed, minuten: Number(values.minutes) }))
}
