import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'ausgang.lesen', satz: 'Sehen, was verschickt wird und wurde (Postausgang)' },
  { name: 'ausgang.aufgeben', satz: 'Briefe zur Post geben und Rückläufe erfassen' },
]
