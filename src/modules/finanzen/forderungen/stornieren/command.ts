import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { forderungAufheben } from '../erheben.js'

/** Takes a claim back. What was paid on it shows as paid too much until it is given back. */
export const forderungStornieren = command({
  name: 'forderungen.forderungStornieren',
  input: Type.Object({ forderungId: Id, grund: Text(500) }, { additionalProperties: false }),
  allow: can('kasse.buchen')(),
  run: (ctx, { forderungId, grund }) => forderungAufheben(ctx, forderungId, grund),
})
