import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'konten.verwalten', satz: 'Konten von Beschäftigten und Schnittstellen anlegen, ändern und sperren' },
]
