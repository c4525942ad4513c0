import {
  formatDate, formatDateWithWeekday, LAENDER, nextWorkingDay, nonWorkingDayReason, type Land,
} from '../../../../platform/time/index.js'

/** Length of a deadline in exactly one unit; months are calendar months, never 30 days. */
export type Dauer =
  | { readonly tage: number }
  | { readonly wochen: number }
  | { readonly monate: number }
  | { readonly jahre: number }

export type FristEingabe = {
  /** The day of the event (Bekanntgabe, Eingang); it is not counted (§ 187(1) BGB). */
  readonly beginn: Temporal.PlainDate
  readonly dauer: Dauer
  /** Land whose holidays count: for acts towards an authority the authority's seat, for payments the Kasse (X1-04). */
  readonly land: Land
  /** Does an end on Saturday, Sunday or holiday move to the next working day (§ 193 BGB, § 31(3) VwVfG)? */
  readonly shift: boolean
}

export type Fristberechnung = {
  /** Last day of the deadline; it ends with that day (24:00 in Germany). */
  readonly ende: Temporal.PlainDate
  /** The end before a shift. */
  readonly rechnerischesEnde: Temporal.PlainDate
  readonly begruendung: string
}

const ZAHLWORT = [
  'null', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf',
]

/** 'ein Monat', 'zwei Wochen', '14 Tage' (nominative). */
export function dauerInWorten(dauer: Dauer): string {
  const [anzahl, einzahl, mehrzahl] = 'tage' in dauer ? [dauer.tage, 'ein Tag', 'Tage'] as const
    : 'wochen' in dauer ? [dauer.wochen, 'eine Woche', 'Wochen'] as const
      : 'monate' in dauer ? [dauer.monate, 'ein Monat', 'Monate'] as const
        : [dauer.jahre, 'ein Jahr', 'Jahre'] as const
  return anzahl === 1 ? einzahl : `${ZAHLWORT[anzahl] ?? anzahl} ${mehrzahl}`
}

/**
 * The end of a deadline with its computation, per §§ 187(1), 188, 193 BGB and § 31 VwVfG: the day of the event is not
 * counted; weeks end on the same weekday, months and years on the day of the same number or, where it is missing, on
 * the last day of the month (31 January + one month = 28 or 29 February).
 *
 * @throws RangeError for a length that is not a whole number ≥ 0
 */
export function berechneFrist({ beginn, dauer, land, shift }: FristEingabe): Fristberechnung {
  const rechnerischesEnde = beginn.add(alsDuration(dauer))
  const ende = shift ? nextWorkingDay(rechnerischesEnde, land) : rechnerischesEnde
  const saetze = [
    `Beginn am ${formatDate(beginn)} (der Tag selbst zählt nicht mit), Dauer ${dauerInWorten(dauer)}: `
    + `Ende am ${formatDateWithWeekday(rechnerischesEnde)}.`,
  ]
  const grund = nonWorkingDayReason(rechnerischesEnde, land)
  if (grund && shift) {
    saetze.push(`Dieser Tag ist kein Werktag (${grund}, ${LAENDER[land]}). `
      + `Die Frist endet am nächsten Werktag: ${formatDateWithWeekday(ende)}.`)
  } else if (grund) {
    saetze.push(`Der Tag bleibt, obwohl er kein Werktag ist (${grund}).`)
  }
  return { ende, rechnerischesEnde, begruendung: saetze.join(' ') }
}

/** The last day of a deadline; see {@link berechneFrist}. */
export function frist(eingabe: FristEingabe): Temporal.PlainDate {
  return berechneFrist(eingabe).ende
}

function alsDuration(dauer: Dauer): Temporal.DurationLike {
  const [unit, anzahl] = 'tage' in dauer ? ['days', dauer.tage] as const
    : 'wochen' in dauer ? ['weeks', dauer.wochen] as const
      : 'monate' in dauer ? ['months', dauer.monate] as const : ['years', dauer.jahre] as const
  if (!Number.isSafeInteger(anzahl) || anzahl < 0) throw new RangeError(`length of a deadline: ${anzahl} ${unit}`)
  return { [unit]: anzahl }
}

/**
 * The last day on which something must be provided so that `volleTage` full days lie between it and the event
 * (Ladungsfrist): neither day counts, calendar days, no shift unless the Geschäftsordnung says otherwise.
 */
export function spaetestensVor(termin: Temporal.PlainDate, volleTage: number): Temporal.PlainDate {
  if (!Number.isSafeInteger(volleTage) || volleTage < 0) throw new RangeError(`full days: ${volleTage}`)
  return termin.subtract({ days: volleTage + 1 })
}
