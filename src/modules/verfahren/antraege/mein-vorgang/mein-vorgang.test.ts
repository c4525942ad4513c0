import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { renderPdf } from '../../../../platform/pdf/index.js'
import { newId } from '../../../../platform/time/index.js'
import { openContext } from '../../../../platform/usecases/execute.js'
import { systemActor } from '../../../../platform/usecases/actor.js'
import { buergerAnlegen } from '../../../grundlagen/konten/index.js'
import { antragZuVorgang } from '../index.js'
import { buergerin, reicheEin, testLeistung } from '../einreichen/test-leistung.js'
import { stelleRueckfragen } from '../rueckfrage/stellen.js'

const { app, settle } = await testApp()
const leistung = await testLeistung(app, musterstadt)
const web = await testWeb(app)
const erika = web.besucher()
await erika.mitSitzung('buerger', buergerin(musterstadt).id, musterstadt)
const fremd = web.besucher()
const fremdId = newId()
await app.execute(systemActor(musterstadt, 'test'), buergerAnlegen, { id: fremdId, nachname: 'Fremd', email: 'fremd@example.org', passwortHash: 'x' })
await fremd.mitSitzung('buerger', fremdId, musterstadt)
const pdf = (await renderPdf({ template: { source: 'Nachweis' }, data: {}, standard: 'a-2a', createdAt: Temporal.Instant.from('2026-01-01T00:00Z') })).bytes

async function frage(vorgangId: string, text: string): Promise<void> {
  await app.db.withMandant(musterstadt, async (tx) => {
    const { ctx, finish } = openContext(app, tx, systemActor(musterstadt, 'test'), 'test.fragen')
    await stelleRueckfragen(ctx, vorgangId, { fragen: [{ frage: text, bezug: 'meldebescheinigung' }], frist: app.clock.today().add({ days: 14 }), gestelltVon: 'test' })
    await finish()
  })
}

test('the overview puts what is expected first, and the page of the Vorgang tells where it stands', async () => {
  assert.match((await erika.get('/konto')).html, /Sie haben noch keinen Antrag gestellt/)
  const { vorgangsnummer, vorgangId } = await reicheEin(app, musterstadt, leistung)
  await settle()
  const pfad = `/konto/vorgaenge/${vorgangsnummer}`
  assert.match((await erika.get(pfad)).html, /Eingangsbestätigung/)
  await frage(vorgangId, 'Bitte schicken Sie <b>Seite 2</b>.')
  const uebersicht = (await erika.get('/konto')).html
  assert.ok(uebersicht.indexOf('Das brauchen wir von Ihnen') < uebersicht.indexOf('Meine Anträge</h2>'))
  const seite = (await erika.get(pfad)).html
  assert.match(seite, /Rückfrage offen/)
  assert.match(seite, /&lt;b>Seite 2|&lt;b&gt;Seite 2/)
  assert.doesNotMatch(seite, /Antrag prüfen|sachbearbeitung/i)
})

test('answering: an empty answer is shown at its field, a file becomes a document that can be fetched', async () => {
  const { vorgangsnummer, vorgangId } = await reicheEin(app, musterstadt, leistung)
  await frage(vorgangId, 'Welche Seite fehlt?')
  const pfad = `/konto/vorgaenge/${vorgangsnummer}`
  const id = /name="antwort-([0-9a-f-]{36})"/.exec((await erika.get(pfad)).html)?.[1] ?? ''
  const leer = await erika.senden(pfad, { [`antwort-${id}`]: '', [`datei-${id}`]: new File([], '') })
  assert.equal(leer.status, 422)
  assert.match(leer.html, /Bitte schreiben Sie eine Antwort/)
  const falsch = await erika.senden(pfad, { [`antwort-${id}`]: 'Mein Text', [`datei-${id}`]: new File(['MZ\0\0'], 'virus.exe') })
  assert.equal(falsch.status, 422)
  assert.match(falsch.html, /Mein Text/)
  const gut = await erika.senden(pfad, { [`antwort-${id}`]: 'Hier ist sie.', [`datei-${id}`]: new File([new Uint8Array(pdf)], 'Seite 2.pdf') })
  assert.equal(gut.status, 303)
  const danach = (await erika.get(pfad)).html
  assert.match(danach, /Hier ist sie\./)
  assert.match(danach, /ungeprüft[\s\S]*Sie müssen nichts tun/)
  const link = /href="([^"]+\/dokumente\/[^"]+)"/.exec(danach)?.[1] ?? ''
  assert.equal((await erika.get(link)).status, 200)
  assert.equal((await fremd.get(link)).status, 404)
  assert.equal((await erika.get(`${pfad}/dokumente/${newId()}`)).status, 404)
  assert.equal((await erika.get(`${pfad}/dokumente/nummer`)).status, 404)
})

test('others do not find it; who is not signed in is asked to; other towns do not know it', async () => {
  const { vorgangsnummer } = await reicheEin(app, musterstadt, leistung)
  const pfad = `/konto/vorgaenge/${vorgangsnummer}`
  assert.equal((await fremd.get(pfad)).status, 404)
  assert.equal((await fremd.get(`${pfad}/zuruecknehmen`)).status, 404)
  assert.equal((await erika.get('/konto/vorgaenge/MS-1999-000001-1')).status, 404)
  assert.equal((await web.besucher().get(pfad)).location, `/anmelden?ziel=${encodeURIComponent(pfad)}`)
  assert.equal((await web.besucher().get('/konto')).status, 303)
  assert.equal((await web.besucher('beispielhausen.localhost').get(pfad)).status, 303)
})

test('withdrawing asks once more, is confirmed, and cannot be done again', async () => {
  const { vorgangsnummer, vorgangId } = await reicheEin(app, musterstadt, leistung)
  const pfad = `/konto/vorgaenge/${vorgangsnummer}/zuruecknehmen`
  assert.equal((await erika.senden(pfad, { grund: 'Umzug' })).status, 303)
  assert.equal((await app.db.withMandant(musterstadt, (tx) => antragZuVorgang(tx, vorgangId)))?.status, 'ZURUECKGENOMMEN')
  await settle()
  assert.match((await erika.get(`/konto/vorgaenge/${vorgangsnummer}`)).html, /Zurückgezogen/)
  assert.match((await erika.get(pfad)).html, /nicht mehr zurückgenommen werden/)
})

test('a session that ended while the answer was written leads to the sign-in and says that nothing was sent', async () => {
  const { vorgangsnummer, vorgangId } = await reicheEin(app, musterstadt, leistung)
  await frage(vorgangId, 'Welche Seite fehlt?')
  const pfad = `/konto/vorgaenge/${vorgangsnummer}`
  const besucher = web.besucher()
  await besucher.mitSitzung('buerger', buergerin(musterstadt).id, musterstadt)
  const { html } = await besucher.get(pfad)
  besucher.cookies.delete('sk_sitzung')
  const formular = new FormData()
  for (const [tag] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) formular.append(/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '')
  const feld = /name="(antwort-[0-9a-f-]+)"/.exec(html)?.[1] ?? ''
  formular.append(feld, 'Seite 2.')
  const antwort = await besucher.post(pfad, formular)
  assert.equal(antwort.location, `/anmelden?ziel=${encodeURIComponent(pfad)}`)
  assert.match((await besucher.get(antwort.location ?? '')).html, /Ihre Antwort ist noch nicht abgeschickt/)
  const zurueck = await besucher.post(`${pfad}/zuruecknehmen`, new URLSearchParams({ _csrf: 'von-gestern' }))
  assert.match(zurueck.html, /Dieses Formular ist abgelaufen/)
})

/** What somebody reads and hears who uses the page in English: no tags, and nothing that is marked as German. */
const englisch = (html: string): string => (/<main.*<\/main>/s.exec(html)?.[0] ?? '')
  .replaceAll(/<details.*?<\/details>/gs, ' ').replaceAll(/<(\w+)[^>]* lang="de"[^>]*>.*?<\/\1>/gs, ' ').replaceAll(/<[^>]+>/g, ' ')
const DEUTSCH = /\b(und|oder|Sie|Ihre?|nicht|eine?|der|die|das|bis|vom|zu|mit|Antrag|Vorgang|Frage|Dokumente|Postfach|Startseite|Uhr|Eingegangen|Datei)\b/

test('in English all pages of the account are English, and what stays German is marked as German', async () => {
  const { vorgangsnummer, vorgangId } = await reicheEin(app, musterstadt, leistung)
  await settle()
  await frage(vorgangId, 'Welche Seite fehlt?')
  await settle()
  const pfad = `/konto/vorgaenge/${vorgangsnummer}`
  const postfach = await erika.get('/konto/postfach?sprache=en')
  const nachricht = /href="(\/konto\/postfach\/[0-9a-f-]{36})"/.exec(postfach.html)?.[1] ?? ''
  for (const seite of ['/konto', pfad, `${pfad}/zuruecknehmen`, '/konto/postfach', '/konto/postfach?zeigen=ungelesen', nachricht, '/konto/sicherheit', '/konto/entwuerfe']) {
    const { status, html } = await erika.get(seite)
    assert.equal(status, 200, seite)
    assert.match(html, /<html lang="en"/, seite)
    assert.doesNotMatch(englisch(html), DEUTSCH, seite)
  }
  assert.match((await erika.get('/konto')).html, /We have a question for you/)
  const leer = await erika.senden(pfad, { datei: new File([''], '') })
  assert.equal(leer.status, 422)
  assert.match(leer.html, /Please write an answer or add a file/)
  const danach = await erika.senden(`${pfad}/zuruecknehmen`, { grund: '' })
  assert.equal(danach.location, pfad)
  const fertig = (await erika.get(pfad)).html
  assert.match(fertig, /You have withdrawn the application/)
  assert.doesNotMatch(englisch(fertig), DEUTSCH)
  await erika.get('/konto?sprache=de')
})
