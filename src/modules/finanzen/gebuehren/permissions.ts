import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'gebuehr.festsetzen', satz: 'Die Gebühr eines Vorgangs im Rahmen festsetzen, ermäßigen oder erlassen' },
  { name: 'gebuehr.verwalten', satz: 'Gebühren von Leistungen ab einem Tag ändern' },
]
