import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { eingangRegistrieren } from '../registrieren/registrieren.js'

/** A person registers what came on paper or was said at the counter. */
export const eingangErfassen = command({
  name: 'eingang.erfassen',
  input: Type.Object({
    kanal: Type.Union([Type.Literal('post'), Type.Literal('schalter'), Type.Literal('email')]), betreff: Text(500), absender: Text(300), notiz: Type.Optional(Type.String({ maxLength: 4000 })),
    einheitId: Type.Optional(Id), anhaenge: Type.Array(Type.Object({
      dateiname: Text(255), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer({ minimum: 0 }), mime: Text(100), pruefstatus: Type.Union([Type.Literal('sauber'), Type.Literal('ungeprueft')]),
    }, { additionalProperties: false }), { maxItems: 10 }),
  }, { additionalProperties: false }),
  allow: can('eingang.verteilen')(),
  run: (ctx, { absender, notiz = '', kanal, betreff, anhaenge, einheitId }) =>
    eingangRegistrieren(ctx, { kanal, betreff, absender: { name: absender }, anhaenge, inhalt: { art: 'erfassung', daten: { notiz } }, ...(einheitId ? { einheitId } : {}) }),
})
