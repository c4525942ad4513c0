import type { Database } from '../database/database.js'
import { hearAgain } from '../database/listen.js'

export const ZONE = 'Europe/Berlin'
const CHANNEL = 'stadtkern_uhr'

/**
 * The business clock. In production it is the system's clock; in demo mode an operator may move it, so that deadlines, timers
 * and deemed dates can be watched. Every process hears of a move at once (NOTIFY).
 */
export interface Clock {
  now(): Temporal.Instant
  /** The legal date in Europe/Berlin: a submission at 23:30 UTC on 31 Dec is already of the new year (X1-01). */
  today(): Temporal.PlainDate
  readonly moved: boolean
  set(instant: Temporal.Instant | 'echt'): Promise<void>
  onMove(listener: () => void): void
  close(): Promise<void>
}

export async function openClock(db: Database, options: { movable: boolean }): Promise<Clock> {
  let offsetMs = 0
  const listeners: (() => void)[] = []
  async function read(): Promise<void> {
    const { rows } = await db.pool.query<{ versatz_ms: bigint }>('select versatz_ms from platform.uhr')
    offsetMs = Number(rows[0]?.versatz_ms ?? 0n)
  }
  let stop: () => Promise<void> = async () => undefined
  if (options.movable) {
    await read()
    const hear = () => { read().then(() => listeners.forEach((listener) => listener()), () => undefined) }
    stop = await db.listen(CHANNEL, hear, hearAgain(hear))
  }
  const nowMs = () => Date.now() + offsetMs
  const now = () => Temporal.Instant.fromEpochMilliseconds(nowMs())
  // The zone's rules are asked once a day and not several times a request.
  let day: { readonly date: Temporal.PlainDate; readonly from: number; readonly until: number } | undefined
  function today(): Temporal.PlainDate {
    const ms = nowMs()
    if (!day || ms < day.from || ms >= day.until) day = dayOf(ms)
    return day.date
  }
  return {
    now, today,
    get moved() { return offsetMs !== 0 },
    async set(instant) {
      if (!options.movable) throw new Error('The business clock can only be moved in demo mode.')
      const next = instant === 'echt' ? 0 : Math.round(instant.epochMilliseconds - Date.now())
      await db.pool.query('update platform.uhr set versatz_ms = $1', [next])
      await db.pool.query(`notify ${CHANNEL}`)
      await read()
      listeners.forEach((listener) => listener())
    },
    onMove: (listener) => { listeners.push(listener) },
    close: () => stop(),
  }
}

/** The legal day of a moment with its first millisecond and the first of the next one. */
function dayOf(ms: number): { date: Temporal.PlainDate; from: number; until: number } {
  const date = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE).toPlainDate()
  return { date, from: date.toZonedDateTime(ZONE).epochMilliseconds, until: date.add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds }
}
