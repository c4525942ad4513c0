import { registerObjektart } from '../../../platform/events/index.js'
import { organisation } from './db/tables.js'
import { einheitenById, findEinheitByKuerzel } from './einheiten.js'

/** How the log names units and roles. */
export function registriereObjekte(): void {
  registerObjektart('einheit', {
    name: 'Einheit', recht: 'organisation.verwalten',
    finde: async (tx, ids) => new Map([...await einheitenById(tx, ids)].map(([id, { kuerzel }]) => [id, { text: kuerzel, href: `/verwaltung/einheiten/${id}` }])),
    suche: async (tx, zeichen) => (await findEinheitByKuerzel(tx, zeichen))?.id,
  })
  registerObjektart('rolle', {
    name: 'Rolle', recht: 'organisation.verwalten',
    async finde(tx, ids) {
      const rows = await organisation(tx).selectFrom('organisation.rolle').select(['id', 'schluessel', 'name']).where('id', 'in', [...ids]).execute()
      return new Map(rows.map((row) => [row.id, { text: row.name, href: `/verwaltung/rollen/${row.schluessel}` }]))
    },
    suche: async (tx, zeichen) => (await organisation(tx).selectFrom('organisation.rolle').select('id').where('schluessel', '=', zeichen).executeTakeFirst())?.id,
  })
}
