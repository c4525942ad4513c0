import { createTransport } from 'nodemailer'
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js'

/** A mailbox. The address is one plain addr-spec (`name@host.tld`), no list, no comment. */
export type Mailbox = { address: string; name?: string }

export type MailerConfig = {
  /** `smtp://user:password@host:587` (STARTTLS when offered) or `smtps://host:465`. */
  smtpUrl: string
  from: Mailbox
  /** Refuse to send without encryption. Default true except for this machine. */
  requireTls?: boolean
  /** Each step of the connection, in milliseconds. */
  timeoutMs?: number
}

export type Mail = {
  to: Mailbox
  subject: string
  /** Plain text; the encoding is chosen here. */
  text: string
  /**
   * `<unique@host>`, made by the caller from the id of what is sent. A repeated attempt carries the same one, so that
   * receiving servers can drop a doublet (RFC 5322, section 3.6.4).
   */
  messageId: string
  replyTo?: Mailbox
  /** RFC 3834: keeps out-of-office replies away. `auto-replied` for receipts; `no` for what a person wrote. */
  autoSubmitted?: 'auto-generated' | 'auto-replied' | 'no'
  inReplyTo?: string
  /** Time in the Date header; now, when absent. */
  date?: Temporal.Instant
  attachments?: readonly { name: string; mime: string; bytes: Buffer }[]
}

export type MailReceipt = { messageId: string; serverResponse: string }

/** `ungueltig`: wrong data, never sent. `abgelehnt`: refused for good (5xx). `voruebergehend`: try again. */
export type MailErrorCode = 'ungueltig' | 'abgelehnt' | 'voruebergehend'

export class MailError extends Error {
  readonly code: MailErrorCode
  constructor(code: MailErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MailError'
    this.code = code
  }
}

export type Mailer = {
  /** Resolves when the server has taken the mail. @throws MailError */
  send(mail: Mail): Promise<MailReceipt>
  /** Closes idle connections. */
  close(): void
}

/** A mailer for one SMTP server. Creating it opens no connection. */
export function createMailer({ smtpUrl, from, requireTls, timeoutMs = 15_000 }: MailerConfig): Mailer {
  assertMailbox(from)
  const host = new URL(smtpUrl).hostname
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(host)
  const options: SMTPTransport.Options = {
    url: smtpUrl,
    requireTLS: requireTls ?? !isLocal,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // Attachments come as bytes; nothing in a mail may make this process read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  const transport = createTransport(options)
  return {
    async send(mail) {
      assertMail(mail)
      try {
        return receiptOf(mail, await transport.sendMail(messageOf(mail, from)))
      } catch (error) {
        throw mailErrorOf(error)
      }
    },
    close: () => transport.close(),
  }
}

function messageOf(mail: Mail, from: Mailbox) {
  const autoSubmitted = mail.autoSubmitted ?? 'auto-generated'
  return {
    from: { address: from.address, name: from.name ?? '' },
    to: { address: mail.to.address, name: mail.to.name ?? '' },
    ...(mail.replyTo ? { replyTo: { address: mail.replyTo.address, name: mail.replyTo.name ?? '' } } : {}),
    ...(mail.inReplyTo === undefined ? {} : { inReplyTo: mail.inReplyTo, references: mail.inReplyTo }),
    subject: mail.subject,
    text: mail.text,
    textEncoding: 'quoted-printable' as const,
    messageId: mail.messageId,
    date: new Date((mail.date ?? Temporal.Now.instant()).epochMilliseconds),
    headers: { 'Auto-Submitted': autoSubmitted, 'Content-Language': 'de' },
    attachments: (mail.attachments ?? []).map(({ name, mime, bytes }) => ({
      filename: name,
      contentType: mime,
      content: bytes,
    })),
  }
}

function receiptOf(mail: Mail, info: SMTPTransport.SentMessageInfo): MailReceipt {
  return { messageId: mail.messageId, serverResponse: info.response }
}

function assertMail(mail: Mail): void {
  assertMailbox(mail.to)
  if (mail.replyTo) assertMailbox(mail.replyTo)
  assertOneLine('subject', mail.subject, 500)
  for (const id of [mail.messageId, mail.inReplyTo]) {
    if (id !== undefined && !/^<[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,120}@[A-Za-z0-9.-]{1,120}>$/.test(id)) {
      throw new MailError('ungueltig', 'a message id must look like <unique@host>')
    }
  }
  for (const { name, mime } of mail.attachments ?? []) {
    assertOneLine('attachment name', name, 200)
    if (!/^[\w.+-]+\/[\w.+-]+$/.test(mime)) throw new MailError('ungueltig', 'attachment type is no MIME type')
  }
}

// One address and nothing else: no comma (second recipient), no angle bracket, no quote, no control character.
const addressPattern = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?$/u

/** True when mail can be addressed to it: exactly one plain address. Says nothing about its existence. */
export function isMailAddress(address: string): boolean {
  return addressPattern.test(address) && !address.includes('..')
}

function assertMailbox({ address, name }: Mailbox): void {
  if (!isMailAddress(address)) throw new MailError('ungueltig', 'not a single plain mail address')
  if (name !== undefined) assertOneLine('name', name, 200)
}

/** A header value with a line end could add headers or recipients. */
function assertOneLine(what: string, text: string, maxLength: number): void {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) throw new MailError('ungueltig', `${what} contains control characters`)
  if (text.length > maxLength) throw new MailError('ungueltig', `${what} is longer than ${maxLength} characters`)
}

function mailErrorOf(error: unknown): MailError {
  const { responseCode, message } = error as { responseCode?: number; message: string }
  const permanent = responseCode !== undefined && responseCode >= 500 && responseCode < 600
  return new MailError(permanent ? 'abgelehnt' : 'voruebergehend', message, { cause: error })
}
