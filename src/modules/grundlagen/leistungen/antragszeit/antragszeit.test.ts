import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { findLeistung, geschlossenAm } from '../index.js'
import { musterleistung } from '../test/muster.js'
import { antragszeitEintragen, antragszeitStreichen } from './command.js'

const { app } = await testApp({ worker: false })
const { leistungId } = await musterleistung(app, musterstadt)
const verwalterin = personalActor(['leistung.verwalten'])
const grundAm = (am: string) => app.db.withMandant(musterstadt, async (tx) => {
  const version = await findLeistung(tx, 'musterleistung', app.clock.today())
  return version && (await geschlossenAm(tx, version, Temporal.Instant.from(am)))?.grund
})

test('times of the administration hold to the second until they are struck', async () => {
  const { id } = await app.execute(verwalterin, antragszeitEintragen, { leistungId, anlass: 'Wahl', von: '2027-01-04T8:00', bis: '2027-01-08T15:00:30' })
  assert.match(await grundAm('2027-01-04T06:59:59Z') ?? '', /^Wahl: .*ab Montag, 4\. Januar 2027, 08:00 Uhr/)
  assert.deepEqual([await grundAm('2027-01-04T07:00:00Z'), await grundAm('2027-01-08T14:00:29Z')], [undefined, undefined])
  assert.match(await grundAm('2027-01-08T14:00:30Z') ?? '', /15:00:30 Uhr \(deutsche Zeit\) abgelaufen/)
  await app.execute(verwalterin, antragszeitStreichen, { antragszeitId: id })
  assert.equal(await grundAm('2027-06-01T00:00:00Z'), undefined)
})

test('what is no moment, ends before it begins, belongs to nothing or is not allowed changes nothing', async () => {
  const eine = { leistungId, anlass: 'Wahl', von: '2027-01-04T08:00', bis: '2027-01-08T15:00' }
  for (const falsch of [{ von: 'gestern' }, { von: '2027-02-30T08:00' }, { bis: '2027-01-08T25:00' }, { bis: '2027-01-04T08:00' }]) await assert.rejects(app.execute(verwalterin, antragszeitEintragen, { ...eine, ...falsch }), Invalid)
  await assert.rejects(app.execute(verwalterin, antragszeitEintragen, { ...eine, leistungId: newId() }), NotFound)
  await assert.rejects(app.execute(personalActor([]), antragszeitEintragen, eine), Forbidden)
  await assert.rejects(app.execute(verwalterin, antragszeitStreichen, { antragszeitId: newId() }), NotFound)
  assert.equal(await grundAm('2027-06-01T00:00:00Z'), undefined)
})
