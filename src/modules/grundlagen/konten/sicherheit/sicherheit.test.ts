import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { testWeb, type Besucher } from '../../../../../test/web.js'
import { NotFound } from '../../../../platform/errors.js'
import { caughtMails } from '../../../../platform/mail/index.js'
import { anmelden, passwortSetzen, sitzungenBeenden } from '../anmelden/commands.js'
import { passkeyEntfernen, passkeyHinzufuegen } from '../passkey/commands.js'
import { registrierungBestaetigen, codeVersenden, emailBestaetigen } from '../registrieren/commands.js'
import { totpEinrichten } from '../zweitfaktor/commands.js'
import { totpCode } from '../domain/totp.js'
import { passwortHash } from '../geheimnisse.js'
import { buergerAnlegen, kontenById, personalAnlegen } from '../index.js'

const { app, settle } = await testApp()
const { besucher } = await testWeb(app)
const PASSWORT = 'korrekt pferd batterie'
const HASH = await passwortHash(PASSWORT)

async function buerger(email: string): Promise<{ id: string; wer: Besucher; anderswo: Besucher }> {
  const { id } = await app.execute(system(), buergerAnlegen, { nachname: 'Sicher', email, passwortHash: HASH })
  const [wer, anderswo] = [besucher(), besucher()]
  for (const browser of [wer, anderswo]) await browser.senden('/anmelden', { kennung: email, passwort: PASSWORT })
  return { id, wer, anderswo }
}
const drin = async (wer: Besucher) => (await wer.get('/konto/sicherheit')).status === 200

test('a new password ends every other session and is told by mail; the old one must be known', async () => {
  const { wer, anderswo } = await buerger('eins@example.org')
  assert.equal((await wer.senden('/konto/sicherheit/passwort', { alt: 'falsch', passwort: 'vier neue gute wörter' })).status, 422)
  assert.equal((await wer.senden('/konto/sicherheit/passwort', { alt: PASSWORT, passwort: 'zu kurz' })).status, 422)
  assert.equal((await wer.senden('/konto/sicherheit/passwort', { alt: PASSWORT, passwort: 'vier neue gute wörter' })).status, 303)
  assert.ok(await drin(wer))
  assert.ok(!await drin(anderswo))
  await settle()
  assert.ok((await caughtMails(app.db, musterstadt)).some((mail) => mail.empfaenger === 'eins@example.org' && mail.betreff.includes('geändert')))
})

test('one sees where one is signed in, ends one session or all others, and never those of somebody else', async () => {
  const { wer, anderswo } = await buerger('zwei@example.org')
  const fremd = await buerger('fremd@example.org')
  const seite = await wer.get('/konto/sicherheit')
  const ids = [...seite.html.matchAll(/name="sitzung" value="([0-9a-f]{16})"/g)].map((match) => match[1] ?? '')
  assert.equal(ids.length, 1)
  const [fremde = ''] = [...(await fremd.wer.get('/konto/sicherheit')).html.matchAll(/name="sitzung" value="([0-9a-f]{16})"/g)].map((match) => match[1] ?? '')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(seite.html)?.[1] ?? ''
  await wer.post('/konto/sicherheit/sitzungen/beenden', new URLSearchParams({ _csrf: csrf, sitzung: fremde }))
  assert.ok(await drin(fremd.anderswo))
  assert.ok(await drin(anderswo))
  await wer.post('/konto/sicherheit/sitzungen/beenden', new URLSearchParams({ _csrf: csrf, sitzung: ids[0] ?? '' }))
  assert.ok(!await drin(anderswo))
  assert.ok(await drin(wer))
})

test('a new address counts when its code was given, by the owner of the account', async () => {
  const { id, wer } = await buerger('alt@example.org')
  const fremd = await buerger('dieb@example.org')
  const { location } = await wer.senden('/konto/sicherheit/email', { email: 'neu@example.org', passwort: PASSWORT })
  await settle()
  const mail = (await caughtMails(app.db, musterstadt)).find((one) => one.empfaenger === 'neu@example.org')
  const code = /Code ein: (\w{4}-\w{4})/.exec(mail?.inhalt ?? '')?.[1] ?? ''
  const email = async () => (await app.db.withMandant(musterstadt, (tx) => kontenById(tx, [id]))).get(id)?.email
  assert.equal(await email(), 'alt@example.org')
  assert.equal((await fremd.wer.senden(location ?? '', { code })).status, 422)
  assert.equal((await wer.senden(location ?? '', { code })).status, 303)
  assert.equal(await email(), 'neu@example.org')
  assert.equal((await wer.get('/konto/sicherheit/email/keine-id')).status, 404)
})

test('employees replace their authenticator with password and code; the page belongs to staff', async () => {
  const { id } = await app.execute(system(), personalAnlegen, { kennung: 'z.zwei', name: 'Zoe Zwei', passwortHash: HASH })
  const wer = besucher()
  await wer.mitSitzung('personal', id, musterstadt)
  const seite = await wer.get('/arbeitsplatz/konto/zweitfaktor')
  const geheimnis = /<code>((?:[A-Z2-7]{4} ?)+)<\/code>/.exec(seite.html)?.[1]?.replaceAll(' ', '') ?? ''
  const code = totpCode(geheimnis, Temporal.Now.instant())
  assert.equal((await wer.senden('/arbeitsplatz/konto/zweitfaktor', { passwort: 'falsch', code })).status, 422)
  assert.equal((await wer.senden('/arbeitsplatz/konto/zweitfaktor', { passwort: PASSWORT, code })).status, 200)
  assert.match((await wer.get('/arbeitsplatz/konto')).html, /noch 10 Wiederherstellungscodes/)
  const citizen = await buerger('kein-personal@example.org')
  assert.match((await citizen.wer.get('/arbeitsplatz/konto')).location ?? '', /^\/arbeitsplatz\/anmelden/)
  assert.match((await wer.get('/konto/sicherheit')).location ?? '', /^\/anmelden/)
})

test('nobody but the person changes the secrets of an account, whatever permissions one holds', async () => {
  const { id } = await app.execute(system(), personalAnlegen, { kennung: 'o.opfer', name: 'Otto Opfer' })
  const admin = personalActor(['konten.verwalten'])
  const hex = '0'.repeat(64)
  const nein = [
    () => app.execute(admin, passwortSetzen, { kontoId: id, passwortHash: HASH, anlass: 'geaendert' }),
    () => app.execute(admin, sitzungenBeenden, { kontoId: id, umfang: 'andere', token: hex }),
    () => app.execute(admin, totpEinrichten, { kontoId: id, siegel: 'eA==', schritt: 1, wiederherstellung: [hex] }),
    () => app.execute(admin, passkeyEntfernen, { kontoId: id, id: 'x' }),
    () => app.execute(admin, passkeyHinzufuegen, { kontoId: id, id: 'x', schluessel: 'eA==', zaehler: 0, transporte: [], codeId: id, bezeichnung: 'x' }),
    () => app.execute(admin, emailBestaetigen, { codeId: id, kontoId: id, email: 'x@example.org' }),
  ]
  for (const versuch of nein) await assert.rejects(versuch(), (error: { status?: number }) => error instanceof NotFound || error.status === 403)
  for (const versuch of [
    () => app.execute(admin, anmelden, { kontoId: id, verfahren: 'passwort' }),
    () => app.execute(admin, registrierungBestaetigen, { codeId: id, nachname: 'X', email: 'x@example.org', passwortHash: HASH }),
    () => app.execute(admin, codeVersenden, { id, art: 'hinweis', geheimnisHash: hex, siegel: 'eA==' }),
  ]) await assert.rejects(versuch(), (error: { status?: number }) => error.status === 403)
})
