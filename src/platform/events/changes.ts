import type { Database } from '../database/database.js'
import type { Clock } from '../clock/clock.js'

/**
 * Whether what this process remembers of a town still holds. Every committed event of a town, whichever process wrote it, gives
 * the town a new state (NOTIFY by a trigger on platform.ereignis); so does moving the business clock.
 */
export interface Changes {
  /** The town's state; what was read under another one may be wrong by now. Undefined: news may be missing, remember nothing. */
  stateOf(mandantId: string): number | undefined
  /** This process has just committed an event: its own readers need not wait for the notification. */
  changed(mandantId: string): void
  /** Begins to listen; until then there is no state. For processes that remember something, so not for the command line. */
  watch(): Promise<void>
  close(): Promise<void>
}

const CHANNEL = 'stadtkern_aenderung'

export function openChanges(db: Database, clock: Clock): Changes {
  const towns = new Map<string, number>()
  let last = 0
  /** The state of every town that has had no event since. */
  let all = 0
  let listening = false
  let stop: Promise<() => Promise<void>> | undefined
  const changed = (mandantId: string) => { towns.set(mandantId, ++last) }
  function everything(): void { towns.clear(); all = ++last }
  clock.onMove(everything)
  return {
    stateOf: (mandantId) => (listening ? towns.get(mandantId) ?? all : undefined),
    changed,
    async watch() {
      // After a lost connection nobody knows what happened meanwhile.
      stop ??= db.listen(CHANNEL, changed, { connected: () => { everything(); listening = true }, lost: () => { listening = false } })
      await stop
    },
    async close() { await (await stop)?.() },
  }
}
