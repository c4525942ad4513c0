import { event } from '../../../platform/events/event.js'

const objekt = (id: string) => ({ art: 'anhoerung', id })

export const angehoert = event('anhoerung.anhoerung.begonnen/1', (id: string, vorgangId: string, daten: { frist: string }) => ({ objekt: objekt(id), vorgangId, daten }))
export const anhoerungAbgesehen = event('anhoerung.anhoerung.abgesehen/1', (id: string, vorgangId: string, daten: { norm: string }, grund: string) => ({ objekt: objekt(id), vorgangId, daten, grund }))
export const anhoerungBeantwortet = event('anhoerung.anhoerung.beantwortet/1', (id: string, vorgangId: string, daten: { datum: string; dokumente: number; nachFrist: boolean }) => ({ objekt: objekt(id), vorgangId, daten }))
export const anhoerungVerstrichen = event('anhoerung.anhoerung.verstrichen/1', (id: string, vorgangId: string, daten: { frist: string }) => ({ objekt: objekt(id), vorgangId, daten }))
