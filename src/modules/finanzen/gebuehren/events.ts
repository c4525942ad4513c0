import { event } from '../../../platform/events/event.js'

/** An amount from a day on; no service package was needed for it. */
export const satzFestgelegt = event('gebuehren.satz.festgelegt/1', (id: string, daten: { leistung: string; position: string; giltAb: string }, grund: string) => ({ objekt: { art: 'gebuehrensatz', id }, daten, grund }))

export const gebuehrFestgesetzt = event('gebuehren.gebuehr.festgesetzt/1', (id: string, vorgangId: string | null, daten: { fassung: number; cent: string; offen: number }, grund?: string) =>
  ({ objekt: { art: 'gebuehr', id }, vorgangId, daten, ...(grund ? { grund } : {}) }))
