import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { portal } from '../db/tables.js'

const SEITE = 50

/** What people told us: the open ones by deadline, or the newest of all. `nach` is the id of the last row of the page before. */
export const rueckmeldungen = query({
  name: 'portal.rueckmeldungen',
  input: Type.Object({ alle: Type.Boolean(), nach: Type.Optional(Type.String({ maxLength: 40 })) }, { additionalProperties: false }),
  allow: can('mandant.verwalten')(),
  personenbezogen: () => 'portal.rueckmeldungen',
  async run({ tx }, { alle, nach }) {
    let rows = portal(tx).selectFrom('portal.rueckmeldung').selectAll().orderBy('id', 'desc').limit(SEITE + 1)
    if (!alle) rows = rows.where('erledigt_am', 'is', null)
    if (nach && /^[0-9a-f-]{36}$/.test(nach)) rows = rows.where('id', '<', nach)
    const gefunden = await rows.execute()
    return { zeilen: gefunden.slice(0, SEITE), weiter: gefunden.length > SEITE ? gefunden[SEITE - 1]?.id : undefined }
  },
})
