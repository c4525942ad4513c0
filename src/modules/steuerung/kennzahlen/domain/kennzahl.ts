import { GANZ, geteilt, type Zahl } from './zahl.js'

/** `anteil`: a share, kept as numerator and denominator. */
export type Art = 'zahl' | 'anteil'
/** Which way is better. */
export type Richtung = 'hoch' | 'niedrig'
/** Typed by a person, or counted by a source. */
export type Herkunft = 'hand' | 'quelle'

export const ARTEN = {
  zahl: 'Zahl (Anzahl, Tage, Euro …)', anteil: 'Anteil in Prozent, aus Zähler und Nenner',
} as const satisfies Record<Art, string>
export const RICHTUNGEN = { hoch: 'Mehr ist besser', niedrig: 'Weniger ist besser' } as const satisfies Record<Richtung,
string>
export const PROZENT = 'Prozent'

/** What was measured: a number, the two parts of a share, or why there is nothing. */
export type Messung =
  | { readonly zahl: Zahl }
  | { readonly zaehler: Zahl; readonly nenner: Zahl }
  | { readonly fehlt: string }

/**
 * The number to compare and draw: a share in percent. Null where there is none: nothing measured, or a share of zero
 * (H6-04).
 */
export function zahlAus(messung: Messung): Zahl | null {
  if ('fehlt' in messung) return null
  if ('zahl' in messung) return messung.zahl
  return messung.nenner === 0n ? null : geteilt(messung.zaehler, messung.nenner, 100n)
}

/**
 * The town's value from those of its units: numbers are added, shares by their numerators and denominators, never by
 * averaging percentages (H6-04). Undefined where that says nothing: no unit has a value, or numbers that do not add up.
 */
export function zusammen(messungen: readonly Messung[], summierbar: boolean): Messung | undefined {
  const da = messungen.filter((eine) => !('fehlt' in eine))
  if (da.length === 0) return undefined
  const anteile = da.filter((eine) => 'zaehler' in eine)
  if (anteile.length === da.length) return {
    zaehler: summe(anteile.map((eine) => eine.zaehler)), nenner: summe(anteile.map((eine) => eine.nenner)),
  }
  const zahlen = da.filter((eine) => 'zahl' in eine)
  return summierbar && zahlen.length === da.length ? { zahl: summe(zahlen.map((eine) => eine.zahl)) } : undefined
}

const summe = (zahlen: readonly Zahl[]): Zahl => zahlen.reduce((a, b) => a + b, GANZ(0))

export const gleich = (a: Messung, b: Messung): boolean => JSON.stringify(a, textweise) === JSON.stringify(b, textweise)
const textweise = (_: string, wert: unknown): unknown => (typeof wert === 'bigint' ? String(wert) : wert)
