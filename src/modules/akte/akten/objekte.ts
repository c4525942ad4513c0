import { registerObjektart } from '../../../platform/events/index.js'
import { zeichenSuchschluessel } from '../aktenplan/index.js'
import { akten } from './db/tables.js'
import { dokumenteById, vorgaengeById, vorgangByNummer } from './lesen.js'

/** How the log names what this room keeps: by sign and number, never by subject. */
export function registriereObjekte(): void {
  registerObjektart('vorgang', {
    name: 'Vorgang', recht: 'vorgang.lesen',
    finde: async (tx, ids) => new Map([...await vorgaengeById(tx, ids)].map(([id, { vorgangsnummer }]) => [id, { text: vorgangsnummer, href: `/arbeitsplatz/vorgaenge/${vorgangsnummer}` }])),
    suche: async (tx, zeichen) => (await vorgangByNummer(tx, zeichen))?.id,
  })
  registerObjektart('akte', {
    name: 'Akte', recht: 'akte.lesen',
    async finde(tx, ids) {
      const rows = await akten(tx).selectFrom('akten.akte').select(['id', 'kennzeichen']).where('id', 'in', [...ids]).execute()
      return new Map(rows.map((row) => [row.id, { text: row.kennzeichen, href: `/arbeitsplatz/akten/${row.id}` }]))
    },
    suche: async (tx, zeichen) => (await akten(tx).selectFrom('akten.akte').select('id').where('schluessel', '=', zeichenSuchschluessel(zeichen)).executeTakeFirst())?.id,
  })
  registerObjektart('dokument', {
    name: 'Dokument', recht: 'vorgang.lesen',
    finde: async (tx, ids) => new Map([...await dokumenteById(tx, ids)].map(([id, { lfd }]) => [id, { text: String(lfd), href: `/arbeitsplatz/dokumente/${id}/angaben` }])),
  })
}
