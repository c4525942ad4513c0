import { notParsed, parsed, type Parsed } from '../text/parsed.js'
import { ZONE } from './zone.js'

export type DateErrorCode = 'leer' | 'format' | 'keinSchaltjahr' | 'tagGibtEsNicht' | 'monatGibtEsNicht' | 'jahrFehlt'

const MONTHS = [
  'Januar', 'Februar', 'März', 'April', 'Mai', 'Juni',
  'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember',
] as const
const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** '22.11.2026' */
export function formatDate(date: Temporal.PlainDate): string {
  return `${pad(date.day)}.${pad(date.month)}.${pad(date.year, 4)}`
}

/** '22. November 2026', for letters and headings */
export function formatDateLong(date: Temporal.PlainDate): string {
  return `${date.day}. ${MONTHS[date.month - 1]} ${date.year}`
}

/** 'Sonntag' */
export function weekdayName(date: Temporal.PlainDate): string {
  return WEEKDAYS[date.dayOfWeek - 1] ?? ''
}

/** 'Sonntag, 22.11.2026' */
export function formatDateWithWeekday(date: Temporal.PlainDate): string {
  return `${weekdayName(date)}, ${formatDate(date)}`
}

/** '22.11.2026, 14:05 Uhr' in German time */
export function formatInstant(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(ZONE)
  return `${formatDate(local.toPlainDate())}, ${pad(local.hour)}:${pad(local.minute)} Uhr`
}

/** '14:05 Uhr' in German time */
export function formatTime(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(ZONE)
  return `${pad(local.hour)}:${pad(local.minute)} Uhr`
}

const NUMERIC = /^(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{4}|\d{2})?$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Century for a two-digit year: the year nearest to the pivot within the window [pivot - 79, pivot + 20],
 * so with pivot 2026 '46' is 2046 and '47' is 1947. Forms that ask for birth dates should insist on four digits.
 */
function fullYear(digits: string, pivotYear: number): number {
  if (digits.length === 4) return Number(digits)
  const century = Math.floor(pivotYear / 100) * 100
  const year = century + Number(digits)
  if (year > pivotYear + 20) return year - 100
  return year < pivotYear - 79 ? year + 100 : year
}

/**
 * Reads a date as people in Germany write it: '01.02.2026', '1.2.26', '1. 2. 2026', and ISO '2026-02-01' (what date
 * inputs of browsers send). Never guesses between day and month, never rolls 31.4. over to 1.5.
 *
 * @param pivotYear the current year, passed in; decides the century of two-digit years
 */
export function parseDate(text: string, pivotYear: number): Parsed<Temporal.PlainDate, DateErrorCode> {
  const input = text.trim()
  if (input === '') return notParsed('leer', 'Geben Sie ein Datum ein, zum Beispiel 22.11.2026.')
  const iso = ISO.exec(input)
  if (iso) return plausibleDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = NUMERIC.exec(input)
  if (!numeric) {
    return notParsed('format', 'Schreiben Sie das Datum als Tag.Monat.Jahr, zum Beispiel 22.11.2026.')
  }
  const [, day = '', month = '', year] = numeric
  if (year === undefined) {
    return notParsed('jahrFehlt', `Ergänzen Sie das Jahr, zum Beispiel ${day}.${month}.${pivotYear}.`)
  }
  return plausibleDate(fullYear(year, pivotYear), Number(month), Number(day))
}

function plausibleDate(year: number, month: number, day: number): Parsed<Temporal.PlainDate, DateErrorCode> {
  if (month < 1 || month > 12) {
    return notParsed('monatGibtEsNicht', `Den Monat ${month} gibt es nicht. Geben Sie einen Monat von 1 bis 12 ein.`)
  }
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  if (month === 2 && day === 29 && !first.inLeapYear) {
    return notParsed('keinSchaltjahr', `Den 29. Februar gibt es im Jahr ${year} nicht. Prüfen Sie Tag und Jahr.`)
  }
  if (day < 1 || day > first.daysInMonth) {
    const name = MONTHS[month - 1] ?? ''
    return notParsed('tagGibtEsNicht', `Der ${name} ${year} hat ${first.daysInMonth} Tage. Prüfen Sie den Tag.`)
  }
  return parsed(first.with({ day }))
}
