import type { ServerResponse } from 'node:http'
import type { App } from '../app.js'
import { Refused } from '../errors.js'

/** How many requests may be worked on at once, and how many of a town may wait for it how long. */
export interface TurnLimits { readonly atOnce: number; readonly waitingPerTown: number; readonly longestMs: number }

/** A request's turn. */
export interface Turn {
  /** Lets others have the turn while `work` waits for somebody else: an upload's bytes, a thread, a service outside. */
  outside<T>(work: () => Promise<T>): Promise<T>
  /** The request is answered. Once is enough, more does no harm. */
  end(): void
}

/**
 * Whose request is next. More requests than database connections would only wait for each other; they wait here instead, the towns
 * in turn: one town's flood fills its own queue, and another town waits for one request to end and not for the flood (K1-07).
 */
export interface Turns {
  /**
   * Waits for the town's turn.
   * @throws Refused 503 when too many of the town wait already, or after `longestMs`
   */
  take(town: string, answer: ServerResponse): Promise<Turn>
  counts(): { readonly active: number; readonly waiting: number; readonly refused: number }
}

interface Waiter { start(): void }

const BUSY = 'Gerade sind sehr viele Menschen auf dieser Seite. Bitte versuchen Sie es in ein paar Sekunden noch einmal. Was Sie gespeichert haben, bleibt erhalten.'
const SECONDS = 5

/** More requests than twice the connections to the database only wait for each other. */
export const turnLimits = ({ config }: Pick<App, 'config'>): TurnLimits => ({ atOnce: 2 * config.database.poolSize, waitingPerTown: 400, longestMs: 10_000 })

export function openTurns({ atOnce, waitingPerTown, longestMs }: TurnLimits): Turns {
  const queues = openQueues(waitingPerTown, longestMs)
  let active = 0
  let scheduled = false
  // One begins in each turn of the event loop, because a page that asks the database nothing is drawn at once: of what arrives
  // together the towns would otherwise get as much as they have connections.
  function schedule(): void {
    if (scheduled) return
    scheduled = true
    setImmediate(startNext)
  }
  function startNext(): void {
    scheduled = false
    const waiter = active < atOnce ? queues.next() : undefined
    if (!waiter) return
    waiter.start()
    schedule()
  }
  function leave(): void {
    active--
    schedule()
  }
  function begin(): Turn {
    active++
    let [over, inside] = [false, true]
    return {
      async outside(work) {
        if (!inside) return work()
        inside = false
        leave()
        try {
          return await work()
        } finally {
          // What was begun outside is finished, whoever else waits.
          if (!over) { inside = true; active++ }
        }
      },
      end() {
        over = true
        if (inside) { inside = false; leave() }
      },
    }
  }
  return {
    async take(town, answer) {
      if (scheduled || active >= atOnce) return queues.wait(town, answer, begin)
      schedule()
      return begin()
    },
    counts: () => ({ active, ...queues.counts() }),
  }
}

/** From so many waiting on a town floods, and what it costs is its own: the others have two turns for its one. */
const FLOOD = 50

/** A queue for each town; the towns in the order of their turn. */
function openQueues(mostPerTown: number, longestMs: number) {
  const towns = new Map<string, Waiter[]>()
  const oneMore = new Set<string>()
  let refused = 0
  function refuse(): Promise<never> {
    refused++
    return Promise.reject(new Refused(503, BUSY, SECONDS))
  }
  return {
    counts: () => ({ waiting: [...towns.values()].reduce((sum, queue) => sum + queue.length, 0), refused }),
    /** The first of the town whose turn it is; that town comes last then, or after a second one. */
    next(): Waiter | undefined {
      const [first] = towns
      if (!first) return undefined
      const [town, queue] = first
      const waiter = queue.shift()
      if (!oneMore.delete(town) && queue.length > 0 && queue.length < FLOOD) {
        oneMore.add(town)
      } else {
        towns.delete(town)
        if (queue.length > 0) towns.set(town, queue)
      }
      return waiter
    },
    wait(town: string, answer: ServerResponse, begin: () => Turn): Promise<Turn> {
      const queue = towns.get(town) ?? []
      if (queue.length >= mostPerTown) return refuse()
      towns.set(town, queue)
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          const at = queue.indexOf(waiter)
          if (at >= 0) queue.splice(at, 1)
          if (queue.length === 0 && towns.get(town) === queue) { towns.delete(town); oneMore.delete(town) }
          settle()
          refuse().catch(reject)
        }
        const timer = setTimeout(giveUp, longestMs)
        const settle = () => { clearTimeout(timer); answer.off('close', giveUp) }
        const waiter: Waiter = { start: () => { settle(); resolve(begin()) } }
        // Whoever has hung up needs no turn.
        answer.once('close', giveUp)
        queue.push(waiter)
      })
    },
  }
}
