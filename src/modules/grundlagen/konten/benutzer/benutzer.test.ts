import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { Conflict } from '../../../../platform/errors.js'
import { rolleFestlegen, rolleZuweisen } from '../../organisation/index.js'
import { neuesTotpGeheimnis, totpCode } from '../domain/totp.js'
import { passwortHash, totpVersiegeln } from '../geheimnisse.js'
import { findPersonal, kontoStatusSetzen, personalAnlegen } from '../index.js'
import { startcodeAusstellen } from './command.js'
import { benutzerliste } from './query.js'

const { app } = await testApp()
const { besucher } = await testWeb(app)
const inTown = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)

await app.execute(system(), rolleFestlegen, { schluessel: 'nutzerverwaltung', name: 'Benutzerverwaltung', beschreibung: '', rechte: ['konten.verwalten'], stufe: 0 })
const { id: adminId } = await app.execute(system(), personalAnlegen, { kennung: 'u.admin', name: 'Udo Admin' })
await app.execute(system(), rolleZuweisen, { kontoId: adminId, rolle: 'nutzerverwaltung' })
const admin = besucher()
await admin.mitSitzung('personal', adminId, musterstadt)

test('from the new account by start code to the first sign-in with a second factor', async () => {
  assert.equal((await admin.senden('/verwaltung/benutzer/neu', { kennung: 'mit leer', name: '' })).status, 422)
  const seite = await admin.senden('/verwaltung/benutzer/neu', { kennung: 'N.Neuer', name: 'Noah Neuer', email: 'noah@musterstadt.example' })
  assert.equal(seite.status, 200)
  const code = /<strong><code>(\w{4}-\w{4}-\w{4})<\/code>/.exec(seite.html)?.[1] ?? ''
  const neu = besucher()
  assert.equal((await neu.senden('/arbeitsplatz/start', { kennung: 'n.neuer', code: 'zzzz-zzzz-zzzz', passwort: 'vier gute neue wörter' })).status, 422)
  assert.equal((await neu.senden('/arbeitsplatz/start', { kennung: 'n.neuer', code, passwort: 'noah.neuer1' })).status, 422)
  assert.equal((await neu.senden('/arbeitsplatz/start', { kennung: 'n.neuer', code, passwort: 'vier gute neue wörter' })).location, '/arbeitsplatz/anmelden')
  assert.equal((await neu.senden('/arbeitsplatz/start', { kennung: 'n.neuer', code, passwort: 'nochmal gute neue wörter' })).status, 422, 'a start code works once')
  assert.equal((await neu.senden('/arbeitsplatz/anmelden', { kennung: 'n.neuer', passwort: 'vier gute neue wörter' })).location, '/arbeitsplatz/anmelden/einrichten')
})

test('a new start code ends password, sessions and, when asked, the second factor', async () => {
  const totp = neuesTotpGeheimnis()
  const { id } = await app.execute(system(), personalAnlegen, { kennung: 'h.handy', name: 'Hanna Handy', passwortHash: await passwortHash('korrekt pferd batterie'), totpSiegel: totpVersiegeln(app, totp).toString('base64') })
  const wer = besucher()
  await wer.senden('/arbeitsplatz/anmelden', { kennung: 'h.handy', passwort: 'korrekt pferd batterie' })
  await wer.senden('/arbeitsplatz/anmelden/bestaetigen', { code: totpCode(totp, Temporal.Now.instant()) })
  assert.equal((await wer.get('/arbeitsplatz/konto')).status, 200)
  const seite = await admin.senden(`/verwaltung/benutzer/${id}`, { zweitfaktor: 'on' }, `/verwaltung/benutzer/${id}/startcode`)
  const code = /<strong><code>(\w{4}-\w{4}-\w{4})<\/code>/.exec(seite.html)?.[1] ?? ''
  assert.equal((await wer.get('/arbeitsplatz/konto')).status, 303)
  assert.equal((await wer.senden('/arbeitsplatz/anmelden', { kennung: 'h.handy', passwort: 'korrekt pferd batterie' })).status, 422)
  await wer.senden('/arbeitsplatz/start', { kennung: 'h.handy', code, passwort: 'wieder gute neue wörter' })
  assert.equal((await wer.senden('/arbeitsplatz/anmelden', { kennung: 'h.handy', passwort: 'wieder gute neue wörter' })).location, '/arbeitsplatz/anmelden/einrichten')
  await assert.rejects(app.execute(personalActor(['konten.verwalten'], { id }), startcodeAusstellen, { id, codeHash: '0'.repeat(64), zweitfaktorEntfernen: true }), Conflict)
})

test('edit and lock over the pages; nobody without the permission, and nobody from next door', async () => {
  const { id } = await app.execute(system(), personalAnlegen, { kennung: 'e.edit', name: 'Eva Edit' })
  assert.equal((await admin.senden(`/verwaltung/benutzer/${id}`, { name: 'Eva Neu-Name', email: '', telefon: '02999 17-1' })).status, 303)
  assert.equal((await inTown((tx) => findPersonal(tx, 'e.edit')))?.name, 'Eva Neu-Name')
  assert.equal((await admin.senden(`/verwaltung/benutzer/${id}`, { status: 'gesperrt', grund: '' }, `/verwaltung/benutzer/${id}/status`)).status, 422)
  assert.equal((await admin.senden(`/verwaltung/benutzer/${id}`, { status: 'gesperrt', grund: 'Elternzeit' }, `/verwaltung/benutzer/${id}/status`)).status, 303)
  assert.match((await admin.get(`/verwaltung/benutzer/${id}`)).html, /Elternzeit/)
  for (const pfad of ['keine-id', '01900000-0000-7000-8000-0000000000ff']) assert.equal((await admin.get(`/verwaltung/benutzer/${pfad}`)).status, 404)
  const ohne = besucher()
  await app.execute(personalActor(['konten.verwalten']), kontoStatusSetzen, { id, status: 'aktiv', grund: 'zurück' })
  await ohne.mitSitzung('personal', id, musterstadt)
  assert.equal((await ohne.get('/verwaltung/benutzer')).status, 403)
  assert.match((await besucher().get('/verwaltung/benutzer')).location ?? '', /^\/arbeitsplatz\/anmelden/)
  assert.deepEqual((await app.ask(personalActor(['konten.verwalten'], { mandantId: beispielhausen }), benutzerliste, {})).benutzer, [])
})

test('the list is searched, filtered and paged without losing or doubling anybody', async () => {
  for (let index = 0; index < 60; index++) await app.execute(system(), personalAnlegen, { kennung: `serie.${index}`, name: index % 2 ? 'Gleicher Name' : `Serie ${String.fromCharCode(65 + index % 26)}` })
  const actor = personalActor(['konten.verwalten'])
  const eins = await app.ask(actor, benutzerliste, {})
  const letzte = eins.benutzer.at(-1)
  const zwei = await app.ask(actor, benutzerliste, { nach: { name: letzte?.name ?? '', id: letzte?.id ?? '' } })
  assert.equal(eins.weitere, true)
  const alle = [...eins.benutzer, ...zwei.benutzer].map(({ id }) => id)
  assert.equal(new Set(alle).size, alle.length)
  assert.ok(alle.length >= 64)
  assert.equal((await app.ask(actor, benutzerliste, { text: 'serie.1_' })).benutzer.length, 0, 'wildcards are plain characters')
  assert.equal((await app.ask(actor, benutzerliste, { text: 'SERIE.59' })).benutzer.length, 1)
  assert.equal((await admin.get('/verwaltung/benutzer?text=serie&status=aktiv')).status, 200)
})
