import { registerObjektart } from '../../../platform/events/index.js'
import { findPersonal, kontenById } from './konten.js'

/** How the log names accounts: employees by name; the name of a citizen has no business in a list of all that happened. */
export function registriereObjekte(): void {
  registerObjektart('konto', {
    name: 'Konto', recht: 'konten.verwalten',
    finde: async (tx, ids) => new Map([...await kontenById(tx, ids)].map(([id, konto]) => [id, konto.art === 'personal' ? { text: konto.name, href: `/verwaltung/benutzer/${id}` } : { text: konto.art === 'buerger' ? 'einer Bürgerin oder eines Bürgers' : konto.name }])),
    suche: async (tx, zeichen) => (await findPersonal(tx, zeichen))?.id,
  })
}
