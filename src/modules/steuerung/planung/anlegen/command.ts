import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { newId } from '../../../../platform/time/index.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { isoAus } from '../domain/datum.js'
import { planAngelegt } from '../events.js'
import { planZuStrategie } from '../plan.js'

/** An empty plan. A strategy has one plan; a second call gives the first. `id` makes an import repeatable. */
export const planAnlegen = command({
  name: 'planung.planAnlegen',
  input: Type.Object({ id: Type.Optional(Id), titel: Text(200), beginn: Text(20), strategieId: Type.Optional(Id), einheitId: Type.Optional(Id), schwelle: Type.Optional(Type.Integer({ minimum: 0, maximum: 250 })) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(async ({ einheitId }: { einheitId?: string }) => ({ einheitId: einheitId ?? null })),
  async run(ctx, { id = newId(), titel, beginn, strategieId, einheitId, schwelle }) {
    const vorhanden = strategieId ? await planZuStrategie(ctx.tx, strategieId) : undefined
    if (vorhanden) { ctx.unchanged(); return { planId: vorhanden.id } }
    const tag = isoAus(beginn)
    if (!tag) throw new Invalid([{ feld: 'beginn', text: 'Diesen Tag gibt es nicht. Geben Sie ein Datum wie 22.11.2026 ein.' }])
    await planung(ctx.tx).insertInto('planung.plan').values({ id, titel, beginn: Temporal.PlainDate.from(tag), strategie_id: strategieId ?? null, einheit_id: einheitId ?? null, created_at: ctx.now, ...(schwelle === undefined ? {} : { schwelle }) }).execute()
    ctx.emit(planAngelegt(id, { strategieId: strategieId ?? null }))
    return { planId: id }
  },
})
