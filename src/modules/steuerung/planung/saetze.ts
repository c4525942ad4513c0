import { registerEreignissatz } from '../../../platform/events/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.planAngelegt.typ, () => 'hat einen Plan angelegt')
  registerEreignissatz(events.planGeaendert.typ, () => 'hat den Plan geändert')
  registerEreignissatz(events.basisGenehmigt.typ, (event) => `hat den Plan als Basisplan ${String(event.daten['nummer'])} genehmigt`)
  registerEreignissatz(events.aenderungBeantragt.typ, (event) => `hat die Planänderung ${String(event.daten['nummer'])} beantragt`)
  registerEreignissatz(events.aenderungEntschieden.typ, (event) => `hat über die Planänderung ${String(event.daten['nummer'])} entschieden`)
  registerEreignissatz(events.prognoseErfasst.typ, () => 'hat die Prognosen der Meilensteine festgehalten')
  registerEreignissatz(events.risikoGeaendert.typ, (event) => `hat das Risiko R${String(event.daten['nummer'])} ${event.daten['neu'] ? 'erfasst' : 'geändert'}`)
  registerEreignissatz(events.risikoEingetreten.typ, (event) => `hat das Risiko R${String(event.daten['nummer'])} als eingetreten gemeldet`)
  registerEreignissatz(events.entscheidungGeaendert.typ, (event) => `hat die Entscheidung E${String(event.daten['nummer'])} fortgeschrieben`)
  registerEreignissatz(events.einsatzGeaendert.typ, () => 'hat die Einsatzplanung geändert')
  registerEreignissatz(events.beteiligungGeaendert.typ, () => 'hat eine Beteiligung fortgeschrieben')
  registerEreignissatz(events.kalenderzugangGeaendert.typ, () => 'hat das eigene Kalenderabo geändert')
}
