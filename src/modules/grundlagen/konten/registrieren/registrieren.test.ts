import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { caughtMails } from '../../../../platform/mail/index.js'
import { aktiveBuerger } from '../konten.js'

const { app, settle } = await testApp()
const { besucher } = await testWeb(app)
const PASSWORT = 'vier zufällige wörter hier'

/** The newest mail to an address, as the page of the demo shows it. */
async function mailAn(an: string): Promise<string> {
  await settle()
  return (await caughtMails(app.db, musterstadt)).find((one) => one.empfaenger === an)?.inhalt ?? ''
}
const linkIn = (text: string) => { const url = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? 'http://x/'); return url.pathname + url.search }
const gibtEs = async (email: string, mandantId = musterstadt) => (await app.db.withMandant(mandantId, (tx) => aktiveBuerger(tx, email))).length

test('registering: no account before the code, then signed in; the code works once', async () => {
  const wer = besucher()
  const erste = await wer.senden('/registrieren', { vorname: 'Zoë', nachname: 'Łukasz-Müller', email: 'zoe@example.org', passwort: PASSWORT })
  const weiter = erste.location ?? ''
  assert.match(weiter, /^\/registrieren\/bestaetigen\/[0-9a-f-]{36}$/)
  assert.equal(await gibtEs('zoe@example.org'), 0)
  const mail = await mailAn('zoe@example.org')
  const code = /Code ein: (\w{4}-\w{4})/.exec(mail)?.[1] ?? ''
  assert.equal((await wer.senden(weiter, { code: '0000-0000' })).status, 422)
  const fertig = await wer.senden(weiter, { code: code.toUpperCase().replace('-', ' ') })
  assert.equal(fertig.location, '/konto')
  assert.equal((await wer.get('/anmelden')).location, '/konto')
  assert.equal(await gibtEs('zoe@example.org'), 1)
  assert.equal(await gibtEs('zoe@example.org', beispielhausen), 0)
  assert.equal((await besucher().senden(weiter, { code })).status, 422)
  assert.match(await mailAn('zoe@example.org'), /Ihre Kennung lautet: b-\w{4}-\w{4}/)
})

test('a known address gets the same answer on the screen; the second person gets an account of their own', async () => {
  const wer = besucher()
  const antwort = await wer.senden('/registrieren', { nachname: 'Zweitperson', email: 'ZOE@example.org', passwort: PASSWORT })
  assert.match(antwort.location ?? '', /^\/registrieren\/bestaetigen\//)
  const mail = await mailAn('ZOE@example.org')
  assert.match(mail, /schon ein Konto/)
  const link = linkIn(mail)
  const seite = besucher()
  assert.equal((await seite.get(link)).status, 200)
  assert.equal(await gibtEs('zoe@example.org'), 1, 'looking at the link, as mail scanners do, confirms nothing')
  assert.equal((await seite.senden(link, { passwort: 'nicht das richtige' }, link.split('?')[0])).status, 422, 'the link alone confirms nothing')
  assert.equal((await seite.senden(link, { passwort: PASSWORT }, link.split('?')[0])).status, 303)
  assert.equal(await gibtEs('zoe@example.org'), 2)
})

test('guessing the code ends it', async () => {
  const wer = besucher()
  const { location } = await wer.senden('/registrieren', { nachname: 'Rate', email: 'rate@example.org', passwort: PASSWORT })
  const code = /Code ein: (\w{4}-\w{4})/.exec(await mailAn('rate@example.org'))?.[1] ?? ''
  for (let index = 0; index < 6; index++) await wer.senden(location ?? '', { code: 'zzzz-zzzz' })
  assert.equal((await wer.senden(location ?? '', { code })).status, 422)
  assert.equal(await gibtEs('rate@example.org'), 0)
})

test('weak passwords, wrong names and addresses are all said at once, and what was entered stays', async () => {
  const antwort = await besucher().senden('/registrieren', { vorname: 'Иван', nachname: '', email: 'ohne-at', passwort: 'kurz' })
  assert.equal(antwort.status, 422)
  for (const text of [/lateinischen Buchstaben/, /Nachnamen an/, /vollständige E-Mail-Adresse/, /mindestens 12 Zeichen/, /value="ohne-at"/]) assert.match(antwort.html, text)
  for (const passwort of ['Passwort123456!', '123456789012', 'aaaabbbbaaaabbbb', 'erika.mustermann1']) {
    assert.equal((await besucher().senden('/registrieren', { vorname: 'Erika', nachname: 'Mustermann', email: 'erika.mustermann@example.org', passwort })).status, 422, passwort)
  }
})

test('a forgotten password: one link per account, once, and every other session ends', async () => {
  const drin = besucher()
  await drin.senden('/anmelden', { kennung: (await app.db.withMandant(musterstadt, (tx) => aktiveBuerger(tx, 'zoe@example.org')))[0]?.kennung ?? '', passwort: PASSWORT })
  assert.equal((await drin.get('/anmelden')).status, 303)
  await besucher().senden('/passwort-vergessen', { kennung: 'zoe@example.org' })
  await settle()
  const mails = (await caughtMails(app.db, musterstadt)).filter((one) => one.betreff.includes('Neues Passwort'))
  assert.equal(mails.length, 2)
  const links = mails.map(({ inhalt }) => linkIn(inhalt))
  for (const link of links) {
    const pfad = link.split('?')[0]
    assert.equal((await besucher().senden(link, { passwort: 'kurz' }, pfad)).status, 422)
    assert.equal((await besucher().senden(link, { passwort: 'ein ganz neues passwort' }, pfad)).location, '/anmelden')
    assert.equal((await besucher().senden(link, { passwort: 'noch ein neues passwort' }, pfad)).status, 422)
  }
  assert.equal((await drin.get('/anmelden')).status, 200, 'signed out')
})

test('an unknown address gets the same page and a mail that says so', async () => {
  const [bekannt, unbekannt] = await Promise.all(['zoe@example.org', 'niemand@example.org'].map((kennung) => besucher().senden('/passwort-vergessen', { kennung })))
  assert.equal(bekannt?.location, unbekannt?.location)
  assert.match(await mailAn('niemand@example.org'), /kein Konto/)
})
