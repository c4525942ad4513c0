import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { gegliedert } from '../domain/aenderung.js'
import { planGeaendert } from '../events.js'
import { ladeStand, sperrePlan, zugriffAufPlan } from '../plan.js'

/**
 * Moves an entry before or after its neighbour of the same summary, with everything below it. No date changes, so the plan keeps its
 * version: who just looks at effects need not look again.
 */
export const eintragOrdnen = command({
  name: 'planung.eintragOrdnen',
  input: Type.Object({ planId: Id, eintragId: Id, richtung: Type.Union([Type.Literal('hoch'), Type.Literal('runter')]) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, eintragId, richtung }) {
    const plan = await sperrePlan(ctx.tx, planId)
    const { eintraege } = await ladeStand(ctx.tx, plan)
    const eintrag = eintraege.find(({ id }) => id === eintragId)
    if (!eintrag) throw new NotFound()
    const geschwister = gegliedert(eintraege).map((zeile) => zeile.eintrag).filter(({ oberId }) => oberId === eintrag.oberId)
    const von = geschwister.findIndex(({ id }) => id === eintragId)
    const nach = richtung === 'hoch' ? von - 1 : von + 1
    if (nach < 0 || nach >= geschwister.length) return ctx.unchanged()
    const neu = geschwister.toSpliced(von, 1).toSpliced(nach, 0, eintrag)
    for (const [rang, { id, rang: bisher }] of neu.entries()) {
      if (bisher !== rang + 1) await planung(ctx.tx).updateTable('planung.eintrag').set({ rang: rang + 1 }).where('id', '=', id).execute()
    }
    ctx.emit(planGeaendert(planId, { version: plan.version, eintraege: [eintragId], felder: ['rang'], abhaengigkeiten: 0, verschoben: 0 }))
  },
})
