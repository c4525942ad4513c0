/** The one legal time zone of the product. Instants are stored in UTC, legal dates are days in this zone. */
export const ZONE = 'Europe/Berlin'

/**
 * The legal day of a technical event: the calendar day in Germany at that instant.
 * A submission at 2026-12-31T23:30Z was received on 1 January 2027.
 */
export function legalDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(ZONE).toPlainDate()
}

/** The first instant of a German day (00:00 local time). */
export function startOfDay(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(ZONE).toInstant()
}

/** The first instant after a German day; a deadline "by the end of the day" is met before it. */
export function endOfDay(date: Temporal.PlainDate): Temporal.Instant {
  return startOfDay(date.add({ days: 1 }))
}

/** Length of a German day in hours: 23 and 25 on the days of the clock change, else 24. */
export function hoursInDay(date: Temporal.PlainDate): number {
  return date.toZonedDateTime(ZONE).hoursInDay
}
