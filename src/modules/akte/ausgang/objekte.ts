import { registerObjektart } from '../../../platform/events/index.js'
import { ausgang } from './db/tables.js'
import { buchnummer } from './domain/sendung.js'

/** How the log names a Sendung: by its number in the book. */
export function registriereObjekte(): void {
  registerObjektart('sendung', {
    name: 'Sendung', recht: 'ausgang.lesen',
    async finde(tx, ids) {
      const rows = await ausgang(tx).selectFrom('ausgang.sendung').select(['id', 'jahr', 'nummer']).where('id', 'in', [...ids]).execute()
      return new Map(rows.map((row) => [row.id, { text: buchnummer(row), href: `/arbeitsplatz/postausgang/${row.id}` }]))
    },
  })
}
