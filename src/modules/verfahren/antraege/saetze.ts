import { registerEreignissatz } from '../../../platform/events/index.js'
import { istStatus, ZUSTAENDE } from './domain/status.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz('antraege.antrag.eingereicht/1', () => 'hat den Antrag eingereicht')
  registerEreignissatz('antraege.antrag.uebernommen/1', () => 'hat den Antrag in das eigene Konto übernommen')
  registerEreignissatz('antraege.antrag.geoeffnet/1', () => 'hat den Antrag über den Link aus der E-Mail geöffnet')
  registerEreignissatz('antraege.gast.benachrichtigt/1', ({ daten: { ergebnis } }) => (ergebnis === 'verschickt' ? 'hat die Person ohne Konto per E-Mail benachrichtigt' : 'konnte der Person ohne Konto keine E-Mail zustellen'))
  registerEreignissatz('antraege.bestaetigung.erstellt/1', () => 'hat die Eingangsbestätigung erstellt')
  registerEreignissatz('antraege.status.gewechselt/1', ({ daten: { nach } }) => `hat den Stand des Antrags auf „${istStatus(nach) ? ZUSTAENDE[nach].wort : String(nach)}“ gesetzt`, { titel: 'Stand eines Antrags gewechselt', nurProtokoll: ({ daten }) => daten['von'] === null })
  registerEreignissatz('antraege.rueckfrage.gestellt/1', () => 'hat eine Rückfrage gestellt')
  registerEreignissatz('antraege.rueckfrage.beantwortet/1', () => 'hat eine Rückfrage beantwortet')
  registerEreignissatz('antraege.rueckfrage.erinnert/1', () => 'hat an eine Rückfrage erinnert', { titel: 'An Rückfrage erinnert' })
  registerEreignissatz('antraege.zustellung.umgestellt/1', () => 'hat den Antrag auf Zustellung per Post umgestellt, weil das Konto geschlossen wird', { titel: 'Zustellung auf Post umgestellt' })
  registerEreignissatz('antraege.nachweis.bewertet/1', ({ daten: { bewertung } }) => `hat einen Nachweis bewertet: ${String(bewertung)}`)
  registerEreignissatz('antraege.antrag.zurueckgenommen/1', () => 'hat den Antrag zurückgenommen')
  registerEreignissatz('antraege.ruecknahme.vermerkt/1', () => 'hat die Rücknahme im Verfahren vermerkt')
  registerEreignissatz('antraege.ruecknahme.bestaetigt/1', () => 'hat die Rücknahme bestätigt')
}
