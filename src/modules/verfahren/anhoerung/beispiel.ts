import type { App } from '../../../platform/app.js'
import { vorgangById } from '../../akte/akten/index.js'
import { anhoerungen } from './db/tables.js'

/** The page of a person of the demo who was heard, for visitors who go through all pages. */
export async function anhoerungBeispiel(app: App): Promise<string | undefined> {
  const stadt = app.mandanten.bySchluessel('musterstadt')
  const vorgang = stadt && await app.db.withMandant(stadt.id, async (tx) => {
    const row = await anhoerungen(tx).selectFrom('anhoerung.anhoerung').select('vorgang_id').where('art', '=', 'anhoerung').where('antwort_am', 'is', null).orderBy('id').limit(1).executeTakeFirst()
    return row && vorgangById(tx, row.vorgang_id)
  })
  return vorgang && `/konto/vorgaenge/${vorgang.vorgangsnummer}/anhoerung`
}
