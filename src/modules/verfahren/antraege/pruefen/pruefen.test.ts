import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { offeneAufgaben } from '../../../grundlagen/aufgaben/index.js'
import { demoStadt, leute } from '../../fallbearbeitung/testfall.js'
import { anhaengeVon, antragZuVorgang, rueckfragenVon } from '../index.js'
import { reicheEin, testAnhang, testLeistung } from '../einreichen/test-leistung.js'

const { app, settle } = await testApp()
await demoStadt(app, musterstadt)
const leistung = await testLeistung(app, musterstadt)
const web = await testWeb(app)
const sommer = web.besucher()
await sommer.mitSitzung('personal', leute.sommer, musterstadt)
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)

test('the clerk reads what was handed in, judges the evidence with a reason, and asks with a reference', async () => {
  const { vorgangId, vorgangsnummer } = await reicheEin(app, musterstadt, leistung, { anhaenge: [await testAnhang(app, musterstadt)] })
  await settle()
  const fall = `/arbeitsplatz/vorgaenge/${vorgangsnummer}`
  const seite = await sommer.get(fall)
  assert.equal(seite.status, 200)
  for (const wort of ['Antrag wie eingereicht', 'Marktplatz 1', 'Nachweise', 'Meldebescheinigung.pdf', 'Antragstellende Person', 'Postfach im Portal']) assert.ok(seite.html.includes(wort), wort)
  const antrag = await hier((tx) => antragZuVorgang(tx, vorgangId))
  const [nachweis] = await hier((tx) => anhaengeVon(tx, antrag?.id ?? ''))
  const bewerten = `${fall}/nachweise/${nachweis?.id}`
  assert.equal((await sommer.senden(fall, { bewertung: 'abgelehnt', grund: '' }, bewerten)).status, 422)
  assert.equal((await sommer.senden(fall, { bewertung: 'unleserlich', grund: 'Bitte heller fotografieren.' }, bewerten)).status, 303)
  assert.deepEqual((await hier((tx) => anhaengeVon(tx, antrag?.id ?? ''))).map(({ bewertung, bewertungGrund }) => [bewertung, bewertungGrund]), [['unleserlich', 'Bitte heller fotografieren.']])
  const [aufgabe] = await hier((tx) => offeneAufgaben(tx, vorgangId))
  const ziel = `${fall}/aufgaben/${aufgabe?.id}`
  const leer = await sommer.senden(fall, { ergebnis: 'rueckfrage', 'frist.tag': '1', 'frist.monat': '1', 'frist.jahr': '2020' }, ziel)
  assert.equal(leer.status, 422)
  assert.match(leer.html, /Bitte schreiben Sie die Frage/)
  assert.match(leer.html, /einen Tag ab morgen/)
  assert.equal((await sommer.senden(fall, { ergebnis: 'ablehnen', vermerk: '' }, ziel)).status, 422)
  const frist = app.clock.today().add({ days: 10 })
  assert.equal((await sommer.senden(fall, {
    ergebnis: 'rueckfrage', frage1: 'Bitte noch einmal schicken.', bezug1: 'meldebescheinigung', 'frist.tag': String(frist.day), 'frist.monat': String(frist.month), 'frist.jahr': String(frist.year),
  }, ziel)).status, 303)
  const fragen = (await hier((tx) => rueckfragenVon(tx, [antrag?.id ?? '']))).get(antrag?.id ?? '') ?? []
  assert.deepEqual(fragen.map((frage) => [frage.frage, frage.bezugText, frage.frist.toString()]), [['Bitte noch einmal schicken.', 'Meldebescheinigung', frist.toString()]])
  assert.match((await sommer.get(fall)).html, /steht aus bis/)
})

test('the intake book shows an application in the words of its form, without keys and ids', async () => {
  const { vorgangId } = await reicheEin(app, musterstadt, leistung)
  const antrag = await hier((tx) => antragZuVorgang(tx, vorgangId))
  const { status, html } = await sommer.get(`/arbeitsplatz/eingaenge/${antrag?.eingangId}`)
  assert.equal(status, 200)
  assert.match(html, /Marktplatz 1/)
  for (const { eintraege } of antrag?.zusammenfassung ?? []) for (const { label } of eintraege) assert.ok(html.includes(label), label)
  assert.doesNotMatch(html, /leistungsversionId|antworten ›/)
})

test('who may not see the unit does not reach the evidence', async () => {
  const { vorgangsnummer, vorgangId } = await reicheEin(app, musterstadt, leistung, { anhaenge: [await testAnhang(app, musterstadt)] })
  const antrag = await hier((tx) => antragZuVorgang(tx, vorgangId))
  const [nachweis] = await hier((tx) => anhaengeVon(tx, antrag?.id ?? ''))
  const revision = web.besucher()
  await revision.mitSitzung('personal', leute.post, musterstadt)
  const antwort = await revision.senden('/arbeitsplatz', { bewertung: 'angenommen' }, `/arbeitsplatz/vorgaenge/${vorgangsnummer}/nachweise/${nachweis?.id}`)
  assert.ok([403, 404].includes(antwort.status))
})
