import { registerEreignissatz, tagAus } from '../../../platform/events/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.fristGesetzt.typ, (event) => `hat eine Frist bis ${tagAus(event, 'ende')} eingetragen`)
  registerEreignissatz(events.fristNeuBerechnet.typ, (event) => `hat eine Frist neu berechnet: ${tagAus(event, 'ende')} statt ${tagAus(event, 'endeVorher')}`, { titel: 'Frist neu berechnet' })
  registerEreignissatz(events.fristErledigt.typ, () => 'hat eine Frist als erledigt eingetragen')
  registerEreignissatz(events.fristHinfaellig.typ, () => 'hat eine Frist als hinfällig eingetragen')
}
