import { createHash } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import { sql } from 'kysely'
import { tables, type ReadStatement, type Tx } from '../database/database.js'
import { unawaited } from '../database/unawaited.js'
import { withoutStalePlan } from '../database/prepared.js'
import { newId } from '../time/id.js'
import type { PlatformTables } from '../database/tables.js'
import { Conflict, Forbidden, NotFound } from '../errors.js'
import type { EventValue } from '../events/event.js'
import { recordEvents } from '../events/record.js'
import type { App } from '../app.js'
import type { Actor } from './actor.js'
import { isReadQuery, question, type Answers, type Command, type CommandContext, type Query, type Question } from './usecase.js'
import { validate } from './validate.js'

const platform = tables<PlatformTables>

export interface Once {
  /** The same key again returns the first result and does nothing: a form's token, a message id, a delivery. */
  readonly schluessel?: string
}

/**
 * Runs a command: input checked, then in one transaction of the actor's town: repetition recognised, permission checked, `run`,
 * events with their deliveries and jobs written. All of it or nothing.
 * @throws Invalid 422, Forbidden 403, NotFound 404, Conflict 409
 */
export async function execute<I extends TSchema, O>(app: App, actor: Actor, command: Command<I, O>, input: Static<I>, once: Once = {}): Promise<O> {
  const checked = validate(command.input, input)
  try {
    let committing = false
    const done = await withoutStalePlan(() => app.db.withMandant(actor.mandantId, async (tx) => {
      const repeated = once.schluessel ? await claim(tx, command.name, once.schluessel, checked) : undefined
      if (repeated) return repeated.ergebnis as O
      const { ctx, finish, emitted } = openContext(app, tx, actor, command.name)
      await command.allow.check(actor, tx, checked)
      const result = await command.run(ctx, checked)
      await finish()
      if (once.schluessel) remember(tx, command.name, once.schluessel, result)
      committing = emitted()
      return result
    }))
    if (committing) {
      app.changes.changed(actor.mandantId)
      app.replica?.wrote(actor)
    }
    return done
  } catch (error) {
    if (error instanceof Forbidden || error instanceof NotFound) await recordRefusal(app, actor, command.name, error.code, checked)
    throw asConflict(error)
  }
}

/**
 * Asks a question in a transaction of its own; one over personal data leaves a record of who looked at whose, one that
 * bears some age is asked of the replica, if there is one.
 */
export async function ask<I extends TSchema, O>(app: App, actor: Actor, query: Query<I, O>, input: Static<I>): Promise<O> {
  if (isReadQuery(query)) return (await askAtOnce(app, actor, [question(query, input)]))[0]
  const checked = validate(query.input, input)
  const leavesRecord = query.personenbezogen && actor.art !== 'system'
  const read = (transaction: App['db']['reading']) => withoutStalePlan(() => transaction(actor.mandantId, async (tx) => {
    await query.allow.check(actor, tx, checked)
    const result = await query.run({ tx, actor, mandantId: actor.mandantId, now: app.clock.now(), today: app.clock.today() }, checked)
    if (query.personenbezogen && leavesRecord) {
      unawaited(tx, platform(tx).insertInto('platform.zugriff').values({
        mandant_id: actor.mandantId, id: newId(), abfrage: query.name, objekt: query.personenbezogen(checked),
        akteur_art: actor.art, akteur_id: actor.id, zeitpunkt: app.clock.now(),
      }))
    }
    return result
  }))
  // A reaction asks about what has just happened: what is some seconds old is of no use to the program itself.
  if (app.replica && query.staleness && actor.art !== 'system') return app.replica.answer(actor, read)
  return read(leavesRecord ? app.db.withMandant : app.db.reading)
}

/** Asks several questions in one transaction and one round trip; gives the answers in their order. */
export async function askAtOnce<const Q extends readonly Question[]>(app: App, actor: Actor, questions: Q): Promise<Answers<Q>> {
  const { statements, answers } = prepareQuestions(app, actor, questions)
  return answers(await app.db.readAtOnce(actor.mandantId, ...statements)) as Answers<Q>
}

export interface Prepared { readonly statements: readonly ReadStatement[]; answers(rows: readonly (readonly unknown[])[]): unknown[] }

/** Input and permission checked, statements known; `answers` makes of their rows what was asked for. */
export function prepareQuestions(app: App, actor: Actor, questions: readonly Question[]): Prepared {
  const ctx = { actor, mandantId: actor.mandantId, now: app.clock.now(), today: app.clock.today() }
  const asked = questions.map(({ query, input }) => {
    const checked = validate(query.input, input)
    if (!query.allow.admits(actor)) throw new Forbidden()
    return { query, checked, statements: query.statements(ctx, checked) }
  })
  return {
    statements: asked.flatMap(({ statements }) => statements),
    answers(rows) {
      let at = 0
      return asked.map(({ query, checked, statements }) => query.answer(rows.slice(at, at += statements.length) as never[][], ctx, checked))
    },
  }
}

/** A context on a transaction that is already open: for reactions, which bring their own, and for tests of a room's door. */
export function openContext(app: App, tx: Tx, actor: Actor, befehl: string, korrelation = newId()): { ctx: CommandContext; finish: () => Promise<void>; emitted: () => boolean } {
  const events: EventValue[] = []
  const jobs: Parameters<CommandContext['enqueue']>[] = []
  let nothingChanged = false
  const ctx: CommandContext = {
    tx, actor, mandantId: actor.mandantId, now: app.clock.now(), today: app.clock.today(), korrelation,
    emit: (event) => { events.push(event) },
    unchanged: () => { nothingChanged = true },
    enqueue: (...call: Parameters<CommandContext['enqueue']>) => { jobs.push(call) },
  }
  async function finish(): Promise<void> {
    if (events.length === 0 && !nothingChanged) {
      throw new Error(`Command ${befehl} neither emitted an event nor said unchanged(): its audit entry is missing`)
    }
    const deliveries = recordEvents(app, ctx, befehl, events)
    // One wait for all. Each is waited for, also when one fails: nothing may be sent when the transaction is over.
    const sent = await Promise.allSettled([app.queue.sendDeliveries(tx, deliveries), ...jobs.map(([definition, data]) => app.queue.send(tx, definition, { ...data, mandantId: actor.mandantId }))])
    for (const one of sent) if (one.status === 'rejected') throw one.reason
  }
  return { ctx, finish, emitted: () => events.length > 0 }
}

/** True claim or the earlier answer. A concurrent holder of the same key is waited for (unique index), then its answer counts. */
async function claim(tx: Tx, befehl: string, schluessel: string, input: unknown): Promise<{ ergebnis: unknown } | undefined> {
  const hash = createHash('sha256').update(JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).digest()
  const inserted = await platform(tx).insertInto('platform.idempotenz').values({ befehl, schluessel, eingabe_hash: hash })
    .onConflict((conflict) => conflict.columns(['mandant_id', 'befehl', 'schluessel']).doNothing()).returning('schluessel').executeTakeFirst()
  if (inserted) return undefined
  const earlier = await platform(tx).selectFrom('platform.idempotenz').select(['eingabe_hash', 'ergebnis'])
    .where('befehl', '=', befehl).where('schluessel', '=', schluessel).executeTakeFirstOrThrow()
  if (!earlier.eingabe_hash.equals(hash)) {
    throw new Conflict('schluesselVerwendet', 'Dieser Vorgang wurde schon mit anderen Angaben ausgeführt. Bitte laden Sie die Seite neu.')
  }
  return { ergebnis: earlier.ergebnis }
}

function remember(tx: Tx, befehl: string, schluessel: string, ergebnis: unknown): void {
  unawaited(tx, platform(tx).updateTable('platform.idempotenz').set({ ergebnis: ergebnis === undefined ? null : sql`${JSON.stringify(ergebnis)}::json` })
    .where('befehl', '=', befehl).where('schluessel', '=', schluessel))
}

/** Outside of the transaction that was rolled back, else the attempt would leave no trace. */
async function recordRefusal(app: App, actor: Actor, befehl: string, code: string, input: unknown): Promise<void> {
  const ids = input && typeof input === 'object' ? Object.values(input).filter((value) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)) : []
  await app.db.withMandant(actor.mandantId, (tx) => platform(tx).insertInto('platform.abweisung').values({
    mandant_id: actor.mandantId, id: newId(), befehl, akteur_art: actor.art, akteur_id: actor.id, code,
    objekt: ids.join(' ') || null, zeitpunkt: app.clock.now(),
  }).execute())
}

/** Two people at once: the database noticed. What the second one reads is not "500" but what happened. */
function asConflict(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (code === '40001' || code === '40P01' || code === '23505') {
    return new Conflict('gleichzeitigGeaendert', 'Jemand anderes hat das im selben Moment geändert. Bitte laden Sie die Seite neu.', { ursache: String((error as { constraint?: string }).constraint ?? code) })
  }
  return error
}

/** The next number of a town's series, from 1 in each year; `jahr` 0 for series that run on. Rolls back with the transaction. */
export async function nextNumber(tx: Tx, kreis: string, jahr: number): Promise<bigint> {
  const [number = 0n] = await nextNumbers(tx, [{ kreis, jahr }])
  return number
}

/** The same of several different series at once, locked in their order; the numbers in that order. */
export async function nextNumbers(tx: Tx, series: readonly { readonly kreis: string; readonly jahr: number }[]): Promise<bigint[]> {
  const rows = await platform(tx).insertInto('platform.nummernkreis').values(series.map((one) => ({ ...one, letzte: 1n })))
    .onConflict((conflict) => conflict.columns(['mandant_id', 'kreis', 'jahr']).doUpdateSet({ letzte: sql<bigint>`platform.nummernkreis.letzte + 1` }))
    .returning(['kreis', 'jahr', 'letzte']).execute()
  return series.map(({ kreis, jahr }) => {
    const row = rows.find((one) => one.kreis === kreis && one.jahr === jahr)
    if (!row) throw new Error(`no number drawn of ${kreis} ${jahr}`)
    return row.letzte
  })
}
