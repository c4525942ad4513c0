import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { Forbidden, NotFound } from '../../../../platform/errors.js'
import { rueckmeldungErledigen, rueckmeldungGeben } from './command.js'
import { rueckmeldungen } from './query.js'

const { app } = await testApp({ worker: false })
const web = await testWeb(app)
const verwalterin = personalActor(['mandant.verwalten'])

test('anybody can say what is wrong, gets a number, and it has a deadline (A9-03)', async () => {
  const gast = web.besucher()
  const danke = await gast.senden('/rueckmeldung?art=barriere', { art: 'barriere', text: 'Der Knopf ist zu klein.', seite: '', name: '', email: '' }, '/rueckmeldung')
  assert.equal(danke.status, 303)
  assert.match(danke.location ?? '', /^\/rueckmeldung\/danke\?nummer=RM-\d{4}-0001$/)
  assert.match((await gast.get(danke.location ?? '')).html, /RM-\d{4}-0001/)
  const { zeilen } = await app.ask(verwalterin, rueckmeldungen, { alle: false })
  assert.deepEqual(zeilen.map(({ art, text, antwort_bis: bis }) => [art, text, bis.toString()]), [['barriere', 'Der Knopf ist zu klein.', app.clock.today().add({ days: 28 }).toString()]])
})

test('what is missing or wrong is said at its field and nothing is lost', async () => {
  const { status, html } = await web.besucher().senden('/rueckmeldung', { text: 'Etwas', email: 'keine-adresse' })
  assert.equal(status, 422)
  assert.match(html, /Etwas/)
  assert.match(html, /keine-adresse/)
})

test('answered ones leave the open list; others may neither read nor answer', async () => {
  const { zeilen: [zeile] } = await app.ask(verwalterin, rueckmeldungen, { alle: false })
  await assert.rejects(app.ask(personalActor([]), rueckmeldungen, { alle: true }), Forbidden)
  await assert.rejects(app.execute(verwalterin, rueckmeldungErledigen, { id: musterstadt, vermerk: 'x' }), NotFound)
  await app.execute(verwalterin, rueckmeldungErledigen, { id: zeile?.id ?? '', vermerk: 'Knopf vergrößert.' })
  assert.deepEqual((await app.ask(verwalterin, rueckmeldungen, { alle: false })).zeilen, [])
  assert.equal((await app.ask(verwalterin, rueckmeldungen, { alle: true })).zeilen.length, 1)
})

test('the list pages by key', async () => {
  const gast = personalActor([])
  for (let index = 0; index < 51; index++) await app.execute(gast, rueckmeldungGeben, { art: 'lob', text: `Gut ${index}` })
  const erste = await app.ask(verwalterin, rueckmeldungen, { alle: true })
  const zweite = await app.ask(verwalterin, rueckmeldungen, { alle: true, nach: erste.weiter ?? '' })
  assert.deepEqual([erste.zeilen.length, zweite.zeilen.length, zweite.weiter], [50, 2, undefined])
})
