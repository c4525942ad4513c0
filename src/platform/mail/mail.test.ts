import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as fc from 'fast-check'
import { createMailer, isMailAddress, MailError, parseMail, startMailCatcher } from './index.js'
import type { CaughtMail, Mail } from './index.js'

const caught: CaughtMail[] = []
const catcher = await startMailCatcher({ host: '127.0.0.1', port: 0, onMail: (mail) => void caught.push(mail) })
const from = { address: 'rathaus@musterstadt.example', name: 'Stadt Müsterstadt' }
const mailer = createMailer({ smtpUrl: catcher.smtpUrl, from })
after(async () => {
  mailer.close()
  await catcher.close()
})

const mail: Mail = {
  to: { address: 'lucja@example.org', name: 'Łucja Özdemir-Groß' },
  subject: 'Eingangsbestätigung für Ihren Antrag „Sondernutzung öffentlicher Flächen“ – Vorgangsnummer MUS-2027-000118',
  text: 'Guten Tag,\n\nIhr Antrag ist da: Übergrößenträger = 5 €.\n.\nEine Zeile mit Punkt am Anfang\n',
  messageId: '<0190a6f2-1111-7000-8000-000000000001@musterstadt.example>',
}
const withCode = (code: string) => (error: unknown) => error instanceof MailError && error.code === code
const sendAndCatch = async (changes: Partial<Mail> = {}): Promise<CaughtMail> => {
  await mailer.send({ ...mail, ...changes })
  return caught.at(-1)!
}

test('a German mail arrives as it was written, with the headers of an automatic one', async () => {
  const receipt = await mailer.send({ ...mail, date: Temporal.Instant.from('2027-03-03T13:05:00Z') })
  const received = caught.at(-1)!
  assert.equal(receipt.messageId, mail.messageId)
  assert.match(receipt.serverResponse, /^250/)
  assert.equal(received.subject, mail.subject)
  assert.equal(received.text.trimEnd(), mail.text.trimEnd())
  assert.deepEqual(received.to, ['lucja@example.org'])
  assert.equal(received.from, from.address)
  assert.equal(received.headers.get('message-id'), mail.messageId)
  assert.equal(received.headers.get('auto-submitted'), 'auto-generated')
  assert.equal(received.headers.get('date'), 'Wed, 03 Mar 2027 13:05:00 +0000')
  assert.match(received.headers.get('from')!, /Stadt Müsterstadt.*<rathaus@musterstadt\.example>/)
  assert.match(received.headers.get('to')!, /Łucja Özdemir-Groß/)
})

test('attachments and other headers arrive', async () => {
  const bytes = Buffer.from([0, 1, 2, 253, 254, 255])
  const name = 'Bescheid über Gebühren, sehr lang benannt für die Akte.pdf'
  const received = await sendAndCatch({
    attachments: [{ name, mime: 'application/pdf', bytes }],
    replyTo: { address: 'ordnung@musterstadt.example' },
    autoSubmitted: 'auto-replied',
    inReplyTo: '<frage@example.org>',
  })
  assert.deepEqual(received.attachments, [{ name, mime: 'application/pdf', bytes }])
  assert.equal(received.text.trimEnd(), mail.text.trimEnd())
  assert.equal(received.headers.get('auto-submitted'), 'auto-replied')
  assert.equal(received.headers.get('in-reply-to'), '<frage@example.org>')
  assert.match(received.headers.get('reply-to')!, /ordnung@/)
})

test('any text and any one-line subject survive the way', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 120 })
  const printable = text.filter((candidate) => !/[\p{Cc}\u2028\u2029]/u.test(candidate))
  await fc.assert(
    fc.asyncProperty(printable, fc.array(printable), async (words, lines) => {
      const subject = `x${words}x`.replace(/\s+/g, ' ')
      const received = await sendAndCatch({ subject, text: `${lines.join('\n')}.` })
      assert.equal(received.subject, subject)
      assert.equal(received.text.trimEnd(), `${lines.join('\n')}.`.trimEnd())
    }),
    { numRuns: 25 },
  )
})

test('nothing in a mail can add a header or a recipient', async () => {
  const before = caught.length
  const bad: Partial<Mail>[] = [
    { subject: 'a\r\nBcc: x@example.org' },
    { subject: 'a\nb' },
    { to: { address: 'a@example.org, b@example.org' } },
    { to: { address: 'a@example.org\r\nBcc: b@example.org' } },
    { to: { address: '<a@example.org>' } },
    { to: { address: 'a@example.org', name: 'A\r\nBcc: b@example.org' } },
    { replyTo: { address: 'a b@example.org' } },
    { messageId: '<a@b>\r\nBcc: b@example.org' },
    { messageId: 'ohne-klammern@example.org' },
    { attachments: [{ name: 'a', mime: 'text/plain\r\nX: y', bytes: Buffer.alloc(1) }] },
  ]
  for (const changes of bad) {
    await assert.rejects(mailer.send({ ...mail, ...changes }), withCode('ungueltig'), JSON.stringify(changes))
  }
  assert.equal(caught.length, before)
  const quoted = await sendAndCatch({ to: { address: 'a@example.org', name: 'A" <b@example.org>, "C' } })
  assert.deepEqual(quoted.to, ['a@example.org'], 'a name stays a name')
})

test('addresses: one plain address, also international ones', () => {
  for (const good of ['a@b.de', 'vor.nach+x@sub.stadt.example', 'jürgen@müller.example', "o'neill@example.org"]) {
    assert.equal(isMailAddress(good), true, good)
  }
  for (const bad of ['', 'a', '@b.de', 'a@', 'a@b..de', 'a@@b.de', 'a@b.de,c@d.de', 'a@b.de ', '"a"@b.de', 'a@-b.de']) {
    assert.equal(isMailAddress(bad), false, bad)
  }
})

test('errors tell whether a repetition makes sense', async () => {
  const refusing = await startMailCatcher({
    host: '127.0.0.1',
    port: 0,
    onMail: () => Promise.reject(new Error('full')),
  })
  const toRefusing = createMailer({ smtpUrl: refusing.smtpUrl, from })
  await assert.rejects(toRefusing.send(mail), withCode('voruebergehend'))
  toRefusing.close()
  await refusing.close()
  await assert.rejects(toRefusing.send(mail), withCode('voruebergehend'), 'nobody listens')

  const small = await startMailCatcher({ host: '127.0.0.1', port: 0, onMail: () => {}, maxBytes: 2000 })
  const toSmall = createMailer({ smtpUrl: small.smtpUrl, from })
  await assert.rejects(toSmall.send({ ...mail, text: 'x'.repeat(5000) }), withCode('abgelehnt'))
  toSmall.close()

  const strict = createMailer({ smtpUrl: small.smtpUrl, from, requireTls: true })
  await assert.rejects(strict.send(mail), MailError, 'no mail leaves unencrypted where encryption is required')
  strict.close()
  await small.close()
})

test('mails of others are read too: latin-1, base64, nested parts, folded and split words', () => {
  const lines = [
    'Subject: =?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?B?w6Q=?=',
    'X-Lang: eins',
    '\tzwei',
    'Content-Type: multipart/mixed; boundary="a b"',
    '',
    '--a b',
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Stra=DFe =',
    'lang',
    '--inner',
    'Content-Type: text/html',
    '',
    '<b>x</b>',
    '--inner--',
    '--a b--',
  ]
  const parsed = parseMail(Buffer.from(lines.join('\r\n'), 'latin1'))
  assert.equal(parsed.headers.get('x-lang'), 'eins zwei')
  assert.equal(parsed.text, 'Straße lang')
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void parseMail(Buffer.from(bytes))))
})
