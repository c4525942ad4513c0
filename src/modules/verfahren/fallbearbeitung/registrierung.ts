import type { VNode } from 'preact'
import type { Formularzustand, Reply, RequestContext, Werte } from '../../../platform/http/route.js'
import type { Vorgang } from '../../akte/akten/index.js'
import type { Aufgabe } from '../../grundlagen/aufgaben/index.js'

/** A part of the case screen that a room above adds: the application, the decision, what was sent. */
export interface FallTeil {
  readonly name: string
  /** What the jump list at the top of the screen calls it; without it, it is not in the list. */
  readonly titel?: string
  /** Order within its area, smallest first. */
  readonly rang: number
  /** The wide column, or the narrow one beside it with what one looks up. */
  readonly bereich: 'haupt' | 'seite'
  /** Reads and draws in one go, in transactions of its own (`c.ask`); null where the Vorgang has nothing of it. Whoever sees the Vorgang sees it. */
  laden(c: RequestContext, vorgang: Vorgang): Promise<VNode | null>
}

/**
 * The form of a user task. `render` gives the fields and the buttons; the frame around it is the form element with its hidden
 * fields and the error summary. Buttons of equal rank submit `name="ergebnis"` with their value.
 */
export interface Maske {
  render(c: RequestContext, aufgabe: Aufgabe, vorgang: Vorgang, zustand: Formularzustand): Promise<VNode>
  /**
   * Carries it out, with `c.formToken` as the key of its command. Without a reply the person comes back to the case screen.
   * @throws Invalid and Conflict, which show the form again with what was entered
   */
  submit(c: RequestContext, aufgabe: Aufgabe, vorgang: Vorgang, werte: Werte): Promise<Reply | void>
  /** Another unit does it: whoever may not is not shown the task, a part of the screen says how it stands. */
  readonly nurWerDarf?: boolean
}

const teile = new Map<string, FallTeil>()
const masken = new Map<string, Maske>()

/** Adds a part to the case screen. Called once, when the room's module is loaded. */
export function registerFallTeil(teil: FallTeil): void {
  if (teile.has(teil.name)) throw new Error(`Part ${teil.name} of the case screen is registered twice`)
  teile.set(teil.name, teil)
}

/** Adds the form for `stadtkern:maske="name"` of user tasks. */
export function registerMaske(name: string, maske: Maske): void {
  if (masken.has(name)) throw new Error(`Mask ${name} is registered twice`)
  masken.set(name, maske)
}

export const teileIn = (bereich: FallTeil['bereich']): FallTeil[] => [...teile.values()].filter((teil) => teil.bereich === bereich).sort((a, b) => a.rang - b.rang)
export const maskeVon = (name: string): Maske | undefined => masken.get(name)
export const maskenNamen = (): ReadonlySet<string> => new Set(masken.keys())
