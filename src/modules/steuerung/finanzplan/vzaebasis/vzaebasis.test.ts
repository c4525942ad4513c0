import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { module } from '../../../../modules.js'
import { Forbidden, Invalid } from '../../../../platform/errors.js'
import { vzaebasisFestlegen } from './command.js'
import { vzaebasisVon } from './lesen.js'
import { VZAEBASIS } from './page.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung', 'programm', 'finanzplan']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const { besucher } = await testWeb(app)
const buero = besucher()
await buero.mitSitzung('personal', '01900000-0000-7000-8000-00000000a011', musterstadt)

test('what a full-time equivalent stands for is said with its source, and shown where they are shown', async () => {
  const falsch = await buero.senden(VZAEBASIS, { jahresstunden: '160', quelle: '' })
  assert.equal(falsch.status, 422)
  for (const feld of ['jahresstunden', 'quelle']) assert.match(falsch.html, new RegExp(`href="#f-${feld}"`))
  assert.equal((await buero.senden(VZAEBASIS, { jahresstunden: '1.650', quelle: 'Dienstanweisung 2026' })).status, 303)
  assert.match((await buero.get('/arbeitsplatz/finanzplan?strategie=egovernment')).html, /entspricht 1\.650 Arbeitsstunden im Jahr\. Quelle: Dienstanweisung 2026/)
  await assert.rejects(app.execute(personalActor(['finanzplan.bearbeiten']), vzaebasisFestlegen, { jahresstunden: '1600', quelle: 'x' }), Forbidden)
  await assert.rejects(app.execute(system(), vzaebasisFestlegen, { jahresstunden: '2.401', quelle: 'x' }), Invalid)
  assert.equal(await app.db.withMandant(beispielhausen, (tx) => vzaebasisVon(tx)), undefined)
})
