import type { App } from '../../../platform/app.js'
import { vorgangById } from '../../akte/akten/index.js'
import { fiktionen } from './db/tables.js'

/** A path with a real Vorgang of the first town whose period runs, for `stadtkern routes`. */
export const fiktionBeispiel = (verb: string) => async (app: App): Promise<string | undefined> => {
  const [mandant] = app.mandanten.all()
  const vorgang = mandant && await app.db.withMandant(mandant.id, async (tx) => {
    const row = await fiktionen(tx).selectFrom('genehmigungsfiktion.fiktion').select('vorgang_id').where('beendet_am', 'is', null).where('ende', 'is not', null).orderBy('id').limit(1).executeTakeFirst()
    return row && vorgangById(tx, row.vorgang_id)
  })
  return vorgang && `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}/genehmigungsfiktion/${verb}`
}
