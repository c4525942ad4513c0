import { event } from '../../../platform/events/event.js'

export const versionImportiert = event('leistungen.version.importiert/1', (leistungId: string, daten: { schluessel: string; versionId: string; version: number; hash: string }) =>
  ({ objekt: { art: 'leistung', id: leistungId }, daten }))

export const leistungVeroeffentlicht = event('leistungen.leistung.veroeffentlicht/1', (leistungId: string, daten: { schluessel: string; versionId: string; version: number }) =>
  ({ objekt: { art: 'leistung', id: leistungId }, daten }))

export const leistungZurueckgezogen = event('leistungen.leistung.zurueckgezogen/1', (leistungId: string, daten: { schluessel: string; versionId: string }, grund: string) =>
  ({ objekt: { art: 'leistung', id: leistungId }, daten, grund }))

export const leistungGeschlossen = event('leistungen.schliessung.begonnen/1', (leistungId: string, daten: { schliessungId: string; von: string; bis: string | null }, grund: string) =>
  ({ objekt: { art: 'leistung', id: leistungId }, daten, grund }))

export const schliessungAufgehoben = event('leistungen.schliessung.aufgehoben/1', (leistungId: string, daten: { schliessungId: string }) =>
  ({ objekt: { art: 'leistung', id: leistungId }, daten }))

export const antragszeitEingetragen = event('leistungen.antragszeit.eingetragen/1', (leistungId: string, daten: { antragszeitId: string; anlass: string; von: string; bis: string }) =>
  ({ objekt: { art: 'leistung', id: leistungId }, daten }))

export const antragszeitGestrichen = event('leistungen.antragszeit.gestrichen/1', (leistungId: string, daten: { antragszeitId: string }) =>
  ({ objekt: { art: 'leistung', id: leistungId }, daten }))

/** Somebody judged how far the service is online, by one of the two federal models; `stufe` is computed. */
export const reifegradBewertet = event('leistungen.reifegrad.bewertet/1', (leistungId: string, daten: { modell: string; bewertetAm: string; stufe: number }) =>
  ({ objekt: { art: 'leistung', id: leistungId }, daten }))
