import { job } from '../../../../platform/jobs/job.js'
import type { RequestContext } from '../../../../platform/http/route.js'
import { konten } from '../db/tables.js'
import { inhaltOeffnen } from '../geheimnisse.js'
import { mailtext, type Mailinhalt } from './texte.js'

/** What waits sealed with a code: the mail to send, and what its redemption needs. */
export interface Versand<D = undefined> { readonly an: string; readonly mail: Mailinhalt; readonly daten: D }

/**
 * Sends the mail of a code. The queue holds only its id: secret and address wait sealed with the code. A repetition after a crash
 * carries the same message id; a code that was redeemed meanwhile needs no mail.
 */
export const mailSenden = job<{ codeId: string }>({
  name: 'konten.mailSenden', gleichzeitig: 4,
  async run({ app, mandantId }, { codeId }) {
    const row = await app.db.withMandant(mandantId, (tx) => konten(tx).selectFrom('konten.einmalcode').select('siegel').where('id', '=', codeId).executeTakeFirst())
    const mandant = app.mandanten.byId(mandantId)
    if (!row?.siegel || !mandant) return
    const { an, mail } = inhaltOeffnen<Versand<unknown>>(app, row.siegel)
    const { betreff, text } = mailtext(mail, mandant.name)
    await app.mail.send(mandantId, { to: { address: an }, subject: betreff, text, messageId: `<${codeId}@${mandant.hosts[0] ?? 'localhost'}>` })
  },
})

/** The address of this town for links in mails: its first host name, never what the caller claims; on a demo with its port. */
export const basisadresse = (c: RequestContext): string =>
  (c.app.config.mode === 'production' ? `https://${c.mandant.hosts[0] ?? c.url.hostname}` : `http://${c.url.host}`)
