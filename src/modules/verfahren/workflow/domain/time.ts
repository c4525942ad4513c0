import type { TimerDefinition } from './model.js'

/** A time specification that is neither ISO 8601 nor leads to one. The message is a German sentence. */
export class ZeitFehler extends Error {
  override name = 'ZeitFehler'
}

export type Schedule = { dueAt: Temporal.Instant, interval: string | null, remaining: number | null }

const ZONE = 'Europe/Berlin'
const CYCLE = /^R(\d{0,6})(?:\/([^/P][^/]*))?\/(P[^/]+)$/
/** A cycle faster than this would be load, not administration. */
const SHORTEST_INTERVAL_SECONDS = 60

/** Whether the text looks like an ISO 8601 value of this type (else it is taken for FEEL). */
export function looksIso(type: TimerDefinition['type'], text: string): boolean {
  if (type === 'duration') return /^-?P[\dT]/.test(text)
  if (type === 'cycle') return /^R\d*\//.test(text)
  return /^\d{4}-\d{2}-\d{2}/.test(text)
}

/**
 * Adds an ISO 8601 duration. Days, weeks, months and years are calendar units in Berlin (one day later is the same time
 * of day, also when the clocks change); hours, minutes and seconds are exact.
 * @throws ZeitFehler
 */
export function addDuration(start: Temporal.Instant, duration: string): Temporal.Instant {
  try {
    return start.toZonedDateTimeISO(ZONE).add(Temporal.Duration.from(duration)).toInstant()
  } catch {
    throw new ZeitFehler(`Die Dauer „${duration}“ ist nicht lesbar. Schreiben Sie zum Beispiel P14D für 14 Tage.`)
  }
}

/** An ISO 8601 instant, or a date (start of the day) or local date and time in Berlin. @throws ZeitFehler */
export function parseInstant(text: string): Temporal.Instant {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text).toZonedDateTime(ZONE).toInstant()
    if (/(?:Z|[+-]\d{2}:?\d{2})(?:\[.*])?$/.test(text.slice(10))) return Temporal.Instant.from(text)
    return Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant()
  } catch {
    throw new ZeitFehler(`Der Zeitpunkt „${text}“ ist nicht lesbar. Schreiben Sie zum Beispiel 2027-03-31T12:00:00.`)
  }
}

/** When a timer fires first, and for cycles (R3/P1D, R/PT1H, R3/2027-01-01/P1D) how it goes on. @throws ZeitFehler */
export function schedule(type: TimerDefinition['type'], text: string, now: Temporal.Instant): Schedule {
  if (type === 'date') return { dueAt: parseInstant(text), interval: null, remaining: null }
  if (type === 'duration') return { dueAt: addDuration(now, text), interval: null, remaining: null }
  const match = CYCLE.exec(text)
  if (!match) throw new ZeitFehler(`Die Wiederholung „${text}“ ist nicht lesbar. Schreiben Sie zum Beispiel R3/P1D.`)
  const interval = match[3] ?? ''
  const next = addDuration(now, interval)
  if (next.epochMilliseconds - now.epochMilliseconds < SHORTEST_INTERVAL_SECONDS * 1000) {
    throw new ZeitFehler(`Die Wiederholung „${text}“ ist zu schnell (mindestens eine Minute) oder geht rückwärts.`)
  }
  const count = match[1] ? Number(match[1]) : null
  if (count === 0) throw new ZeitFehler(`Die Wiederholung „${text}“ findet nie statt.`)
  const dueAt = match[2] ? parseInstant(match[2]) : next
  return { dueAt, interval, remaining: count === null ? null : count - 1 }
}
