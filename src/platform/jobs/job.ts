import type { App } from '../app.js'
import type { Actor } from '../usecases/actor.js'

export interface JobContext {
  readonly app: App
  readonly mandantId: string
  /** A system actor with the job's name. */
  readonly actor: Actor
  readonly signal: AbortSignal
}

/**
 * Work outside of a transaction: rendering, sending, fetching. It records its result through a command, with a key, so that a
 * repetition after a crash does not do it twice.
 */
export interface JobDefinition<D extends object = object> {
  readonly name: string
  /** How many of them one process runs at once; default 1. */
  readonly gleichzeitig?: number
  /** How often it is tried before it counts as failed; default 30, with pauses that grow to an hour: most of a day. */
  readonly versuche?: number
  run(ctx: JobContext, data: D): Promise<void>
}

export const job = <D extends object>(definition: JobDefinition<D>): JobDefinition<D> => definition

/** Something that happens by itself for every town, every so many seconds, on one process at a time. */
export interface Recurring {
  readonly name: string
  readonly alleSekunden: number
  run(ctx: JobContext): Promise<void>
}
