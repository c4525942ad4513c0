import type { Tx } from '../../../../platform/database/database.js'
import type { Eingang } from '../lesen.js'

/** A part of what was sent, in the words in which it was asked for. */
export interface Inhaltsabschnitt { readonly titel: string; readonly eintraege: readonly { readonly label: string; readonly wert: string }[] }

type Leser = (tx: Tx, eingang: Eingang) => Promise<readonly Inhaltsabschnitt[] | undefined>
const arten = new Map<string, Leser>()

/** Rooms above say how the content of their kind of Eingang (`inhalt.art`) reads; without one its data are shown as received. */
export function registerInhaltsart(art: string, leser: Leser): void {
  if (arten.has(art)) throw new Error(`Inhaltsart ${art} is registered twice`)
  arten.set(art, leser)
}

export const liesInhalt: Leser = async (tx, eingang) => arten.get(eingang.inhalt.art)?.(tx, eingang)
