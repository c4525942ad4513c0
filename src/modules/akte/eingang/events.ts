import { event } from '../../../platform/events/event.js'

export const eingangRegistriert = event('eingang.eingang.registriert/1', (id: string, daten: { nummer: string; kanal: string; einheitId: string | null; anhaenge: number }) =>
  ({ objekt: { art: 'eingang', id }, daten }))

export const eingangVerteilt = event('eingang.eingang.verteilt/1', (id: string, daten: { vonEinheitId: string | null; anEinheitId: string }, grund?: string) =>
  ({ objekt: { art: 'eingang', id }, daten, ...(grund ? { grund } : {}) }))

export const eingangZurueckgegeben = event('eingang.eingang.zurueckgegeben/1', (id: string, daten: { vonEinheitId: string }, grund: string) =>
  ({ objekt: { art: 'eingang', id }, daten, grund }))

export const eingangZugeordnet = event('eingang.eingang.zugeordnet/1', (id: string, vorgangId: string) => ({ objekt: { art: 'eingang', id }, vorgangId, daten: { vorgangId } }))

export const eingangErledigt = event('eingang.eingang.erledigt/1', (id: string, grund: string) => ({ objekt: { art: 'eingang', id }, daten: {}, grund }))
