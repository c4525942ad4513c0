import type { App } from '../../../platform/app.js'
import { beteiligungen } from './db/tables.js'

/** A path with a real, open request of the first town, for `stadtkern routes`. */
export const beteiligungBeispiel = (teil?: 'dokument') => async (app: App): Promise<string | undefined> => {
  const [mandant] = app.mandanten.all()
  const rows = mandant ? await app.db.withMandant(mandant.id, (tx) => beteiligungen(tx).selectFrom('beteiligung.beteiligung').select(['id', 'dokument_ids']).where('beendet_am', 'is', null).orderBy('id').execute()) : []
  const row = teil ? rows.find(({ dokument_ids: ids }) => ids.length > 0) : rows[0]
  return row && `/arbeitsplatz/beteiligungen/${row.id}${teil ? `/dokumente/${row.dokument_ids[0]}` : ''}`
}
