import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { newId } from '../../../../platform/time/index.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung']) await app.module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const sommer = '01900000-0000-7000-8000-00000000a001'
const web = await testWeb(app)

test('the shortcuts are on until somebody turns them off for all browsers, and that is theirs alone', async () => {
  const [sabine, woanders] = [web.besucher(), web.besucher()]
  for (const browser of [sabine, woanders]) await browser.mitSitzung('personal', sommer, musterstadt)
  const an = (html: string) => html.includes('data-shortcuts="/arbeitsplatz/konto#tastenkuerzel"') && /shortcuts[^"]*\.js/.test(html)
  assert.ok(an((await sabine.get('/arbeitsplatz')).html))
  assert.match((await sabine.get('/arbeitsplatz/konto')).html, /<kbd class="sk-kbd">j<\/kbd>/)
  const aus = await sabine.senden('/arbeitsplatz/konto', { an: 'nein' }, '/arbeitsplatz/konto/tastenkuerzel')
  assert.equal(aus.location, '/arbeitsplatz/konto#tastenkuerzel')
  for (const browser of [sabine, woanders]) assert.ok(!an((await browser.get('/arbeitsplatz')).html))
  assert.match((await sabine.get('/arbeitsplatz/konto')).html, /Tastenkürzel einschalten/)
  const thal = web.besucher()
  await thal.mitSitzung('personal', '01900000-0000-7000-8000-00000000a002', musterstadt)
  assert.ok(an((await thal.get('/arbeitsplatz')).html))
  await sabine.senden('/arbeitsplatz/konto', { an: 'ja', kontoId: newId() }, '/arbeitsplatz/konto/tastenkuerzel')
  assert.ok(an((await woanders.get('/arbeitsplatz')).html))
})
