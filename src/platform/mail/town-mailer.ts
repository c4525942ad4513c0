import type { Mandanten } from '../tenancy/mandanten.js'
import { createMailer, MailError, type Mail, type Mailer, type MailReceipt } from './mailer.js'

/** The way out by e-mail, with the town as sender. Called from jobs only: never inside a transaction. */
export interface TownMailer {
  /** Resolves when the server has taken the mail. @throws MailError, also when no server is configured (temporary: the job waits for one) */
  send(mandantId: string, mail: Mail): Promise<MailReceipt>
  close(): Promise<void>
}

export interface TownMailerConfig {
  readonly mandanten: Mandanten
  /** Asked once, when the first mail is sent; undefined where none is configured. */
  smtpUrl(): Promise<string | undefined>
  /** The sender's address of a town. */
  absender(mandant: { schluessel: string }): string
}

export function openTownMailer({ mandanten, smtpUrl, absender }: TownMailerConfig): TownMailer {
  const mailers = new Map<string, Mailer>()
  let url: Promise<string | undefined> | undefined
  return {
    async send(mandantId, mail) {
      const town = mandanten.byId(mandantId)
      if (!town) throw new MailError('ungueltig', 'no such town')
      url ??= smtpUrl()
      const server = await url
      if (!server) throw new MailError('voruebergehend', 'no mail server is configured (SMTP_URL)')
      const mailer = mailers.get(mandantId) ?? createMailer({ smtpUrl: server, from: { address: absender(town), name: town.name } })
      mailers.set(mandantId, mailer)
      return mailer.send(mail)
    },
    async close() { for (const mailer of mailers.values()) mailer.close() },
  }
}
