import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { plaeneFuer, type Planangaben } from '../plan.js'

export interface Planuebersicht { readonly plaene: readonly (Planangaben & { readonly eintraege: number; readonly basis: number | null; readonly offeneRisiken: number; readonly offeneAntraege: number })[]; readonly darfAnlegen: boolean }

/** All plans that one may see, with what is open in each. */
export const planuebersicht = query({
  name: 'planung.planuebersicht', input: Type.Object({}, { additionalProperties: false }), allow: can('planung.lesen')(),
  async run({ tx, actor }): Promise<Planuebersicht> {
    const plaene = await plaeneFuer(tx, actor)
    const zaehle = async (tabelle: 'planung.eintrag' | 'planung.risiko' | 'planung.aenderungsantrag') => {
      let frage = planung(tx).selectFrom(tabelle).select(['plan_id', ({ fn }) => fn.countAll<bigint>().as('n')]).groupBy('plan_id')
      if (tabelle === 'planung.eintrag') frage = frage.where('entfernt_am' as never, 'is', null as never)
      if (tabelle === 'planung.risiko') frage = frage.where('status' as never, '<>', 'geschlossen' as never)
      if (tabelle === 'planung.aenderungsantrag') frage = frage.where('status' as never, '=', 'offen' as never)
      return new Map((await frage.execute()).map((row) => [row.plan_id, Number(row.n)]))
    }
    const [eintraege, risiken, antraege] = [await zaehle('planung.eintrag'), await zaehle('planung.risiko'), await zaehle('planung.aenderungsantrag')]
    const basen = new Map((await planung(tx).selectFrom('planung.basis').where('id', 'not in', planung(tx).selectFrom('planung.basiswiderruf').select('basis_id')).select(['plan_id', ({ fn }) => fn.max('nummer').as('nummer')]).groupBy('plan_id').execute()).map((row) => [row.plan_id, row.nummer]))
    return {
      plaene: plaene.map((plan) => ({ ...plan, eintraege: eintraege.get(plan.id) ?? 0, basis: basen.get(plan.id) ?? null, offeneRisiken: risiken.get(plan.id) ?? 0, offeneAntraege: antraege.get(plan.id) ?? 0 })),
      darfAnlegen: holds(actor, 'planung.bearbeiten'),
    }
  },
})
