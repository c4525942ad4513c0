import { event } from '../../../platform/events/event.js'

export const akteAngelegt = event('akten.akte.angelegt/1', (id: string, daten: { aktenzeichen: string; aktenplaneinheit: string; einheitId: string }) =>
  ({ objekt: { art: 'akte', id }, daten }))

export const akteGeschlossen = event('akten.akte.geschlossen/1', (id: string, daten: { zdaAm: string }) => ({ objekt: { art: 'akte', id }, daten }))

export const akteWiedergeoeffnet = event('akten.akte.wiedergeoeffnet/1', (id: string, grund: string) => ({ objekt: { art: 'akte', id }, daten: {}, grund }))

export const vorgangAngelegt = event('akten.vorgang.angelegt/1', (id: string, daten: { vorgangsnummer: string; akteId: string; typ: string; leistung: string | null; einheitId: string }) =>
  ({ objekt: { art: 'vorgang', id }, vorgangId: id, daten }))

export const inhaberEingetragen = event('akten.vorgang.inhaber/1', (id: string, daten: { inhaberId: string }) =>
  ({ objekt: { art: 'vorgang', id }, vorgangId: id, daten }))

export const vorgangGeschlossen = event('akten.vorgang.geschlossen/1', (id: string, daten: { zdaAm: string; aufbewahrungBis: string | null; regel: string }) =>
  ({ objekt: { art: 'vorgang', id }, vorgangId: id, daten }))

export const vorgangWiedergeoeffnet = event('akten.vorgang.wiedergeoeffnet/1', (id: string, daten: { zdaWar: string; anlass: string }, grund: string) =>
  ({ objekt: { art: 'vorgang', id }, vorgangId: id, daten, grund }))

export const befangenheitEingetragen = event('akten.befangenheit.eingetragen/1', (vorgangId: string, daten: { kontoId: string }) =>
  ({ objekt: { art: 'vorgang', id: vorgangId }, vorgangId, daten }))

export const dokumentAbgelegt = event('akten.dokument.abgelegt/1', (id: string, vorgangId: string, daten: { typ: string; richtung: string; sha256: string; lfd: number }) =>
  ({ objekt: { art: 'dokument', id }, vorgangId, daten }))

export const dokumentversionAngelegt = event('akten.dokument.versioniert/1', (id: string, vorgangId: string, daten: { version: number; sha256: string }) =>
  ({ objekt: { art: 'dokument', id }, vorgangId, daten }))

export const dokumentFestgeschrieben = event('akten.dokument.festgeschrieben/1', (id: string, vorgangId: string, daten: { version: number }, grund: string) =>
  ({ objekt: { art: 'dokument', id }, vorgangId, daten, grund }))

export const vermerkGeschrieben = event('akten.vermerk.geschrieben/1', (id: string, vorgangId: string, daten: { ereignisAm: string }) =>
  ({ objekt: { art: 'vermerk', id }, vorgangId, daten }))

export const wiedervorlageGesetzt = event('akten.wiedervorlage.gesetzt/1', (id: string, vorgangId: string, daten: { faelligAm: string; kontoId: string | null }) =>
  ({ objekt: { art: 'wiedervorlage', id }, vorgangId, daten }))

export const wiedervorlageErledigt = event('akten.wiedervorlage.erledigt/1', (id: string, vorgangId: string) =>
  ({ objekt: { art: 'wiedervorlage', id }, vorgangId, daten: {} }))

export const dokumentFreigegeben = event('akten.dokument.freigegeben/1', (id: string, vorgangId: string, daten: { fuerInhaber: boolean }) =>
  ({ objekt: { art: 'dokument', id }, vorgangId, daten }))

/** In the history of the Vorgang; the two Akten have an event each of their own (C1-10). */
export const vorgangUmgehaengt = event('akten.vorgang.umgehaengt/1', (id: string, daten: { vonAkteId: string; nachAkteId: string; kennzeichen: string; vorher: string }, grund: string) =>
  ({ objekt: { art: 'vorgang', id }, vorgangId: id, daten, grund }))

export const vorgangAbgegeben = event('akten.akte.vorgangabgegeben/1', (id: string, daten: { vorgangId: string; vorgangsnummer: string }, grund: string) =>
  ({ objekt: { art: 'akte', id }, daten, grund }))

export const vorgangAufgenommen = event('akten.akte.vorgangaufgenommen/1', (id: string, daten: { vorgangId: string; vorgangsnummer: string }, grund: string) =>
  ({ objekt: { art: 'akte', id }, daten, grund }))

/** The later scan found something: from now on the file is not handed out. `signatur` is the scanner's name for it. */
export const dokumentBefallen = event('akten.dokument.befallen/1', (id: string, vorgangId: string, daten: { sha256: string; signatur: string }) =>
  ({ objekt: { art: 'dokument', id }, vorgangId, daten }))

export const dateiGeprueft = event('akten.datei.geprueft/1', (sha256: string, daten: { ergebnis: 'sauber' | 'befallen' }) =>
  ({ objekt: { art: 'datei', id: sha256 }, daten }))

/** Another unit is responsible from now on; in the history of the Vorgang. */
export const vorgangUebergeben = event('akten.vorgang.uebergeben/1', (id: string, daten: { von: string; nach: string }, grund: string) =>
  ({ objekt: { art: 'vorgang', id }, vorgangId: id, daten, grund }))
