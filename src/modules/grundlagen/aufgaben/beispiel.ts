import type { App } from '../../../platform/app.js'
import { aufgaben } from './db/tables.js'

/** A path with a real, open task of the first town, for `stadtkern routes`. */
export const beispielAufgabe = (rest: string) => async (app: App): Promise<string | undefined> => {
  const [mandant] = app.mandanten.all()
  const row = mandant && await app.db.withMandant(mandant.id, (tx) => aufgaben(tx).selectFrom('aufgaben.aufgabe').select('id').where('status', '=', 'offen').where('gruppe', '=', 'sachbearbeitung').orderBy('id').limit(1).executeTakeFirst())
  return row && `/arbeitsplatz/aufgaben/${row.id}${rest}`
}
