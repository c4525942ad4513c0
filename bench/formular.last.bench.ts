/**
 * 1,000 people fill in the form of the Bewohnerparkausweis at once, each with a session and a draft of their own, from the
 * first page over a file of 60 kB to the acknowledged application: web process, worker, PostgreSQL and this load maker on the
 * same processors. People begin within 20 s of each other and think 10 to 20 s, evenly spread, over every page. A step is what a
 * person waits for: the page is sent and the next one is there. Goals: no error, p95 of a step at most 500 ms.
 *
 * Then beyond capacity: another 1,000 people without a thought, a connection each. Every answer is 2xx, 3xx or 503 with
 * Retry-After, and who comes again then gets on; afterwards every draft holds what was acknowledged. Fewer or shorter:
 * FORMULAR_LEUTE, FORMULAR_DENKEN, FORMULAR_SEKUNDEN. FORMULAR_EINER=1: web and worker in one process, as `npm start` has it.
 */
import { isDeepStrictEqual } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { ensureEmbeddedPostgres } from '../src/platform/database/embedded/index.js'
import { person, type Person } from './formular-people.js'
import { print, round } from './measure.js'
import { processorTime } from './processor.js'
import { atRest, installation } from './program.js'

const PEOPLE = Number(process.env['FORMULAR_LEUTE'] ?? 1_000)
const FLOOD_SECONDS = Number(process.env['FORMULAR_SEKUNDEN'] ?? 60)
/** Seconds that the slowest think over a page; the fastest take half as long. */
const THINK = Number(process.env['FORMULAR_DENKEN'] ?? 20)
const think = () => (0.5 + Math.random() / 2) * THINK * 1_000
/** Nobody waits longer: what has no answer by then is an error. */
const TIMEOUT = 30_000

const place = installation()
const whole = await place.start({ demo: true })
await atRest(whole.url)
await whole.stop()
const profile = process.env['FORMULAR_NODE']
const alone = process.env['FORMULAR_EINER'] === '1'
const web = await place.start({ demo: true, env: { ...(alone ? {} : { STADTKERN_ROLLE: 'web' }), ...(profile ? { NODE_OPTIONS: profile } : {}) } })
const server = await ensureEmbeddedPostgres({ dataDir: place.data })
// As where somebody runs the database: a worker that may have to start it does not stand back for it.
const worker = alone ? undefined : await place.start({ demo: false, worker: true, env: { DATABASE_URL: server.url } })
const owner = new Client({ connectionString: server.url })
await owner.connect()

const errors: string[] = []
const crowd = (first: number): Person[] => Array.from({ length: PEOPLE }, (_, index) => person(web.url, first + index))
const p95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(times.length * 0.95) - 1)] ?? 0

/** One request; what is wrong with it is noted. False: this person goes no further. */
async function ask(one: Person): Promise<'good' | 'wrong' | number> {
  const wrong = (what: string) => ({ art: 'wrong' as const, what })
  const answered = one.ask().catch((error: unknown) => wrong(String(error)))
  const outcome = await Promise.race([answered, sleep(TIMEOUT, wrong('no answer'), { ref: false })])
  if (outcome.art === 'later') return outcome.seconds
  if (outcome.art === 'wrong') errors.push(outcome.what.slice(0, 200))
  return outcome.art
}

interface Step { readonly at: number; readonly ms: number }

/** With time to think. How long each step took: the form is sent, the page after it is there. */
async function unhurried(people: readonly Person[]): Promise<Step[]> {
  const steps: Step[] = []
  await Promise.all(people.map(async (one) => {
    await sleep(Math.random() * THINK * 1_000)
    for (let begun = performance.now(); one.vorgangsnummer === undefined;) {
      const form = one.next === 'form'
      if (form) { await sleep(think()); begun = performance.now() }
      const result = await ask(one)
      if (result === 'wrong') return
      if (typeof result === 'number') {
        errors.push('503 within capacity')
        await sleep(result * 1_000)
      } else if (!form) {
        steps.push({ at: begun, ms: performance.now() - begun })
      }
    }
  }))
  return steps
}

interface Flood { answers: number; refused: number; told: number; on: number }

/** Without a thought until the time is over. Who was told to come again does; `on`: got an answer that counts then. */
async function hurried(people: readonly Person[]): Promise<Flood> {
  const until = performance.now() + FLOOD_SECONDS * 1_000
  const count = { answers: 0, refused: 0, told: 0, on: 0 }
  await Promise.all(people.map(async (one) => {
    let [told, on] = [false, false]
    // Who waits to come again when the time is over still gets an answer.
    for (let waiting = false; waiting || (performance.now() < until && one.vorgangsnummer === undefined);) {
      const result = await ask(one)
      if (result === 'wrong') break
      waiting = typeof result === 'number'
      if (typeof result === 'number') {
        count.refused++
        told = true
        await sleep(result * 1_000)
      } else {
        count.answers++
        on ||= told
      }
    }
    count.told += Number(told)
    count.on += Number(on)
  }))
  return count
}

interface Row {
  id: string; antworten: Record<string, unknown>; daten: Record<string, unknown> | null; nummer: string | null; dateien: string[]
}

/** Drafts and applications that lack something that was acknowledged. */
async function lost(people: readonly Person[]): Promise<string[]> {
  const { rows } = await owner.query<Row>(`
    select e.id, e.antworten, a.daten, a.vorgangsnummer as nummer,
      array(select sha256 from onlineantrag.entwurf_datei d where d.entwurf_id = e.id
        union all select sha256 from antraege.anhang n where n.antrag_id = a.id) as dateien
    from onlineantrag.entwurf e left join antraege.antrag a on a.entwurf_id = e.id
    where e.id = any ($1)`, [people.flatMap(({ entwurf }) => entwurf ?? [])])
  const found = new Map(rows.map((row) => [row.id, row]))
  return people.filter(({ entwurf }) => entwurf !== undefined).flatMap((one) => {
    const row = found.get(one.entwurf ?? '')
    if (!row) return [`draft ${one.entwurf}`]
    const kept = row.daten ?? row.antworten
    const differs = ([name, value]: [string, unknown]) => !isDeepStrictEqual(kept[name], value)
    const missing = Object.entries(one.acknowledged).filter(differs).map(([name]) => name)
    if (one.file && !row.dateien.includes(one.file)) missing.push('file')
    if (one.vorgangsnummer && row.nummer !== one.vorgangsnummer) missing.push('Vorgang')
    return missing.map((name) => `${one.entwurf}: ${name}`)
  })
}

const result = (name: string, value: number, unit: string, n: number) => {
  print({ name: `formular.last${name}`, value: round(value), unit, yardstick: '', ratio: null, n })
}
const processors = () => [processorTime(web.child.pid), (worker ? processorTime(worker.child.pid) : 0), processorTime(undefined, place.data)]
const [begin, before, own] = [performance.now(), processors(), process.cpuUsage()]
const calm = crowd(0)
const steps = await unhurried(calm)
const seconds = (performance.now() - begin) / 1_000
const spent = processors().map((now, index) => round((now - (before[index] ?? 0)) / 1_000))
const { user, system } = process.cpuUsage(own)
const within = errors.length
result('', p95(steps.map(({ ms }) => ms)), 'ms (p95)', steps.length)
const slices = Map.groupBy(steps.toSorted((a, b) => a.at - b.at), ({ at }) => Math.floor((at - begin) / 20_000))
console.error(`p95 of every 20 s: ${[...slices.values()].map((slice) => `${round(p95(slice.map(({ ms }) => ms)))} (${slice.length})`).join(', ')}`)
result('.rate', steps.length / seconds, 'schritte/s', calm.filter(({ vorgangsnummer }) => vorgangsnummer).length)
result('.errors', within, '', PEOPLE)
console.error(`processor seconds of ${round(seconds)}: web ${spent[0]}, worker ${spent[1]}, PostgreSQL ${spent[2]}, `
  + `load maker ${round((user + system) / 1e6)}`)
const hasty = crowd(PEOPLE)
const { answers, refused, told, on } = await hurried(hasty)
result('.beyond', answers / FLOOD_SECONDS, 'antworten/s', PEOPLE)
result('.refused', refused, `503, ${on} of ${told} people got on`, answers)
result('.beyond.errors', errors.length - within, '', PEOPLE)
const gone = await lost([...calm, ...hasty])
result('.lost', gone.length, '', calm.length + hasty.length)
for (const [what, all] of Map.groupBy([...errors, ...gone], (text) => text.replace(/[0-9a-f-]{36}/g, '…'))) {
  console.error(`${all.length} × ${what}`)
}
await owner.end()
await worker?.stop()
await web.stop()
await server.release()
await place.remove()
if (errors.length + gone.length > 0 || on < told) process.exitCode = 1
