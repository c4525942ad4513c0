import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, beispielhausen, personalActor, testApp } from '../../../../../test/app.js'
import { historyOf } from '../../../../platform/events/record.js'
import { Forbidden, Invalid } from '../../../../platform/errors.js'
import { alleEinheiten, einheitAnlegen } from '../index.js'

const { app } = await testApp()
const verwalterin = personalActor(['organisation.verwalten'])

test('a unit is added with its event, in this town only', async () => {
  const { id } = await app.execute(verwalterin, einheitAnlegen, { kuerzel: '32', name: 'Ordnungsamt' })
  const hier = await app.db.withMandant(musterstadt, (tx) => alleEinheiten(tx, app.clock.today()))
  assert.deepEqual(hier.map((einheit) => einheit.id), [id])
  const dort = await app.db.withMandant(beispielhausen, (tx) => alleEinheiten(tx, app.clock.today()))
  assert.deepEqual(dort, [])
  const rows = await app.db.withMandant(musterstadt, (tx) => historyOf(tx, { art: 'einheit', id }))
  assert.deepEqual(rows.map((row) => row.typ), ['organisation.einheit.angelegt/1'])
})

test('a short sign that is taken is said at its field, and nothing is half done', async () => {
  await assert.rejects(app.execute(verwalterin, einheitAnlegen, { kuerzel: '32', name: 'Zweites Ordnungsamt' }),
    (error: unknown) => error instanceof Invalid && error.felder[0]?.feld === 'kuerzel')
})

test('without the permission it is refused and the attempt is on record', async () => {
  await assert.rejects(app.execute(personalActor([]), einheitAnlegen, { kuerzel: '33', name: 'Amt' }), Forbidden)
})

test('the same key again gives the first answer', async () => {
  const eingabe = { kuerzel: '50', name: 'Sozialamt' }
  const [first, second] = await Promise.all([1, 2].map(() => app.execute(verwalterin, einheitAnlegen, eingabe, { schluessel: 'doppelklick' })))
  assert.deepEqual(first, second)
})
