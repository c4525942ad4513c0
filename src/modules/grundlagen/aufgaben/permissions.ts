import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'aufgabe.bearbeiten', satz: 'Aufgaben der eigenen Einheit sehen, übernehmen und erledigen' },
  { name: 'aufgabe.zuweisen', satz: 'Aufgaben der eigenen Einheit anderen zuweisen' },
]

/** Rights of which one is enough to have a work list at all. */
export const ARBEITET = ['aufgabe.bearbeiten', 'aufgabe.zuweisen'] as const
