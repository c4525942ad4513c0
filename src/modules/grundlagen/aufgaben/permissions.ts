import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'aufgabe.bearbeiten', satz: 'Aufgaben der eigenen Einheit sehen, übernehmen und erledigen' },
  { name: 'aufgabe.zuweisen', satz: 'Aufgaben der eigenen Einheit anderen zuweisen' },
]
