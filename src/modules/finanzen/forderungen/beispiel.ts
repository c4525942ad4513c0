import type { App } from '../../../platform/app.js'
import { forderungen } from './db/tables.js'

/** A path with the Kassenzeichen of a claim of the demo town, for visitors who go through all pages. */
export const beispielForderung = (davor: string, danach = '') => async (app: App): Promise<string | undefined> => {
  const stadt = app.mandanten.bySchluessel('musterstadt')
  const row = stadt && await app.db.withMandant(stadt.id, (tx) => forderungen(tx).selectFrom('forderungen.forderung').select('kassenzeichen').where('inhaber_art', '=', 'buerger').where('vorgang_id', 'is not', null).orderBy('id').limit(1).executeTakeFirst())
  return row && `${davor}${row.kassenzeichen}${danach}`
}
