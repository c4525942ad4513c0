import { registerObjektart } from '../../../platform/events/index.js'
import { leistungen } from './db/tables.js'

/** How the log names a Leistung: by its key. */
export function registriereObjekte(): void {
  registerObjektart('leistung', {
    name: 'Leistung', recht: 'leistung.verwalten',
    async finde(tx, ids) {
      const rows = await leistungen(tx).selectFrom('leistungen.leistung').select(['id', 'schluessel']).where('id', 'in', [...ids]).execute()
      return new Map(rows.map((row) => [row.id, { text: row.schluessel, href: `/verwaltung/leistungen/${row.schluessel}` }]))
    },
    suche: async (tx, zeichen) => (await leistungen(tx).selectFrom('leistungen.leistung').select('id').where('schluessel', '=', zeichen).executeTakeFirst())?.id,
  })
}
