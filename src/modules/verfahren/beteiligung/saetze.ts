import { registerEreignissatz, tagAus, wortAus } from '../../../platform/events/index.js'
import { istVotum, VOTEN } from './domain/votum.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.stelleBeteiligt.typ, (event) => `hat eine Fachstelle um Stellungnahme gebeten, bis ${tagAus(event, 'frist')}`)
  registerEreignissatz(events.stelleErinnert.typ, (event) => `Eine Fachstelle wurde erinnert: Stellungnahme bis ${tagAus(event, 'frist')}`)
  registerEreignissatz(events.stellungnahmeAbgegeben.typ, (event) => {
    const votum = wortAus(event, 'votum')
    return `hat für eine Fachstelle Stellung genommen: ${istVotum(votum) ? VOTEN[votum].text : votum}${event.daten['verspaetet'] === true ? ' (nach der Frist)' : ''}`
  })
  registerEreignissatz(events.beteiligungBeendet.typ, () => 'Die Beteiligung einer Fachstelle ist beendet', { titel: 'Beteiligung beendet' })
}
