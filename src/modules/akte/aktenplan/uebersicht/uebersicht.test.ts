import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { Forbidden } from '../../../../platform/errors.js'
import { aktenplanAnsehen } from './query.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung', 'aktenplan']) await app.module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const web = await testWeb(app)
const admin = web.besucher()
await admin.mitSitzung('personal', '01900000-0000-7000-8000-00000000a005', musterstadt)
const verwalter = personalActor(['aktenplan.verwalten'])
const csv = (zeilen: string) => new File([`kennzeichen;bezeichnung;aufbewahrung;aussonderungsart\n${zeilen}`], 'plan.csv', { type: 'text/csv' })

test('the tree is in natural order; a search keeps the units above its hits', async () => {
  const alle = await app.ask(verwalter, aktenplanAnsehen, {})
  assert.ok(alle.gesamt > 60)
  const parken = await app.ask(verwalter, aktenplanAnsehen, { text: 'bewohner' })
  assert.deepEqual(parken.zeilen.map(({ kennzeichen, tiefe }) => [kennzeichen, tiefe]), [['12', 0], ['12.20', 1], ['12.20.03', 2]])
  assert.deepEqual((await app.ask(verwalter, aktenplanAnsehen, { text: '12-20-3' })).zeilen.map(({ kennzeichen }) => kennzeichen), ['12', '12.20', '12.20.03'])
  assert.deepEqual((await app.ask(verwalter, aktenplanAnsehen, { text: 'gibtesnicht' })).zeilen, [])
  await assert.rejects(app.ask(personalActor([]), aktenplanAnsehen, {}), Forbidden)
})

test('the page compares a file first, then takes it over, and names wrong lines', async () => {
  const verglichen = await admin.senden('/verwaltung/aktenplan', { probe: 'on', datei: csv('12.20.77;Carsharing;5;V\n') })
  assert.match(verglichen.html, /Vergleich: 1 neu/)
  assert.equal((await admin.senden('/verwaltung/aktenplan', { datei: csv('12.20.77;Carsharing;5;V\n') })).status, 303)
  assert.match((await admin.get('/verwaltung/aktenplan?text=carsharing')).html, /12\.20\.77/)
  const falsch = await admin.senden('/verwaltung/aktenplan', { datei: csv('12.20.78;Taxi;fünf;V\n') })
  assert.equal(falsch.status, 422)
  assert.match(falsch.html, /Zeile 2: Geben Sie die Aufbewahrung in Jahren/)
  assert.equal((await admin.senden('/verwaltung/aktenplan', {}, '/verwaltung/aktenplan')).status, 422)
})
