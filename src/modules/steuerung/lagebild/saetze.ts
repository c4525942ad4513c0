import { registerEreignissatz } from '../../../platform/events/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.ansichtGespeichert.typ, (event) => `hat eine Ansicht des Lagebilds gespeichert${event.daten['rolle'] ? ' und mit einer Rolle geteilt' : ''}`, { titel: 'Ansicht des Lagebilds gespeichert' })
  registerEreignissatz(events.ansichtGeaendert.typ, () => 'hat eine gespeicherte Ansicht des Lagebilds geändert')
  registerEreignissatz(events.ansichtGeloescht.typ, () => 'hat eine gespeicherte Ansicht des Lagebilds gelöscht')
  registerEreignissatz(events.startGesetzt.typ, (event) => (event.daten['ansichtId'] ? 'hat festgelegt, mit welcher Ansicht das Lagebild beginnt' : 'beginnt wieder mit der üblichen Ansicht des Lagebilds'), { titel: 'Startansicht des Lagebilds festgelegt' })
}
