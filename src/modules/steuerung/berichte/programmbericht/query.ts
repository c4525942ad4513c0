import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { berichte } from '../db/tables.js'
import { strategien, waehleStrategie } from '../vorhaben.js'
import { gremienVon } from '../../programm/index.js'

/** The frozen reports of a strategy, the newest first. */
export const programmberichteAnsehen = query({
  name: 'berichte.programmberichteAnsehen', input: Type.Object({ strategie: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: false }), allow: can('berichte.lesen')(),
  async run({ tx }, { strategie: kennung }) {
    const alle = await strategien(tx)
    const strategie = waehleStrategie(alle, kennung)
    const rows = strategie ? await berichte(tx).selectFrom('berichte.programmbericht').select(['id', 'jahr', 'quartal', 'version', 'stichtag', 'gremium', 'sitzung_am', 'ohne_sitzung', 'gesamt', 'erstellt_von', 'erstellt_am'])
      .where('strategie_id', '=', strategie.id).orderBy('jahr', 'desc').orderBy('quartal', 'desc').orderBy('version', 'desc').limit(200).execute() : []
    return { strategien: alle, strategie, zeilen: rows, gremien: strategie ? await gremienVon(tx, strategie.id) : [] }
  },
})
