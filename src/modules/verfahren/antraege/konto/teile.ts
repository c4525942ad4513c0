import type { VNode } from 'preact'
import type { TObject } from 'typebox'
import type { RequestContext } from '../../../../platform/http/route.js'
import type { ReadQuery } from '../../../../platform/usecases/usecase.js'

/** A part of the citizen's overview that a room above adds: drafts, appointments, payments. */
export interface KontoTeil<O = unknown> {
  readonly name: string
  /** Order on the page, smallest first. */
  readonly rang: number
  /** What has to be done before anything is read, e.g. taking along what was begun before the sign-in. */
  vorher?(c: RequestContext): Promise<void>
  /** Asked together with the questions of all other parts, without input. */
  readonly frage: ReadQuery<TObject<Record<never, never>>, O>
  /** Null where the person has nothing of it. Begins with a heading of level 2 (a `Card`). */
  zeichnen(c: RequestContext, antwort: O): VNode | null | Promise<VNode | null>
}

const teile = new Map<string, KontoTeil>()
let geordnet: readonly KontoTeil[] = []

/** Adds a part to `/konto`. Called once, when the room's module is loaded. */
export function registerKontoTeil<O>(teil: KontoTeil<O>): void {
  if (teile.has(teil.name)) throw new Error(`Part ${teil.name} of the account page is registered twice`)
  teile.set(teil.name, teil as KontoTeil)
  geordnet = [...teile.values()].sort((a, b) => a.rang - b.rang)
}

export const kontoTeile = (): readonly KontoTeil[] => geordnet
