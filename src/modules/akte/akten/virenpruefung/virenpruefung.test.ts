import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { Forbidden } from '../../../../platform/errors.js'
import { historyOf } from '../../../../platform/events/index.js'
import { newId } from '../../../../platform/time/index.js'
import { dokumentById, virenbefundEintragen } from '../index.js'
import { ladeAktenplan, testDatei, testDokument, testVorgang } from '../testdaten.js'

const { app } = await testApp({ worker: false })
await ladeAktenplan(app, musterstadt)
const { vorgangId } = await testVorgang(app, musterstadt, { einheitId: newId() })
const ungeprueft = (zeichen: string) => testDokument(app, musterstadt, vorgangId, { datei: testDatei(zeichen), pruefstatus: 'ungeprueft' }).then(({ dokumentId }) => dokumentId)
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const status = async (dokumentId: string) => (await hier((tx) => dokumentById(tx, dokumentId)))?.datei.pruefstatus

test('a verdict counts for every document with that content, and the first one stands', async () => {
  const [eins, zwei, anderes] = [await ungeprueft('a'), await ungeprueft('a'), await ungeprueft('b')]
  await app.execute(system(), virenbefundEintragen, { sha256: testDatei('a').sha256, signatur: 'Test' })
  await app.execute(system(), virenbefundEintragen, { sha256: testDatei('a').sha256 })
  assert.deepEqual([await status(eins), await status(zwei), await status(anderes)], ['befallen', 'befallen', 'ungeprueft'])
  const gemeldet = (await hier((tx) => historyOf(tx, { vorgangId }))).filter(({ typ }) => typ === 'akten.dokument.befallen/1')
  assert.deepEqual(gemeldet.map(({ objekt }) => objekt.id).toSorted(), [eins, zwei].toSorted())
})

test('no person declares a file clean', async () => {
  await assert.rejects(app.execute(personalActor(['vorgang.bearbeiten', 'dokument.ablegen']), virenbefundEintragen, { sha256: testDatei('b').sha256 }), Forbidden)
})
