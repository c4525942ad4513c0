import type { Database } from '../database/database.js'
import { tables } from '../database/database.js'
import type { PlatformTables } from '../database/tables.js'
import type { Mandanten } from '../tenancy/mandanten.js'
import { newId } from '../time/index.js'
import { startMailCatcher, type MailCatcher } from './catcher.js'
import { createMailer, MailError, type Mail, type MailReceipt, type Mailer } from './mailer.js'

const platform = tables<PlatformTables>

/** Outgoing mail in the name of a town. A send is a network call: from jobs only, never inside a transaction. */
export interface TownMail {
  /** @throws MailError; `voruebergehend` is worth a retry */
  send(mandantId: string, mail: Mail): Promise<MailReceipt>
  close(): Promise<void>
}

export interface TownMailOptions {
  readonly smtpUrl: string | undefined
  readonly absender: string | undefined
  /** Demo: a real SMTP server of this process takes the mails and keeps them for the page /demo/mails. */
  readonly fangen: boolean
}

/** One mailer per sender; without a mail server nothing goes out and every send says so. */
export function openTownMail(db: Database, mandanten: Mandanten, options: TownMailOptions): TownMail {
  // Started by the first mail: most processes of the command line send none.
  let catcher: Promise<MailCatcher> | undefined
  async function serverUrl(): Promise<string | undefined> {
    if (options.smtpUrl !== undefined || !options.fangen) return options.smtpUrl
    catcher ??= startCatching(db, mandanten)
    return (await catcher).smtpUrl
  }
  const mailers = new Map<string, Mailer>()
  return {
    async send(mandantId, mail) {
      const smtpUrl = await serverUrl()
      const mandant = mandanten.byId(mandantId)
      const address = mandant?.profil.email ?? options.absender
      if (!smtpUrl || !mandant || !address) throw new MailError('ungueltig', 'Kein Mailserver oder keine Absenderadresse eingestellt.')
      let mailer = mailers.get(mandantId)
      if (!mailer) { mailer = createMailer({ smtpUrl, from: { address, name: mandant.name } }); mailers.set(mandantId, mailer) }
      return mailer.send(mail)
    },
    async close() {
      for (const mailer of mailers.values()) mailer.close()
      await (await catcher)?.close()
    },
  }
}

function startCatching(db: Database, mandanten: Mandanten): Promise<MailCatcher> {
  return startMailCatcher({
    host: '127.0.0.1', port: 0,
    async onMail(mail) {
      const mandant = mandanten.all().find((one) => one.profil.email === mail.from)
      if (!mandant) return
      await db.withMandant(mandant.id, (tx) => platform(tx).insertInto('platform.demomail').values({
        id: newId(), absender: mail.from, empfaenger: mail.to.join(', '), betreff: mail.subject, inhalt: mail.text, eingegangen_am: Temporal.Now.instant(),
      }).execute())
    },
  })
}
