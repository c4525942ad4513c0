import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'berichte.lesen', satz: 'Statusberichte und Programmberichte ansehen' },
  { name: 'berichte.schreiben', satz: 'Statusberichte für Vorhaben der eigenen Einheit schreiben und einreichen' },
  { name: 'berichte.verwalten', satz: 'Berichtsmonate eröffnen und Programmberichte festschreiben' },
]
