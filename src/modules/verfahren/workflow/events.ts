import { event } from '../../../platform/events/event.js'

export const modellFreigegeben = event('workflow.modell.freigegeben/1', (id: string, daten: { schluessel: string; version: number }) =>
  ({ objekt: { art: 'modell', id }, daten }))

export const verfahrenBegonnen = event('workflow.verfahren.begonnen/1', (id: string, vorgangId: string | null, daten: { modellId: string; schluessel: string; version: number }) =>
  ({ objekt: { art: 'verfahren', id }, vorgangId, daten }))

export const schrittGetan = event('workflow.schritt.getan/1', (id: string, vorgangId: string | null, daten: { anlass: string; knoten: string; erreicht: readonly string[] }) =>
  ({ objekt: { art: 'verfahren', id }, vorgangId, daten }))

export const verfahrenBeendet = event('workflow.verfahren.beendet/1', (id: string, vorgangId: string | null, daten: { status: string }) =>
  ({ objekt: { art: 'verfahren', id }, vorgangId, daten }))

export const stoerungAufgetreten = event('workflow.stoerung.aufgetreten/1', (id: string, vorgangId: string | null, daten: { stoerungId: string; knoten: string; code: string }) =>
  ({ objekt: { art: 'verfahren', id }, vorgangId, daten }))
