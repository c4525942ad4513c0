import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'kennzahlen.lesen', satz: 'Kennzahlen, Reifegradmodelle und Evaluationen des Programms ansehen' },
  {
    name: 'kennzahlen.erfassen',
    satz: 'Werte von Kennzahlen der eigenen Einheit mit Nachweis eintragen und berichtigen',
  },
  {
    name: 'kennzahlen.verwalten',
    satz: 'Kennzahlen und Reifegradmodelle festlegen, bewerten, messen lassen und Vorhaben evaluieren',
  },
]
