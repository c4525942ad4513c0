import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'suche.nutzen', satz: 'Die Suche am Arbeitsplatz benutzen (gefunden wird nur, was die Person lesen darf)' },
]
