import type { Tx } from '../database/database.js'
import { Forbidden, NotFound } from '../errors.js'
import { holds, type Actor, type ActorKind, type Zugriffsobjekt } from './actor.js'

/**
 * Who may do it, declared at the use case. Checked inside the transaction: `load` may lock what it looks at, so that what was
 * checked is what is changed. An object that the actor may not even see ends as 404, one that it sees but may not touch as 403.
 */
export interface Allow<I> {
  /** For the permission matrix and the docs. */
  readonly satz: string
  readonly rechte: readonly string[]
  readonly arten: readonly ActorKind[]
  check(actor: Actor, tx: Tx, input: I): Promise<void>
}

/** A rule that looks at who asks and at nothing in the database. */
export interface KindRule<I = unknown> extends Allow<I> { admits(actor: Actor): boolean }

type Loader<I> = (input: I, tx: Tx, actor: Actor) => Promise<Zugriffsobjekt | undefined>

/** Anybody, signed in or not. */
export const jeder = <I = unknown>(): Allow<I> =>
  ({ satz: 'jede Person, auch ohne Anmeldung', rechte: [], arten: ['personal', 'buerger', 'gast', 'dienst', 'verfahren', 'system'], check: async () => undefined })

/** Only the program itself: reactions, jobs, processes, the command line. */
export const intern = <I = unknown>(): Allow<I> =>
  onlyKinds(['system', 'verfahren'], 'nur das System selbst')

/** Any signed-in employee; for what every employee may do with own things. */
export const personal = <I = unknown>(): Allow<I> => onlyKinds(['personal'], 'alle angemeldeten Beschäftigten')

/** A signed-in citizen or company. */
export const buerger = <I = unknown>(): KindRule<I> => onlyKinds(['buerger'], 'angemeldete Bürgerinnen und Bürger')

function onlyKinds<I>(arten: readonly ActorKind[], satz: string): KindRule<I> {
  const admits = (actor: Actor) => arten.includes(actor.art)
  return {
    satz, rechte: [], arten, admits,
    async check(actor) { if (!admits(actor)) throw new Forbidden() },
  }
}

/** The person (or guest) to whom the object belongs; for everybody else it does not exist. */
export function inhaber<I>(load: Loader<I>): Allow<I> {
  return {
    satz: 'die Person, der es gehört', rechte: [], arten: ['buerger', 'gast'],
    async check(actor, tx, input) {
      const objekt = await load(input, tx, actor)
      if (!objekt || objekt.inhaberId !== actor.id) throw new NotFound()
    },
  }
}

export interface Can { <I = unknown>(): Allow<I>; on<I>(load: Loader<I>, options?: { sehen?: string }): Allow<I> }

/**
 * A permission of the role model. `can('x')()` asks for it anywhere in the town, `can('x').on(load)` for the unit and level of
 * an object. `sehen` names the permission that makes the object visible: without it the answer is 404, with it 403.
 */
export function can(recht: string): Can {
  const anywhere = <I>(): Allow<I> => ({
    satz: `Recht „${recht}“`, rechte: [recht], arten: ['personal', 'dienst'],
    async check(actor) { if (actor.art === 'system') return; if (!holds(actor, recht)) throw new Forbidden() },
  })
  const on = <I>(load: Loader<I>, options: { sehen?: string } = {}): Allow<I> => ({
    satz: `Recht „${recht}“ in der zuständigen Einheit`, rechte: [recht], arten: ['personal', 'dienst'],
    async check(actor, tx, input) {
      const objekt = await load(input, tx, actor)
      if (!objekt) throw new NotFound()
      if (actor.art === 'system') return
      if (holds(actor, recht, objekt)) return
      if (options.sehen && holds(actor, options.sehen, objekt)) throw new Forbidden()
      throw new NotFound()
    },
  })
  return Object.assign(anywhere, { on })
}

/** The first that agrees is enough; otherwise the mildest refusal counts (403 before 404). */
export function einer<I>(...rules: readonly Allow<I>[]): Allow<I> {
  return {
    satz: rules.map((rule) => rule.satz).join(' oder '),
    rechte: rules.flatMap((rule) => rule.rechte),
    arten: [...new Set(rules.flatMap((rule) => rule.arten))],
    async check(actor, tx, input) {
      let refusal: unknown
      for (const rule of rules) {
        try { return await rule.check(actor, tx, input) } catch (error) {
          if (!(error instanceof Forbidden) && !(error instanceof NotFound)) throw error
          if (!refusal || error instanceof Forbidden) refusal = error
        }
      }
      throw refusal
    },
  }
}
