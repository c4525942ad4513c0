import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../app.js'
import { deliver } from '../events/record.js'
import { systemActor } from '../usecases/actor.js'
import { sealing } from '../audit/seal.js'
import { stamping } from '../audit/stamping.js'
import { counting } from '../storage/storage.js'
import { expiringLogs } from '../audit/retention.js'
import { expiredSessions } from '../auth/expired.js'
import type { JobContext, Recurring } from './job.js'

/** So many requests are worked on while jobs still begin at once; while there are more, each waits so long at most. */
const FEW_REQUESTS = 3
const STAND_BACK_MS = 1_000

/**
 * Starts the working side of this process: jobs, deliveries, and what recurs. Any number of processes may do so.
 * @param requests how many requests this process works on: whoever waits for a page goes before letters, which are read later
 * @returns a function that stops taking new work and waits for what runs
 */
export async function startWorker(app: App, requests: () => number = () => 0): Promise<() => Promise<void>> {
  const aborter = new AbortController()
  async function standBack(): Promise<void> {
    for (const until = Date.now() + STAND_BACK_MS; requests() > FEW_REQUESTS && Date.now() < until && !aborter.signal.aborted;) await sleep(20)
  }
  const contextFor = (mandantId: string, name: string, signal: AbortSignal): JobContext =>
    ({ app, mandantId, actor: systemActor(mandantId, name), signal: AbortSignal.any([signal, aborter.signal]) })
  await app.queue.work(app.module.flatMap((modul) => modul.jobs ?? []) as never, {
    async job(job, data, signal) {
      await standBack()
      await job.run(contextFor(data.mandantId, job.name, signal), data).catch((error: unknown) => {
        app.log.error('auftrag', { auftrag: job.name, mandant: data.mandantId, fehler: String(error), stapel: error instanceof Error ? error.stack ?? null : null })
        throw error
      })
    },
    async delivery(delivery) {
      await standBack()
      await deliver(app, delivery).catch((error: unknown) => {
        app.log.error('zustellung', { reaktion: delivery.reaktion, mandant: delivery.mandantId, fehler: String(error), stapel: error instanceof Error ? error.stack ?? null : null })
        throw error
      })
    },
  })
  const slots = openSlots(Math.max(1, Math.floor(app.config.database.poolSize / 3)))
  const timers = [sealing, stamping, counting, expiringLogs, expiredSessions, ...app.module.flatMap((modul) => modul.recurring ?? [])].map((recurring) => repeat(app, recurring, contextFor, slots, aborter.signal))
  return async () => {
    aborter.abort()
    await Promise.all(timers.map((timer) => timer.stop()))
  }
}

/**
 * Runs it for every town, one process at a time (advisory lock per name and town). Business timers are rows with a due time in
 * business time; this looks for due ones, at once when an operator moves the clock.
 */
function repeat(app: App, recurring: Recurring, contextFor: (mandantId: string, name: string, signal: AbortSignal) => JobContext, slots: Slots, signal: AbortSignal) {
  let running: Promise<void> | undefined
  let again = false
  async function round(): Promise<void> {
    for (const mandant of app.mandanten.all()) {
      if (signal.aborted) return
      await slots(() => runAlone(app, `${recurring.name}:${mandant.id}`, () => recurring.run(contextFor(mandant.id, recurring.name, signal))))
        .catch((error: unknown) => app.log.error('wiederkehrend', { name: recurring.name, mandant: mandant.id, fehler: String(error), stapel: error instanceof Error ? error.stack ?? null : null }))
    }
  }
  function tick(): void {
    if (running) { again = true; return }
    running = round().finally(() => { running = undefined; if (again) { again = false; tick() } })
  }
  const timer = setInterval(tick, recurring.alleSekunden * 1_000)
  app.clock.onMove(tick)
  tick()
  return { async stop() { clearInterval(timer); again = false; await running } }
}

type Slots = (run: () => Promise<void>) => Promise<void>

/** So many at once, the others wait: each holds a connection for its lock and needs another one, and all due at once would starve. */
function openSlots(count: number): Slots {
  let free = count
  const waiting: (() => void)[] = []
  return async (run) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => { waiting.push(resolve) })
    try { await run() } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}

/** Does nothing when another process is already at it. */
async function runAlone(app: App, name: string, run: () => Promise<void>): Promise<void> {
  const client = await app.db.pool.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [name])
    if (!rows[0]?.mine) return
    try { await run() } finally { await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]) }
  } finally {
    client.release()
  }
}
