import { event } from '../../../platform/events/event.js'

export const aufgabeAngelegt = event('aufgaben.aufgabe.angelegt/1', (id: string, vorgangId: string | null, daten: { titel: string; gruppe: string; einheitId: string; faelligAm: string | null }) =>
  ({ objekt: { art: 'aufgabe', id }, vorgangId, daten }))

export const aufgabeErledigt = event('aufgaben.aufgabe.erledigt/1', (id: string, vorgangId: string | null, daten: { titel: string; ergebnis: string }) =>
  ({ objekt: { art: 'aufgabe', id }, vorgangId, daten }))

export const aufgabeEntfallen = event('aufgaben.aufgabe.entfallen/1', (id: string, vorgangId: string | null, daten: { titel: string }) =>
  ({ objekt: { art: 'aufgabe', id }, vorgangId, daten }))

export const aufgabeUebernommen = event('aufgaben.aufgabe.uebernommen/1', (id: string, vorgangId: string | null, daten: { titel: string; kontoId: string }) =>
  ({ objekt: { art: 'aufgabe', id }, vorgangId, daten }))

export const aufgabeZurueckgegeben = event('aufgaben.aufgabe.zurueckgegeben/1', (id: string, vorgangId: string | null, daten: { titel: string }) =>
  ({ objekt: { art: 'aufgabe', id }, vorgangId, daten }))

export const aufgabeZugewiesen = event('aufgaben.aufgabe.zugewiesen/1', (id: string, vorgangId: string | null, daten: { titel: string; kontoId: string; vorher: string | null }, grund?: string) =>
  ({ objekt: { art: 'aufgabe', id }, vorgangId, daten, ...(grund ? { grund } : {}) }))

export const aufgabeEskaliert = event('aufgaben.aufgabe.eskaliert/1', (id: string, vorgangId: string | null, daten: { titel: string; faelligAm: string; an: readonly string[] }) =>
  ({ objekt: { art: 'aufgabe', id }, vorgangId, daten }))

/** Taken away from somebody because of what happened to the Vorgang: partial, or another unit is responsible now. */
export const aufgabeEntzogen = event('aufgaben.aufgabe.entzogen/1', (id: string, vorgangId: string | null, daten: { titel: string; kontoId: string }, grund: string) =>
  ({ objekt: { art: 'aufgabe', id }, vorgangId, daten, grund }))
