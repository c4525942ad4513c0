import { Type } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import { can, intern } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { terminieren } from '../domain/terminieren.js'
import { prognoseErfasst } from '../events.js'
import { kalenderDerStadt, ladePlan, ladeStand, zugriffAufPlan } from '../plan.js'

/**
 * Keeps what is expected of every milestone on a reporting day; in the caller's transaction, for the room of the reports. A day that
 * was kept before stays as it was. Gives the number of milestones newly kept.
 */
export async function prognosenFesthalten(ctx: CommandContext, planId: string, stichtag: Temporal.PlainDate): Promise<number> {
  const plan = await ladePlan(ctx.tx, planId)
  const stand = await ladeStand(ctx.tx, plan)
  const berechnet = terminieren(stand, await kalenderDerStadt(ctx.tx))
  if (!berechnet.ok) throw new Conflict('planung.nichtBerechenbar', berechnet.fehler[0]?.text ?? 'Der Plan lässt sich nicht berechnen.')
  const rows = stand.eintraege.flatMap((eintrag, i) => {
    const termin = berechnet.plan.termine[i]?.ende
    return eintrag.art === 'meilenstein' && termin ? [{ plan_id: planId, eintrag_id: eintrag.id, stichtag, termin, erreicht: Boolean(eintrag.istEnde) }] : []
  })
  if (rows.length === 0) return 0
  const neu = await planung(ctx.tx).insertInto('planung.prognose').values(rows).onConflict((conflict) => conflict.columns(['mandant_id', 'plan_id', 'eintrag_id', 'stichtag']).doNothing()).returning('eintrag_id').execute()
  if (neu.length > 0) ctx.emit(prognoseErfasst(planId, { stichtag: stichtag.toString(), meilensteine: neu.length }))
  return neu.length
}

/** The forecasts of today, by hand. */
export const prognoseErfassen = command({
  name: 'planung.prognoseErfassen', input: Type.Object({ planId: Id }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId }) {
    const anzahl = await prognosenFesthalten(ctx, planId, ctx.today)
    if (anzahl === 0) ctx.unchanged()
    return { anzahl }
  },
})

/** The same for a day in the past: imports and the demo. */
export const prognosenFesthaltenAm = command({
  name: 'planung.prognosenFesthaltenAm', input: Type.Object({ planId: Id, stichtag: Datum }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { planId, stichtag }) {
    const anzahl = await prognosenFesthalten(ctx, planId, Temporal.PlainDate.from(stichtag))
    if (anzahl === 0) ctx.unchanged()
    return { anzahl }
  },
})
