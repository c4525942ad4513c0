import { event } from '../../../platform/events/event.js'
import type { Kanal } from './domain/sendung.js'

export const sendungFreigegeben = event('ausgang.sendung.freigegeben/1',
  (id: string, vorgangId: string, daten: { dokumentId: string; kanal: Kanal; regel: string | null; nummer: string; ersatzweg: boolean }, grund?: string) =>
    ({ objekt: { art: 'sendung', id }, vorgangId, daten, ...(grund ? { grund } : {}) }))

export const sendungAufgegeben = event('ausgang.sendung.aufgegeben/1', (id: string, vorgangId: string, daten: { am: string }) =>
  ({ objekt: { art: 'sendung', id }, vorgangId, daten }))

export const sendungBereitgestellt = event('ausgang.sendung.bereitgestellt/1', (id: string, vorgangId: string, daten: { am: string; nachrichtId: string }) =>
  ({ objekt: { art: 'sendung', id }, vorgangId, daten }))

export const sendungZurueckgekommen = event('ausgang.sendung.zurueckgekommen/1', (id: string, vorgangId: string, daten: { am: string }, grund: string) =>
  ({ objekt: { art: 'sendung', id }, vorgangId, daten, grund }))

export const bereitstellungBeendet = event('ausgang.sendung.beendet/1', (id: string, vorgangId: string, daten: { am: string }, grund: string) =>
  ({ objekt: { art: 'sendung', id }, vorgangId, daten, grund }))

export const zugangFestgestellt = event('ausgang.zugang.festgestellt/1', (id: string, vorgangId: string, daten: { art: string; am: string | null }, grund: string) =>
  ({ objekt: { art: 'sendung', id }, vorgangId, daten, grund }))

export const anschriftErgaenzt = event('ausgang.anschrift.ergaenzt/1', (id: string, vorgangId: string) =>
  ({ objekt: { art: 'sendung', id }, vorgangId, daten: { felder: ['anschrift'] } }))

/** Once for every change of the day; `datum` null: not announced (any more). */
export const bekanntgabeBerechnet = event('ausgang.bekanntgabe.berechnet/1',
  (id: string, vorgangId: string, daten: { status: string; datum: string | null; vorher: string | null; regel: string | null; festgelegt: boolean }, grund: string) =>
    ({ objekt: { art: 'sendung', id }, vorgangId, daten, grund }))

export const nachrichtBereitgestellt = event('ausgang.nachricht.bereitgestellt/1', (id: string, vorgangId: string, daten: { art: string; kontoId: string }) =>
  ({ objekt: { art: 'nachricht', id }, vorgangId, daten }))

export const nachrichtBenachrichtigt = event('ausgang.nachricht.benachrichtigt/1', (id: string, vorgangId: string, daten: { am: string }) =>
  ({ objekt: { art: 'nachricht', id }, vorgangId, daten }))

export const benachrichtigungGescheitert = event('ausgang.nachricht.unbenachrichtigt/1', (id: string, vorgangId: string, grund: string) =>
  ({ objekt: { art: 'nachricht', id }, vorgangId, daten: {}, grund }))

export const nachrichtAbgerufen = event('ausgang.nachricht.abgerufen/1', (id: string, vorgangId: string, daten: { am: string }) =>
  ({ objekt: { art: 'nachricht', id }, vorgangId, daten }))
