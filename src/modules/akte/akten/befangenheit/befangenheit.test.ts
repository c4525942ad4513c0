import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Forbidden, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { finden } from '../../../grundlagen/suche/index.js'
import { akteAnsehen, befangenheitEintragen, vorgangSehen } from '../index.js'
import { ladeAktenplan, testDokument, testVorgang } from '../testdaten.js'

const { app } = await testApp({ worker: false })
await ladeAktenplan(app, musterstadt)
const einheitId = newId()
const rechte = ['akte.lesen', 'vorgang.lesen', 'vorgang.bearbeiten', 'suche.nutzen']
const person = (weitere: string[] = []) => personalActor([...rechte, ...weitere], { id: newId(), einheiten: [einheitId] })

test('who declares partiality no longer sees the Vorgang anywhere, also not what is filed later', async () => {
  const [ich, andere] = [person(), person()]
  const vorgang = await testVorgang(app, musterstadt, { einheitId, betreff: 'Zaun Nachbarin Ahornstraße' })
  await app.execute(ich, befangenheitEintragen, { vorgangId: vorgang.vorgangId, kontoId: ich.id, grund: 'Nachbarin' })
  await testDokument(app, musterstadt, vorgang.vorgangId, { betreff: 'Stellungnahme Ahornstraße' })
  await assert.rejects(app.ask(ich, vorgangSehen, { nummer: vorgang.vorgangsnummer }), NotFound)
  assert.deepEqual((await app.ask(ich, akteAnsehen, { akteId: vorgang.akteId })).vorgaenge, [])
  assert.equal((await app.ask(ich, finden, { q: 'Ahornstraße' })).gesamt, 0)
  assert.equal((await app.ask(andere, finden, { q: 'Ahornstraße' })).gesamt, 2)
})

test('of others only who leads may say it; said twice it changes nothing', async () => {
  const { vorgangId } = await testVorgang(app, musterstadt, { einheitId })
  const [kollegin, leitung] = [person(), person(['vorgang.wiederoeffnen'])]
  await assert.rejects(app.execute(kollegin, befangenheitEintragen, { vorgangId, kontoId: newId(), grund: 'x' }), Forbidden)
  for (let i = 0; i < 2; i += 1) await app.execute(leitung, befangenheitEintragen, { vorgangId, kontoId: kollegin.id, grund: 'Verwandt' })
  await assert.rejects(app.execute(kollegin, befangenheitEintragen, { vorgangId, kontoId: kollegin.id, grund: 'x' }), NotFound)
})
