import { Type } from 'typebox'
import { MailError, type Mail } from '../../../../platform/mail/index.js'
import { job } from '../../../../platform/jobs/job.js'
import type { Mandant } from '../../../../platform/tenancy/mandanten.js'
import { legalDate } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { bekanntgabeBerechnen } from '../bekanntgabe.js'
import { ausgang } from '../db/tables.js'
import { nach } from '../domain/sendung.js'
import { benachrichtigungGescheitert, nachrichtBenachrichtigt } from '../events.js'
import { lockNachricht, lockSendung } from '../lesen.js'
import { nachweise } from '../nachweis.js'

/**
 * The e-mail about a new message. It names neither the service nor the matter (A7-05) and has no link: who gets used to signing
 * in through links in e-mails will also follow those of others.
 */
export function benachrichtigungstext(stadt: Pick<Mandant, 'name'>): Pick<Mail, 'subject' | 'text'> {
  return {
    subject: 'Es liegt eine neue Nachricht für Sie vor',
    text: [
      'Guten Tag,', '',
      `in Ihrem Postfach bei der ${stadt.name} liegt eine neue Nachricht für Sie.`, '',
      'So lesen Sie die Nachricht:',
      `1. Öffnen Sie die Internetseite der ${stadt.name}, wie Sie es gewohnt sind.`,
      '2. Melden Sie sich mit Ihrem Konto an.',
      '3. Öffnen Sie „Postfach“.', '',
      'Bitte lesen Sie die Nachricht bald. Manchmal beginnt mit ihr eine Frist.', '',
      'Damit niemand sonst etwas über Ihr Anliegen erfährt, steht in dieser E-Mail nicht, worum es geht.',
      'Aus demselben Grund enthält sie keinen Link und keinen Anhang.', '',
      'Diese E-Mail wurde automatisch verschickt. Bitte antworten Sie nicht darauf.', '',
      'Freundliche Grüße', `Ihre ${stadt.name}`, '',
    ].join('\n'),
  }
}

/** Sends the e-mail and records it. What the mail server refuses for good is on record and does not go on (A7-07). */
export const benachrichtigen = job<{ nachrichtId: string }>({
  name: 'ausgang.benachrichtigen', gleichzeitig: 2,
  async run({ app, mandantId, actor }, { nachrichtId }) {
    const mandant = app.mandanten.byId(mandantId)
    const ziel = await app.db.withMandant(mandantId, async (tx) => {
      const row = await ausgang(tx).selectFrom('ausgang.nachricht').select(['konto_id', 'benachrichtigt_am']).where('id', '=', nachrichtId).executeTakeFirst()
      return row && !row.benachrichtigt_am ? (await kontenById(tx, [row.konto_id])).get(row.konto_id) : undefined
    })
    if (!ziel || !mandant) return
    const gescheitert = (grund: string) => app.execute(actor, benachrichtigungAufgeben, { nachrichtId, grund })
    if (!ziel.email) { await gescheitert('Das Konto hat keine E-Mail-Adresse.'); return }
    const messageId = `<nachricht-${nachrichtId}@${mandant.schluessel}.stadtkern>`
    try {
      const { messageId: transportId } = await app.mail.send(mandantId, { to: { address: ziel.email, name: ziel.name }, ...benachrichtigungstext(mandant), messageId, autoSubmitted: 'auto-generated' })
      await app.execute(actor, benachrichtigungVermerken, { nachrichtId, adresse: ziel.email, transportId })
    } catch (error) {
      if (!(error instanceof MailError) || error.code === 'voruebergehend') throw error
      await gescheitert(error.code === 'abgelehnt' ? 'Der Mailserver hat die E-Mail abgelehnt.' : 'Die E-Mail konnte nicht verschickt werden.')
    }
  },
})

/** The e-mail has left: proof, and for some rules the trigger of the Bekanntgabe. Recorded once. */
export const benachrichtigungVermerken = command({
  name: 'ausgang.benachrichtigungVermerken',
  input: Type.Object({ nachrichtId: Id, adresse: Type.String({ maxLength: 320 }), transportId: Type.String({ maxLength: 300 }) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { nachrichtId, adresse, transportId }) {
    const nachricht = await lockNachricht(ctx.tx, nachrichtId)
    if (nachricht.benachrichtigt_am) { ctx.unchanged(); return }
    const tag = legalDate(ctx.now)
    await ausgang(ctx.tx).updateTable('ausgang.nachricht').set({ benachrichtigt_am: ctx.now }).where('id', '=', nachrichtId).execute()
    await nachweise(ctx, { sendungId: nachricht.sendung_id, nachrichtId, vorgangId: nachricht.vorgang_id, art: 'BENACHRICHTIGUNG', kanal: 'email', adresse, transportId })
    ctx.emit(nachrichtBenachrichtigt(nachrichtId, nachricht.vorgang_id, { am: tag.toString() }))
    if (!nachricht.sendung_id) return
    const sendung = await lockSendung(ctx.tx, nachricht.sendung_id)
    const neu = { benachrichtigung_am: ctx.now, benachrichtigung_tag: tag, status: nach(sendung.status, 'benachrichtigen') ?? sendung.status }
    await ausgang(ctx.tx).updateTable('ausgang.sendung').set(neu).where('id', '=', sendung.id).execute()
    await bekanntgabeBerechnen(ctx, { ...sendung, ...neu }, 'Benachrichtigung abgesendet')
  },
})

/** The e-mail could not go out. Visible at the case; under rules that count from it there is then no Bekanntgabe. */
export const benachrichtigungAufgeben = command({
  name: 'ausgang.benachrichtigungAufgeben',
  input: Type.Object({ nachrichtId: Id, grund: Type.String({ minLength: 1, maxLength: 300 }) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { nachrichtId, grund }) {
    const nachricht = await lockNachricht(ctx.tx, nachrichtId)
    await nachweise(ctx, { sendungId: nachricht.sendung_id, nachrichtId, vorgangId: nachricht.vorgang_id, art: 'BENACHRICHTIGUNG_GESCHEITERT', kanal: 'email', bemerkung: grund })
    ctx.emit(benachrichtigungGescheitert(nachrichtId, nachricht.vorgang_id, grund))
  },
})
