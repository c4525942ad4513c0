import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'programm.lesen', satz: 'Strategie, Steckbriefe und Planung des Programms ansehen' },
  { name: 'programm.bearbeiten', satz: 'Steckbriefe, Termine und Status von Vorhaben der eigenen Einheit ändern' },
  { name: 'programm.freigeben', satz: 'Festlegen, was die öffentliche Roadmap von einem Vorhaben zeigt' },
  { name: 'programm.verwalten', satz: 'Strategien fortschreiben, Ebenen und Kostenklassen festlegen, Vorhaben einlesen' },
  { name: 'programm.mitwirken', satz: 'Als Person eines anderen Hauses die zugeordneten Vorhaben ansehen', auswaertig: true },
]
