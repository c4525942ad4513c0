import { event } from '../../../platform/events/event.js'
import type { Buchungsart, ForderungStatus } from './domain/konto.js'

const forderung = (id: string) => ({ art: 'forderung', id })

export const forderungErhoben = event('forderungen.forderung.erhoben/1', (id: string, vorgangId: string | null, daten: { kassenzeichen: string; leistung: string; cent: string; faelligAm: string }) =>
  ({ objekt: forderung(id), vorgangId, daten }))

/** The application that a claim was raised for before it was sent has become a Vorgang. */
export const forderungZugeordnet = event('forderungen.forderung.zugeordnet/1', (id: string, vorgangId: string) => ({ objekt: forderung(id), vorgangId, daten: {} }))

export const gebucht = event('forderungen.forderung.gebucht/1', (id: string, vorgangId: string | null, daten: { buchungId: string; art: Buchungsart; cent: string; weg: string | null; status: ForderungStatus }, grund?: string) =>
  ({ objekt: forderung(id), vorgangId, daten, ...(grund ? { grund } : {}) }))

/** Nothing is left to pay. May come again after money was fetched back and paid anew. */
export const forderungBeglichen = event('forderungen.forderung.beglichen/1', (id: string, vorgangId: string | null, daten: { entwurfId: string | null; kassenzeichen: string }) =>
  ({ objekt: forderung(id), vorgangId, daten }))

/** A payment was fetched back by the bank: what was paid is owed again (A6-10). */
export const zahlungZurueckgeholt = event('forderungen.zahlung.zurueckgeholt/1', (id: string, vorgangId: string | null, daten: { cent: string }) => ({ objekt: forderung(id), vorgangId, daten }))

export const belegErstellt = event('forderungen.beleg.erstellt/1', (id: string, vorgangId: string, daten: { dokumentId: string }) => ({ objekt: forderung(id), vorgangId, daten }))

export const erstattungBeantragt = event('forderungen.erstattung.beantragt/1', (id: string, vorgangId: string | null, daten: { erstattungId: string; cent: string; fuer: string | null }, grund: string) =>
  ({ objekt: forderung(id), vorgangId, daten, grund }))

export const erstattungEntschieden = event('forderungen.erstattung.entschieden/1', (id: string, vorgangId: string | null, daten: { erstattungId: string; freigegeben: boolean; fuer: string | null }, grund?: string) =>
  ({ objekt: forderung(id), vorgangId, daten, ...(grund ? { grund } : {}) }))

export const forderungUebernommen = event('forderungen.forderung.uebernommen/1', (id: string, vorgangId: string | null) => ({ objekt: forderung(id), vorgangId, daten: {} }))

export const zahlungErinnert = event('forderungen.zahlung.erinnert/1', (id: string, vorgangId: string, daten: { faelligAm: string }) => ({ objekt: forderung(id), vorgangId, daten }))

export const kassenkontoGeaendert = event('forderungen.kassenkonto.geaendert/1', (id: string) => ({ objekt: { art: 'kassenkonto', id }, daten: { felder: ['kontoinhaber', 'iban', 'bic', 'schalter'] } }))
