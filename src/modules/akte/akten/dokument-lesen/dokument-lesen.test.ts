import assert from 'node:assert/strict'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { dokumenteVon, vermerkeVon, vorgangById, wiedervorlagenVon } from '../index.js'
import { demo, ladeDemostadt, testVorgang } from '../testdaten.js'

const { app } = await testApp({ worker: false })
await ladeDemostadt(app, musterstadt)
const web = await testWeb(app)
const als = async (kontoId: string, art: 'personal' | 'buerger' = 'personal') => { const besucher = web.besucher(); await besucher.mitSitzung(art, kontoId, musterstadt); return besucher }
const [sommer, lenz, erika, deniz] = [await als(demo.sommer), await als(demo.lenz), await als(demo.erika, 'buerger'), await als(demo.deniz, 'buerger')]
const vorgang = await testVorgang(app, musterstadt, { einheitId: demo.strassenverkehr, inhaberId: demo.erika, betreff: 'Bewohnerparkausweis Lindenweg' })
const fremd = await testVorgang(app, musterstadt, { einheitId: demo.finanzen, betreff: 'Hundesteuer' })
const pfad = `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`
const text = (inhalt: string, name = 'notiz.txt') => new File([inhalt], name, { type: 'text/plain' })
const dokumente = () => app.db.withMandant(musterstadt, (tx) => dokumenteVon(tx, vorgang.vorgangId))

test('an Akte and a Vorgang are made by hand; wrong input comes back with what was typed', async () => {
  const leer = await sommer.senden('/arbeitsplatz/akten/neu', { aktenplaneinheit: '12.10.02', betreff: '', einheitId: demo.strassenverkehr, stufe: '0', medium: '002', standort: '' })
  assert.equal(leer.status, 422)
  assert.match(leer.html, /Bitte füllen Sie dieses Feld aus/)
  const ohneOrt = await sommer.senden('/arbeitsplatz/akten/neu', { aktenplaneinheit: '12.10.02', betreff: 'Straßencafé Markt', einheitId: demo.strassenverkehr, stufe: '0', medium: '002', standort: '' })
  assert.match(ohneOrt.html, /wo der Papierteil liegt/)
  assert.match(ohneOrt.html, /value="Straßencafé Markt"/)
  const neu = await sommer.senden('/arbeitsplatz/akten/neu', { aktenplaneinheit: '12.10.02', betreff: 'Straßencafé Markt', einheitId: demo.strassenverkehr, stufe: '0', medium: '002', standort: 'Raum 012' })
  assert.equal(neu.status, 303)
  const akte = await sommer.get(neu.location ?? '')
  assert.match(akte.html, /12\.10\.02\/\d{4}\/1[\s\S]*Hybridakte – Papierteil in: Raum 012/)
  const eroeffnet = await sommer.senden(`${neu.location}/vorgang`, { betreff: 'Anfrage Café', typ: 'anfrage', stufe: '0' })
  assert.match(eroeffnet.location ?? '', /^\/arbeitsplatz\/vorgaenge\/MS-/)
  assert.equal((await sommer.senden('/arbeitsplatz/akten/neu', { aktenplaneinheit: '12.10.02', betreff: 'x', einheitId: demo.finanzen, stufe: '0', medium: '001' })).status, 404, 'a unit of others is no unit')
})

test('a file is filed by its content, shown, versioned, and its hash checked', async () => {
  assert.equal((await sommer.senden(`${pfad}/dokument`, { betreff: 'Böse', typ: 'schreiben', richtung: 'intern', datum: '2026-11-01', datei: new File([Buffer.from('MZ\x90\x00'.repeat(50), 'latin1')], 'x.pdf') })).status, 422)
  const abgelegt = await sommer.senden(`${pfad}/dokument`, { betreff: 'Stellungnahme', typ: 'stellungnahme', richtung: 'intern', datum: '2026-11-01', datei: text('Erste Fassung') })
  assert.deepEqual([abgelegt.status, abgelegt.location], [303, pfad])
  const [dokument] = await dokumente()
  assert.ok(dokument)
  const geoeffnet = await sommer.get(`/arbeitsplatz/dokumente/${dokument.id}`)
  assert.equal(geoeffnet.html, 'Erste Fassung')
  assert.match(geoeffnet.headers.get('content-disposition') ?? '', /^inline/)
  assert.match(geoeffnet.headers.get('content-security-policy') ?? '', /sandbox/)
  assert.equal((await sommer.senden(`/arbeitsplatz/dokumente/${dokument.id}/version`, { kommentar: 'überarbeitet', datei: text('Zweite Fassung') })).status, 303)
  assert.equal((await sommer.get(`/arbeitsplatz/dokumente/${dokument.id}`)).html, 'Zweite Fassung')
  assert.equal((await sommer.get(`/arbeitsplatz/dokumente/${dokument.id}?version=1&speichern=1`)).html, 'Erste Fassung')
  assert.equal((await sommer.get(`/arbeitsplatz/dokumente/${dokument.id}?version=9`)).status, 404)
  const angaben = await sommer.get(`/arbeitsplatz/dokumente/${dokument.id}/angaben`)
  assert.match(angaben.html, /überarbeitet[\s\S]*Sabine Sommer|Sabine Sommer[\s\S]*überarbeitet/)
})

test('a document is the owner’s only when the town shows it', async () => {
  const [dokument] = await dokumente()
  assert.ok(dokument)
  const bei = (besucher: typeof erika) => besucher.get(`/konto/dokumente/${dokument.id}`)
  assert.equal((await bei(erika)).status, 404)
  assert.equal((await sommer.senden(`/arbeitsplatz/dokumente/${dokument.id}/angaben`, { zeigen: 'ja' }, `/arbeitsplatz/dokumente/${dokument.id}/zeigen`)).status, 303)
  assert.equal((await bei(erika)).html, 'Zweite Fassung')
  assert.equal((await bei(deniz)).status, 404)
  assert.match((await web.besucher().get(`/konto/dokumente/${dokument.id}`)).location ?? '', /^\/anmelden/)
})

test('a note, a reminder, z.d.A. and back', async () => {
  assert.equal((await sommer.senden(`${pfad}/vermerk`, { ereignisAm: '2026-02-30', text: 'x', beteiligte: '' })).status, 422)
  assert.equal((await sommer.senden(`${pfad}/vermerk`, { ereignisAm: '', text: 'Telefonat <b>', beteiligte: 'E. Muster' })).status, 303)
  assert.equal((await app.db.withMandant(musterstadt, (tx) => vermerkeVon(tx, vorgang.vorgangId)))[0]?.text, 'Telefonat <b>')
  assert.equal((await sommer.senden(`${pfad}/wiedervorlage`, { faelligAm: app.clock.today().add({ days: 30 }).toString(), grund: 'Nachfragen', fuer: 'mich' })).status, 303)
  assert.match((await sommer.get(`${pfad}/zda`)).html, /Wiedervorlage am .* ist noch offen/)
  const [wv] = await app.db.withMandant(musterstadt, (tx) => wiedervorlagenVon(tx, vorgang.vorgangId))
  assert.equal((await sommer.senden(`${pfad}/vermerk`, {}, `${pfad}/wiedervorlage/${wv?.id}/erledigen`)).status, 403, 'without the form of that page there is no token')
  const felder = /name="_csrf" value="([^"]+)"/.exec((await sommer.get(`${pfad}/vermerk`)).html)?.[1] ?? ''
  assert.equal((await sommer.post(`${pfad}/wiedervorlage/${wv?.id}/erledigen`, new URLSearchParams({ _csrf: felder }))).status, 303)
  assert.equal((await sommer.senden(`${pfad}/zda`, { schlussvermerk: 'erledigt' })).status, 303)
  assert.equal((await sommer.senden(`${pfad}/dokument`, { betreff: 'zu spät', typ: 'schreiben', richtung: 'intern', datum: '2026-11-01', datei: text('x') })).status, 409)
  assert.equal((await sommer.get(`${pfad}/wieder-oeffnen`)).status, 403)
  assert.equal((await lenz.senden(`${pfad}/wieder-oeffnen`, { grund: 'Widerspruch' })).status, 303)
  assert.equal((await app.db.withMandant(musterstadt, (tx) => vorgangById(tx, vorgang.vorgangId)))?.status, 'WIEDER_OFFEN')
})

test('what belongs to others or does not exist is 404 everywhere', async () => {
  for (const weg of [`/arbeitsplatz/akten/${fremd.akteId}`, '/arbeitsplatz/akten/x', `/arbeitsplatz/vorgaenge/${fremd.vorgangsnummer}/vermerk`, '/arbeitsplatz/vorgaenge/MS-1/zda', '/arbeitsplatz/dokumente/x', `/arbeitsplatz/dokumente/${fremd.vorgangId}/angaben`]) {
    assert.equal((await sommer.get(weg)).status, 404, weg)
  }
  assert.match((await web.besucher().get('/arbeitsplatz/akten')).location ?? '', /anmelden/)
  assert.match((await sommer.get('/arbeitsplatz/akten?plan=12.20&text=bewohner&vor=quatsch')).html, /Bewohnerparken/)
})

test('a damaged file is not sent; the incident is a sentence, not a crash (C2-11)', async () => {
  const [dokument] = await dokumente()
  assert.ok(dokument)
  const ordner = join(app.config.data, 'blobs')
  const datei = readdirSync(ordner, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith(dokument.datei.sha256) || name.replaceAll(/[/\\]/g, '').includes(dokument.datei.sha256))
  assert.ok(datei)
  writeFileSync(join(ordner, datei), 'Zweite Fälschung')
  const antwort = await sommer.get(`/arbeitsplatz/dokumente/${dokument.id}`)
  assert.equal(antwort.status, 409)
  assert.match(antwort.html, /Prüfsumme/)
})
