import { formatDate } from '../../../../platform/time/index.js'

/** What starts a retention period. Accounting records start with the council resolution, not with z.d.A. (C5-15). */
export type StartEreignis = 'ZDA' | 'HHJ_RATSBESCHLUSS' | 'ENTSTEHUNG' | 'VORGANGSENDE' | 'PERSON_AUSTRITT'

export type Aufbewahrungsregel = {
  /** Where the rule comes from, as shown: 'Aktenplan 10.24.01', '§ 59 KomHVO NRW', 'Förderbescheid vom …'. */
  readonly quelle: string
  readonly dauer: { readonly jahre: number } | { readonly unbefristet: true }
  readonly startEreignis: StartEreignis
  /** true: ends on 31 December; false: on the exact day. */
  readonly jahresende: boolean
}

export type Regelergebnis =
  | { readonly art: 'BIS', readonly regel: Aufbewahrungsregel, readonly ende: Temporal.PlainDate }
  | { readonly art: 'UNBEFRISTET', readonly regel: Aufbewahrungsregel }
  /** The start event has not happened: no end can be computed yet. */
  | { readonly art: 'NICHT_BEGONNEN', readonly regel: Aufbewahrungsregel }

export type Aufbewahrung = {
  /**
   * BIS: keep until `ende`. UNBEFRISTET: no end. NICHT_BEGONNEN: a rule still waits for its event, so nothing may go.
   */
  readonly art: 'BIS' | 'UNBEFRISTET' | 'NICHT_BEGONNEN'
  /** Last day of retention; present exactly when art is BIS. */
  readonly ende?: Temporal.PlainDate
  /** The rule that decides. */
  readonly massgeblich: Aufbewahrungsregel
  /** Every rule with its own result, in the order given (C5-02). */
  readonly alle: readonly Regelergebnis[]
}

/**
 * Last day of a retention period that ends with the calendar year: 31 December of (year of start + years). z.d.A. on
 * 15 March 2026 with ten years: 31.12.2036 (C5-01). Council resolution in 2026 with six years: kept from 1.1.2027 to
 * 31.12.2032.
 */
export function aufbewahrungsende(start: Temporal.PlainDate, jahre: number): Temporal.PlainDate {
  if (!Number.isSafeInteger(jahre) || jahre < 0) throw new RangeError(`years of retention: ${jahre}`)
  return new Temporal.PlainDate(start.year + jahre, 12, 31)
}

function ergebnis(
  regel: Aufbewahrungsregel, ereignisse: Readonly<Partial<Record<StartEreignis, Temporal.PlainDate>>>,
): Regelergebnis {
  if ('unbefristet' in regel.dauer) return { art: 'UNBEFRISTET', regel }
  const start = ereignisse[regel.startEreignis]
  if (!start) return { art: 'NICHT_BEGONNEN', regel }
  const { jahre } = regel.dauer
  return { art: 'BIS', regel, ende: regel.jahresende ? aufbewahrungsende(start, jahre) : start.add({ years: jahre }) }
}

/**
 * All rules that apply to an object, and which decides: the longest wins (C5-02). Without end beats every end, and a
 * rule whose period has not begun beats every computed end, because its end cannot be earlier than unknown.
 *
 * @param ereignisse legal days of what has happened; re-opening clears ZDA (C4-07)
 * @throws RangeError without any rule: an object without retention rule must not exist (C1-07)
 */
export function aufbewahrung(
  regeln: readonly Aufbewahrungsregel[], ereignisse: Readonly<Partial<Record<StartEreignis, Temporal.PlainDate>>>,
): Aufbewahrung {
  const alle = regeln.map((regel) => ergebnis(regel, ereignisse))
  const [laengste] = [...alle].sort(laengsteZuerst)
  if (!laengste) throw new RangeError('no retention rule applies')
  return {
    art: laengste.art, massgeblich: laengste.regel, alle, ...(laengste.art === 'BIS' && { ende: laengste.ende }),
  }
}

const RANG = { UNBEFRISTET: 0, NICHT_BEGONNEN: 1, BIS: 2 } as const

function laengsteZuerst(a: Regelergebnis, b: Regelergebnis): number {
  if (a.art === 'BIS' && b.art === 'BIS') return Temporal.PlainDate.compare(b.ende, a.ende)
  return RANG[a.art] - RANG[b.art]
}

/** '31.12.2036 (Aktenplan 10.24.01)', 'unbefristet (…)', 'noch nicht begonnen (…)'. */
export function aufbewahrungInWorten({ art, ende, massgeblich }: Aufbewahrung): string {
  const wann = art === 'UNBEFRISTET' ? 'unbefristet' : ende ? formatDate(ende) : 'noch nicht begonnen'
  return `${wann} (${massgeblich.quelle})`
}

/** Has retention run out on that day? Only after the last day, and never without one. */
export function istAbgelaufen({ ende }: Aufbewahrung, tag: Temporal.PlainDate): boolean {
  return ende !== undefined && Temporal.PlainDate.compare(ende, tag) < 0
}

/**
 * The day from which the archive must be offered the file at the latest: thirty years after creation, also if
 * unbefristet (C5-03).
 */
export function anbietungSpaetestens(entstandenAm: Temporal.PlainDate): Temporal.PlainDate {
  return entstandenAm.add({ years: 30 })
}

/**
 * Is an Akte aussonderungsreif? All its Vorgänge are past their retention (C5-06) and no Löschsperre is active
 * (C5-04). An Akte without Vorgänge is judged by its own retention, given as the only entry.
 */
export function istAussonderungsreif(
  aufbewahrungen: readonly Aufbewahrung[], tag: Temporal.PlainDate, loeschsperre: boolean,
): boolean {
  return !loeschsperre && aufbewahrungen.length > 0 && aufbewahrungen.every((eine) => istAbgelaufen(eine, tag))
}
