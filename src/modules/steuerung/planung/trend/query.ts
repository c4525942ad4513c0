import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import type { Tx } from '../../../../platform/database/database.js'
import { planung } from '../db/tables.js'
import type { Arbeitskalender } from '../domain/kalender.js'
import { trend, type Prognose, type Trend } from '../domain/trend.js'
import { kalenderDerStadt, ladePlan, zugriffAufPlan, type Planangaben } from '../plan.js'

export interface Meilensteintrend { readonly eintragId: string; readonly nummer: number; readonly titel: string; readonly prognosen: readonly Prognose[]; readonly trend: Trend }
export interface Trendansicht { readonly plan: Planangaben; readonly stichtage: readonly Temporal.PlainDate[]; readonly meilensteine: readonly Meilensteintrend[]; readonly darfBearbeiten: boolean }

/** The forecasts of all milestones of a plan up to a reporting day, with what they say; for reports as well as for the page. */
export async function meilensteintrends(tx: Tx, kalender: Arbeitskalender, planId: string, bis?: Temporal.PlainDate): Promise<readonly Meilensteintrend[]> {
  let frage = planung(tx).selectFrom('planung.prognose as p').innerJoin('planung.eintrag as e', (join) => join.onRef('e.mandant_id', '=', 'p.mandant_id').onRef('e.id', '=', 'p.eintrag_id'))
    .select(['p.eintrag_id', 'p.stichtag', 'p.termin', 'e.nummer', 'e.titel']).where('p.plan_id', '=', planId).orderBy('e.rang').orderBy('p.eintrag_id').orderBy('p.stichtag')
  if (bis) frage = frage.where('p.stichtag', '<=', bis)
  const je = Map.groupBy(await frage.execute(), ({ eintrag_id }) => eintrag_id)
  return [...je].map(([eintragId, rows]) => {
    const prognosen = rows.map(({ stichtag, termin }) => ({ stichtag, termin }))
    return { eintragId, nummer: rows[0]?.nummer ?? 0, titel: rows[0]?.titel ?? '', prognosen, trend: trend(kalender, prognosen) }
  })
}

export const trendAnsehen = query({
  name: 'planung.trendAnsehen', input: Type.Object({ planId: Id }, { additionalProperties: false }), allow: can('planung.lesen').on(zugriffAufPlan),
  async run({ tx, actor }, { planId }): Promise<Trendansicht> {
    const plan = await ladePlan(tx, planId)
    const meilensteine = await meilensteintrends(tx, await kalenderDerStadt(tx), planId)
    const stichtage = [...new Map(meilensteine.flatMap(({ prognosen }) => prognosen.map(({ stichtag }) => [stichtag.toString(), stichtag] as const)))].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag)
    return { plan, meilensteine, stichtage, darfBearbeiten: holds(actor, 'planung.bearbeiten', { einheitId: plan.einheitId }) }
  },
})
