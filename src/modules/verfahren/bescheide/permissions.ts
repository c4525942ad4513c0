import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'bescheid.entwerfen', satz: 'Bescheide entwerfen und zur Zeichnung geben' },
  { name: 'bescheid.zeichnen', satz: 'Bescheide anderer zeichnen oder mit Begründung zurückgeben' },
]
