import { event } from '../../../platform/events/event.js'
import type { FristArt } from './domain/fristarten.js'

export const fristGesetzt = event('fristen.frist.gesetzt/1',
  (id: string, vorgangId: string, daten: { art: FristArt; beginn: string; ende: string; regel: string }) =>
    ({ objekt: { art: 'frist', id }, vorgangId, daten }))

export const fristNeuBerechnet = event('fristen.frist.neuberechnet/1',
  (id: string, vorgangId: string, daten: { art: FristArt; endeVorher: string; ende: string; regel: string }, grund: string) =>
    ({ objekt: { art: 'frist', id }, vorgangId, daten, grund }))

export const fristErledigt = event('fristen.frist.erledigt/1', (id: string, vorgangId: string, daten: { art: FristArt }, grund: string) =>
  ({ objekt: { art: 'frist', id }, vorgangId, daten, grund }))

export const fristHinfaellig = event('fristen.frist.hinfaellig/1', (id: string, vorgangId: string, daten: { art: FristArt }, grund: string) =>
  ({ objekt: { art: 'frist', id }, vorgangId, daten, grund }))
