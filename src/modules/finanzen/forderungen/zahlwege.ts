import type { VNode } from 'preact'
import type { RequestContext } from '../../../platform/http/route.js'
import type { Forderung } from './forderung.js'

/** A way of paying that a room above offers on the page of a claim. */
export interface Zahlwegteil {
  readonly name: string
  /** Reads and draws in one go; null where this claim cannot be paid that way. Begins with a heading of level 2. */
  laden(c: RequestContext, forderung: Forderung): Promise<VNode | null>
}

const teile: Zahlwegteil[] = []

/** Called once, when the room's module is loaded. */
export function registerZahlweg(teil: Zahlwegteil): void {
  if (teile.some(({ name }) => name === teil.name)) throw new Error(`Way of paying ${teil.name} is registered twice`)
  teile.push(teil)
}

export async function zahlwegeFuer(c: RequestContext, forderung: Forderung): Promise<VNode[]> {
  const gezeichnet: VNode[] = []
  for (const teil of teile) {
    const knoten = await teil.laden(c, forderung)
    if (knoten) gezeichnet.push(knoten)
  }
  return gezeichnet
}
