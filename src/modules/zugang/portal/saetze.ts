import { registerEreignissatz, wortAus } from '../../../platform/events/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.rueckmeldungEingegangen.typ, (event) => `hat die Rückmeldung ${wortAus(event, 'nummer')} geschickt`)
  registerEreignissatz(events.rueckmeldungErledigt.typ, (event) => `hat die Rückmeldung ${wortAus(event, 'nummer')} erledigt`)
}
