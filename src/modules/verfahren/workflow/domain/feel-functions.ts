type Argument = string | number | { toString(): string } | null | undefined

function plainDate(value: Argument): Temporal.PlainDate {
  return Temporal.PlainDate.from(String(value).slice(0, 10))
}

function wholeNumber(value: Argument): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new RangeError('whole number expected')
  return value
}

function named<T extends (...parameters: Argument[]) => unknown>(fn: T, $args: string[]): T {
  return Object.assign(fn, { $args })
}

const DATES = {
  plusTage: named((datum, tage) => plainDate(datum).add({ days: wholeNumber(tage) }).toString(), ['datum', 'tage']),
  plusMonate: named((datum, monate) => plainDate(datum).add({ months: wholeNumber(monate) }).toString(),
    ['datum', 'monate']),
  tageZwischen: named((von, bis) => plainDate(von).until(plainDate(bis), { largestUnit: 'days' }).days, ['von', 'bis']),
  volleJahre: named((von, bis) => plainDate(von).until(plainDate(bis), { largestUnit: 'years' }).years, ['von', 'bis']),
}

/**
 * Names that every expression sees: `jetzt` (ISO instant), `heute` (ISO date in Berlin), `now()`, `today()`,
 * `plusTage(datum, n)`, `plusMonate(datum, n)` (end of month is kept), `tageZwischen(von, bis)`,
 * `volleJahre(von, bis)`.
 * Dates go in and come out as ISO strings.
 */
export function feelFunctions(now: Temporal.Instant, dateTime: (text: string) => unknown): Record<string, unknown> {
  const heute = now.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()
  return {
    ...DATES,
    jetzt: now.toString(),
    heute,
    now: named(() => dateTime(now.toString()), []),
    today: named(() => heute, []),
  }
}
