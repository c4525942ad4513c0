import { formatShare, type Cents } from '../../../../platform/money/index.js'
import { summe } from './summen.js'

/** What the budget system said of a line in a year, as of a day. Null: it said nothing of that. */
export interface Stichtagswerte {
  readonly zeileId: string; readonly jahr: number; readonly stichtag: Temporal.PlainDate
  readonly nachtragCent: Cents | null; readonly obligoCent: Cents | null; readonly istCent: Cents | null; readonly prognoseCent: Cents | null
}

export const GROESSEN = { nachtragCent: 'Nachtrag', obligoCent: 'Obligo (bestellt)', istCent: 'Ist (gebucht)', prognoseCent: 'Prognose' } as const
export type Groesse = keyof typeof GROESSEN

export interface Vergleich {
  readonly planCent: Cents | null; readonly nachtragCent: Cents | null; readonly obligoCent: Cents | null; readonly istCent: Cents | null; readonly prognoseCent: Cents | null
  /** Plan and Nachtrag together. */
  readonly sollCent: Cents | null
  /** What it will come to: the forecast, without one what is booked and ordered. */
  readonly erwartetCent: Cents | null
  /** Expected − Soll; null where one of them is not known. */
  readonly abweichungCent: Cents | null
}

/** The newest word on each figure, by line and year; a later day that is silent on one does not erase it. */
export function neueste(werte: readonly Stichtagswerte[]): Map<string, Omit<Stichtagswerte, 'zeileId' | 'jahr'>> {
  const ergebnis = new Map<string, Omit<Stichtagswerte, 'zeileId' | 'jahr'>>()
  for (const { zeileId, jahr, ...neu } of werte.toSorted((a, b) => Temporal.PlainDate.compare(a.stichtag, b.stichtag))) {
    const alt = ergebnis.get(`${zeileId} ${jahr}`)
    ergebnis.set(`${zeileId} ${jahr}`, {
      stichtag: neu.stichtag, nachtragCent: neu.nachtragCent ?? alt?.nachtragCent ?? null, obligoCent: neu.obligoCent ?? alt?.obligoCent ?? null,
      istCent: neu.istCent ?? alt?.istCent ?? null, prognoseCent: neu.prognoseCent ?? alt?.prognoseCent ?? null,
    })
  }
  return ergebnis
}

/** Plan against what came, for one line. Missing stays missing: without plan or without any figure there is no deviation. */
export function vergleiche(planCent: Cents | null, ist: Readonly<Record<Groesse, Cents | null>>): Vergleich {
  const sollCent = summe([planCent, ist.nachtragCent])
  const erwartetCent = ist.prognoseCent ?? summe([ist.istCent, ist.obligoCent])
  return { planCent, nachtragCent: ist.nachtragCent, obligoCent: ist.obligoCent, istCent: ist.istCent, prognoseCent: ist.prognoseCent, sollCent, erwartetCent, abweichungCent: sollCent === null || erwartetCent === null ? null : erwartetCent - sollCent }
}

/**
 * Several lines together. Each figure adds what is known; the deviation adds only lines that have one, so a line without figures does
 * not look like money saved.
 */
export function zusammen(vergleiche: readonly Vergleich[]): Vergleich & { readonly verglichen: number; readonly sollVerglichenCent: Cents | null } {
  const feld = (name: keyof Vergleich) => summe(vergleiche.map((einer) => einer[name]))
  const mit = vergleiche.filter(({ abweichungCent }) => abweichungCent !== null)
  return {
    planCent: feld('planCent'), nachtragCent: feld('nachtragCent'), obligoCent: feld('obligoCent'), istCent: feld('istCent'), prognoseCent: feld('prognoseCent'),
    sollCent: feld('sollCent'), erwartetCent: feld('erwartetCent'), abweichungCent: feld('abweichungCent'), verglichen: mit.length, sollVerglichenCent: summe(mit.map(({ sollCent }) => sollCent)),
  }
}

/** '12,5 %' of the Soll; 'n/a' where the Soll is 0, '–' where there is no deviation (H3-06). */
export function prozentText({ abweichungCent, sollCent }: { readonly abweichungCent: Cents | null; readonly sollCent: Cents | null }): string {
  if (abweichungCent === null || sollCent === null) return '–'
  return formatShare(abweichungCent, sollCent < 0n ? -sollCent : sollCent) ?? 'n/a'
}
