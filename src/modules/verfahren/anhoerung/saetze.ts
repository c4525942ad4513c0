import { registerEreignissatz, tagAus, wortAus } from '../../../platform/events/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.angehoert.typ, (event) => `hat die Person angehört, Antwort bis ${tagAus(event, 'frist')}`)
  registerEreignissatz(events.anhoerungAbgesehen.typ, (event) => `hat von der Anhörung abgesehen (${wortAus(event, 'norm')})`)
  registerEreignissatz(events.anhoerungBeantwortet.typ, (event) => `Auf die Anhörung ist eine Antwort da${event.daten['nachFrist'] === true ? ' (nach der Frist)' : ''}`)
  registerEreignissatz(events.anhoerungVerstrichen.typ, (event) => `Die Frist der Anhörung ist ohne Antwort verstrichen (${tagAus(event, 'frist')})`)
}
