import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'akte.lesen', satz: 'Akten der eigenen Einheiten sehen' },
  { name: 'akte.anlegen', satz: 'Akten anlegen und zu den Akten legen' },
  { name: 'vorgang.lesen', satz: 'Vorgänge und ihre Dokumente lesen' },
  { name: 'vorgang.bearbeiten', satz: 'Vorgänge anlegen und bearbeiten, Vermerke schreiben, Wiedervorlagen setzen' },
  { name: 'vorgang.schliessen', satz: 'Vorgänge zu den Akten legen (z. d. A.)' },
  { name: 'vorgang.wiederoeffnen', satz: 'Vorgänge, die zu den Akten gelegt sind, mit Begründung wieder öffnen' },
  { name: 'dokument.ablegen', satz: 'Dokumente in Vorgängen ablegen' },
]
