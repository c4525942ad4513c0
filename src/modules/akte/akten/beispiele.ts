import type { App } from '../../../platform/app.js'
import { akten } from './db/tables.js'

/** Paths with real ids of the first town, for `stadtkern routes`; undefined where there is nothing yet. */
async function erste(app: App, tabelle: 'akten.akte' | 'akten.dokument'): Promise<string | undefined> {
  const [mandant] = app.mandanten.all()
  return mandant && (await app.db.withMandant(mandant.id, (tx) => akten(tx).selectFrom(tabelle).select('id').orderBy('id').limit(1).executeTakeFirst()))?.id
}

export const akteBeispiel = (rest = '') => async (app: App): Promise<string | undefined> => {
  const id = await erste(app, 'akten.akte')
  return id && `/arbeitsplatz/akten/${id}${rest}`
}

export const dokumentBeispiel = (rest = '') => async (app: App): Promise<string | undefined> => {
  const id = await erste(app, 'akten.dokument')
  return id && `/arbeitsplatz/dokumente/${id}${rest}`
}

export const vorgangBeispiel = (rest: string) => async (app: App): Promise<string | undefined> => {
  const [mandant] = app.mandanten.all()
  const row = mandant && await app.db.withMandant(mandant.id, (tx) => akten(tx).selectFrom('akten.vorgang').select('vorgangsnummer').where('zda_am', 'is', null).orderBy('id').limit(1).executeTakeFirst())
  return row && `/arbeitsplatz/vorgaenge/${row.vorgangsnummer}${rest}`
}
