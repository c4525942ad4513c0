import type { Compilable, CompiledQuery } from 'kysely'
import type { QueryResult } from 'pg'
import type { Tx } from './database.js'

/** Where statements of a transaction can be sent without waiting for the answer to the one before. */
export interface Line {
  /**
   * Sends in the order of the calls. `held`: goes out in one packet with the next statement that somebody waits for, or with the
   * commit. Set with `begin`, gone with the end of the transaction.
   */
  send: ((text: string, values: readonly unknown[], held: boolean) => Promise<QueryResult>) | undefined
  /** Of a transaction that only reads nobody waits for the end, so nobody would hear of an error. */
  readonly writes: boolean
  readonly unanswered: Promise<void>[]
  /** The first error of those that nobody waits for: the cause of what failed after it. */
  failure: { readonly error: unknown } | undefined
}

const lines = new WeakMap<object, Line>()

/** For a transaction, before anything is sent in it. */
export function openLine(tx: object, writes: boolean): Line {
  const line: Line = { send: undefined, writes, unanswered: [], failure: undefined }
  lines.set(tx, line)
  return line
}

/** When commit or rollback was answered, so was everything before it. @throws the first error that nobody waited for */
export async function settled(line: Line): Promise<void> {
  line.send = undefined
  await Promise.all(line.unanswered)
  if (line.failure) throw line.failure.error
}

function sender(tx: Tx): { line: Line; send: NonNullable<Line['send']> } {
  const line = lines.get(tx)
  if (!line?.send) throw new Error('This is no transaction, or it has ended')
  return { line, send: line.send }
}

/**
 * Sends a statement whose result nobody needs and goes on: a row more, an entry in the search. What is sent afterwards sees
 * it. When it fails, so does the transaction: the next statement that is waited for or the commit throws this error, and
 * nothing stays.
 * Not for a statement whose count of rows says something, or whose error the command answers itself.
 */
export function unawaited(tx: Tx, statement: Compilable | CompiledQuery): void {
  const { line, send } = sender(tx)
  if (!line.writes) throw new Error('This transaction only reads')
  const { sql, parameters } = 'compile' in statement ? statement.compile() : statement
  const answered = send(sql, parameters, true).then(() => undefined, (error: unknown) => { line.failure ??= { error } })
  line.unanswered.push(answered)
}

/** Sends a statement at once, also while others are under way: callers wait for several together. */
export function sendAtOnce(tx: Tx, text: string, values: readonly unknown[]): Promise<QueryResult> {
  return sender(tx).send(text, values, false)
}

type Rows<S> = { readonly [K in keyof S]: S[K] extends Compilable<infer O> ? O[] : never }

/**
 * Asks several things that do not need each other's answers, in this order, with one wait. Each sees what was committed when its
 * turn came: behind a lock that had to be waited for, also what the holder of the lock has changed.
 */
export async function together<const S extends readonly Compilable<unknown>[]>(
  tx: Tx, ...statements: S
): Promise<Rows<S>> {
  const answers = await Promise.allSettled(statements.map((one) => {
    const { sql, parameters } = one.compile()
    return sendAtOnce(tx, sql, parameters)
  }))
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason
    return answer.value.rows as unknown[]
  }) as Rows<S>
}
