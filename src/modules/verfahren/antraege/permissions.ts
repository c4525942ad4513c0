import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'antrag.bearbeiten', satz: 'Anträge prüfen, Nachweise bewerten und Rückfragen stellen' },
  { name: 'antrag.einreichen', satz: 'Anträge über die Schnittstelle einreichen und die eigenen abrufen' },
]
