import { event } from '../../../platform/events/event.js'
import type { Kontoart, Kontostatus } from './db/tables.js'

const konto = (id: string) => ({ art: 'konto', id })

export const kontoAngelegt = event('konten.konto.angelegt/1', (id: string, daten: { kontoart: Kontoart; rechte?: readonly string[] }) => ({ objekt: konto(id), daten }))

/** `felder` names what changed; the values are in the account. */
export const kontoGeaendert = event('konten.konto.geaendert/1', (id: string, daten: { felder: readonly string[] }) => ({ objekt: konto(id), daten }))

export const statusGeaendert = event('konten.konto.statusgeaendert/1', (id: string, daten: { alt: Kontostatus; neu: Kontostatus }, grund: string) =>
  ({ objekt: konto(id), daten, grund }))

export type Verfahren = 'passwort' | 'totp' | 'wiederherstellungscode' | 'passkey' | 'nutzerkonto'

export const angemeldet = event('konten.anmeldung.erfolgt/1', (id: string, daten: { verfahren: Verfahren }) => ({ objekt: konto(id), daten }))

/** Also for names that do not exist (`unbekannt`): the page must not tell by its work, nor the record by its silence. */
export const anmeldungFehlgeschlagen = event('konten.anmeldung.fehlgeschlagen/1', (id: string | undefined, daten: { kontoart: Kontoart; stelle: 'passwort' | 'zweitfaktor' | 'passkey' | 'lokal' }) =>
  ({ objekt: konto(id ?? 'unbekannt'), daten }))

/** Too many failures in a row: for a while nobody gets in under this name from that address. What a watchful administration looks for. */
export const anmeldungGebremst = event('konten.anmeldung.gebremst/1', (id: string | undefined, daten: { kontoart: Kontoart; versuche: number }) =>
  ({ objekt: konto(id ?? 'unbekannt'), daten }))

export const sitzungBeendet = event('konten.sitzung.beendet/1', (id: string, daten: { umfang: 'diese' | 'eine' | 'andere' }) => ({ objekt: konto(id), daten }))

export const passwortGesetzt = event('konten.passwort.gesetzt/1', (id: string, daten: { anlass: 'start' | 'geaendert' | 'vergessen' }) => ({ objekt: konto(id), daten }))

export const startcodeAusgestellt = event('konten.startcode.ausgestellt/1', (id: string, daten: { zweitfaktorEntfernt: boolean }) => ({ objekt: konto(id), daten }))

export const tastenkuerzelGesetzt = event('konten.tastenkuerzel.gesetzt/1', (id: string, daten: { an: boolean }) => ({ objekt: konto(id), daten }))

export const zweitfaktorEingerichtet = event('konten.zweitfaktor.eingerichtet/1', (id: string, daten: { verfahren: 'totp' | 'passkey' }) => ({ objekt: konto(id), daten }))

export const zweitfaktorEntfernt = event('konten.zweitfaktor.entfernt/1', (id: string, daten: { verfahren: 'totp' | 'passkey' }) => ({ objekt: konto(id), daten }))

export const codeVersandt = event('konten.einmalcode.versandt/1', (codeId: string, daten: { zweck: string; kontoId: string | null }) =>
  ({ objekt: { art: 'einmalcode', id: codeId }, daten }))

export const schluesselAusgestellt = event('konten.dienstschluessel.ausgestellt/1', (kontoId: string, daten: { schluesselId: string; gueltigBis: string }) => ({ objekt: konto(kontoId), daten }))

export const schluesselWiderrufen = event('konten.dienstschluessel.widerrufen/1', (kontoId: string, daten: { schluesselId: string }, grund: string) => ({ objekt: konto(kontoId), daten, grund }))
