import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Forbidden, NotFound } from '../../../../platform/errors.js'
import { alsSystem } from '../../akten/testdaten.js'
import { openSession } from '../../../../platform/auth/session.js'
import { loadSession } from '../../../../platform/http/request.js'
import { nachrichtAbrufen, nachrichtInsPostfach } from '../index.js'
import { postausgangLesen } from '../postausgang/query.js'
import { sendungLesen, versandLesen } from '../sendung-ansehen/query.js'
import { sende, testBuerger, testLage } from '../test-daten.js'
import { nachrichtLesen, postfachLesen } from './query.js'

const { app } = await testApp({ worker: false })
const erika = await testBuerger(app, musterstadt)
const lage = await testLage(app, musterstadt, erika.id)

test('the mailbox: unread first, then newest, page by page without loss or repetition', async () => {
  const ids: string[] = []
  for (let nr = 0; nr < 45; nr++) {
    ids.push((await alsSystem(app, musterstadt, (ctx) => nachrichtInsPostfach(ctx, { kontoId: erika.id, vorgangId: lage.vorgangId, betreff: `Nachricht ${nr}`, text: 'x', art: 'nachricht' }))).nachrichtId)
  }
  for (const nachrichtId of ids.slice(20)) await app.execute(erika, nachrichtAbrufen, { nachrichtId })
  const erwartet = [...ids.slice(0, 20).reverse(), ...ids.slice(20).reverse()]
  const gesehen: string[] = []
  for (let ab: string | undefined; ;) {
    const seite = await app.ask(erika, postfachLesen, { zeigen: 'alle', ...(ab ? { ab } : {}) })
    gesehen.push(...seite.zeilen.map((one) => one.id))
    assert.equal(seite.ungelesen, 20)
    if (!seite.weiter) break
    ab = seite.weiter
  }
  assert.deepEqual(gesehen, erwartet)
  assert.equal((await app.ask(erika, postfachLesen, { zeigen: 'ungelesen' })).zeilen.length, 20)
  const token = await app.db.withMandant(musterstadt, (tx) => openSession(tx, Temporal.Now.instant(), { art: 'buerger', kontoId: erika.id }))
  assert.equal((await loadSession(app, musterstadt, token, { zahlen: true }))?.zahlen?.get('/konto/postfach'), 20, 'the menu counts the same')
  const fremd = await testBuerger(app, musterstadt, 'Fremd')
  assert.deepEqual((await app.ask(fremd, postfachLesen, { zeigen: 'alle' })).zeilen, [])
  await assert.rejects(app.ask(fremd, nachrichtLesen, { nachrichtId: ids[0] ?? '' }), NotFound)
  await assert.rejects(app.ask(personalActor(['ausgang.lesen']), postfachLesen, { zeigen: 'alle' }), Forbidden)
})

test('the post room shows what the own units send', async () => {
  const { sendungId } = await sende(app, musterstadt, lage)
  const hier = personalActor(['ausgang.lesen', 'vorgang.lesen'], { einheiten: [lage.einheitId] })
  const woanders = personalActor(['ausgang.lesen', 'vorgang.lesen'], { einheiten: ['01900000-0000-7000-8000-0000000000ff'] })
  for (const ansicht of ['offen', 'buch'] as const) {
    assert.deepEqual((await app.ask(hier, postausgangLesen, { ansicht })).zeilen.map((one) => one.id), [sendungId])
    assert.deepEqual(await app.ask(woanders, postausgangLesen, { ansicht }), { zeilen: [], wartend: 0 })
  }
  assert.equal((await app.ask(hier, sendungLesen, { sendungId })).vorgang.id, lage.vorgangId)
  await assert.rejects(app.ask(woanders, sendungLesen, { sendungId }), NotFound)
  assert.equal((await app.ask(hier, versandLesen, { vorgangId: lage.vorgangId })).sendungen.length, 1)
  await assert.rejects(app.ask(woanders, versandLesen, { vorgangId: lage.vorgangId }), NotFound)
})
