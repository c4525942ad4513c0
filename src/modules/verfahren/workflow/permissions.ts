import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'prozess.verwalten', satz: 'Verfahrensmodelle freigeben, laufende Verfahren ansehen und Störungen beheben' },
]
