import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { planung, type Beteiligungsergebnis } from '../db/tables.js'
import { ladePlan, zugriffAufPlan, type Planangaben } from '../plan.js'

export interface Beteiligung {
  readonly id: string; readonly stelle: string; readonly gegenstand: string; readonly eingeleitetAm: Temporal.PlainDate; readonly frist: Temporal.PlainDate | null
  readonly abgeschlossenAm: Temporal.PlainDate | null; readonly ergebnis: Beteiligungsergebnis | null; readonly vermerk: string
}
export interface Beteiligungsliste { readonly plan: Planangaben; readonly beteiligungen: readonly Beteiligung[]; readonly darfBearbeiten: boolean }

/** The participation log of a plan: open ones first. */
export const beteiligungsliste = query({
  name: 'planung.beteiligungsliste', input: Type.Object({ planId: Id }, { additionalProperties: false }), allow: can('planung.lesen').on(zugriffAufPlan),
  async run({ tx, actor }, { planId }): Promise<Beteiligungsliste> {
    const plan = await ladePlan(tx, planId)
    const rows = await planung(tx).selectFrom('planung.beteiligung').selectAll().where('plan_id', '=', planId).orderBy('abgeschlossen_am', (order) => order.desc().nullsFirst()).orderBy('eingeleitet_am').limit(500).execute()
    return {
      plan, darfBearbeiten: holds(actor, 'planung.bearbeiten', { einheitId: plan.einheitId }),
      beteiligungen: rows.map((row) => ({ id: row.id, stelle: row.stelle, gegenstand: row.gegenstand, eingeleitetAm: row.eingeleitet_am, frist: row.frist, abgeschlossenAm: row.abgeschlossen_am, ergebnis: row.ergebnis, vermerk: row.vermerk })),
    }
  },
})
