import { Pool, type Client } from 'pg'
import { PgBoss } from 'pg-boss'
import type { Tx } from '../database/database.js'
import { listen } from '../database/listen.js'
import { sendAtOnce } from '../database/unawaited.js'
import type { Delivery } from '../events/record.js'
import type { JobDefinition } from './job.js'

const DELIVERIES = 'zustellung'

interface Db { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> }

/** Sending side and receiving side of the job queue. Sending happens inside the caller's transaction: no commit, no job. */
export interface Queue {
  send<D extends object>(tx: Tx, job: JobDefinition<D>, data: D & { mandantId: string }): Promise<void>
  sendDeliveries(tx: Tx, deliveries: readonly Delivery[]): Promise<void>
  /** Jobs that come back from a snapshot, in the transaction of who brings them. */
  resend(db: Db, jobs: readonly { readonly name: string; readonly data: object }[]): Promise<void>
  /** Starts receiving; returns when all queues are watched. */
  work(jobs: readonly JobDefinition[], handlers: { job(job: JobDefinition, data: object & { mandantId: string }, signal: AbortSignal): Promise<void>; delivery(delivery: Delivery): Promise<void> }): Promise<void>
  counts(): Promise<{ waiting: number; running: number; failed: number }>
  /** Waits for what is running, takes nothing new. */
  close(): Promise<void>
}

/**
 * Pauses grow from 2 s to an hour: a mail server or an object store may be away for most of a day before somebody has to look.
 * A job whose process was killed shows no sign of life; then another process takes it, after half a minute at most.
 */
const retries = { retryLimit: 30, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600, heartbeatSeconds: 20 }
const SIGN_OF_LIFE_SECONDS = 5
/** A job that is tried again, or taken over from a dead process, is announced to nobody: it is found by looking. */
const LOOK_FOR_WORK_SECONDS = 5
const LOOK_FOR_DEAD_SECONDS = 10
const looking = {
  batchSize: 1, heartbeatRefreshSeconds: SIGN_OF_LIFE_SECONDS,
  pollingIntervalSeconds: LOOK_FOR_WORK_SECONDS, notifyPollingIntervalSeconds: LOOK_FOR_WORK_SECONDS,
}

export interface QueueOptions {
  readonly role: string; readonly worker: boolean; readonly onError: (error: Error) => void
  /** As for the database: connections to a server that is found each time anew. */
  readonly Client?: typeof Client | undefined
}

export async function openQueue(url: string, options: QueueOptions): Promise<Queue> {
  const { pool, db } = openConnections(url, options)
  const boss = new PgBoss({
    db, migrate: false, createSchema: false, schedule: false, reindex: false,
    supervise: options.worker, useListenNotify: options.worker,
    superviseIntervalSeconds: LOOK_FOR_DEAD_SECONDS, monitorIntervalSeconds: LOOK_FOR_DEAD_SECONDS,
  })
  boss.on('error', options.onError)
  await boss.start()
  const on = (tx: Tx) => ({ executeSql: async (text: string, values: unknown[] = []) => ({ rows: (await sendAtOnce(tx, text, values)).rows as unknown[] }) })
  const known = new Set<string>()
  async function ensure(name: string): Promise<void> {
    if (known.has(name)) return
    await boss.createQueue(name, { ...retries, notify: true, retentionSeconds: 14 * 86_400, deleteAfterSeconds: 7 * 86_400, expireInSeconds: 600 })
    known.add(name)
  }
  await ensure(DELIVERIES)
  return {
    async send(tx, job, data) {
      await ensure(job.name)
      await boss.send(job.name, data, {
        db: on(tx), ...retries, ...(job.versuche ? { retryLimit: job.versuche } : {}),
      })
    },
    async sendDeliveries(tx, deliveries) {
      if (deliveries.length > 0) await boss.insert(DELIVERIES, deliveries.map((data) => ({ data: data as object, ...retries })), { db: on(tx) })
    },
    async resend(db, jobs) {
      for (const [name, group] of Map.groupBy(jobs, (one) => one.name)) {
        await ensure(name)
        await boss.insert(name, group.map(({ data }) => ({ data, ...retries })), { db })
      }
    },
    async work(jobs, handlers) {
      // A notification wakes one fetch: who has finished a job looks for the next at once.
      const takeNext = (worker: Promise<string>) => { worker.then((id) => boss.notifyWorker(id), () => undefined) }
      for (const job of jobs) {
        await ensure(job.name)
        const worker: Promise<string> = boss.work<object & { mandantId: string }>(job.name, { ...looking, localConcurrency: job.gleichzeitig ?? 1 },
          async (batch) => { takeNext(worker); for (const one of batch) await handlers.job(job, one.data, one.signal) })
        await worker
      }
      const deliveries: Promise<string> = boss.work<Delivery>(DELIVERIES, { ...looking, localConcurrency: 4 },
        async (batch) => { takeNext(deliveries); for (const one of batch) await handlers.delivery(one.data) })
      await deliveries
    },
    async counts() {
      const { rows } = await pool.query<{ waiting: number; running: number; failed: number }>(
        "select count(*) filter (where state in ('created','retry'))::int as waiting, count(*) filter (where state = 'active')::int as running, count(*) filter (where state = 'failed')::int as failed from pgboss.job")
      return rows[0] ?? { waiting: 0, running: 0, failed: 0 }
    },
    async close() {
      await boss.stop({ graceful: true, timeout: 8_000 })
      await pool.end()
    },
  }
}

/** The queue's own would listen at one server only, whichever is the primary. */
function openConnections(url: string, { role, worker, onError, Client }: QueueOptions) {
  const connection = {
    connectionString: url, options: `-c role=${role}`, application_name: 'stadtkern queue',
    connectionTimeoutMillis: 10_000, ...(Client ? { Client } : {}),
  }
  const pool = new Pool({ ...connection, max: worker ? 4 : 1 })
  pool.on('error', onError)
  return {
    pool,
    db: {
      executeSql: (text: string, values?: unknown[]) => pool.query(text, values),
      async listen(channel: string, onNotify: (payload: string) => void, onReconnect: () => void) {
        const state = { connected: onReconnect, lost: () => undefined }
        return { close: await listen({ connection, channel, onNotify, onError, state }) }
      },
    },
  }
}
