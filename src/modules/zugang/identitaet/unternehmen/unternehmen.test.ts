import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caughtMails } from '../../../../platform/mail/index.js'
import { musterstadt } from '../../../../../test/app.js'
import { START } from '../../onlineantrag/test-stadt.js'
import { probeleistung } from '../../onlineantrag/test-antrag.js'
import { mitgliedEinladen } from './command.js'
import { enthaelt, pfadAus, stadtMitSimulator } from '../test/stadt.js'

const { app, web, settle, zeilen, anmelden, waehlen } = await stadtMitSimulator()
const BASIS = '/konto/unternehmen'
await probeleistung(app, musterstadt, undefined, { nurUnternehmen: true })

const anna = web.besucher()
const bogdan = web.besucher()
await anmelden(anna, 'anna', 'STORK-QAA-Level-1')
await anmelden(bogdan, 'bogdan', 'STORK-QAA-Level-1')

test('an account for a company needs a sign-in that says who makes it', async () => {
  enthaelt((await anna.get(`${BASIS}/neu`)).html, /Bitte weisen Sie sich zuerst aus/)
  await anmelden(anna, 'anna', 'STORK-QAA-Level-3', '?niveau=substantiell')
  const leer = await anna.senden(`${BASIS}/neu`, { name: '' })
  assert.equal(leer.status, 422)
  const da = await anna.senden(`${BASIS}/neu`, { name: 'Beispiel Bau GmbH', register: 'HRB 1', anschrift: 'Weg 1\n45991 Musterstadt' })
  assert.equal(da.location, BASIS, da.html)
  enthaelt((await anna.get(BASIS)).html, /Sie handeln gerade für Beispiel Bau GmbH/)
  enthaelt((await anna.get(`${BASIS}?sprache=en`)).html, /You are acting for Beispiel Bau GmbH/)
})

test('two people of one company see the same drafts; the record names the person; only companies apply', async () => {
  assert.equal((await bogdan.senden(START, {})).status, 403)
  assert.equal((await anna.senden(BASIS, { email: 'bogdan@example.org', rolle: 'mitarbeit' })).status, 303)
  await settle()
  const mail = (await caughtMails(app.db, musterstadt)).find(({ empfaenger }) => empfaenger === 'bogdan@example.org')
  const link = pfadAus(/http\S+einladung\S+/.exec(mail?.inhalt ?? '')?.[0] ?? '')
  assert.equal((await bogdan.get(link.replace(/schluessel=.*/, 'schluessel=geraten'))).status, 404)
  const angenommen = await bogdan.senden(link, {}, link.split('?')[0])
  assert.equal(angenommen.location, BASIS, angenommen.html)
  assert.equal((await anna.get(link)).status, 200, 'the page still names the company, but')
  assert.equal((await anna.senden(link, {}, link.split('?')[0])).status, 409, 'it works once')
  const [firma] = await zeilen<{ konto_id: string }>('select konto_id from identitaet.unternehmen')
  assert.equal((await bogdan.senden(BASIS, { unternehmenId: firma?.konto_id ?? '' }, `${BASIS}/wechseln`)).location, BASIS)
  const begonnen = await bogdan.senden(START, {})
  assert.equal(begonnen.status, 303, begonnen.html)
  enthaelt((await anna.get('/konto/entwuerfe')).html, /Musterausweis|Musterleistung/i)
  const [spur] = await zeilen<{ akteur_id: string; fuer_id: string }>("select akteur_id, fuer_id from platform.ereignis where typ = 'onlineantrag.entwurf.begonnen/1' order by id desc limit 1")
  assert.equal(spur?.fuer_id, firma?.konto_id)
  assert.notEqual(spur?.akteur_id, firma?.konto_id)
})

test('mitarbeit invites nobody; a stronger sign-in while acting for the company keeps acting for it', async () => {
  const [firma] = await zeilen<{ konto_id: string }>("select konto_id from identitaet.unternehmen")
  const [ich] = await zeilen<{ konto_id: string }>("select konto_id from identitaet.mitglied where rolle = 'mitarbeit'")
  const actor = { art: 'buerger', mandantId: musterstadt, id: firma?.konto_id ?? '', name: 'Firma', zuweisungen: [], stufe: 0, durch: { id: ich?.konto_id ?? '', name: 'Bogdan' } } as const
  const einladung = { id: crypto.randomUUID(), email: 'x@example.org', rolle: 'verwaltung', geheimnisHash: '0'.repeat(64), siegel: 'x' } as const
  await assert.rejects(app.execute(actor, mitgliedEinladen, einladung), { code: 'nurVerwaltung' })
  enthaelt((await bogdan.get(BASIS)).html, /Sie handeln gerade für/)
  const seite = pfadAus((await bogdan.get('/anmelden/mit/01900000-0000-7000-8000-00000001d001?niveau=hoch&ziel=/konto/unternehmen')).location)
  await bogdan.get(await waehlen(bogdan, seite, 'bogdan', 'STORK-QAA-Level-4'))
  enthaelt((await bogdan.get(BASIS)).html, /Sie handeln gerade für Beispiel Bau GmbH/)
  const [eine] = await zeilen<{ n: bigint }>('select count(*)::int as n from identitaet.verknuepfung')
  assert.equal(eine?.n, 2, 'the company got no sign-in of its own')
  assert.equal((await bogdan.senden('/konto/sicherheit/passwort', { alt: '', passwort: 'Ein-langes-Kennwort-26!' })).status, 422, 'and nobody gives it a password')
})

test('who leaves loses access at once; the last who manages stays', async () => {
  const mitglieder = await zeilen<{ konto_id: string; rolle: string }>('select konto_id, rolle from identitaet.mitglied')
  const mitarbeit = mitglieder.find(({ rolle }) => rolle === 'mitarbeit')?.konto_id ?? ''
  const verwaltung = mitglieder.find(({ rolle }) => rolle === 'verwaltung')?.konto_id ?? ''
  assert.equal((await bogdan.senden(BASIS, { kontoId: verwaltung }, `${BASIS}/entfernen`)).status, 403)
  assert.equal((await anna.senden(BASIS, { kontoId: mitarbeit }, `${BASIS}/entfernen`)).status, 303)
  assert.match((await bogdan.get('/konto/entwuerfe')).location ?? '', /^\/anmelden/)
  assert.equal((await anna.senden(BASIS, { kontoId: verwaltung }, `${BASIS}/entfernen`)).status, 409)
})
