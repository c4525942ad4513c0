import { registerEreignissatz, wortAus } from '../../../platform/events/index.js'
import { formatEuro } from '../../../platform/money/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.gebuehrFestgesetzt.typ, (event) => {
    const cent = wortAus(event, 'cent')
    const betrag = event.daten['offen'] === 0 && /^\d+$/.test(cent) ? formatEuro(BigInt(cent)) : undefined
    // With the application it is computed; whoever applies has fixed nothing.
    if (event.akteur.art !== 'personal') return betrag ? `Die Gebühr ist berechnet: ${betrag}` : 'Die Gebühr ist berechnet; ein Betrag ist noch offen'
    return betrag ? `hat die Gebühr auf ${betrag} festgesetzt` : 'hat die Gebühr berechnet; ein Betrag ist noch offen'
  })
  registerEreignissatz(events.satzFestgelegt.typ, (event) => `hat eine Gebühr der Leistung „${wortAus(event, 'leistung')}“ ab ${wortAus(event, 'giltAb')} geändert`)
}
