import { divideHalfUp, type Cents } from '../../../../platform/money/index.js'
import type { Zeile } from './zeile.js'

type Angabe = Pick<Zeile, 'betragCent' | 'bezug' | 'jahrVon' | 'jahrBis' | 'betriebAb'>

/** Where a line's money falls. What the paper does not spread over years is not spread here either. */
export interface Verteilung {
  readonly jahre: ReadonlyMap<number, Cents>
  /** Known amount without a year of its own. */
  readonly ohneJahrCent: Cents | null
  /** What arises every year without a known end; the years after the horizon are not counted. */
  readonly weiterJaehrlichCent: Cents | null
}

const NICHTS: Verteilung = { jahre: new Map(), ohneJahrCent: null, weiterJaehrlichCent: null }

/**
 * A line's money by years, up to and including the year `horizont`. A yearly cost begins in the month of `betriebAb`: that year counts
 * by months, rounded half-up to the cent (H3-08). Without any beginning only the yearly amount is known.
 */
export function verteile(zeile: Angabe, horizont: number): Verteilung {
  const { betragCent, bezug, jahrVon, jahrBis, betriebAb } = zeile
  if (betragCent === null) return NICHTS
  if (bezug !== 'jaehrlich') {
    const eines = jahrVon !== null && (jahrBis === jahrVon || (jahrBis === null && bezug === 'einzeln'))
    return eines ? { ...NICHTS, jahre: new Map([[jahrVon, betragCent]]) } : { ...NICHTS, ohneJahrCent: betragCent }
  }
  const weiterJaehrlichCent = jahrBis === null ? betragCent : null
  const beginn = ersterMonat(jahrVon, betriebAb)
  if (beginn === null) return { ...NICHTS, weiterJaehrlichCent: betragCent }
  const jahre = new Map<number, Cents>()
  for (let jahr = beginn.year; jahr <= (jahrBis ?? horizont); jahr += 1) {
    jahre.set(jahr, anteil(betragCent, jahr === beginn.year ? 13 - beginn.month : 12))
  }
  return { jahre, ohneJahrCent: null, weiterJaehrlichCent }
}

function ersterMonat(jahrVon: number | null, betriebAb: Temporal.PlainDate | null): { readonly year: number; readonly month: number } | null {
  if (betriebAb && (jahrVon === null || betriebAb.year >= jahrVon)) return betriebAb
  return jahrVon === null ? null : { year: jahrVon, month: 1 }
}

/** `monate` twelfths of a yearly amount, half-up. */
const anteil = (jahresbetrag: Cents, monate: number): Cents => (monate === 12 ? jahresbetrag : divideHalfUp(jahresbetrag * BigInt(monate), 12n))

/** All that is known of a line up to the horizon; null where only a yearly amount or nothing is known. */
export function gesamtCent(zeile: Angabe, horizont: number): Cents | null {
  const { jahre, ohneJahrCent } = verteile(zeile, horizont)
  if (jahre.size === 0) return ohneJahrCent
  return [...jahre.values()].reduce((summe, cent) => summe + cent, ohneJahrCent ?? 0n)
}

/** What falls into one year; null where the line says nothing of that year. */
export const imJahrCent = (zeile: Angabe, jahr: number, horizont: number): Cents | null => verteile(zeile, horizont).jahre.get(jahr) ?? null

/**
 * The part of a yearly cost that arises after the project has ended: the line budget has to bear it from the month after `projektende`.
 * For each year never more than the year's whole cost.
 */
export function nachProjektende(zeile: Angabe, projektende: Temporal.PlainDate, horizont: number): ReadonlyMap<number, Cents> {
  const ergebnis = new Map<number, Cents>()
  if (zeile.bezug !== 'jaehrlich' || zeile.betragCent === null) return ergebnis
  const beginn = ersterMonat(zeile.jahrVon, zeile.betriebAb)
  for (const [jahr, cent] of verteile(zeile, horizont).jahre) {
    if (jahr < projektende.year) continue
    const vomJahr = jahr === beginn?.year ? 13 - beginn.month : 12
    const danach = jahr > projektende.year ? 12 : 12 - projektende.month
    if (danach > 0) ergebnis.set(jahr, danach >= vomJahr ? cent : anteil(zeile.betragCent, danach))
  }
  return ergebnis
}

/** The last year that a view counts: the latest one named anywhere. */
export function horizontVon(zeilen: readonly Angabe[], bis: number | null): number {
  const jahre = zeilen.flatMap(({ jahrVon, jahrBis, betriebAb }) => [jahrVon, jahrBis, betriebAb?.year ?? null]).concat(bis).filter((jahr) => jahr !== null)
  return jahre.length > 0 ? Math.max(...jahre) : 0
}
