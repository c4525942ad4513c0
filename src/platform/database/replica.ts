import type { Actor } from '../usecases/actor.js'
import { nameOf } from './addresses.js'
import type { Database } from './database.js'
import type { Lookout } from './lookout.js'

type Reading = Database['reading']

/** Who answered a question that may be some seconds old, and why it was the primary: for /metrics. */
export type Answered = 'replik' | 'primaer_rueckstand' | 'primaer_eigene_aenderung' | 'primaer_fehler'

/** How many people are remembered before those are forgotten whose change is old. */
const MANY = 5_000

/** The standby that answers questions which bear some age (`staleness` at the query). */
export interface Replica {
  /**
   * Reads from the standby. The primary does it where the standby is away or too far behind, where the person has just
   * changed something and wants to see it, and where the standby's answer is an error of whatever kind: also "there is
   * no such thing" and "you may not" are the primary's to say.
   */
  answer<T>(actor: Actor, read: (reading: Reading) => Promise<T>): Promise<T>
  /** The actor has just changed something. */
  wrote(actor: Actor): void
  counts(): Readonly<Record<Answered, number>>
  /** Which server answers and how old its answers may be; undefined when there is none. */
  follower(): { readonly name: string; readonly ageSeconds: number } | undefined
  close(): Promise<void>
}

export function openReplica({ primary, standby, lookout, maxAgeSeconds }: {
  primary: Database; /** A pool on `lookout.Standby`. */ standby: Database; lookout: Lookout; maxAgeSeconds: number
}): Replica {
  const counts = { replik: 0, primaer_rueckstand: 0, primaer_eigene_aenderung: 0, primaer_fehler: 0 }
  const longestMs = maxAgeSeconds * 1_000
  const changes = new Map<string, number>()
  const recent = (at: number | undefined): boolean => at !== undefined && performance.now() - at <= longestMs
  function byPrimary<T>(why: Answered, read: (reading: Reading) => Promise<T>): Promise<T> {
    counts[why]++
    return read(primary.reading)
  }
  return {
    async answer(actor, read) {
      if (recent(changes.get(keyOf(actor)))) return byPrimary('primaer_eigene_aenderung', read)
      const follower = lookout.follower()
      if (!follower || follower.ageMs > longestMs) return byPrimary('primaer_rueckstand', read)
      try {
        const answer = await read(standby.reading)
        counts.replik++
        return answer
      } catch {
        return byPrimary('primaer_fehler', read)
      }
    },
    wrote(actor) {
      if (changes.size >= MANY) for (const [key, at] of changes) if (!recent(at)) changes.delete(key)
      changes.set(keyOf(actor), performance.now())
    },
    counts: () => counts,
    follower() {
      const found = lookout.follower()
      return found && { name: nameOf(found.url), ageSeconds: found.ageMs / 1_000 }
    },
    close: () => standby.close(),
  }
}

const keyOf = ({ mandantId, art, id }: Actor): string => `${mandantId} ${art} ${id}`
