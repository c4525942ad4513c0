import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'finanzplan.lesen', satz: 'Rahmenfinanzplan, Soll-Ist-Vergleich und Förderungen des Programms ansehen' },
  { name: 'finanzplan.bearbeiten', satz: 'Zeilen des Rahmenfinanzplans für Vorhaben der eigenen Einheit ändern' },
  { name: 'finanzplan.verwalten', satz: 'Finanzdaten einlesen, Planzeilen aus dem Programm übernehmen und Förderungen führen' },
]
