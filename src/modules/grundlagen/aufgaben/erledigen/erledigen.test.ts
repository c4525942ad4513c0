import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../../test/app.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { openContext } from '../../../../platform/usecases/execute.js'
import { aufgabeAnlegen, aufgabeById, aufgabeErledigen, aufgabeUebernehmen, aufgabeZurueckgeben, aufgabeZuweisen, type NeueAufgabe } from '../index.js'

const { app } = await testApp({ worker: false })
const einheitId = newId()
const person = (rolle: string, rechte: readonly string[] = ['aufgabe.bearbeiten'], bei = einheitId): Actor =>
  ({ art: 'personal', mandantId: musterstadt, id: newId(), name: 'x', stufe: 1, zuweisungen: [{ rolle, rechte: new Set(rechte), einheiten: new Set([bei]) }] })
const [eine, andere] = [person('sachbearbeitung'), person('sachbearbeitung')]
const neu = (weiteres: Partial<NeueAufgabe> = {}): Promise<string> => app.db.withMandant(musterstadt, async (tx) => {
  const { ctx, finish } = openContext(app, tx, system(), 'test.neu')
  const { aufgabeId } = await aufgabeAnlegen(ctx, { einheitId, gruppe: 'sachbearbeitung', titel: 'Prüfen', maske: 'allgemein', kontext: { betreff: 'Test' }, ...weiteres })
  await finish()
  return aufgabeId
})
const lies = (id: string) => app.db.withMandant(musterstadt, (tx) => aufgabeById(tx, id))

test('done once, with result and note; the second click of the same person changes nothing, another one reads why', async () => {
  const aufgabeId = await neu()
  for (let klick = 0; klick < 2; klick++) await app.execute(eine, aufgabeErledigen, { aufgabeId, ergebnis: 'ja', vermerk: 'gesehen' })
  const aufgabe = await lies(aufgabeId)
  assert.deepEqual([aufgabe?.status, aufgabe?.ergebnis, aufgabe?.vermerk, aufgabe?.beendetVon], ['erledigt', 'ja', 'gesehen', eine.id])
  await assert.rejects(app.execute(andere, aufgabeErledigen, { aufgabeId, ergebnis: 'ja' }), Conflict)
})

test('only with a result that it knows, only by its group, not by the excluded, not while a colleague works on it', async () => {
  const aufgabeId = await neu({ ergebnisse: [{ wert: 'ja', text: 'Ja' }], ausgeschlossen: [andere.id] })
  await assert.rejects(app.execute(eine, aufgabeErledigen, { aufgabeId, ergebnis: 'nein' }), Invalid)
  await assert.rejects(app.execute(person('poststelle'), aufgabeErledigen, { aufgabeId, ergebnis: 'ja' }), Forbidden)
  await assert.rejects(app.execute(andere, aufgabeErledigen, { aufgabeId, ergebnis: 'ja' }), Forbidden)
  await assert.rejects(app.execute(person('sachbearbeitung', ['aufgabe.bearbeiten'], newId()), aufgabeErledigen, { aufgabeId, ergebnis: 'ja' }), NotFound)
  await app.execute(eine, aufgabeUebernehmen, { aufgabeId })
  await assert.rejects(app.execute(person('sachbearbeitung'), aufgabeErledigen, { aufgabeId, ergebnis: 'ja' }), Conflict)
})

test('taken over by two at once: one has it; only that one gives it back', async () => {
  const aufgabeId = await neu()
  const results = await Promise.allSettled([eine, andere].map((wer) => app.execute(wer, aufgabeUebernehmen, { aufgabeId })))
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const [hat, hatNicht] = (await lies(aufgabeId))?.zugewiesenAn === eine.id ? [eine, andere] : [andere, eine]
  await assert.rejects(app.execute(hatNicht, aufgabeZurueckgeben, { aufgabeId }), Conflict)
  await app.execute(hat, aufgabeZurueckgeben, { aufgabeId })
  await app.execute(hat, aufgabeZurueckgeben, { aufgabeId })
  assert.equal((await lies(aufgabeId))?.zugewiesenAn, null)
})

test('handing out needs the right, and a person of the group', async () => {
  const aufgabeId = await neu()
  await assert.rejects(app.execute(eine, aufgabeZuweisen, { aufgabeId, kontoId: andere.id }), Forbidden)
  const leitung = person('teamleitung', ['aufgabe.bearbeiten', 'aufgabe.zuweisen'])
  await assert.rejects(app.execute(leitung, aufgabeZuweisen, { aufgabeId, kontoId: newId() }), Invalid)
  await assert.rejects(app.execute(person('teamleitung', ['aufgabe.zuweisen'], newId()), aufgabeZuweisen, { aufgabeId, kontoId: andere.id }), NotFound)
})
