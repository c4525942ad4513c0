import { registerEreignissatz } from '../../../platform/events/index.js'
import { profilGeaendert } from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(profilGeaendert.typ, ({ daten: { felder } }) => `hat die Angaben zur Stadt geändert: ${Array.isArray(felder) ? felder.join(', ') : ''}`, { titel: 'Angaben zur Stadt geändert' })
}
