import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'projektantrag.lesen', satz: 'Alle gemeldeten Ideen, ihre Entscheidungen und den Themenspeicher ansehen' },
  { name: 'projektantrag.zurueckziehen', satz: 'Die Genehmigung eines Vorhabens im Nachhinein zurückziehen' },
  { name: 'projektantrag.abfragen', satz: 'Hausabfragen an alle Einheiten stellen, auswerten und aus Antworten Ideen machen' },
]
