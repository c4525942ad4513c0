import { registerEreignissatz, wortAus } from '../../../platform/events/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.eingangRegistriert.typ, (event) => `hat den Eingang ${wortAus(event, 'nummer')} in das Eingangsbuch eingetragen`)
  registerEreignissatz(events.eingangVerteilt.typ, () => 'hat den Eingang einer Einheit zugeteilt')
  registerEreignissatz(events.eingangZurueckgegeben.typ, () => 'hat den Eingang an die Poststelle zurückgegeben')
  registerEreignissatz(events.eingangZugeordnet.typ, () => 'hat den Eingang diesem Vorgang zugeordnet')
  registerEreignissatz(events.eingangErledigt.typ, () => 'hat den Eingang ohne Vorgang erledigt')
}
