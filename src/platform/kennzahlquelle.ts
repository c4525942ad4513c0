import type { Tx } from './database/database.js'

/**
 * What was counted: a number, the two parts of a share (never a ready percentage), or why there is nothing to count.
 */
export type Messwert =
  | { readonly zahl: number }
  | { readonly zaehler: number; readonly nenner: number }
  | { readonly fehlt: string }

/** For the town, and where the source can tell, for each of its units. */
export interface Messergebnis {
  readonly gesamt: Messwert; readonly einheiten?: readonly { readonly einheitId: string; readonly wert: Messwert }[]
}

/** From the first to the last day, both included; legal days in Europe/Berlin. */
export interface Messzeitraum { readonly von: Temporal.PlainDate; readonly bis: Temporal.PlainDate }

/**
 * A figure that a room counts by itself, offered in its module declaration. Who keeps and compares figures reads the
 * list of all
 * rooms; neither knows the other. German texts: people choose a source by them.
 */
export interface Kennzahlquelle {
  /** Stable for ever: stored values refer to it. 'akten.durchlauf.median' */
  readonly schluessel: string
  readonly name: string
  /** What exactly is counted, and what is not. */
  readonly zaehlt: string
  readonly art: 'zahl' | 'anteil'
  readonly masseinheit: string
  /** Decimal places worth showing. */
  readonly nachkomma: number
  readonly richtung: 'hoch' | 'niedrig'
  /** Whether the numbers of units add up to that of the town. A median does not. */
  readonly summierbar: boolean
  /** `zeitraum`: what happened in a span; `stichtag`: the state at the end of its last day. */
  readonly bezug: 'zeitraum' | 'stichtag'
  /** Reads only. What it throws becomes a missing value with that reason, never a failed run. */
  messen(tx: Tx, zeitraum: Messzeitraum): Promise<Messergebnis>
}
