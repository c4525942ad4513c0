import { event } from '../../../platform/events/event.js'

export const fassungGespeichert = event('bescheide.fassung.gespeichert/1', (id: string, vorgangId: string, daten: { fassung: number; hash: string }) =>
  ({ objekt: { art: 'bescheid', id }, vorgangId, daten }))

export const zurZeichnungGegeben = event('bescheide.bescheid.vorgelegt/1', (id: string, vorgangId: string, daten: { fassung: number; hash: string }) =>
  ({ objekt: { art: 'bescheid', id }, vorgangId, daten }))

export const bescheidGezeichnet = event('bescheide.bescheid.gezeichnet/1', (id: string, vorgangId: string, daten: { fassung: number; hash: string; iv: boolean }) =>
  ({ objekt: { art: 'bescheid', id }, vorgangId, daten }))

export const bescheidZurueckgegeben = event('bescheide.bescheid.zurueckgegeben/1', (id: string, vorgangId: string, daten: { fassung: number }, grund: string) =>
  ({ objekt: { art: 'bescheid', id }, vorgangId, daten, grund }))

/** It is decided: content, Belehrung and addressee are fixed; the file is being made. */
export const erlassAngestossen = event('bescheide.erlass.angestossen/1', (id: string, vorgangId: string, daten: { fassung: number; belehrung: string | null }) =>
  ({ objekt: { art: 'bescheid', id }, vorgangId, daten }))

/** The decision has left: filed, frozen, sent. `art` tells approval from refusal. */
export const bescheidErlassen = event('bescheide.bescheid.erlassen/1', (id: string, vorgangId: string, daten: { art: string; dokumentId: string; sendungId: string }) =>
  ({ objekt: { art: 'bescheid', id }, vorgangId, daten }))

/** A Berichtigung, Ruecknahme or Widerruf has left; the first decision is changed by it from now on. */
export const bescheidKorrigiert = event('bescheide.bescheid.korrigiert/1', (id: string, vorgangId: string, daten: { art: string; vorgaengerId: string; dokumentId: string; sendungId: string }) =>
  ({ objekt: { art: 'bescheid', id }, vorgangId, daten }))
