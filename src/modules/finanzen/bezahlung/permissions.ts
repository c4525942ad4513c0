import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'kasse.klaeren', satz: 'Einträge der Klärungsliste erledigen und den Abgleich mit dem Bezahldienst starten' },
]
