import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { startOfDay } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { aktivesPersonal, kontenById } from '../../../grundlagen/konten/index.js'
import { planung, type Entscheidungsstatus } from '../db/tables.js'
import { ladePlan, zugriffAufPlan, type Planangaben } from '../plan.js'

export interface Entscheidung {
  readonly id: string; readonly nummer: number; readonly sachverhalt: string; readonly varianten: string; readonly empfehlung: string; readonly gremium: string; readonly benoetigtBis: Temporal.PlainDate | null
  readonly beschluss: string | null; readonly beschlossenAm: Temporal.PlainDate | null; readonly umsetzungBis: Temporal.PlainDate | null; readonly verantwortlich: string | null; readonly status: Entscheidungsstatus; readonly herkunft: string
}
export interface Entscheidungsregister { readonly plan: Planangaben; readonly entscheidungen: readonly Entscheidung[]; readonly personen: readonly { readonly id: string; readonly name: string }[]; readonly darfBearbeiten: boolean }

/** What still has to be decided and was known by the end of a day, the most urgent first; for reports that carry it over. */
export async function offeneEntscheidungen(tx: Tx, planId: string, bekanntAm: Temporal.PlainDate): Promise<readonly { nummer: number; sachverhalt: string; benoetigtBis: Temporal.PlainDate | null; herkunft: string }[]> {
  const rows = await planung(tx).selectFrom('planung.entscheidung').select(['nummer', 'sachverhalt', 'benoetigt_bis', 'herkunft']).where('plan_id', '=', planId).where('status', '=', 'offen')
    .where('created_at', '<', startOfDay(bekanntAm.add({ days: 1 })))
    .orderBy('benoetigt_bis', (order) => order.asc().nullsLast()).orderBy('nummer').limit(500).execute()
  return rows.map((row) => ({ nummer: row.nummer, sachverhalt: row.sachverhalt, benoetigtBis: row.benoetigt_bis, herkunft: row.herkunft }))
}

/** The decision register of a plan: open ones first, then the newest. */
export const entscheidungsregister = query({
  name: 'planung.entscheidungsregister', input: Type.Object({ planId: Id }, { additionalProperties: false }), allow: can('planung.lesen').on(zugriffAufPlan),
  async run({ tx, actor }, { planId }): Promise<Entscheidungsregister> {
    const plan = await ladePlan(tx, planId)
    const rows = await planung(tx).selectFrom('planung.entscheidung').selectAll().where('plan_id', '=', planId).orderBy('nummer', 'desc').limit(1000).execute()
    const personen = await kontenById(tx, rows.flatMap(({ verantwortlich_id }) => (verantwortlich_id ? [verantwortlich_id] : [])))
    const entscheidungen = rows.map((row): Entscheidung => ({
      id: row.id, nummer: row.nummer, sachverhalt: row.sachverhalt, varianten: row.varianten, empfehlung: row.empfehlung, gremium: row.gremium, benoetigtBis: row.benoetigt_bis, beschluss: row.beschluss, beschlossenAm: row.beschlossen_am,
      umsetzungBis: row.umsetzung_bis, verantwortlich: row.verantwortlich_id ? personen.get(row.verantwortlich_id)?.name ?? null : null, status: row.status, herkunft: row.herkunft,
    }))
    const offen = (e: Entscheidung) => (e.status === 'offen' ? 0 : 1)
    return { plan, entscheidungen: entscheidungen.sort((a, b) => offen(a) - offen(b) || b.nummer - a.nummer), personen: (await aktivesPersonal(tx)).map(({ id, name }) => ({ id, name })), darfBearbeiten: holds(actor, 'planung.bearbeiten', { einheitId: plan.einheitId }) }
  },
})
