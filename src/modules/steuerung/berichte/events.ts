import { event } from '../../../platform/events/event.js'

/** Everything open that somebody answered for has gone to somebody else. */
export const verantwortungUebergeben = event('berichte.verantwortung.uebergeben/1', (vonId: string, daten: { anId: string; anzahl: number }) => ({ objekt: { art: 'konto', id: vonId }, daten }))

export const monatEroeffnet = event('berichte.monat.eroeffnet/1', (id: string, daten: { strategieId: string; monat: string; stichtag: string; vorhaben: number }) =>
  ({ objekt: { art: 'berichtsmonat', id }, daten }))

export const entwurfGespeichert = event('berichte.entwurf.gespeichert/1', (objektId: string, daten: { zeitraumId: string; version: number }) =>
  ({ objekt: { art: 'programmobjekt', id: objektId }, daten }))

/** A report is frozen; `version` above 1 is a correction, and `grund` says why. */
export const berichtEingereicht = event('berichte.bericht.eingereicht/1', (id: string, daten: { objektId: string; zeitraumId: string; version: number; zeit: string; ressourcen: string; qualitaet: string }, grund?: string) =>
  ({ objekt: { art: 'statusbericht', id }, daten, ...(grund ? { grund } : {}) }))

export const programmberichtFestgeschrieben = event('berichte.programmbericht.festgeschrieben/1', (id: string, daten: { strategieId: string; jahr: number; quartal: number; version: number }) =>
  ({ objekt: { art: 'programmbericht', id }, daten }))

export const programmberichtGedruckt = event('berichte.programmbericht.gedruckt/1', (id: string, daten: { sha256: string }) =>
  ({ objekt: { art: 'programmbericht', id }, daten }))

export const anBerichteErinnert = event('berichte.monat.angemahnt/1', (id: string, daten: { stufe: string; fehlende: number }) =>
  ({ objekt: { art: 'berichtsmonat', id }, daten }))
