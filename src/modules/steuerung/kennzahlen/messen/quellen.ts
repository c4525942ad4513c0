import type { App } from '../../../../platform/app.js'
import type { Kennzahlquelle, Messwert, Messzeitraum } from '../../../../platform/kennzahlquelle.js'
import type { Messung } from '../domain/kennzahl.js'
import { ausNumber } from '../domain/zahl.js'
import { stichtage, type Haeufigkeit } from '../domain/zeitraum.js'

/** Everything that rooms of this program can count by themselves, by name. */
export const alleQuellen = (app: App): readonly Kennzahlquelle[] =>
  app.module
    .flatMap(({ kennzahlquellen }) => kennzahlquellen ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, 'de', { numeric: true }))

export const findQuelle = (app: App, schluessel: string | null): Kennzahlquelle | undefined =>
  (schluessel === null ? undefined : alleQuellen(app).find((eine) => eine.schluessel === schluessel))

/**
 * The days for which a person may have it counted: the last twelve that are over, and today where a state is counted.
 * A span that
 * still runs would look like a bad one.
 */
export const messtage = (
  heute: Temporal.PlainDate, { haeufigkeit }: { readonly haeufigkeit: Haeufigkeit }, { bezug }: Kennzahlquelle
): readonly Temporal.PlainDate[] =>
  [...(bezug === 'stichtag' ? [heute] : []), ...stichtage(heute, haeufigkeit, 12)]

export interface Gemessen { readonly einheitId: string | null; readonly messung: Messung }

const FEHLER = 'Die Quelle konnte nicht zählen. Der Grund steht im technischen Protokoll.'

/**
 * What a source counts now. One that fails gives a missing value with its reason, and the others are measured all the
 * same.
 */
export async function messe(
  app: App, mandantId: string, quelle: Kennzahlquelle, zeitraum: Messzeitraum
): Promise<readonly Gemessen[]> {
  const ergebnis = await app.db.reading(mandantId, (tx) => quelle.messen(tx, zeitraum)).catch((error: unknown) => {
    app.log.error('kennzahlen.quelle', { quelle: quelle.schluessel, mandant: mandantId, fehler: String(error) })
    return { gesamt: { fehlt: FEHLER }, einheiten: [] }
  })
  return [
    { einheitId: null, messung: alsMessung(ergebnis.gesamt) },
    ...(ergebnis.einheiten ?? []).map(({ einheitId, wert }) => ({ einheitId, messung: alsMessung(wert) })),
  ]
}

/** Nonsense from a source is no value: NaN, a denominator below zero, a part of nothing. */
export function alsMessung(wert: Messwert): Messung {
  if ('fehlt' in wert) return { fehlt: wert.fehlt.slice(0, 500) || FEHLER }
  const zahlen = 'zahl' in wert ? [wert.zahl] : [wert.zaehler, wert.nenner]
  if (!zahlen.every((zahl) => Number
    .isFinite(zahl) && Math
    .abs(zahl) < 1e15)) return { fehlt: 'Die Quelle gab keine brauchbare Zahl.' }
  if ('zahl' in wert) return { zahl: ausNumber(wert.zahl) }
  if (wert.zaehler < 0
    || wert.nenner < 0
    || (wert.nenner === 0 && wert.zaehler > 0)) return { fehlt: 'Die Quelle gab keinen brauchbaren Anteil.' }
  return { zaehler: ausNumber(wert.zaehler), nenner: ausNumber(wert.nenner) }
}
