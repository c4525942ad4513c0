import { Type } from 'typebox'
import { personal } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { nimmIdeeAuf } from './aufnehmen.js'

/** The formless notice: a title and some words, by anybody who works here. A Vorgang holds it, the town's way begins (H2-01). */
export const ideeMelden = command({
  name: 'projektantraege.ideeMelden',
  input: Type.Object({ titel: Type.String({ minLength: 3, maxLength: 300 }), mitteilung: Type.String({ minLength: 1, maxLength: 10_000 }), weg: Type.Optional(Type.String({ maxLength: 41 })) }, { additionalProperties: false }),
  allow: personal(),
  run: (ctx, { titel, mitteilung, weg }) => nimmIdeeAuf(ctx, { titel, mitteilung, melderId: ctx.actor.id, ...(weg ? { weg } : {}) }),
})
