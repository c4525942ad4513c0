import { verschiebung } from './wirkung.js'
import type { Arbeitskalender } from './kalender.js'

/** What was expected of a milestone on a reporting day. */
export interface Prognose { readonly stichtag: Temporal.PlainDate; readonly termin: Temporal.PlainDate }

export interface Trend {
  /** Working days between the first and the last forecast; positive is later. */
  readonly tage: number
  readonly art: 'stabil' | 'spaeter' | 'frueher' | 'schwankend' | 'offen'
  readonly satz: string
}

/** Reads the line of a milestone in the trend analysis (H4-08). Forecasts in the order of their reporting days. */
export function trend(k: Arbeitskalender, prognosen: readonly Prognose[]): Trend {
  const [erste, letzte] = [prognosen[0], prognosen.at(-1)]
  if (!erste || !letzte || prognosen.length < 2) return { tage: 0, art: 'offen', satz: 'Noch kein Verlauf: Ein Trend braucht mindestens zwei Stichtage.' }
  const schritte = prognosen.slice(1).map((eine, i) => verschiebung(k, (prognosen[i] as Prognose).termin, eine.termin))
  const tage = verschiebung(k, erste.termin, letzte.termin)
  const spaeter = schritte.some((schritt) => schritt > 0)
  const frueher = schritte.some((schritt) => schritt < 0)
  const stichtage = `über ${prognosen.length} Stichtage`
  const wort = (n: number) => (n === 1 ? '1 Arbeitstag' : `${n} Arbeitstage`)
  if (!spaeter && !frueher) return { tage, art: 'stabil', satz: `Stabil ${stichtage}.` }
  if (spaeter && frueher) return { tage, art: 'schwankend', satz: `Schwankt ${stichtage}; insgesamt ${tage === 0 ? 'unverändert' : `${wort(Math.abs(tage))} ${tage > 0 ? 'später' : 'früher'}`}.` }
  return spaeter ? { tage, art: 'spaeter', satz: `Rückt ${stichtage} um ${wort(tage)} nach hinten.` } : { tage, art: 'frueher', satz: `Kommt ${stichtage} ${wort(-tage)} früher.` }
}
