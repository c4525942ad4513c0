import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../../test/app.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { wiedervorlageErledigen, wiedervorlageSetzen, wiedervorlagenVon } from '../../../akte/akten/index.js'
import { aufgabeErledigen, offeneAufgaben } from '../../../grundlagen/aufgaben/index.js'
import { demoStadt, leute, testFall } from '../testfall.js'
import { wiedervorlagen } from './faellig.js'

const { app, settle } = await testApp()
await demoStadt(app, musterstadt)
const sommer: Actor = { art: 'personal', mandantId: musterstadt, id: leute.sommer, name: 'S. Sommer', stufe: 1, zuweisungen: [{ rolle: 'sachbearbeitung', rechte: new Set(['vorgang.lesen', 'vorgang.bearbeiten', 'aufgabe.bearbeiten']) }] }
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const lauf = () => wiedervorlagen.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
const vorgelegt = async (vorgangId: string) => (await hier((tx) => offeneAufgaben(tx, vorgangId))).filter(({ maske }) => maske === 'wiedervorlage')

test('due, it is a task of the person or the unit, once; done there it is done', async () => {
  const { vorgangId } = await testFall(app, musterstadt)
  const tag = app.clock.today().add({ days: 10 })
  await app.execute(sommer, wiedervorlageSetzen, { vorgangId, faelligAm: tag.toString(), grund: 'Nachfragen', kontoId: leute.sommer })
  await app.execute(sommer, wiedervorlageSetzen, { vorgangId, faelligAm: tag.toString(), grund: 'Für alle' })
  await lauf()
  assert.deepEqual(await vorgelegt(vorgangId), [], 'not due yet')
  await app.clock.set(tag.toZonedDateTime('Europe/Berlin').add({ hours: 9 }).toInstant())
  await lauf(); await lauf()
  const aufgaben = await vorgelegt(vorgangId)
  assert.deepEqual(aufgaben.map(({ titel, zugewiesenAn }) => [titel, zugewiesenAn]).sort(), [['Wiedervorlage: Für alle', null], ['Wiedervorlage: Nachfragen', leute.sommer]])
  for (const { id } of aufgaben) await app.execute(sommer, aufgabeErledigen, { aufgabeId: id, ergebnis: 'erledigt' })
  assert.equal((await hier((tx) => wiedervorlagenVon(tx, vorgangId))).every(({ erledigtAm }) => erledigtAm !== null), true)
  await app.clock.set('echt')
})

test('done on the page of the Vorgang, its task goes away', async () => {
  const { vorgangId } = await testFall(app, musterstadt)
  const { wiedervorlageId } = await app.execute(sommer, wiedervorlageSetzen, { vorgangId, faelligAm: app.clock.today().toString(), grund: 'Heute' })
  await lauf()
  assert.equal((await vorgelegt(vorgangId)).length, 1)
  await app.execute(sommer, wiedervorlageErledigen, { wiedervorlageId })
  await settle()
  assert.deepEqual(await vorgelegt(vorgangId), [])
})
