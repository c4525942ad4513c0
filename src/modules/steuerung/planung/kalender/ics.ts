import ical from 'ical-generator'
import type { Kalendertermin } from './query.js'

/** The dates as an iCalendar file (RFC 5545): whole days, so no time zone can move them. `basis` is the address of the program. */
export function alsIcs(termine: readonly Kalendertermin[], options: { readonly name: string; readonly basis: string; readonly host: string; readonly jetzt: Temporal.Instant }): string {
  const kalender = ical({ name: options.name, prodId: { company: 'Stadtkern', product: 'Planung', language: 'DE' }, ttl: 3600 })
  for (const termin of termine) {
    kalender.createEvent({
      id: `${termin.id}@${options.host}`, summary: termin.titel, allDay: true, start: termin.beginn, end: termin.ende.add({ days: 1 }), stamp: new Date(options.jetzt.epochMilliseconds),
      url: `${options.basis}/arbeitsplatz/planung/${termin.planId}`, categories: [{ name: termin.art }],
    })
  }
  return kalender.toString()
}
