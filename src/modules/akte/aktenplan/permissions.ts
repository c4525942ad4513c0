import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'aktenplan.verwalten', satz: 'Den Aktenplan ansehen, einlesen und Einheiten freigeben oder stilllegen' },
]
