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

export const wegFestgelegt = event('projektantraege.weg.festgelegt/1', (schluessel: string) => ({ objekt: { art: 'projektweg', id: schluessel }, daten: { schluessel } }))
