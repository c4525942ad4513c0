import { Type } from 'typebox'
import type { RequestContext } from '../../../../platform/http/route.js'
import { buerger } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { inhaberEintragen } from '../../../akte/akten/index.js'
import { antraege } from '../db/tables.js'
import { antragUebernommen } from '../events.js'

/**
 * After the sign-in the applications of the guest session before it belong to the account (A2-03, X2-04). Who handed them in and
 * how the decision comes stays as it was declared. `gast` comes from the own session only.
 */
export const antraegeUebernehmen = command({
  name: 'antraege.antraegeUebernehmen',
  input: Type.Object({ gast: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false }),
  allow: buerger(),
  async run(ctx, { gast }) {
    const rows = await antraege(ctx.tx).updateTable('antraege.antrag').set({ inhaber_art: 'buerger', inhaber_id: ctx.actor.id })
      .where('inhaber_id', '=', gast).where('inhaber_art', '=', 'gast').returning(['id', 'vorgang_id']).execute()
    if (rows.length === 0) { ctx.unchanged(); return }
    for (const row of rows) {
      await inhaberEintragen(ctx, row.vorgang_id, ctx.actor.id)
      ctx.emit(antragUebernommen(row.id, row.vorgang_id))
    }
  },
})

/** Takes along what this browser sent as a guest; once, then it finds nothing any more. */
export async function gastAntraegeMitnehmen(c: RequestContext): Promise<void> {
  const gast = c.sitzung?.daten['gast']
  if (c.actor.art === 'buerger' && typeof gast === 'string' && /^[0-9a-f]{64}$/.test(gast)) await c.execute(antraegeUebernehmen, { gast })
}
