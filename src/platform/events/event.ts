import type { CommandContext } from '../usecases/usecase.js'

/** A thing that happened, as its room publishes it. `daten` holds ids, field names, dates and codes, never personal content. */
export interface EventValue {
  readonly typ: string
  readonly objekt: { readonly art: string; readonly id: string }
  /** The Vorgang it belongs to, so that its history is one index scan. */
  readonly vorgangId?: string | null
  readonly daten: Readonly<Record<string, unknown>>
  /** The reason a person gave. */
  readonly grund?: string
}

export interface EventConstructor<A extends unknown[] = never[]> { (...args: A): EventValue; readonly typ: string }

const typen = new Set<string>()

/** Every type that the loaded rooms publish. */
export const eventTypen = (): ReadonlySet<string> => typen

/**
 * Publishes an event type. The name carries its version: `akten.vorgang.geschlossen/1`; a changed meaning is a new number.
 * @example export const vorgangGeschlossen = event('akten.vorgang.geschlossen/1', (id: string, d: { zdaAm: string }) => ({ objekt: …, daten: d }))
 */
export function event<A extends unknown[]>(typ: string, make: (...args: A) => Omit<EventValue, 'typ'>): EventConstructor<A> {
  if (!/^[a-z]+(\.[a-z]+)+\/\d+$/i.test(typ)) throw new Error(`Event type "${typ}": room.object.past/version, please`)
  typen.add(typ)
  return Object.assign((...args: A): EventValue => ({ typ, ...make(...args) }), { typ })
}

/** An event as it was written. */
export interface StoredEvent extends EventValue {
  readonly id: string
  readonly zeitpunkt: Temporal.Instant
  readonly akteur: { readonly art: string; readonly id: string | null; readonly fuer: string | null }
  readonly korrelation: string
}

/**
 * What another room does because of an event. Runs in its own transaction after the commit of the first, at least once, made
 * exactly once by an idempotency record; a failure is retried and shows in the status.
 */
export interface Reaction {
  readonly name: string
  readonly on: string
  run(ctx: CommandContext, event: StoredEvent): Promise<void>
}

export const reaction = (definition: { name: string; on: { readonly typ: string }; run: Reaction['run'] }): Reaction =>
  ({ name: definition.name, on: definition.on.typ, run: definition.run })
