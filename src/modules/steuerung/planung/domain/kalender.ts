import { holidays, type Land } from '../../../../platform/time/index.js'
import { datumAus, tagAus, tagVon, wochentag } from './tage.js'

/**
 * The working days of a Land, numbered through: Monday to Friday without public holidays (X1-03). Position p means the moment before
 * working day number p begins, so an activity of n days that begins at p ends at p + n, and the next one may begin there.
 */
export interface Arbeitskalender {
  /** Number of working days before that epoch day: the first position at which work may begin on or after it. */
  positionAm(tag: number): number
  /** Epoch day of the working day that begins at the position. */
  tagAn(position: number): number
  /** The same as a date; made once per position, because a plan names the same days again and again. */
  datumAn(position: number): Temporal.PlainDate
}

/** Plans end here; further away a typing error is likelier than a plan. */
export const LETZTES_JAHR = 2199
const ERSTES_JAHR = 1990
const SCHRITT_JAHRE = 12

/** A date outside of the years that can be planned. */
export class AusserhalbDesKalenders extends RangeError {}

const kalender = new Map<Land, Arbeitskalender>()

/** The calendar of a Land, made once and grown when a plan reaches further. Throws AusserhalbDesKalenders before 1990 and after 2199. */
export function arbeitskalender(land: Land): Arbeitskalender {
  let vorhanden = kalender.get(land)
  if (!vorhanden) { vorhanden = erzeuge(land); kalender.set(land, vorhanden) }
  return vorhanden
}

function erzeuge(land: Land): Arbeitskalender {
  const ersterTag = tagVon(ERSTES_JAHR, 1, 1)
  let bisJahr = ERSTES_JAHR - 1
  /** Working days before each day since `ersterTag`, and the day of each position. */
  let raenge = new Int32Array(0)
  let tage = new Int32Array(0)
  function wachse(jahr: number): void {
    if (jahr > LETZTES_JAHR) throw new AusserhalbDesKalenders(`after ${LETZTES_JAHR}`)
    const ziel = Math.min(LETZTES_JAHR, Math.max(jahr, bisJahr + SCHRITT_JAHRE))
    const anzahl = tagVon(ziel + 1, 1, 1) - ersterTag
    const neueRaenge = new Int32Array(anzahl)
    const neueTage = new Int32Array(anzahl)
    neueRaenge.set(raenge)
    neueTage.set(tage)
    let zaehler = tage.length
    for (let versatz = raenge.length, frei = feiertage(land, bisJahr + 1, ziel); versatz < anzahl; versatz++) {
      const tag = ersterTag + versatz
      neueRaenge[versatz] = zaehler
      if (wochentag(tag) <= 5 && !frei.has(tag)) neueTage[zaehler++] = tag
    }
    raenge = neueRaenge
    tage = neueTage.slice(0, zaehler)
    bisJahr = ziel
  }
  wachse(2040)
  const daten: Temporal.PlainDate[] = []
  const tagAn = (position: number): number => {
    if (position < 0) throw new AusserhalbDesKalenders(`before ${ERSTES_JAHR}`)
    while (position >= tage.length) wachse(bisJahr + 1)
    return tage[position] as number
  }
  return {
    tagAn,
    datumAn: (position) => daten[position] ?? (daten[position] = datumAus(tagAn(position))),
    positionAm(tag) {
      const versatz = tag - ersterTag
      if (versatz < 0) throw new AusserhalbDesKalenders(`before ${ERSTES_JAHR}`)
      while (versatz >= raenge.length) wachse(bisJahr + 1)
      return raenge[versatz] as number
    },
  }
}

function feiertage(land: Land, vonJahr: number, bisJahr: number): Set<number> {
  const frei = new Set<number>()
  for (let jahr = vonJahr; jahr <= bisJahr; jahr++) {
    for (const iso of holidays(land, jahr).keys()) frei.add(tagAus(Temporal.PlainDate.from(iso)))
  }
  return frei
}

/** Working days from the first to the last date, both counted; 0 when none lies between. */
export function arbeitstageZwischen(k: Arbeitskalender, von: Temporal.PlainDate, bis: Temporal.PlainDate): number {
  return Math.max(0, k.positionAm(tagAus(bis) + 1) - k.positionAm(tagAus(von)))
}
