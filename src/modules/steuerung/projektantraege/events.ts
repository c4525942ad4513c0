import { event } from '../../../platform/events/event.js'

export const ideeGemeldet = event('projektantraege.idee.gemeldet/1', (id: string, vorgangId: string, daten: { weg: string }) =>
  ({ objekt: { art: 'projektantrag', id }, vorgangId, daten }))

export const stammblattAusgefuellt = event('projektantraege.stammblatt.ausgefuellt/1', (id: string, vorgangId: string, daten: { felder: readonly string[] }) =>
  ({ objekt: { art: 'projektantrag', id }, vorgangId, daten }))

export const beteiligungFestgehalten = event('projektantraege.beteiligung.festgehalten/1', (id: string, vorgangId: string, daten: { beteiligt: readonly string[] }) =>
  ({ objekt: { art: 'projektantrag', id }, vorgangId, daten }))

/** A decision at a gate; its words are in the room's own rows. */
export const gateEntschieden = event('projektantraege.gate.entschieden/1', (id: string, vorgangId: string, daten: { gate: string; ergebnis: string }) =>
  ({ objekt: { art: 'projektantrag', id }, vorgangId, daten }))

export const antragEntschieden = event('projektantraege.antrag.entschieden/1', (id: string, vorgangId: string, daten: { stand: string; objektId: string | null }) =>
  ({ objekt: { art: 'projektantrag', id }, vorgangId, daten }))

export const themaVorgelegt = event('projektantraege.thema.vorgelegt/1', (id: string, vorgangId: string, daten: { wiedervorlageAm: string | null }) =>
  ({ objekt: { art: 'projektantrag', id }, vorgangId, daten }))

export const themaBehandelt = event('projektantraege.thema.behandelt/1', (id: string, vorgangId: string, daten: { ergebnis: string }) =>
  ({ objekt: { art: 'projektantrag', id }, vorgangId, daten }))

export const antwortAngemahnt = event('projektantraege.antwort.angemahnt/1', (id: string, vorgangId: string, daten: { antwortBis: string }) =>
  ({ objekt: { art: 'projektantrag', id }, vorgangId, daten }))

/** The proposer has an answer before a board decided; its words are in the room's own rows. */
export const zwischenbescheidGegeben = event('projektantraege.antwort.gegeben/1', (id: string, vorgangId: string) => ({ objekt: { art: 'projektantrag', id }, vorgangId, daten: {} }))

export const abfrageGestellt = event('projektantraege.abfrage.gestellt/1', (id: string, daten: { einheiten: number; fragen: number; faelligAm: string }) => ({ objekt: { art: 'hausabfrage', id }, daten }))
export const abfrageBeantwortet = event('projektantraege.abfrage.beantwortet/1', (id: string, daten: { einheitId: string; antworten: number }) => ({ objekt: { art: 'hausabfrage', id }, daten }))
export const abfrageErinnert = event('projektantraege.abfrage.erinnert/1', (id: string, daten: { einheiten: number }) => ({ objekt: { art: 'hausabfrage', id }, daten }))

export const wegFestgelegt = event('projektantraege.weg.festgelegt/1', (schluessel: string) => ({ objekt: { art: 'projektweg', id: schluessel }, daten: { schluessel } }))
