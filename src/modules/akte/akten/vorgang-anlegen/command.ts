import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { akten } from '../db/tables.js'
import { anAkte } from '../lesen.js'
import { vorgangAnlegen } from './vorgang.js'

/** A person opens a Vorgang by hand, in the office that keeps the Akte. */
export const vorgangEroeffnen = command({
  name: 'akten.vorgangEroeffnen',
  input: Type.Object({ akteId: Id, betreff: Text(500), typ: Text(60), stufe: Type.Optional(Type.Union([Type.Literal(0), Type.Literal(1), Type.Literal(2)])) }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on(anAkte, { sehen: 'akte.lesen' }),
  async run(ctx, { akteId, betreff, typ, stufe = 0 }) {
    const akte = await akten(ctx.tx).selectFrom('akten.akte').select('einheit_id').where('id', '=', akteId).executeTakeFirstOrThrow()
    return vorgangAnlegen(ctx, { akteId, betreff, typ, einheitId: akte.einheit_id, stufe })
  },
})
