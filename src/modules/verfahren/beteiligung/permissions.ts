import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'beteiligung.stellungnehmen', satz: 'Stellung nehmen, wenn die eigene Einheit an einem Vorgang einer anderen beteiligt wird' },
]
