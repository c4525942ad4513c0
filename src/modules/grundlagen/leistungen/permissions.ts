import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'leistung.verwalten', satz: 'Leistungen einspielen, veröffentlichen, zurückziehen und zeitweise schließen' },
  { name: 'leistung.bewerten', satz: 'Den OZG-Reifegrad von Leistungen mit Nachweis bewerten' },
]
