import { registerObjektart } from '../../../platform/events/index.js'
import { eingang } from './db/tables.js'
import { nummerOf } from './lesen.js'

/** How the log names an Eingang: by its number in the book. */
export function registriereObjekte(): void {
  registerObjektart('eingang', {
    name: 'Eingang', recht: 'eingang.lesen',
    async finde(tx, ids) {
      const rows = await eingang(tx).selectFrom('eingang.eingang').select(['id', 'jahr', 'lfd']).where('id', 'in', [...ids]).execute()
      return new Map(rows.map((row) => [row.id, { text: nummerOf(row.jahr, row.lfd), href: `/arbeitsplatz/eingaenge/${row.id}` }]))
    },
    async suche(tx, zeichen) {
      const [, jahr, lfd] = /^(\d{4})-(\d{1,9})$/.exec(zeichen) ?? []
      return jahr && lfd ? (await eingang(tx).selectFrom('eingang.eingang').select('id').where('jahr', '=', Number(jahr)).where('lfd', '=', Number(lfd)).executeTakeFirst())?.id : undefined
    },
  })
}
