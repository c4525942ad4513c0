import { event } from '../../../platform/events/event.js'

export const schreibenAngelegt = event('schreiben.schreiben.angelegt/1', (id: string, vorgangId: string, daten: { typ: string; bezugArt: string; bezugId: string }) =>
  ({ objekt: { art: 'schreiben', id }, vorgangId, daten }))

/** Filed and sent; `bezugArt` and `bezugId` name what it was written for. */
export const schreibenVersandt = event('schreiben.schreiben.versandt/1', (id: string, vorgangId: string, daten: { typ: string; bezugArt: string; bezugId: string; dokumentId: string; sendungId: string }) =>
  ({ objekt: { art: 'schreiben', id }, vorgangId, daten }))
