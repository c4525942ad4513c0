import { Type } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { basisZurueckgezogen } from '../events.js'
import { letzteBasis, sperrePlan, zugriffAufPlan } from '../plan.js'
import { planentscheidungMitteilen } from './mitteilen.js'

/**
 * Takes the approval back that counts now. It stays readable with its reason; the approval before it counts again, or none. Dates that
 * were written into the programme stay: they are in its history, and the next approval writes them anew. @throws Conflict without an approval
 */
export const basisZurueckziehen = command({
  name: 'planung.basisZurueckziehen',
  input: Type.Object({ planId: Id, grund: Text(1000) }, { additionalProperties: false }),
  allow: can('planung.genehmigen').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, grund }) {
    await sperrePlan(ctx.tx, planId)
    const basis = await letzteBasis(ctx.tx, planId)
    if (!basis) throw new Conflict('planung.nichtGenehmigt', 'Dieser Plan ist nicht (mehr) genehmigt. Bitte laden Sie die Seite neu.')
    await planung(ctx.tx).insertInto('planung.basiswiderruf').values({ basis_id: basis.id, grund, zurueckgezogen_von: ctx.actor.id, zurueckgezogen_am: ctx.now }).execute()
    ctx.emit(basisZurueckgezogen(planId, { basisId: basis.id, nummer: basis.nummer }, grund))
    ctx.enqueue(planentscheidungMitteilen, { planId, basisId: basis.id })
    return { nummer: basis.nummer, giltWieder: (await letzteBasis(ctx.tx, planId))?.nummer ?? null }
  },
})
