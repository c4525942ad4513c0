import { event } from '../../../platform/events/event.js'
import type { KlaerungArt } from './domain/klaerung.js'
import type { ZahlungStatus } from './domain/zahlung.js'

/** Ids, states and amounts; nothing about the person or the means of payment. */
export const zahlungBegonnen = event('bezahlung.zahlung.begonnen/1', (id: string, vorgangId: string | null, daten: { forderungId: string; cent: string }) => ({ objekt: { art: 'zahlung', id }, vorgangId, daten }))

export const zahlungsstandGeaendert = event('bezahlung.zahlung.geaendert/1', (id: string, vorgangId: string | null, daten: { forderungId: string; von: ZahlungStatus; nach: ZahlungStatus; code?: string }) =>
  ({ objekt: { art: 'zahlung', id }, vorgangId, daten }))

export const klaerungEntstanden = event('bezahlung.klaerung.entstanden/1', (id: string, vorgangId: string | null, daten: { art: KlaerungArt; forderungId: string | null }) => ({ objekt: { art: 'klaerung', id }, vorgangId, daten }))

export const klaerungErledigt = event('bezahlung.klaerung.erledigt/1', (id: string, daten: { art: KlaerungArt; forderungId: string | null }, grund: string) => ({ objekt: { art: 'klaerung', id }, daten, grund }))

export const abgeglichen = event('bezahlung.abgleich.beendet/1', (id: string, daten: { tag: string; verglichen: number; abweichungen: number; nichtErreicht: number }) => ({ objekt: { art: 'mandant', id }, daten }))

export const anbieterGeaendert = event('bezahlung.anbieter.geaendert/1', (id: string, daten: { felder: readonly string[] }) => ({ objekt: { art: 'mandant', id }, daten }))
