import { Type } from 'typebox'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { bekanntgabeUebersteuern } from '../bekanntgabe.js'
import { anSendung, lockSendung } from '../lesen.js'
import { tagAus } from '../post-aufgeben/command.js'

/** A person lays down the day against the rule, with a reason (X2-01). Only for what has left the house (X2-03). */
export const bekanntgabeFestlegen = command({
  name: 'ausgang.bekanntgabeFestlegen',
  input: Type.Object({ sendungId: Id, am: Datum, grund: Text(500) }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on<{ sendungId: string }>(anSendung, { sehen: 'vorgang.lesen' }),
  async run(ctx, { sendungId, am, grund }) {
    const sendung = await lockSendung(ctx.tx, sendungId)
    const ausloeser = sendung.aufgabe_tag ?? sendung.bereitstellung_tag
    if (!sendung.regel || !ausloeser) throw new Conflict('sendung.ohneAusloeser', 'Die Sendung hat das Haus noch nicht verlassen. Ohne diesen Nachweis gibt es keinen Tag der Bekanntgabe.')
    const tag = tagAus(am)
    if (Temporal.PlainDate.compare(tag, ausloeser) < 0) throw new Invalid([{ feld: 'am', text: 'Dieser Tag liegt vor dem Versand. Bitte prüfen Sie das Datum.' }])
    await bekanntgabeUebersteuern(ctx, sendung, tag, grund)
  },
})
