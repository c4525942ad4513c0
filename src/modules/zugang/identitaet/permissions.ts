import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'identitaet.verwalten', satz: 'Nutzerkonten und Dienstkonten anderer Anbieter anbinden und Notfallkonten benennen' },
]
