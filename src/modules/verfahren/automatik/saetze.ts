import { registerEreignissatz } from '../../../platform/events/index.js'
import { automatikGeprueft } from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(automatikGeprueft.typ, (event) => (event.daten['ergebnis'] === 'automatisch' ? 'Der Vorgang kann automatisch entschieden werden'
    : event.daten['stichprobe'] === true ? 'Der Vorgang ist in der Stichprobe: Eine Person entscheidet' : 'Eine Person entscheidet: Der Vorgang ist nicht für die automatische Entscheidung geeignet'))
}
