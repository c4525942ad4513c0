import { notParsed, parsed, type Parsed } from '../text/parsed.js'
import { formatDate, parseDate } from './german-date.js'

/**
 * A birth date as registers hold it: complete, or with unknown day, or with unknown day and month, or wholly unknown.
 * An own type on purpose: nobody can compute an age with it without deciding what an unknown part means.
 */
export type PartialDate =
  | { readonly kind: 'vollstaendig', readonly date: Temporal.PlainDate }
  | { readonly kind: 'ohneTag', readonly year: number, readonly month: number }
  | { readonly kind: 'nurJahr', readonly year: number }
  | { readonly kind: 'unbekannt' }

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** Register notation: '03.07.1955', '00.07.1955', '00.00.1955', '00.00.0000'. */
export function formatPartialDate(value: PartialDate): string {
  switch (value.kind) {
    case 'vollstaendig': return formatDate(value.date)
    case 'ohneTag': return `00.${pad(value.month)}.${pad(value.year, 4)}`
    case 'nurJahr': return `00.00.${pad(value.year, 4)}`
    case 'unbekannt': return '00.00.0000'
  }
}

/**
 * Reads a birth date in register notation. Two-digit years are refused: for a birth date a guessed century is a
 * hundred years wrong. A known day with an unknown month ('12.00.1955') does not exist in registers.
 */
export function parsePartialDate(text: string): Parsed<PartialDate> {
  const input = text.trim()
  const match = /^(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{4})$/.exec(input)
  if (!match) {
    return notParsed('format', 'Schreiben Sie das Geburtsdatum mit vier Stellen für das Jahr, zum Beispiel 03.07.1955. '
      + 'Unbekannte Teile schreiben Sie als 00, zum Beispiel 00.00.1955.')
  }
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (day > 0 && month > 0 && year > 0) {
    const full = parseDate(input, year)
    return full.ok ? parsed({ kind: 'vollstaendig', date: full.value }) : full
  }
  if (day > 0 || (month > 0 && year === 0)) {
    return notParsed('teile', 'Ist der Monat unbekannt, muss auch der Tag 00 sein. Ist das Jahr unbekannt, schreiben '
      + 'Sie 00.00.0000.')
  }
  if (year === 0) return parsed({ kind: 'unbekannt' })
  if (month === 0) return parsed({ kind: 'nurJahr', year })
  if (month > 12) return notParsed('monatGibtEsNicht', 'Geben Sie einen Monat von 01 bis 12 ein, oder 00.')
  return parsed({ kind: 'ohneTag', year, month })
}

/**
 * ISO form with as many parts as are known ('1955-07-03', '1955-07', '1955'), for storage and XÖV messages; null =
 * unknown.
 */
export function partialDateToIso(value: PartialDate): string | null {
  switch (value.kind) {
    case 'vollstaendig': return value.date.toString()
    case 'ohneTag': return `${pad(value.year, 4)}-${pad(value.month)}`
    case 'nurJahr': return pad(value.year, 4)
    case 'unbekannt': return null
  }
}

/** The inverse of {@link partialDateToIso}. Throws RangeError on anything it did not write. */
export function partialDateFromIso(iso: string | null): PartialDate {
  if (iso === null) return { kind: 'unbekannt' }
  if (/^\d{4}$/.test(iso)) return { kind: 'nurJahr', year: Number(iso) }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(iso)) {
    return { kind: 'ohneTag', year: Number(iso.slice(0, 4)), month: Number(iso.slice(5)) }
  }
  return { kind: 'vollstaendig', date: Temporal.PlainDate.from(iso) }
}

/** The days on which the person may have been born, both included; undefined when nothing is known. */
export function possibleDays(
  value: PartialDate,
): { readonly first: Temporal.PlainDate, readonly last: Temporal.PlainDate } | undefined {
  switch (value.kind) {
    case 'vollstaendig': return { first: value.date, last: value.date }
    case 'ohneTag': {
      const first = new Temporal.PlainDate(value.year, value.month, 1)
      return { first, last: first.with({ day: first.daysInMonth }) }
    }
    case 'nurJahr': return {
      first: new Temporal.PlainDate(value.year, 1, 1), last: new Temporal.PlainDate(value.year, 12, 31),
    }
    case 'unbekannt': return undefined
  }
}

/**
 * Has the person completed `years` years of life on `day`? 'ungewiss' when an unknown part decides.
 * Someone born on 29 February completes the year at the end of 28 February (§§ 187(2), 188(2) BGB), so is of age on 1
 * March; adding years and stepping to the next existing day says the same.
 */
export function hasReachedAge(value: PartialDate, years: number, day: Temporal.PlainDate): 'ja' | 'nein' | 'ungewiss' {
  const range = possibleDays(value)
  if (!range) return 'ungewiss'
  if (Temporal.PlainDate.compare(birthday(range.last, years), day) <= 0) return 'ja'
  return Temporal.PlainDate.compare(birthday(range.first, years), day) > 0 ? 'nein' : 'ungewiss'
}

function birthday(born: Temporal.PlainDate, years: number): Temporal.PlainDate {
  const same = born.add({ years })
  return same.day === born.day ? same : same.add({ days: 1 })
}
