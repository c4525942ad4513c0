import { Type } from 'typebox'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { bekanntgabeBerechnen } from '../bekanntgabe.js'
import { ausgang } from '../db/tables.js'
import { nach } from '../domain/sendung.js'
import { sendungZurueckgekommen } from '../events.js'
import { anSendung, lockSendung } from '../lesen.js'
import { nachweise } from '../nachweis.js'
import { tagAus } from '../post-aufgeben/command.js'

/** A letter came back: it did not arrive, so nothing was announced and no deadline runs (D3-08, X2-02). */
export const ruecklaufErfassen = command({
  name: 'ausgang.ruecklaufErfassen',
  input: Type.Object({ sendungId: Id, am: Datum, grund: Text(300) }, { additionalProperties: false }),
  allow: can('ausgang.aufgeben').on<{ sendungId: string }>(anSendung, { sehen: 'ausgang.lesen' }),
  async run(ctx, { sendungId, am, grund }) {
    const sendung = await lockSendung(ctx.tx, sendungId)
    if (sendung.status === 'RUECKLAUF') { ctx.unchanged(); return }
    const status = nach(sendung.status, 'ruecklaufen')
    const tag = tagAus(am)
    if (!status || !sendung.aufgabe_tag) throw new Conflict('sendung.nichtUnterwegs', 'Diese Sendung ist nicht mit der Post unterwegs. Bitte laden Sie die Seite neu.')
    if (Temporal.PlainDate.compare(tag, sendung.aufgabe_tag) < 0 || Temporal.PlainDate.compare(tag, ctx.today) > 0) {
      throw new Invalid([{ feld: 'am', text: 'Bitte geben Sie einen Tag zwischen der Aufgabe zur Post und heute an.' }])
    }
    const neu = { status, zugang: 'NICHT_ZUGEGANGEN' as const, zugang_tag: null }
    await ausgang(ctx.tx).updateTable('ausgang.sendung').set(neu).where('id', '=', sendungId).execute()
    await nachweise(ctx, { sendungId, vorgangId: sendung.vorgang_id, art: 'RUECKLAUF', kanal: 'post', tag, bemerkung: grund })
    ctx.emit(sendungZurueckgekommen(sendungId, sendung.vorgang_id, { am: tag.toString() }, grund))
    await bekanntgabeBerechnen(ctx, { ...sendung, ...neu }, `Rücklauf: ${grund}`)
  },
})
