import { event } from '../../../platform/events/event.js'

export const auszugHochgeladen = event('kontoauszug.auszug.hochgeladen/1', (id: string, daten: { zeilen: number }) => ({ objekt: { art: 'kontoauszug', id }, daten }))
export const auszugGebucht = event('kontoauszug.auszug.gebucht/1', (id: string, daten: { zeilen: number; gebucht: number; klaerung: number; zurueckgebucht: number }) => ({ objekt: { art: 'kontoauszug', id }, daten }))
