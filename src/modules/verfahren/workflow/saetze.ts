import { registerEreignissatz, wortAus } from '../../../platform/events/index.js'
import * as events from './events.js'

const ENDE: Readonly<Record<string, string>> = { completed: 'Das Verfahren ist beendet', terminated: 'Das Verfahren wurde abgebrochen' }

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.modellFreigegeben.typ, (event) => `hat Version ${String(event.daten['version'])} des Verfahrensmodells „${wortAus(event, 'schluessel')}“ freigegeben`, { titel: 'Verfahrensmodell freigegeben' })
  registerEreignissatz(events.verfahrenBegonnen.typ, () => 'Das Verfahren hat begonnen')
  // Every step shows by what it leads to; the step itself would say everything twice.
  registerEreignissatz(events.schrittGetan.typ, (event) => `Das Verfahren ist einen Schritt weitergegangen (${wortAus(event, 'knoten')})`, { titel: 'Schritt eines Verfahrens', nurProtokoll: true })
  registerEreignissatz(events.verfahrenBeendet.typ, (event) => ENDE[wortAus(event, 'status')] ?? 'Das Verfahren endete mit einem Fehler')
  registerEreignissatz(events.stoerungAufgetreten.typ, () => 'Störung im Verfahren; die Fachadministration kümmert sich')
}
