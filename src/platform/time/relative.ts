/** Beyond this many days people think in months; below it the exact number of days helps to plan. */
const DAYS_UNTIL_MONTHS = 60

function amount(days: number, from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  if (days <= DAYS_UNTIL_MONTHS) return `${days} Tagen`
  const months = from.until(to, { largestUnit: 'month' }).months
  if (months < 24) return `${months} Monaten`
  return `${Math.floor(months / 12)} Jahren`
}

/**
 * A day as seen from today: 'heute', 'morgen', 'übermorgen', 'in 3 Tagen', 'gestern', 'vorgestern', 'vor 3 Tagen';
 * from 61 days on in full months, from two years on in full years.
 */
export function relativeDate(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = today.until(date).days
  switch (days) {
    case 0: return 'heute'
    case 1: return 'morgen'
    case 2: return 'übermorgen'
    case -1: return 'gestern'
    case -2: return 'vorgestern'
  }
  return days > 0 ? `in ${amount(days, today, date)}` : `vor ${amount(-days, date, today)}`
}

/** How long something has been so: 'seit heute', 'seit gestern', 'seit 3 Tagen'. A future date is a RangeError. */
export function sinceDate(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = date.until(today).days
  if (days < 0) throw new RangeError(`sinceDate: ${date} lies after ${today}`)
  if (days === 0) return 'seit heute'
  if (days === 1) return 'seit gestern'
  return `seit ${amount(days, date, today)}`
}

/** A due date for work lists: 'fällig heute', 'fällig in 3 Tagen', 'überfällig seit gestern'. */
export function dueInWords(due: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return Temporal.PlainDate.compare(due, today) < 0
    ? `überfällig ${sinceDate(due, today)}`
    : `fällig ${relativeDate(due, today)}`
}

/**
 * A length of time: '45 Minuten', '1 Stunde 5 Minuten', '2 Tage 3 Stunden'. Rounded down to minutes; negative is a
 * RangeError.
 */
export function durationInWords(duration: Temporal.Duration): string {
  const total = Math.floor(duration.total({ unit: 'minutes' }))
  if (total < 0) throw new RangeError('durationInWords: negative duration')
  if (total === 0) return 'weniger als 1 Minute'
  const parts: [number, string, string][] = [
    [Math.floor(total / 1440), 'Tag', 'Tage'],
    [Math.floor((total % 1440) / 60), 'Stunde', 'Stunden'],
    [total % 60, 'Minute', 'Minuten'],
  ]
  return parts.filter(([n]) => n > 0).slice(0, 2).map(([n, one, many]) => `${n} ${n === 1 ? one : many}`).join(' ')
}
