import { isUuid, type Tx } from '../../../platform/database/database.js'
import type { App } from '../../../platform/app.js'
import { NotFound } from '../../../platform/errors.js'
import type { RequestContext } from '../../../platform/http/route.js'
import { kennzahlen } from './db/tables.js'
import { evaluationPfad, kennzahlPfad, modellPfad } from './pfade.js'

/** An id of the address; anything else does not exist here. */
export function idAus(c: RequestContext, name = 'id'): string {
  const id = c.params[name]
  if (!isUuid(id)) throw new NotFound()
  return id
}

const inErsterStadt = (fn: (tx: Tx) => Promise<string | undefined>) =>
  async (app: App): Promise<string | undefined> => {
  const stadt = app.mandanten.all()[0]
  return stadt && app.db.withMandant(stadt.id, fn)
}

/** Paths that work in the demo, for visitors from outside. */
export const beispielKennzahl = (danach = '', gemessen = false) => inErsterStadt(async (tx) => {
  const row = await kennzahlen(tx)
    .selectFrom('kennzahlen.kennzahl')
    .select('id')
    .where('stillgelegt_am', 'is', null)
    .where('quelle', gemessen ? 'is not' : 'is', null)
    .orderBy('id')
    .executeTakeFirst()
  return row && `${kennzahlPfad(row.id)}${danach}`
})
export const beispielModell = (danach = '') => inErsterStadt(async (tx) => {
  const row = await kennzahlen(tx).selectFrom('kennzahlen.modell').select('id').orderBy('id').executeTakeFirst()
  return row && `${modellPfad(row.id)}${danach}`
})
export const beispielBewertung = inErsterStadt(async (tx) => {
  const row = await kennzahlen(tx)
    .selectFrom('kennzahlen.bewertung')
    .select(['modell_id', 'jahr', 'baustein'])
    .orderBy('id')
    .executeTakeFirst()
  return row && `${modellPfad(row.modell_id)}/${row.jahr}/${row.baustein}`
})
export const beispielEvaluation = inErsterStadt(async (tx) => {
  const row = await kennzahlen(tx)
    .selectFrom('kennzahlen.evaluation')
    .select(['zyklus', 'objekt_id'])
    .orderBy('id')
    .executeTakeFirst()
  return row && evaluationPfad(row.zyklus, row.objekt_id)
})
