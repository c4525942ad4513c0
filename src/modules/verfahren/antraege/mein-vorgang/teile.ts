import type { VNode } from 'preact'
import type { RequestContext } from '../../../../platform/http/route.js'
import type { Antrag } from '../antrag.js'

/** A part of the page of one's own Vorgang that a room above adds: the fee, an appointment. */
export interface MeinVorgangTeil {
  readonly name: string
  /** Order on the page, smallest first. */
  readonly rang: number
  /** Reads and draws in one go; null where the Vorgang has nothing of it. That it is the person's own was checked. */
  laden(c: RequestContext, antrag: Antrag): Promise<VNode | null>
}

const teile = new Map<string, MeinVorgangTeil>()

/** Adds a part to `/konto/vorgaenge/…`. Called once, when the room's module is loaded. */
export function registerMeinVorgangTeil(teil: MeinVorgangTeil): void {
  if (teile.has(teil.name)) throw new Error(`Part ${teil.name} of the page of a Vorgang is registered twice`)
  teile.set(teil.name, teil)
}

export async function meinVorgangTeile(c: RequestContext, antrag: Antrag): Promise<VNode[]> {
  const gezeichnet = await Promise.all([...teile.values()].sort((a, b) => a.rang - b.rang).map((teil) => teil.laden(c, antrag)))
  return gezeichnet.filter((teil) => teil !== null)
}
