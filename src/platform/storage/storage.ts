import { randomUUID } from 'node:crypto'
import type { BlobStore } from '../blobs/index.js'
import type { Database } from '../database/database.js'
import type { Recurring } from '../jobs/job.js'
import type { Mandanten } from '../tenancy/mandanten.js'

/** How much the towns have stored, as this process knows it: what all had at the last look, and its own since. */
export interface Storage {
  /** Bytes. */
  used(mandantId: string): number
  /** Would so many bytes more be beyond what the town may store? Known to a few seconds: what comes in between is let in. */
  refuses(mandantId: string, bytes: number): boolean
  /** True from 90 % of the limit on: somebody should do something before uploads are refused. */
  nearlyFull(mandantId: string): boolean
  /** Tells the others what this process has stored, and hears of theirs. */
  sync(): Promise<void>
  close(): Promise<void>
}

const EVERY_MS = 5_000
const WARN_AT = 0.9
/** The row with what was counted. */
const COUNTED = '00000000-0000-0000-0000-000000000000'

/** @returns the store that counts what is put, and what it has counted; `watch`: for a process that stays */
export async function openStorage(db: Database, mandanten: Mandanten, blobs: BlobStore, watch: boolean): Promise<{ storage: Storage; blobs: BlobStore }> {
  const process = randomUUID()
  let known = new Map<string, number>()
  const own = new Map<string, number>()
  const used = (mandantId: string): number => (known.get(mandantId) ?? 0) + (own.get(mandantId) ?? 0)
  const limitOf = (mandantId: string): number => mandanten.byId(mandantId)?.speichergrenze ?? Infinity
  let running = Promise.resolve()
  // One after the other: two at once would tell the same news twice.
  const sync = (): Promise<void> => { running = running.catch(() => undefined).then(look); return running }
  async function look(): Promise<void> {
    const news = [...own].filter(([, bytes]) => bytes > 0)
    if (news.length > 0) {
      await db.pool.query(`insert into platform.speicher as s (mandant_id, quelle, bytes) select m, $2, b from unnest($1::uuid[], $3::bigint[]) as n(m, b)
        on conflict (mandant_id, quelle) do update set bytes = s.bytes + excluded.bytes, geaendert_am = now()`, [news.map(([id]) => id), process, news.map(([, bytes]) => bytes)])
      for (const [id, bytes] of news) own.set(id, (own.get(id) ?? 0) - bytes)
    }
    const { rows } = await db.pool.query<{ mandant_id: string; bytes: number }>('select mandant_id, sum(bytes)::float8 as bytes from platform.speicher group by mandant_id')
    known = new Map(rows.map(({ mandant_id: id, bytes }) => [id, bytes]))
  }
  await sync()
  // A look that fails is made up for by the next: what was stored is not forgotten.
  const timer = watch ? setInterval(() => { sync().catch(() => undefined) }, EVERY_MS) : undefined
  return {
    storage: {
      used, sync,
      refuses: (mandantId, bytes) => used(mandantId) + bytes > limitOf(mandantId),
      nearlyFull: (mandantId) => used(mandantId) >= WARN_AT * limitOf(mandantId),
      async close() { clearInterval(timer); await sync() },
    },
    blobs: {
      ...blobs,
      async put(mandantId, content, options) {
        const stored = await blobs.put(mandantId, content, options)
        own.set(mandantId, (own.get(mandantId) ?? 0) + stored.size)
        return stored
      },
    },
  }
}

const COUNT_EVERY_HOURS = 20

/**
 * Once a day everything that lies in the store is counted: the same file twice is there once, and what was deleted is gone. What
 * processes stored while it is counted stays in their rows and may count twice until the next day, never not at all.
 */
export const counting: Recurring = {
  name: 'platform.speicher', alleSekunden: 1_800,
  async run({ app, mandantId, signal }) {
    const { rows } = await app.db.pool.query<{ quelle: string; bytes: string; neu: boolean }>(`select quelle, bytes::text,
      coalesce(gezaehlt_am > now() - make_interval(hours => $2), false) as neu from platform.speicher where mandant_id = $1`, [mandantId, COUNT_EVERY_HOURS])
    if (rows.some(({ neu }) => neu)) return
    let bytes = 0
    for await (const { size } of app.blobs.list(mandantId)) {
      if (signal.aborted) return
      bytes += size
    }
    const since = rows.filter(({ quelle }) => quelle !== COUNTED)
    await app.db.pool.query(`with bisher as (
        update platform.speicher s set bytes = s.bytes - n.b from unnest($3::uuid[], $4::bigint[]) as n(q, b) where s.mandant_id = $1 and s.quelle = n.q),
      alt as (delete from platform.speicher where mandant_id = $1 and quelle <> $5 and bytes = 0 and geaendert_am < now() - interval '1 day')
      insert into platform.speicher (mandant_id, quelle, bytes, gezaehlt_am) values ($1, $5, $2, now())
      on conflict (mandant_id, quelle) do update set bytes = excluded.bytes, gezaehlt_am = now(), geaendert_am = now()`,
    [mandantId, bytes, since.map(({ quelle }) => quelle), since.map(({ bytes: stored }) => stored), COUNTED])
  },
}
