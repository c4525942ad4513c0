import { event } from '../../../platform/events/event.js'

export const stelleBeteiligt = event('beteiligung.stelle.beteiligt/1', (id: string, vorgangId: string, daten: { einheitId: string; frist: string; felder: readonly string[]; dokumente: number }) =>
  ({ objekt: { art: 'beteiligung', id }, vorgangId, daten }))

export const stelleErinnert = event('beteiligung.stelle.erinnert/1', (id: string, vorgangId: string, daten: { einheitId: string; frist: string; an: readonly string[] }) =>
  ({ objekt: { art: 'beteiligung', id }, vorgangId, daten }))

export const stellungnahmeAbgegeben = event('beteiligung.stellungnahme.abgegeben/1', (id: string, vorgangId: string, daten: { einheitId: string; votum: string; verspaetet: boolean }) =>
  ({ objekt: { art: 'beteiligung', id }, vorgangId, daten }))

/** It was decided without waiting; from now on the unit sees nothing of the Vorgang any more. */
export const beteiligungBeendet = event('beteiligung.beteiligung.beendet/1', (id: string, vorgangId: string, daten: { einheitId: string; weil: string }) =>
  ({ objekt: { art: 'beteiligung', id }, vorgangId, daten }))
