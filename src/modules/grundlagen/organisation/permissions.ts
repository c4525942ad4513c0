import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'organisation.verwalten', satz: 'Einheiten, Rollen, Zuweisungen und Vertretungen der Stadt verwalten' },
]
