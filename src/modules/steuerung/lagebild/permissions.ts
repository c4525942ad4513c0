import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'lagebild.lesen', satz: 'Lagebild der eigenen Einheit ansehen: Vorhaben, fällige Berichte, Meilensteine' },
  { name: 'lagebild.vorstand', satz: 'Lagebild des ganzen Programms für den Verwaltungsvorstand ansehen, mit Entscheidungen, Risiken und Geld' },
  { name: 'lagebild.programm', satz: 'Lagebild des ganzen Programms mit allen Listen ansehen, auch die Auslastung von Personen' },
  { name: 'lagebild.teilen', satz: 'Gespeicherte Ansichten des Lagebilds mit einer Rolle teilen und verwaiste Ansichten aufräumen' },
]
