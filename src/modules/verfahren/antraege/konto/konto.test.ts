import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Forbidden } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { gastActor } from '../../../../platform/usecases/actor.js'
import { buergerin, reicheEin, testLeistung } from '../einreichen/test-leistung.js'
import { kontouebersicht } from './query.js'
import { kontoTeile, registerKontoTeil } from './teile.js'

const { app } = await testApp({ worker: false })
const leistung = await testLeistung(app, musterstadt)

test('the overview pages through the own applications and knows no others', async () => {
  for (let i = 0; i < 22; i++) await reicheEin(app, musterstadt, leistung)
  const erste = await app.ask(buergerin(musterstadt), kontouebersicht, {})
  assert.equal(erste.antraege.length, 20)
  assert.ok(erste.weiter)
  const zweite = await app.ask(buergerin(musterstadt), kontouebersicht, { vor: erste.weiter })
  assert.deepEqual([zweite.antraege.length, zweite.weiter], [2, undefined])
  assert.equal(new Set([...erste.antraege, ...zweite.antraege].map(({ id }) => id)).size, 22)
  assert.equal((await app.ask(buergerin(musterstadt, newId()), kontouebersicht, {})).antraege.length, 0)
  for (const actor of [personalActor([]), gastActor(musterstadt, 'a'.repeat(64))]) await assert.rejects(app.ask(actor, kontouebersicht, {}), Forbidden)
})

test('rooms above add parts in their order, each once', () => {
  const teil = (name: string, rang: number) => ({ name, rang, frage: kontouebersicht, zeichnen: () => null })
  registerKontoTeil(teil('test-spaeter', 901))
  registerKontoTeil(teil('test-frueher', 900))
  assert.deepEqual(kontoTeile().map(({ name }) => name).filter((name) => name.startsWith('test-')), ['test-frueher', 'test-spaeter'])
  assert.throws(() => registerKontoTeil(teil('test-frueher', 1)))
})
