import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { parseMail, type ParsedMail } from './parse.js'

export type CaughtMail = ParsedMail & {
  /** Envelope, not header: who the mail really went to. */
  from: string
  to: string[]
  raw: Buffer
}

export type MailCatcherConfig = {
  host: string
  /** 0 picks a free port. */
  port: number
  /** The mail is acknowledged after this has resolved; a rejection gives the sender a temporary error (451). */
  onMail: (mail: CaughtMail) => void | Promise<void>
  maxBytes?: number
}

export type MailCatcher = { smtpUrl: string; port: number; close(): Promise<void> }

/**
 * A real SMTP server that delivers nowhere but to `onMail`. Demo mode uses it in place of the town's server, so that
 * the way a mail takes is the same and no example address ever gets one.
 */
export async function startMailCatcher(config: MailCatcherConfig): Promise<MailCatcher> {
  const maxBytes = config.maxBytes ?? 25 * 1024 * 1024
  const server = new SMTPServer({
    banner: 'mail catcher, delivers nothing',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: maxBytes,
    async onData(stream, session, done) {
      done(await accept(stream, session, config.onMail, maxBytes))
    },
  })
  // Errors of single connections; the senders see them as refused or interrupted mail.
  server.on('error', () => {})
  const listener = server.listen(config.port, config.host)
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  return {
    port,
    smtpUrl: `smtp://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Null when the mail is in good hands, else the error that the sender gets. */
async function accept(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  onMail: MailCatcherConfig['onMail'],
  maxBytes: number,
): Promise<Error | null> {
  try {
    const mail = await receive(stream, session, maxBytes)
    if (!mail) return replyError(552, 'message too large')
    await onMail(mail)
    return null
  } catch {
    return replyError(451, 'try again')
  }
}

/** Reads everything (the protocol demands it) but keeps no more than the limit. Undefined: too large. */
async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  maxBytes: number,
): Promise<CaughtMail | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= maxBytes) chunks.push(chunk)
  }
  if (size > maxBytes) return undefined
  const raw = Buffer.concat(chunks)
  const { mailFrom, rcptTo } = session.envelope
  const from = mailFrom ? mailFrom.address : ''
  return { ...parseMail(raw), from, to: rcptTo.map(({ address }) => address), raw }
}

function replyError(responseCode: number, message: string): Error & { responseCode: number } {
  return Object.assign(new Error(message), { responseCode })
}
