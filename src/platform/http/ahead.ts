import type { App } from '../app.js'
import type { ReadResult, ReadStatement } from '../database/database.js'
import type { Actor } from '../usecases/actor.js'
import { prepareQuestions, type Prepared } from '../usecases/execute.js'
import type { Question } from '../usecases/usecase.js'
import type { Route } from './route.js'

const MOST = 10_000

/** Whose a session was at its last request, by town and hash of the token: the account of a session never changes. */
const lastSeen = new WeakMap<App, Map<string, Actor>>()

const keyOf = (mandantId: string, tokenHash: Buffer) => `${mandantId} ${tokenHash.toString('base64')}`

/** Questions of a page that go out together with the session, for the account that it was last time. */
export interface Ahead { readonly statements: readonly ReadStatement[]; confirmed(actor: Actor, results: readonly ReadResult[]): Answered | undefined }

/** What was read ahead; given out once, and not after a command, which may have changed it. */
export interface Answered { take(questions: readonly Question[]): unknown[] | undefined; forget(): void }

/** Undefined where the page has no such questions or this process does not know the session yet. */
export function askAhead(app: App, route: Route, mandantId: string, tokenHash: Buffer, url: string): Ahead | undefined {
  const guess = route.vorab && lastSeen.get(app)?.get(keyOf(mandantId, tokenHash))
  if (!route.vorab || !guess) return undefined
  const start = url.indexOf('?')
  const questions = route.vorab(new URLSearchParams(start < 0 ? '' : url.slice(start)))
  const prepared = prepareQuestions(app, guess, questions)
  return {
    statements: prepared.statements,
    // The session was read in the same transaction: only what it says counts.
    confirmed: (actor, results) => (actor.art === guess.art && actor.id === guess.id && actor.mandantId === guess.mandantId ? answered(prepared, questions, results) : undefined),
  }
}

/** For the next request. */
export function remember(app: App, tokenHash: Buffer, actor: Actor): void {
  if (actor.art !== 'buerger') return
  let seen = lastSeen.get(app)
  if (!seen) { seen = new Map(); lastSeen.set(app, seen) }
  if (seen.size >= MOST) seen.clear()
  seen.set(keyOf(actor.mandantId, tokenHash), actor)
}

function answered(prepared: Prepared, asked: readonly Question[], results: readonly ReadResult[]): Answered {
  let fresh = true
  return {
    take(questions) {
      const same = fresh && questions.length === asked.length
        && questions.every(({ query, input }, index) => query === asked[index]?.query && JSON.stringify(input) === JSON.stringify(asked[index].input))
      fresh = false
      return same ? prepared.answers(results.map((result) => result.rows())) : undefined
    },
    forget() { fresh = false },
  }
}
