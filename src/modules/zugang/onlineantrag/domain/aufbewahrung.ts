/** How long a draft is kept after its last change (A3-04, after § 8a (3) OZG). Business days of Berlin. */

const ZONE = 'Europe/Berlin'

/** The last day on which a draft can be used: `tage` days after the day of its last change. */
export const letzterTag = (letzteAenderung: Temporal.Instant, tage: number): Temporal.PlainDate =>
  letzteAenderung.toZonedDateTimeISO(ZONE).toPlainDate().add({ days: tage })


