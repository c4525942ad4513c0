import { Type } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { objekteVon, verknuepfungenVon } from '../../programm/index.js'
import { uebernehme } from '../aendern/command.js'
import { folgen } from '../aendern/vorschau.js'
import { kalenderDerStadt, ladeStand, sperrePlan, zugriffAufPlan } from '../plan.js'
import { ausVorhaben, EBENEN } from './vorhaben.js'

/** Takes over from the strategy of the plan what is not in it yet. Can be repeated; entries that exist are not touched. */
export const planAusProgramm = command({
  name: 'planung.planAusProgramm', input: Type.Object({ planId: Id }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId }) {
    const plan = await sperrePlan(ctx.tx, planId)
    if (!plan.strategieId) throw new Conflict('planung.ohneStrategie', 'Dieser Plan gehört zu keiner Strategie. Legen Sie einen neuen Plan an und wählen Sie dabei eine aus.')
    const stand = await ladeStand(ctx.tx, plan)
    const vorhanden = new Map(stand.eintraege.flatMap(({ id, objektId }) => (objektId ? [[objektId, id] as const] : [])))
    const objekte = await objekteVon(ctx.tx, { strategieId: plan.strategieId, arten: EBENEN })
    const { aenderungen, ausgelassen } = ausVorhaben(objekte, await verknuepfungenVon(ctx.tx, { strategieId: plan.strategieId }), vorhanden, new Set(stand.eintraege.filter(({ art }) => art !== 'sammel').map(({ id }) => id)))
    if (aenderungen.length === 0) { ctx.unchanged(); return { uebernommen: 0, ausgelassen } }
    await uebernehme(ctx, plan, await folgen(ctx.tx, await kalenderDerStadt(ctx.tx), plan, aenderungen, stand))
    return { uebernommen: aenderungen.filter(({ art }) => art === 'neu').length, ausgelassen }
  },
})
