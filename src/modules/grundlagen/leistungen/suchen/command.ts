import { Type } from 'typebox'
import { sql } from 'kysely'
import { jeder } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { leistungen } from '../db/tables.js'
import { ohnePersonenbezug } from '../domain/suche.js'

/** So that nobody fills the table by searching for nonsense. */
const WORTE_AM_TAG = 500

/** Counts a query that found nothing, so that the editors learn the words people use (A1-06). Keeps nothing of the person. */
export const nullsucheVermerken = command({
  name: 'leistungen.nullsucheVermerken',
  input: Type.Object({ anfrage: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
  allow: jeder(),
  async run({ tx, unchanged, today }, { anfrage }) {
    unchanged()
    const begriff = ohnePersonenbezug(anfrage)
    if (!begriff) return
    const { anzahl } = await leistungen(tx).selectFrom('leistungen.nullsuche').select(({ fn }) => fn.countAll<string>().as('anzahl')).where('tag', '=', today).executeTakeFirstOrThrow()
    if (Number(anzahl) >= WORTE_AM_TAG) return
    await leistungen(tx).insertInto('leistungen.nullsuche').values({ tag: today, begriff, anzahl: 1 })
      .onConflict((conflict) => conflict.columns(['mandant_id', 'tag', 'begriff']).doUpdateSet({ anzahl: sql<number>`leistungen.nullsuche.anzahl + 1` })).execute()
  },
})
