import { registerEreignissatz, tagAus, type StoredEvent } from '../../../platform/events/index.js'
import * as events from './events.js'

const ENDE: Readonly<Record<string, string>> = { entschieden: 'es ist rechtzeitig entschieden', zurueckgenommen: 'der Antrag ist zurückgenommen' }
const ende = (event: StoredEvent): string => tagAus(event, 'ende')

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.fristBegonnen.typ, (event) => `hat festgestellt: Die Unterlagen sind seit ${tagAus(event, 'vollstaendigAm')} vollständig. Ohne Entscheidung gilt der Antrag nach dem ${ende(event)} als genehmigt`)
  registerEreignissatz(events.fristVerlaengert.typ, (event) => `hat die Frist bis zur Genehmigungsfiktion verlängert, bis ${ende(event)}`)
  registerEreignissatz(events.fristRuht.typ, () => 'Die Frist bis zur Genehmigungsfiktion ruht, solange eine Antwort fehlt')
  registerEreignissatz(events.fristLaeuftWeiter.typ, (event) => `Die Frist bis zur Genehmigungsfiktion läuft weiter, bis ${ende(event)}`)
  registerEreignissatz(events.vorEndeGewarnt.typ, (event) => `Warnung: Ohne Entscheidung gilt der Antrag nach dem ${ende(event)} als genehmigt`)
  registerEreignissatz(events.fristBeendet.typ, (event) => `Die Frist bis zur Genehmigungsfiktion ist beendet: ${ENDE[String(event.daten['weil'])] ?? 'sie wird nicht mehr gebraucht'}`)
  registerEreignissatz(events.genehmigungFingiert.typ, (event) => `Der Antrag gilt als genehmigt: Bis ${ende(event)} ist nicht entschieden worden`)
  registerEreignissatz(events.bescheinigungVerlangt.typ, () => 'hat die Bescheinigung über die Genehmigungsfiktion verlangt')
}
