import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { leistungen } from '../db/tables.js'

/** Words that were searched for in vain in the last 90 days, most often first. */
export const suchluecken = query({
  name: 'leistungen.suchluecken',
  input: Type.Object({}, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  async run({ tx, today }) {
    const rows = await leistungen(tx).selectFrom('leistungen.nullsuche')
      .select(['begriff']).select(({ fn }) => [fn.sum<string>('anzahl').as('anzahl'), fn.max('tag').as('zuletzt')])
      .where('tag', '>=', today.subtract({ days: 90 })).groupBy('begriff').orderBy('anzahl', 'desc').orderBy('begriff').limit(200).execute()
    return rows.map(({ begriff, anzahl, zuletzt }) => ({ begriff, anzahl: Number(anzahl), zuletzt }))
  },
})
