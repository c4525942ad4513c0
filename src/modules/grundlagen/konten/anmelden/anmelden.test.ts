import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { testWeb, type Besucher } from '../../../../../test/web.js'
import { historyOf } from '../../../../platform/events/record.js'
import { neuesTotpGeheimnis, totpCode } from '../domain/totp.js'
import { passwortHash, totpVersiegeln } from '../geheimnisse.js'
import { buergerAnlegen, kontoStatusSetzen, personalAnlegen } from '../index.js'
import { seed } from '../seed.js'

const { app } = await testApp()
const { besucher } = await testWeb(app)
const PASSWORT = 'korrekt pferd batterie'
const HASH = await passwortHash(PASSWORT)
const jetzt = () => Temporal.Now.instant()

async function beschaeftigt(kennung: string, options: { totp?: string; mandantId?: string } = {}): Promise<string> {
  const { id } = await app.execute(system(options.mandantId), personalAnlegen, {
    kennung, name: 'Test Person', passwortHash: HASH, ...(options.totp ? { totpSiegel: totpVersiegeln(app, options.totp).toString('base64') } : {}),
  })
  return id
}

const sitzung = (wer: Besucher) => wer.cookies.get('sk_sitzung')

async function anmelden(wer: Besucher, kennung: string, totp: string, versatz = 0) {
  await wer.senden('/arbeitsplatz/anmelden', { kennung, passwort: PASSWORT })
  return wer.senden('/arbeitsplatz/anmelden/bestaetigen', { code: totpCode(totp, jetzt().add({ seconds: versatz })) })
}

test('employee: password, then code; the session changes at each step and the wanted page comes last', async () => {
  const totp = neuesTotpGeheimnis()
  const id = await beschaeftigt('f.fischer', { totp })
  const wer = besucher()
  wer.cookies.set('sk_sitzung', 'untergeschobener-wert')
  const erste = await wer.senden('/arbeitsplatz/anmelden?ziel=/arbeitsplatz/suche', { kennung: 'F.Fischer', passwort: PASSWORT }, '/arbeitsplatz/anmelden')
  assert.equal(erste.location, '/arbeitsplatz/anmelden/bestaetigen')
  const vorher = sitzung(wer)
  assert.notEqual(vorher, 'untergeschobener-wert')
  assert.equal((await wer.get('/arbeitsplatz/anmelden')).status, 200, 'password alone signs nobody in')
  const zweite = await wer.senden('/arbeitsplatz/anmelden/bestaetigen', { code: totpCode(totp, jetzt()) })
  assert.equal(zweite.status, 303)
  assert.equal(zweite.location, '/arbeitsplatz/suche')
  assert.notEqual(sitzung(wer), vorher)
  assert.equal((await wer.get('/arbeitsplatz/anmelden')).location, '/arbeitsplatz', 'signed in')
  const spion = besucher()
  spion.cookies.set('sk_sitzung', vorher ?? '')
  assert.equal((await spion.get('/arbeitsplatz/anmelden/bestaetigen')).location, '/arbeitsplatz/anmelden', 'the session in between is over')
  const typen = (await app.db.withMandant(musterstadt, (tx) => historyOf(tx, { art: 'konto', id }))).map((row) => row.typ)
  assert.deepEqual(typen, ['konten.konto.angelegt/1', 'konten.anmeldung.erfolgt/1'])
})

test('a code works once, also in another browser, and neighbours of the present step are accepted', async () => {
  const totp = neuesTotpGeheimnis()
  await beschaeftigt('w.wieder', { totp })
  assert.equal((await anmelden(besucher(), 'w.wieder', totp, -30)).status, 303)
  const nochmal = await anmelden(besucher(), 'w.wieder', totp, -30)
  assert.equal(nochmal.status, 422)
  assert.match(nochmal.html, /schon benutzt/)
  assert.equal((await anmelden(besucher(), 'w.wieder', totp, 300)).status, 422)
})

test('unknown name, wrong password and locked account read the same; each is on record', async () => {
  const id = await beschaeftigt('g.gesperrt', { totp: neuesTotpGeheimnis() })
  await app.execute(personalActor(['konten.verwalten']), kontoStatusSetzen, { id, status: 'gesperrt', grund: 'Prüfung' })
  const texte = []
  for (const [kennung, passwort] of [['gibt.es.nicht', PASSWORT], ['f.fischer', 'falsch falsch falsch'], ['g.gesperrt', PASSWORT]] as const) {
    const antwort = await besucher().senden('/arbeitsplatz/anmelden', { kennung, passwort })
    assert.equal(antwort.status, 422)
    texte.push(/Kennung oder Passwort stimmt nicht[^<]*/.exec(antwort.html)?.[0])
  }
  assert.deepEqual(new Set(texte).size, 1)
  assert.ok(texte[0])
  const typen = (await app.db.withMandant(musterstadt, (tx) => historyOf(tx, { art: 'konto', id: 'unbekannt' }))).map((row) => row.typ)
  assert.ok(typen.includes('konten.anmeldung.fehlgeschlagen/1'))
})

test('too many wrong passwords slow the name down, also for the right one; success in time forgets', async () => {
  const id = await beschaeftigt('v.viele', { totp: neuesTotpGeheimnis() })
  const wer = besucher()
  for (let index = 0; index < 9; index++) await wer.senden('/arbeitsplatz/anmelden', { kennung: 'v.viele', passwort: 'falsch falsch falsch' })
  assert.equal((await wer.senden('/arbeitsplatz/anmelden', { kennung: 'v.viele', passwort: PASSWORT })).status, 303)
  for (let index = 0; index < 10; index++) await wer.senden('/arbeitsplatz/anmelden', { kennung: 'v.viele', passwort: 'falsch falsch falsch' })
  const gebremst = await wer.senden('/arbeitsplatz/anmelden', { kennung: 'v.viele', passwort: PASSWORT })
  assert.equal(gebremst.status, 429)
  assert.match(gebremst.html, /zu viele Versuche/)
  const typen = (await app.db.withMandant(musterstadt, (tx) => historyOf(tx, { art: 'konto', id }))).map((row) => row.typ)
  assert.equal(typen.filter((typ) => typ === 'konten.anmeldung.gebremst/1').length, 1)
})

test('a first sign-in sets up the second factor; recovery codes work once', async () => {
  await beschaeftigt('e.erst')
  const wer = besucher()
  assert.equal((await wer.senden('/arbeitsplatz/anmelden', { kennung: 'e.erst', passwort: PASSWORT })).location, '/arbeitsplatz/anmelden/einrichten')
  const seite = await wer.get('/arbeitsplatz/anmelden/einrichten')
  assert.match(seite.html, /src="data:image\/png;base64,/)
  const geheimnis = /<code>((?:[A-Z2-7]{4} ?)+)<\/code>/.exec(seite.html)?.[1]?.replaceAll(' ', '') ?? ''
  assert.equal((await wer.senden('/arbeitsplatz/anmelden/einrichten', { code: '000000' })).status, 422)
  const fertig = await wer.senden('/arbeitsplatz/anmelden/einrichten', { code: totpCode(geheimnis, jetzt()) })
  assert.equal(fertig.status, 200)
  const codes = [...fertig.html.matchAll(/<code>(\w{4}-\w{4}-\w{4})<\/code>/g)].map((match) => match[1] ?? '')
  assert.equal(codes.length, 10)
  assert.equal((await wer.get('/arbeitsplatz/anmelden')).location, '/arbeitsplatz')
  const anderswo = besucher()
  await anderswo.senden('/arbeitsplatz/anmelden', { kennung: 'e.erst', passwort: PASSWORT })
  assert.equal((await anderswo.senden('/arbeitsplatz/anmelden/bestaetigen', { code: codes[0]?.toUpperCase().replaceAll('-', ' ') ?? '' })).status, 303)
  const noch = besucher()
  await noch.senden('/arbeitsplatz/anmelden', { kennung: 'e.erst', passwort: PASSWORT })
  assert.equal((await noch.senden('/arbeitsplatz/anmelden/bestaetigen', { code: codes[0] ?? '' })).status, 422)
  assert.equal((await noch.get('/arbeitsplatz/anmelden/einrichten')).location, '/arbeitsplatz/anmelden', 'nobody replaces a second factor with the password alone')
})

test('an account of another town is unknown here, and so is its session', async () => {
  const totp = neuesTotpGeheimnis()
  await beschaeftigt('b.nebenan', { totp, mandantId: beispielhausen })
  assert.equal((await besucher().senden('/arbeitsplatz/anmelden', { kennung: 'b.nebenan', passwort: PASSWORT })).status, 422)
  const dort = besucher('beispielhausen.localhost')
  assert.equal((await anmelden(dort, 'b.nebenan', totp)).status, 303)
  const hier = besucher()
  hier.cookies.set('sk_sitzung', sitzung(dort) ?? '')
  assert.equal((await hier.get('/arbeitsplatz/anmelden')).status, 200)
})

test('locking ends sessions at once; signing out ends the session and clears the cookie', async () => {
  const totp = neuesTotpGeheimnis()
  const id = await beschaeftigt('l.locker', { totp })
  const wer = besucher()
  await anmelden(wer, 'l.locker', totp, -30)
  const token = sitzung(wer)
  await app.execute(personalActor(['konten.verwalten']), kontoStatusSetzen, { id, status: 'gesperrt', grund: 'Handy gestohlen' })
  assert.equal((await wer.get('/arbeitsplatz/anmelden')).status, 200)
  await app.execute(personalActor(['konten.verwalten']), kontoStatusSetzen, { id, status: 'aktiv', grund: 'wiedergefunden' })
  wer.cookies.set('sk_sitzung', token ?? '')
  assert.equal((await wer.get('/arbeitsplatz/anmelden')).status, 200, 'the old session does not come back')
  await anmelden(wer, 'l.locker', totp, 0)
  const offen = sitzung(wer) ?? ''
  assert.equal((await wer.post('/abmelden', new URLSearchParams())).status, 403, 'signing out needs the CSRF token')
  const ab = await wer.senden('/arbeitsplatz/konto', {}, '/abmelden')
  assert.equal(ab.location, '/arbeitsplatz/anmelden')
  assert.equal(sitzung(wer), undefined)
  wer.cookies.set('sk_sitzung', offen)
  assert.match((await wer.get('/arbeitsplatz/konto')).location ?? '', /^\/arbeitsplatz\/anmelden/)
})

test('citizens: address or sign-in name; a shared address is decided by the password', async () => {
  const gemeinsam = { email: 'Familie@example.org' }
  const eins = await app.execute(system(), buergerAnlegen, { nachname: 'Eins', passwortHash: HASH, ...gemeinsam })
  await app.execute(system(), buergerAnlegen, { nachname: 'Zwei', passwortHash: await passwortHash('ein anderes Passwort'), ...gemeinsam })
  const wer = besucher()
  const antwort = await wer.senden('/anmelden', { kennung: 'familie@EXAMPLE.org', passwort: 'ein anderes Passwort' })
  assert.equal(antwort.location, '/konto')
  assert.match((await wer.get('/arbeitsplatz/anmelden')).html, /Zwei/)
  assert.equal((await besucher().senden('/anmelden', { kennung: eins.kennung, passwort: PASSWORT })).status, 303)
  await app.execute(system(), buergerAnlegen, { nachname: 'Drei', passwortHash: HASH, ...gemeinsam })
  assert.match((await besucher().senden('/anmelden', { kennung: 'familie@example.org', passwort: PASSWORT })).html, /mehrere Konten/)
  assert.equal((await besucher().senden('/anmelden', { kennung: 'familie@example.org', passwort: 'keins von allen' })).status, 422)
})

test('after signing in one goes nowhere but inside the town', async () => {
  const { kennung } = await app.execute(system(), buergerAnlegen, { nachname: 'Ziel', email: 'ziel@example.org', passwortHash: HASH })
  for (const ziel of ['//boese.example', 'https://boese.example/', '/\\boese.example', 'javascript:alert(1)']) {
    assert.equal((await besucher().senden(`/anmelden?ziel=${encodeURIComponent(ziel)}`, { kennung, passwort: PASSWORT }, '/anmelden')).location, '/konto')
  }
})

test('the demo shows its logins with a code that works', async () => {
  await seed(app, musterstadt, 'musterstadt')
  const wer = besucher()
  const seite = await wer.get('/arbeitsplatz/anmelden')
  const [, kennung = '', passwort = '', code = ''] = /<code>(s\.sommer)<\/code>.*?<code>([^<]+)<\/code>.*?<code>(\d{6})<\/code>/s.exec(seite.html) ?? []
  await wer.senden('/arbeitsplatz/anmelden', { kennung, passwort })
  assert.equal((await wer.senden('/arbeitsplatz/anmelden/bestaetigen', { code })).location, '/arbeitsplatz')
})
