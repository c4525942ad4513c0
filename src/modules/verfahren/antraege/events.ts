import { event } from '../../../platform/events/event.js'
import type { AntragStatus } from './domain/status.js'

export const antragEingereicht = event('antraege.antrag.eingereicht/1', (id: string, vorgangId: string, daten: { leistung: string; leistungsversionId: string; kanal: string; eingangId: string; eingangDatum: string; anhaenge: number }) =>
  ({ objekt: { art: 'antrag', id }, vorgangId, daten }))

export const statusGewechselt = event('antraege.status.gewechselt/1', (id: string, vorgangId: string, daten: { von: AntragStatus | null; nach: AntragStatus }, grund?: string) =>
  ({ objekt: { art: 'antrag', id }, vorgangId, daten, ...(grund ? { grund } : {}) }))

/** An application that a guest had sent belongs to an account now. */
export const antragUebernommen = event('antraege.antrag.uebernommen/1', (id: string, vorgangId: string) =>
  ({ objekt: { art: 'antrag', id }, vorgangId, daten: { durch: 'anmeldung' } }))

/** A guest opened the application by the link of a mail; it belongs to another browser now. */
export const antragGeoeffnet = event('antraege.antrag.geoeffnet/1', (id: string, vorgangId: string) =>
  ({ objekt: { art: 'antrag', id }, vorgangId, daten: { durch: 'link' } }))

export const gastBenachrichtigt = event('antraege.gast.benachrichtigt/1', (id: string, vorgangId: string, daten: { anlass: string; ergebnis: string }) =>
  ({ objekt: { art: 'antrag', id }, vorgangId, daten }))

export const bestaetigungErstellt = event('antraege.bestaetigung.erstellt/1', (id: string, vorgangId: string, daten: { bestaetigungId: string; kopieId: string }) =>
  ({ objekt: { art: 'antrag', id }, vorgangId, daten }))

export const rueckfrageGestellt = event('antraege.rueckfrage.gestellt/1', (id: string, vorgangId: string, daten: { antragId: string; bezug: string | null; frist: string }) =>
  ({ objekt: { art: 'rueckfrage', id }, vorgangId, daten }))

export const rueckfrageBeantwortet = event('antraege.rueckfrage.beantwortet/1', (id: string, vorgangId: string, daten: { antragId: string; datum: string; dokumente: number }) =>
  ({ objekt: { art: 'rueckfrage', id }, vorgangId, daten }))

export const rueckfrageErinnert = event('antraege.rueckfrage.erinnert/1', (id: string, vorgangId: string, daten: { antragId: string; frist: string }) =>
  ({ objekt: { art: 'rueckfrage', id }, vorgangId, daten }))

/** The mailbox of the person is closed; what comes goes by letter. */
export const zustellungUmgestellt = event('antraege.zustellung.umgestellt/1', (id: string, vorgangId: string) =>
  ({ objekt: { art: 'antrag', id }, vorgangId, daten: { weg: 'post' } }))

export const nachweisBewertet = event('antraege.nachweis.bewertet/1', (id: string, vorgangId: string, daten: { bewertung: string }) =>
  ({ objekt: { art: 'nachweis', id }, vorgangId, daten }))

export const antragZurueckgenommen = event('antraege.antrag.zurueckgenommen/1', (id: string, vorgangId: string, daten: { datum: string }) =>
  ({ objekt: { art: 'antrag', id }, vorgangId, daten }))

export const ruecknahmeVermerkt = event('antraege.ruecknahme.vermerkt/1', (id: string, vorgangId: string) =>
  ({ objekt: { art: 'antrag', id }, vorgangId, daten: {} }))

export const ruecknahmeBestaetigt = event('antraege.ruecknahme.bestaetigt/1', (id: string, vorgangId: string, daten: { dokumentId: string }) =>
  ({ objekt: { art: 'antrag', id }, vorgangId, daten }))
