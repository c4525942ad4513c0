import type { Static, TSchema } from 'typebox'
import type { BlobStore } from './blobs/index.js'
import type { Clock } from './clock/clock.js'
import type { Config } from './config/index.js'
import type { Database } from './database/database.js'
import type { Replica } from './database/replica.js'
import type { Changes } from './events/changes.js'
import type { Reaction } from './events/event.js'
import type { TownMail } from './mail/index.js'
import type { Modul } from './modul.js'
import type { Queue } from './jobs/queue.js'
import type { Log } from './log/log.js'
import type { Storage } from './storage/storage.js'
import type { Mandanten } from './tenancy/mandanten.js'
import type { Actor } from './usecases/actor.js'
import { ask, askAtOnce, execute, type Once } from './usecases/execute.js'
import type { Answers, Command, Query, Question } from './usecases/usecase.js'

/** The running program: the technical parts and the rooms. Made once per process by `createApp`, closed by `close`. */
export interface App {
  readonly config: Config
  readonly db: Database
  /** Where one is configured and this process serves people. */
  readonly replica?: Replica | undefined
  readonly clock: Clock
  readonly queue: Queue
  readonly blobs: BlobStore
  readonly storage: Storage
  readonly mail: TownMail
  /** Of this installation; use `purposeKey` and never itself. */
  readonly masterKey: Buffer
  /** Whether what a process remembers of a town still holds. */
  readonly changes: Changes
  readonly log: Log
  readonly mandanten: Mandanten
  readonly module: readonly Modul[]
  /** Runs a command as somebody. See usecases/execute.ts. */
  execute<I extends TSchema, O>(actor: Actor, command: Command<I, O>, input: Static<I>, once?: Once): Promise<O>
  /** Asks a query as somebody. */
  ask<I extends TSchema, O>(actor: Actor, query: Query<I, O>, input: Static<I>): Promise<O>
  /** Asks several questions in one round trip; see `readQuery`. */
  askAtOnce<const Q extends readonly Question[]>(actor: Actor, questions: Q): Promise<Answers<Q>>
  reactionsTo(typ: string): readonly Reaction[]
  reactionByName(name: string): Reaction | undefined
  close(): Promise<void>
}

export type AppParts = Omit<App, 'execute' | 'ask' | 'askAtOnce' | 'reactionsTo' | 'reactionByName' | 'close'> & { readonly onClose: readonly (() => Promise<unknown>)[] }

/** Puts the parts together. The list of modules is the product; this function knows none of them by name. */
export function assembleApp(parts: AppParts): App {
  const reactions = parts.module.flatMap((modul) => modul.reactions ?? [])
  const byType = Map.groupBy(reactions, (reaction) => reaction.on)
  const byName = new Map(reactions.map((reaction) => [reaction.name, reaction]))
  if (byName.size !== reactions.length) throw new Error('Two reactions share a name')
  const app: App = {
    ...parts,
    execute: (actor, command, input, once) => execute(app, actor, command, input, once),
    ask: (actor, query, input) => ask(app, actor, query, input),
    askAtOnce: (actor, questions) => askAtOnce(app, actor, questions),
    reactionsTo: (typ) => byType.get(typ) ?? [],
    reactionByName: (name) => byName.get(name),
    async close() { for (const close of parts.onClose) await close().catch((error: unknown) => parts.log.error('close', { fehler: String(error) })) },
  }
  return app
}
