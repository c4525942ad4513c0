import { Type } from 'typebox'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import type { RegelId } from '../../../grundlagen/fristen/index.js'
import type { Sendungszeile } from '../bekanntgabe.js'
import { regelFuerPost, type Kanal } from '../domain/sendung.js'
import { anSendung, lockSendung } from '../lesen.js'
import { sendungWiederholen } from '../sendung.js'

/**
 * Sends the archived bytes of a Sendung again: the letter came back, was not fetched or is said not to have arrived. A first
 * fetch stays decisive (A8-05). Each Sendung is repeated at most once; the repetition can be repeated.
 */
export const erneutAufgeben = command({
  name: 'ausgang.erneutAufgeben',
  input: Type.Object({
    sendungId: Id, kanal: Type.Enum(['postfach', 'post']), anschrift: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 6 })), grund: Text(300),
  }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on<{ sendungId: string }>(anSendung, { sehen: 'vorgang.lesen' }),
  async run(ctx, { sendungId, kanal, anschrift, grund }) {
    const sendung = await lockSendung(ctx.tx, sendungId)
    if (sendung.status === 'FREIGEGEBEN' || sendung.status === 'UEBERGEBEN') throw new Conflict('sendung.wartet', 'Diese Sendung ist noch gar nicht unterwegs.')
    return sendungWiederholen(ctx, sendung, { kanal, grund, regel: regelFuer(sendung, kanal), ...(anschrift ? { anschrift } : {}) })
  },
})

function regelFuer(sendung: Sendungszeile, kanal: Kanal): RegelId | null {
  if (!sendung.regel || kanal === sendung.kanal) return sendung.regel
  if (kanal === 'post') return regelFuerPost(sendung.regel)
  throw new Invalid([{ feld: 'kanal', text: 'Diese Sendung wurde mit der Post verschickt. Bitte schicken Sie sie wieder mit der Post.' }])
}
