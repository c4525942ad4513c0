import type { VNode } from 'preact'
import type { RequestContext } from '../../../../platform/http/route.js'

/** A part of the citizen's overview that a room above adds: drafts, appointments, payments. */
export interface KontoTeil {
  readonly name: string
  /** Order on the page, smallest first. */
  readonly rang: number
  /** Reads and draws in one go; null where the person has nothing of it. Begins with a heading of level 2 (a `Card`). */
  laden(c: RequestContext): Promise<VNode | null>
}

const teile = new Map<string, KontoTeil>()

/** Adds a part to `/konto`. Called once, when the room's module is loaded. */
export function registerKontoTeil(teil: KontoTeil): void {
  if (teile.has(teil.name)) throw new Error(`Part ${teil.name} of the account page is registered twice`)
  teile.set(teil.name, teil)
}

export const kontoTeile = (): KontoTeil[] => [...teile.values()].sort((a, b) => a.rang - b.rang)
