import { Type } from 'typebox'
import type { App } from '../../../../platform/app.js'
import type { CaughtMail } from '../../../../platform/mail/index.js'
import { newId } from '../../../../platform/time/index.js'
import { systemActor } from '../../../../platform/usecases/actor.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { maildemo } from '../db/tables.js'
import { mailAufgehoben } from '../events.js'

const TAGE = 7

/** Keeps a caught mail for a week. */
export const mailAufheben = command({
  name: 'maildemo.mailAufheben',
  input: Type.Object({ an: Type.String(), betreff: Type.String(), text: Type.String(), anlagen: Type.Array(Type.String()) }, { additionalProperties: false }),
  allow: intern(),
  async run({ tx, emit }, input) {
    const jetzt = Temporal.Now.instant()
    const id = newId()
    await maildemo(tx).deleteFrom('maildemo.mail').where('empfangen_am', '<', jetzt.subtract({ hours: 24 * TAGE })).execute()
    await maildemo(tx).insertInto('maildemo.mail').values({ id, ...input, empfangen_am: jetzt }).execute()
    emit(mailAufgehoben(id))
    return { id }
  },
})

/** For the composition root: what the demo's mail server caught goes to the town that sent it (its key is the sender's name). */
export async function demoMailAufheben(app: App, mail: CaughtMail): Promise<void> {
  const mandant = app.mandanten.bySchluessel(mail.from.split('@')[0] ?? '')
  if (!mandant) throw new Error(`Mail from an unknown sender: ${mail.from}`)
  await app.execute(systemActor(mandant.id, 'mailserver'), mailAufheben, { an: mail.to.join(', '), betreff: mail.subject, text: mail.text, anlagen: mail.attachments.map(({ name }) => name) })
}
