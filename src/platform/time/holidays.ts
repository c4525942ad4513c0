import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'

/** The sixteen Länder, as in ISO 3166-2:DE without the prefix. */
export const LAENDER = {
  BB: 'Brandenburg',
  BE: 'Berlin',
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  HB: 'Bremen',
  HE: 'Hessen',
  HH: 'Hamburg',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SH: 'Schleswig-Holstein',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  TH: 'Thüringen',
} as const
export type Land = keyof typeof LAENDER

export function isLand(value: string): value is Land {
  return Object.hasOwn(LAENDER, value)
}

// Loaded at first use: its tables of the whole world would slow every start, and most processes ask late or never.
const load = createRequire(import.meta.url)
const calendars = new Map<Land, Holidays>()
const years = new Map<string, ReadonlyMap<string, string>>()

function calendar(land: Land): Holidays {
  let found = calendars.get(land)
  if (!found) {
    const loaded = load('date-holidays') as typeof Holidays | { default: typeof Holidays }
    const Calendar = 'default' in loaded ? loaded.default : loaded
    found = new Calendar('DE', land)
    calendars.set(land, found)
  }
  return found
}

/**
 * The public holidays (gesetzliche Feiertage) of a Land in a year: ISO date → German name, in order of date.
 * For NW exactly the eleven of § 2 FeiertG NW. Holidays of single towns (Augsburg; Mariä Himmelfahrt in parts of
 * Bavaria; Fronleichnam in parts of Saxony and Thuringia) are not included. Closing days of a town hall are none of
 * this.
 */
export function holidays(land: Land, year: number): ReadonlyMap<string, string> {
  const key = `${land}${year}`
  let found = years.get(key)
  if (!found) {
    found = new Map(calendar(land).getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday): [string, string] => [holiday.date.slice(0, 10), holiday.name])
      .sort(([a], [b]) => (a < b ? -1 : 1)))
    years.set(key, found)
  }
  return found
}

/** The name of the public holiday on that day in that Land, if it is one. */
export function holidayName(date: Temporal.PlainDate, land: Land): string | undefined {
  return holidays(land, date.year).get(date.toString())
}

/**
 * Why a day is no working day: 'Samstag', 'Sonntag' or the holiday's name; undefined on working days.
 * Saturday counts as free because § 31(3) VwVfG and § 193 BGB treat it like Sunday.
 */
export function nonWorkingDayReason(date: Temporal.PlainDate, land: Land): string | undefined {
  const holiday = holidayName(date, land)
  if (holiday) return holiday
  if (date.dayOfWeek === 7) return 'Sonntag'
  return date.dayOfWeek === 6 ? 'Samstag' : undefined
}

/** Monday to Friday and no public holiday of that Land. */
export function isWorkingDay(date: Temporal.PlainDate, land: Land): boolean {
  return nonWorkingDayReason(date, land) === undefined
}

/** The day itself if it is a working day, else the next one: what "end of the next Werktag" means for deadlines. */
export function nextWorkingDay(date: Temporal.PlainDate, land: Land): Temporal.PlainDate {
  let day = date
  while (!isWorkingDay(day, land)) day = day.add({ days: 1 })
  return day
}

/** The day itself if it is a working day, else the last one before it (default for Wiedervorlagen). */
export function previousWorkingDay(date: Temporal.PlainDate, land: Land): Temporal.PlainDate {
  let day = date
  while (!isWorkingDay(day, land)) day = day.subtract({ days: 1 })
  return day
}

/**
 * The n-th working day after `date` (not counting `date`); negative n goes back; n = 0 returns `date` unchanged, even
 * if it is a holiday. `n` is a whole number, else RangeError.
 */
export function addWorkingDays(date: Temporal.PlainDate, n: number, land: Land): Temporal.PlainDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`addWorkingDays: ${n} is not a whole number of days`)
  const step = { days: Math.sign(n) }
  let day = date
  for (let left = Math.abs(n); left > 0;) {
    day = day.add(step)
    if (isWorkingDay(day, land)) left -= 1
  }
  return day
}
