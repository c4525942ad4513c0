import { Type } from 'typebox'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { bekanntgabeBerechnen } from '../bekanntgabe.js'
import { ausgang } from '../db/tables.js'
import { zugangFestgestellt } from '../events.js'
import { anSendung, lockSendung } from '../lesen.js'
import { nachweise } from '../nachweis.js'
import { tagAus } from '../post-aufgeben/command.js'

export const FESTSTELLUNGEN = {
  NACHGEWIESEN_AM: 'Nachweislich zugegangen am …',
  NICHT_ZUGEGANGEN: 'Nicht zugegangen',
  BENACHRICHTIGUNG_BESTRITTEN: 'Die Person bestreitet, benachrichtigt worden zu sein, und wir können es nicht nachweisen',
} as const

/**
 * What became known about receipt takes the place of the fiction; deadlines follow, with what they were before (X2-02). Not under every
 * rule: in a mailbox the provision counts, whether it was read or not (§ 9 OZG). Then the finding is on record and changes no day.
 */
export const zugangFeststellen = command({
  name: 'ausgang.zugangFeststellen',
  input: Type.Object({
    sendungId: Id, art: Type.Enum(['NACHGEWIESEN_AM', 'NICHT_ZUGEGANGEN', 'BENACHRICHTIGUNG_BESTRITTEN']), am: Type.Optional(Datum), grund: Text(500),
  }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on<{ sendungId: string }>(anSendung, { sehen: 'vorgang.lesen' }),
  async run(ctx, { sendungId, art, am, grund }): Promise<{ neuBerechnet: boolean }> {
    const sendung = await lockSendung(ctx.tx, sendungId)
    if (!sendung.regel) throw new Conflict('sendung.formlos', 'Für diese Sendung wird keine Bekanntgabe berechnet.')
    if (art === 'NACHGEWIESEN_AM' && !am) throw new Invalid([{ feld: 'am', text: 'Bitte geben Sie an, an welchem Tag die Sendung nachweislich zugegangen ist.' }])
    const tag = art === 'NACHGEWIESEN_AM' && am ? tagAus(am) : null
    if (tag && Temporal.PlainDate.compare(tag, ctx.today) > 0) throw new Invalid([{ feld: 'am', text: 'Dieser Tag liegt in der Zukunft. Bitte prüfen Sie das Datum.' }])
    const neu = art === 'BENACHRICHTIGUNG_BESTRITTEN' ? { benachrichtigung_bestritten: true } : { zugang: art, zugang_tag: tag }
    await ausgang(ctx.tx).updateTable('ausgang.sendung').set(neu).where('id', '=', sendungId).execute()
    await nachweise(ctx, { sendungId, vorgangId: sendung.vorgang_id, art: art === 'BENACHRICHTIGUNG_BESTRITTEN' ? 'BESTRITTEN' : 'ZUGANG', kanal: sendung.kanal, ...(tag ? { tag } : {}), bemerkung: `${FESTSTELLUNGEN[art]} ${grund}` })
    ctx.emit(zugangFestgestellt(sendungId, sendung.vorgang_id, { art, am: tag?.toString() ?? null }, grund))
    await bekanntgabeBerechnen(ctx, { ...sendung, ...neu }, grund)
    const nachher = await ausgang(ctx.tx).selectFrom('ausgang.sendung').select(['bekanntgabe_status', 'bekanntgabe_tag']).where('id', '=', sendungId).executeTakeFirstOrThrow()
    return { neuBerechnet: nachher.bekanntgabe_status !== sendung.bekanntgabe_status || nachher.bekanntgabe_tag?.toString() !== sendung.bekanntgabe_tag?.toString() }
  },
})
