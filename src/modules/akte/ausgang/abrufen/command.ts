import { Type } from 'typebox'
import { legalDate } from '../../../../platform/time/index.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { dokumentFreigeben, istBearbeitbar, vorgangById } from '../../akten/index.js'
import { abruffristBeenden } from '../abruffrist/ende.js'
import { bekanntgabeBerechnen } from '../bekanntgabe.js'
import { ausgang } from '../db/tables.js'
import { nach } from '../domain/sendung.js'
import { nachrichtAbgerufen } from '../events.js'
import { anNachricht, lockNachricht, lockSendung } from '../lesen.js'
import { nachweise } from '../nachweis.js'

/**
 * The addressee opens a message or one of its documents. The first time is recorded, once, also when two tabs do it together;
 * for some rules it is the trigger of the Bekanntgabe. After the time to fetch it is none.
 */
export const nachrichtAbrufen = command({
  name: 'ausgang.nachrichtAbrufen',
  input: Type.Object({ nachrichtId: Id }, { additionalProperties: false }),
  allow: inhaber<{ nachrichtId: string }>(anNachricht),
  async run(ctx, { nachrichtId }) {
    const nachricht = await lockNachricht(ctx.tx, nachrichtId)
    if (nachricht.abgerufen_am || nachricht.beendet_am) { ctx.unchanged(); return }
    const sendung = nachricht.sendung_id ? await lockSendung(ctx.tx, nachricht.sendung_id) : undefined
    if (sendung && await abruffristBeenden(ctx, sendung)) return
    const tag = legalDate(ctx.now)
    await ausgang(ctx.tx).updateTable('ausgang.nachricht').set({ abgerufen_am: ctx.now }).where('id', '=', nachrichtId).execute()
    await nachweise(ctx, { sendungId: nachricht.sendung_id, nachrichtId, vorgangId: nachricht.vorgang_id, art: 'ABRUF', kanal: 'postfach', adresse: nachricht.konto_id, ...(sendung ? { dokumentHash: sendung.dokument_hash } : {}) })
    ctx.emit(nachrichtAbgerufen(nachrichtId, nachricht.vorgang_id, { am: tag.toString() }))
    if (!sendung) return
    const neu = { abruf_am: ctx.now, abruf_tag: tag, status: nach(sendung.status, 'abrufen') ?? sendung.status }
    await ausgang(ctx.tx).updateTable('ausgang.sendung').set(neu).where('id', '=', sendung.id).execute()
    // From now on it is also to be found at the Vorgang; before, that would be a way round this record.
    // A closed Vorgang does not change any more; the message itself stays readable.
    const vorgang = await vorgangById(ctx.tx, sendung.vorgang_id)
    if (vorgang && istBearbeitbar(vorgang.status)) await dokumentFreigeben(ctx, sendung.dokument_id, true)
    await bekanntgabeBerechnen(ctx, { ...sendung, ...neu }, 'Abgerufen')
  },
})
