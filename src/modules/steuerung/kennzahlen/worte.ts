import { zahlAus, type Messung } from './domain/kennzahl.js'
import { formatZahl, type Zahl } from './domain/zahl.js'
import type { Kennzahl } from './lesen.js'

type Darstellung = Pick<Kennzahl, 'art' | 'masseinheit' | 'nachkomma'>

/** A share of nothing has no percentage (H6-04). */
export const NICHT_BERECHENBAR = 'nicht berechenbar (0 von 0)'
export const KEIN_WERT = 'kein Wert'

/** „45 Tage“, „31,5 %“. */
export const zahltext = (
  { art, masseinheit, nachkomma }: Darstellung, zahl: Zahl
): string => `${formatZahl(zahl, nachkomma)} ${art === 'anteil' ? '%' : masseinheit}`

/** A measured value in words; that there is none is said and never shown as zero. */
export function werttext(kennzahl: Darstellung, messung: Messung): string {
  if ('fehlt' in messung) return KEIN_WERT
  const zahl = zahlAus(messung)
  return zahl === null ? NICHT_BERECHENBAR : zahltext(kennzahl, zahl)
}

/** „315 von 1.000“ for a share; undefined for everything else. */
export function teiletext(messung: Messung): string | undefined {
  if (!('zaehler' in messung)) return undefined
  const stellen = [messung.zaehler, messung.nenner].every((teil) => teil % 10_000n === 0n) ? 0 : 2
  return `${formatZahl(messung.zaehler, stellen)} von ${formatZahl(messung.nenner, stellen)}`
}

/** „20 Dienste oder mehr“, „10 Tage oder weniger“; '' where no target is set. */
export const zielwerttext = (kennzahl: Darstellung & Pick<Kennzahl, 'zielwert' | 'richtung'>): string =>
  (kennzahl.zielwert === null
    ? '' : `${zahltext(kennzahl, kennzahl.zielwert)} oder ${kennzahl.richtung === 'hoch' ? 'mehr' : 'weniger'}`)
