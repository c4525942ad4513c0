import { event } from '../../../platform/events/event.js'

/** Numbers and no words: what the reasons are can be read with the Vorgang. */
export const automatikGeprueft = event('automatik.vorgang.geprueft/1', (id: string, vorgangId: string, daten: { ergebnis: string; gruende: number; stichprobe: boolean; leistungsversionId: string }) =>
  ({ objekt: { art: 'automatikpruefung', id }, vorgangId, daten }))
