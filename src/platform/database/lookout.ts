import { Client } from 'pg'
import { nameOf, placeOf, serversOf } from './addresses.js'
import { answersAmong, cut, noPrimary, openProbe, primaryAmong, type Sighting } from './sighting.js'

/** How often the servers are asked how they stand. */
const EVERY_MS = 1_000
/** A primary that says nothing for so long is gone, though nobody said goodbye: whoever waits for it gets an error. */
const SILENT_FOR_MS = 10_000
/** Positions of the primary that are remembered; a standby that is further behind has an unknown age. */
const REMEMBERED = 400

/** A standby that follows our primary, and how old its answers may be at most. */
export interface Follower { readonly url: string; readonly ageMs: number }

/**
 * Watches the servers of this installation: which one accepts changes, and how old the answers of a standby are.
 *
 * Age is measured without writing: the primary's position is noted every second, and a standby that has applied up to
 * that position knows everything that the primary knew then. An idle primary, a paused standby and one that lost its
 * primary all come out right.
 */
export interface Lookout {
  /**
   * A driver's connection that goes to the server which accepts changes, and ends when another one took over.
   * Undefined where the address names one server: that one it is.
   */
  readonly Primary: typeof Client | undefined
  /** The same to a standby, for a pool of its own. */
  readonly Standby: typeof Client
  /** The standby with the newest answers; undefined when none follows. */
  follower(): Follower | undefined
  close(): Promise<void>
}

export interface LookoutOptions {
  readonly url: string
  readonly replicaUrl?: string | undefined
  readonly onError: (error: Error) => void
}

export function openLookout({ url, replicaUrl, onError }: LookoutOptions): Lookout {
  const [primaries, standbys] = [serversOf(url), replicaUrl ? serversOf(replicaUrl) : []]
  const probes = [...new Set([...primaries, ...standbys])].map(openProbe)
  const history = openHistory()
  let answers: readonly PromiseSettledResult<Sighting>[] = []
  let primary: Sighting | undefined
  let standby: { readonly url: string; readonly knowsUntil: number } | undefined
  let heardAt = 0
  let round: Promise<void> | undefined
  const toPrimary = openLine(async () => {
    if (!primary) await look()
    if (!primary) throw noPrimary(primaries, answers)
    return primary.url
  }, () => { primary = undefined })
  const toStandby = openLine(async () => {
    if (!standby) throw new Error('No standby follows')
    return standby.url
  }, () => { standby = undefined })

  const look = (): Promise<void> => (round ??= ask().finally(() => { round = undefined }))
  async function ask(): Promise<void> {
    const at = performance.now()
    const all = await Promise.allSettled(probes.map((probe) => probe.ask()))
    answers = all.filter((_, index) => primaries.includes(probes[index]?.url ?? ''))
    const seen = answersAmong(all)
    const found = primaryAmong(seen.filter((one) => primaries.includes(one.url) && history.mayBePrimary(one)))
    if (found) {
      history.note(at, found)
      heardAt = performance.now()
    }
    // Who does not answer keeps the place for a while; who answers and is no primary has lost it.
    if (found || seen.some((one) => one.url === primary?.url) || performance.now() - heardAt > SILENT_FOR_MS) {
      const lost = primary && primary.url !== found?.url ? nameOf(primary.url) : undefined
      if (lost) onError(new Error(`${lost} is not the primary any more`))
      primary = found
      toPrimary.leaveAllBut(found?.url)
    }
    standby = seen.filter((one) => one.standby && one.identity === primary?.identity && standbys.includes(one.url))
      .map(({ url: at, position }) => ({ url: at, knowsUntil: history.reached(position) ?? -Infinity }))
      .filter(({ knowsUntil }) => Number.isFinite(knowsUntil))
      .toSorted((a, b) => b.knowsUntil - a.knowsUntil)[0]
    toStandby.leaveAllBut(standby?.url)
  }

  const timer = setInterval(() => { void look() }, EVERY_MS)
  timer.unref()
  void look()
  return {
    Primary: primaries.length > 1 ? toPrimary.Client : undefined,
    Standby: toStandby.Client,
    follower: () => standby && { url: standby.url, ageMs: performance.now() - standby.knowsUntil },
    async close() {
      clearInterval(timer)
      await round
      await Promise.all(probes.map((probe) => probe.close()))
    },
  }
}

/** Where the primary's write-ahead log was at which moment, since it became the primary. */
function openHistory() {
  const positions: { readonly at: number; readonly position: bigint }[] = []
  let timeline = 0
  return {
    /** A server with a shorter history than one seen before was the primary once and is not any more. */
    mayBePrimary: (one: Sighting): boolean => one.standby || one.timeline >= timeline,
    note(at: number, primary: Sighting): void {
      if (primary.timeline !== timeline) positions.length = 0
      timeline = primary.timeline
      positions.push({ at, position: primary.position })
      if (positions.length > REMEMBERED) positions.shift()
    },
    /** The last moment of which somebody knows everything who has come so far; undefined when it is too long ago. */
    reached: (position: bigint): number | undefined => positions.findLast((one) => one.position <= position)?.at,
  }
}

interface Line { readonly Client: typeof Client; leaveAllBut(url: string | undefined): void }

/** Connections to wherever `find` says at the moment; `doubtful` hears when one could not be made. */
function openLine(find: () => Promise<string>, doubtful: () => void): Line {
  const open = new Map<Client, string>()
  class Connection extends Client {
    override connect(): Promise<Client>
    override connect(done: (error: Error) => void): void
    override connect(done?: (error: Error) => void): Promise<Client> | void {
      const connected = this.reach()
      if (!done) return connected
      connected.then(() => process.nextTick(done), (error: unknown) => process.nextTick(done, error))
    }

    private async reach(): Promise<Client> {
      const url = await find()
      Object.assign(this, placeOf(url))
      open.set(this, url)
      this.once('end', () => { open.delete(this) })
      await super.connect().catch((error: unknown) => { doubtful(); throw error })
      return this
    }
  }
  return {
    Client: Connection,
    leaveAllBut(url) { for (const [client, at] of open) if (at !== url) cut(client) },
  }
}
