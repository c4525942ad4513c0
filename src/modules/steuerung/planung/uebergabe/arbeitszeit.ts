import type { Tx } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { einsatzGeaendert } from '../events.js'

/** Part of a person's working time that a plan still counts on; `anteil` in per cent, `bis` is its last day. */
export interface GeplanteArbeitszeit {
  readonly id: string
  readonly kontoId: string
  readonly planId: string
  readonly plan: string
  readonly anteil: number
  readonly von: Temporal.PlainDate
  readonly bis: Temporal.PlainDate
}

/** What is planned from that day on, of everybody or of one person. */
export async function geplanteArbeitszeit(tx: Tx, ab: Temporal.PlainDate, kontoId?: string): Promise<GeplanteArbeitszeit[]> {
  const alle = planung(tx).selectFrom('planung.einsatz as e')
    .innerJoin('planung.plan as p', (join) => join.onRef('p.id', '=', 'e.plan_id').onRef('p.mandant_id', '=', 'e.mandant_id'))
    .select(['e.id', 'e.konto_id as kontoId', 'e.plan_id as planId', 'p.titel as plan', 'e.anteil', 'e.von', 'e.bis'])
    .where('e.bis', '>=', ab).orderBy('e.von').orderBy('e.id').limit(5000)
  return (kontoId ? alle.where('e.konto_id', '=', kontoId) : alle).execute()
}

/**
 * Gives the planned working time of a person to another from today on, in the caller's transaction. What was until yesterday stays with
 * whoever did it. Overload is allowed: the load shows it. @returns how many parts
 */
export async function arbeitszeitUebertragen(ctx: CommandContext, vonId: string, anId: string): Promise<number> {
  const alle = await geplanteArbeitszeit(ctx.tx, ctx.today, vonId)
  for (const { id, planId, anteil, von, bis } of alle) {
    if (Temporal.PlainDate.compare(von, ctx.today) >= 0) {
      await planung(ctx.tx).updateTable('planung.einsatz').set({ konto_id: anId }).where('id', '=', id).execute()
      ctx.emit(einsatzGeaendert(planId, { einsatzId: id, kontoId: anId, entfernt: false }))
      continue
    }
    const neu = newId()
    const bisher = await planung(ctx.tx).updateTable('planung.einsatz').set({ bis: ctx.today.subtract({ days: 1 }) })
      .where('id', '=', id).returning('eintrag_id').executeTakeFirstOrThrow()
    await planung(ctx.tx).insertInto('planung.einsatz')
      .values({ id: neu, plan_id: planId, eintrag_id: bisher.eintrag_id, konto_id: anId, anteil, von: ctx.today, bis }).execute()
    ctx.emit(einsatzGeaendert(planId, { einsatzId: id, kontoId: vonId, entfernt: true }))
    ctx.emit(einsatzGeaendert(planId, { einsatzId: neu, kontoId: anId, entfernt: false }))
  }
  return alle.length
}
