import { Type } from 'typebox'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { planung } from '../db/tables.js'
import { einsatzGeaendert } from '../events.js'
import { zugriffAufPlan } from '../plan.js'
import { tagOderNichts } from '../eingabe.js'

/** Plans part of a person's time. Overload is allowed and shown: to forbid it would only hide it (H5-05). */
export const einsatzPlanen = command({
  name: 'planung.einsatzPlanen',
  input: Type.Object({ planId: Id, kontoId: Id, eintragId: Type.Optional(Id), anteil: Type.Integer({ minimum: 1, maximum: 100 }), von: Text(20), bis: Text(20) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, kontoId, eintragId, anteil, von, bis }) {
    const fehler: { feld: string; text: string }[] = []
    const [ab, letzter] = [tagOderNichts('von', von, fehler), tagOderNichts('bis', bis, fehler)]
    if (ab && letzter && Temporal.PlainDate.compare(letzter, ab) < 0) fehler.push({ feld: 'bis', text: 'Das Ende liegt vor dem Beginn.' })
    const konto = (await kontenById(ctx.tx, [kontoId])).get(kontoId)
    if (konto?.art !== 'personal' || konto.status !== 'aktiv') fehler.push({ feld: 'kontoId', text: 'Diese Person arbeitet nicht (mehr) hier. Wählen Sie eine andere.' })
    if (eintragId && !await planung(ctx.tx).selectFrom('planung.eintrag').select('id').where('id', '=', eintragId).where('plan_id', '=', planId).executeTakeFirst()) fehler.push({ feld: 'eintragId', text: 'Diesen Eintrag gibt es im Plan nicht.' })
    if (fehler.length > 0 || !ab || !letzter) throw new Invalid(fehler)
    const id = newId()
    await planung(ctx.tx).insertInto('planung.einsatz').values({ id, plan_id: planId, eintrag_id: eintragId ?? null, konto_id: kontoId, anteil, von: ab, bis: letzter }).execute()
    ctx.emit(einsatzGeaendert(planId, { einsatzId: id, kontoId, entfernt: false }))
    return { einsatzId: id }
  },
})

export const einsatzEntfernen = command({
  name: 'planung.einsatzEntfernen',
  input: Type.Object({ planId: Id, einsatzId: Id }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, einsatzId }) {
    const row = await planung(ctx.tx).deleteFrom('planung.einsatz').where('id', '=', einsatzId).where('plan_id', '=', planId).returning('konto_id').executeTakeFirst()
    if (!row) throw new NotFound()
    ctx.emit(einsatzGeaendert(planId, { einsatzId, kontoId: row.konto_id, entfernt: true }))
  },
})

/** What was agreed with a person for all projects together, e.g. 10 per cent for a Digital-Lotse. */
export const obergrenzeVereinbaren = command({
  name: 'planung.obergrenzeVereinbaren',
  input: Type.Object({ planId: Id, kontoId: Id, anteil: Type.Integer({ minimum: 1, maximum: 100 }) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, kontoId, anteil }) {
    if (!(await kontenById(ctx.tx, [kontoId])).has(kontoId)) throw new NotFound()
    await planung(ctx.tx).insertInto('planung.obergrenze').values({ konto_id: kontoId, anteil }).onConflict((conflict) => conflict.columns(['mandant_id', 'konto_id']).doUpdateSet({ anteil })).execute()
    ctx.emit(einsatzGeaendert(planId, { einsatzId: '', kontoId, entfernt: false }))
  },
})
