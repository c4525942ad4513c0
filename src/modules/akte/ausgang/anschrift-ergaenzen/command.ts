import { Type } from 'typebox'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { can, einer } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { ausgang } from '../db/tables.js'
import { anschriftVollstaendig } from '../domain/sendung.js'
import { anschriftErgaenzt } from '../events.js'
import { anSendung, lockSendung } from '../lesen.js'
import { nachweise } from '../nachweis.js'

/** Gives a waiting letter its address, e.g. one that replaces a mailbox which turned out to be impossible (A7-08). */
export const anschriftErgaenzen = command({
  name: 'ausgang.anschriftErgaenzen',
  input: Type.Object({ sendungId: Id, anschrift: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 6 }) }, { additionalProperties: false }),
  allow: einer<{ sendungId: string }>(can('ausgang.aufgeben').on(anSendung, { sehen: 'ausgang.lesen' }), can('vorgang.bearbeiten').on(anSendung)),
  async run(ctx, { sendungId, anschrift }) {
    const sendung = await lockSendung(ctx.tx, sendungId)
    if (sendung.kanal !== 'post' || sendung.status !== 'FREIGEGEBEN') throw new Conflict('sendung.unterwegs', 'Die Sendung ist schon unterwegs. Ihre Anschrift kann nicht mehr geändert werden.')
    if (!anschriftVollstaendig(anschrift)) throw new Invalid([{ feld: 'anschrift', text: 'Bitte geben Sie mindestens zwei Zeilen an: Straße und Hausnummer, dann Postleitzahl und Ort.' }])
    if (sendung.anschrift.join('\n') === anschrift.join('\n')) { ctx.unchanged(); return }
    await ausgang(ctx.tx).updateTable('ausgang.sendung').set({ anschrift }).where('id', '=', sendungId).execute()
    await nachweise(ctx, { sendungId, vorgangId: sendung.vorgang_id, art: 'ANSCHRIFT', kanal: 'post', adresse: [sendung.name, ...anschrift].join(', ') })
    ctx.emit(anschriftErgaenzt(sendungId, sendung.vorgang_id))
  },
})
