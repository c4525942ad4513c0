import { event } from '../../../platform/events/event.js'

const objekt = (id: string) => ({ art: 'genehmigungsfiktion', id })

export const fristBegonnen = event('genehmigungsfiktion.frist.begonnen/1', (id: string, vorgangId: string, daten: { vollstaendigAm: string; ende: string; norm: string }) => ({ objekt: objekt(id), vorgangId, daten }))
export const fristVerlaengert = event('genehmigungsfiktion.frist.verlaengert/1', (id: string, vorgangId: string, daten: { ende: string }, grund: string) => ({ objekt: objekt(id), vorgangId, daten, grund }))
export const fristRuht = event('genehmigungsfiktion.frist.ruht/1', (id: string, vorgangId: string, daten: { seit: string }) => ({ objekt: objekt(id), vorgangId, daten }))
export const fristLaeuftWeiter = event('genehmigungsfiktion.frist.laeuftweiter/1', (id: string, vorgangId: string, daten: { ruhetage: number; ende: string }) => ({ objekt: objekt(id), vorgangId, daten }))
export const vorEndeGewarnt = event('genehmigungsfiktion.frist.gewarnt/1', (id: string, vorgangId: string, daten: { ende: string }) => ({ objekt: objekt(id), vorgangId, daten }))
export const fristBeendet = event('genehmigungsfiktion.frist.beendet/1', (id: string, vorgangId: string, daten: { weil: string }) => ({ objekt: objekt(id), vorgangId, daten }))
/** By law, without anybody: the application counts as granted from the day after `ende`. */
export const genehmigungFingiert = event('genehmigungsfiktion.genehmigung.eingetreten/1', (id: string, vorgangId: string, daten: { ende: string; norm: string }) => ({ objekt: objekt(id), vorgangId, daten }))
export const bescheinigungVerlangt = event('genehmigungsfiktion.bescheinigung.verlangt/1', (id: string, vorgangId: string, daten: { schreibenId: string }) => ({ objekt: objekt(id), vorgangId, daten }))
