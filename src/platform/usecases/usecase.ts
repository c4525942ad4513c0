import type { Static, TSchema } from 'typebox'
import { CompiledQuery } from 'kysely'
import type { ReadStatement, Tx } from '../database/database.js'
import type { EventValue } from '../events/event.js'
import type { JobDefinition } from '../jobs/job.js'
import type { Actor } from './actor.js'
import type { Allow, KindRule } from './allow.js'

/** What every use case gets: the town's transaction, who acts, and the business time (which a demo may move). */
export interface QueryContext {
  readonly tx: Tx
  readonly actor: Actor
  readonly mandantId: string
  readonly now: Temporal.Instant
  /** The legal date in Europe/Berlin. */
  readonly today: Temporal.PlainDate
}

declare const unchangedMark: unique symbol
export interface Unchanged { readonly [unchangedMark]: true }

export interface CommandContext extends QueryContext {
  /** One event = one audit entry and, per subscriber, one delivery; all written with the change or not at all. */
  emit(event: EventValue): void
  /** Nothing had to change (a repetition, already done). A command that neither emits nor says this is a bug. */
  unchanged(): void
  /** A job that exists only if this transaction commits. */
  enqueue<D extends object>(job: JobDefinition<D>, data: D): void
  /** Ties together all events that one cause led to, across reactions and jobs. */
  readonly korrelation: string
}

export interface Command<I extends TSchema = TSchema, O = unknown> {
  readonly art: 'command'
  readonly name: string
  readonly input: I
  readonly allow: Allow<Static<I>>
  run(ctx: CommandContext, input: Static<I>): Promise<O>
}

export interface Query<I extends TSchema = TSchema, O = unknown> {
  readonly art: 'query'
  readonly name: string
  readonly input: I
  readonly allow: Allow<Static<I>>
  /** A query over personal data says on whose; the platform then logs the access (X6-02). */
  readonly personenbezogen?: ((input: Static<I>) => string) | undefined
  /** What the answer shows bears being some seconds old: a read replica may give it (database/replica.ts). */
  readonly staleness?: 'seconds' | undefined
  run(ctx: QueryContext, input: Static<I>): Promise<O>
}

/** What is known before the database was asked. */
export type ReadContext = Omit<QueryContext, 'tx'>

/**
 * A question about what is the actor's own, whose statements are known before the first answer: a page that is called for often asks
 * several of them in one round trip (`c.askAtOnce`), without building its queries anew each time.
 */
export interface ReadQuery<I extends TSchema = TSchema, O = unknown> extends Query<I, O> {
  readonly allow: KindRule<Static<I>>
  readonly personenbezogen?: never
  readonly staleness?: never
  /** Of tables of the own room. Texts are constants, so that they get prepared. */
  statements(ctx: ReadContext, input: Static<I>): readonly ReadStatement[]
  /** `rows` has a list for each statement. */
  answer(rows: readonly (readonly never[])[], ctx: ReadContext, input: Static<I>): O
}

/** One of several questions that are asked together. */
export interface Question<O = unknown> { readonly query: ReadQuery<TSchema, O>; readonly input: unknown }
export type Answers<Q extends readonly Question[]> = { -readonly [K in keyof Q]: Q[K] extends Question<infer O> ? O : never }

export const question = <I extends TSchema, O>(query: ReadQuery<I, O>, input: Static<I>): Question<O> => ({ query: query as unknown as ReadQuery<TSchema, O>, input })

/** Every use case that was ever defined; the matrix, the docs and the security tests come from here. */
export const useCases = new Map<string, Command | Query>()

function register(useCase: Command | Query): void {
  if (!/^[a-z]+\.[a-z][A-Za-z]+$/.test(useCase.name)) throw new Error(`Use case name "${useCase.name}": room.verb in camel case, please`)
  if (useCases.has(useCase.name)) throw new Error(`Use case ${useCase.name} is defined twice`)
  useCases.set(useCase.name, useCase)
}

/**
 * Declares a change. A page, an API route, a service task, an import and the command line all run the same one.
 * @example command({ name: 'akten.vorgangSchliessen', input: Type.Object({ … }), allow: can('vorgang.schliessen').on(…), run })
 */
export function command<I extends TSchema, O>(definition: Omit<Command<I, O>, 'art'>): Command<I, O> {
  const value = { art: 'command' as const, ...definition }
  register(value as unknown as Command)
  return value
}

/** The record of who looked is written where the answer comes from, so that a replica can give no such answer. */
type Source<I extends TSchema> =
  | { readonly personenbezogen?: (input: Static<I>) => string; readonly staleness?: never }
  | { readonly personenbezogen?: never; readonly staleness: 'seconds' }

/** Declares a question. It gets no `emit`: what only looks must not change. */
export function query<I extends TSchema, O>(
  definition: Omit<Query<I, O>, 'art' | 'personenbezogen' | 'staleness'> & Source<I>,
): Query<I, O> {
  const value = { art: 'query' as const, ...definition }
  register(value as unknown as Query)
  return value
}

/** Declares a question that can be asked together with others. */
export function readQuery<I extends TSchema, O>(
  definition: Omit<ReadQuery<I, O>, 'art' | 'run' | 'personenbezogen' | 'staleness'>,
): ReadQuery<I, O> {
  const value: ReadQuery<I, O> = {
    art: 'query' as const, ...definition,
    async run(ctx, input) {
      const results = await Promise.all(definition.statements(ctx, input).map(({ text, values }) => ctx.tx.executeQuery(CompiledQuery.raw(text, [...values]))))
      return definition.answer(results.map(({ rows }) => rows as never[]), ctx, input)
    },
  }
  register(value as unknown as Query)
  return value
}

export const isReadQuery = <I extends TSchema, O>(query: Query<I, O>): query is ReadQuery<I, O> => 'statements' in query
