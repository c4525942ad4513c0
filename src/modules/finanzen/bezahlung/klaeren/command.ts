import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { abgleichen } from '../abgleichen/abgleich.js'
import { bezahlung } from '../db/tables.js'
import { klaerungErledigt } from '../events.js'

/** A person has cleared it and says how. */
export const klaerungErledigen = command({
  name: 'bezahlung.klaerungErledigen',
  input: Type.Object({ klaerungId: Id, grund: Text(500) }, { additionalProperties: false }),
  allow: can('kasse.klaeren')(),
  async run(ctx, { klaerungId, grund }) {
    const row = await bezahlung(ctx.tx).selectFrom('bezahlung.klaerung').select(['art', 'forderung_id', 'erledigt_am']).where('id', '=', klaerungId).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.erledigt_am) { ctx.unchanged(); return }
    await bezahlung(ctx.tx).updateTable('bezahlung.klaerung').set({ erledigt_am: ctx.now, erledigt_von: ctx.actor.id, erledigt_grund: grund }).where('id', '=', klaerungId).execute()
    ctx.emit(klaerungErledigt(klaerungId, { art: row.art, forderungId: row.forderung_id }, grund))
  },
})

/** Starts the comparison now instead of tomorrow. */
export const abgleichStarten = command({
  name: 'bezahlung.abgleichStarten', input: Type.Object({}, { additionalProperties: false }), allow: can('kasse.klaeren')(),
  async run(ctx) { ctx.unchanged(); ctx.enqueue(abgleichen, {}) },
})
