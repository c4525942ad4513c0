import type { App } from '../../../../platform/app.js'
import { antraege } from '../db/tables.js'

/** A path with the number of an application of the demo town, for visitors who go through all pages. */
export const beispielNummer = (davor: string, danach = '') => async (app: App): Promise<string | undefined> => {
  const stadt = app.mandanten.bySchluessel('musterstadt')
  const row = stadt && await app.db.withMandant(stadt.id, (tx) => antraege(tx).selectFrom('antraege.antrag').select('vorgangsnummer').where('inhaber_art', '=', 'buerger').orderBy('id').limit(1).executeTakeFirst())
  return row && `${davor}${row.vorgangsnummer}${danach}`
}
