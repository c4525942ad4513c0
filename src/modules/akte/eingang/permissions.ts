import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'eingang.lesen', satz: 'Das Posteingangsbuch der eigenen Einheiten lesen' },
  { name: 'eingang.verteilen', satz: 'Eingänge verteilen, zuordnen und erledigen' },
]
