import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { alleEinheiten, einheitAendern, einheitAnlegen, einheitHindernisse, einheitSchliessen, einheitWiedereroeffnen, fassungenVon } from '../index.js'

const { app } = await testApp({ worker: false })
const verwalterin = personalActor(['organisation.verwalten'])
const neu = (kuerzel: string, oberId?: string) => app.execute(verwalterin, einheitAnlegen, { kuerzel, name: `Einheit ${kuerzel}`, ...(oberId ? { oberId } : {}) }).then(({ id }) => id)
const felder = (einheitId: string, kuerzel: string, weiteres: object = {}) => ({ einheitId, kuerzel, name: `Einheit ${kuerzel}`, telefon: '', email: '', anschrift: '', grund: 'Plan', ...weiteres })
const heute = app.clock.today()
const am = heute.toString()

test('a change keeps what was; nothing new changes nothing; a taken sign and a circle are said at their fields', async () => {
  const oben = await neu('1')
  const unten = await neu('1.1', oben)
  await app.execute(verwalterin, einheitAendern, felder(unten, '1.9', { oberId: oben }))
  await app.execute(verwalterin, einheitAendern, felder(unten, '1.9', { oberId: oben }))
  const fassungen = await app.db.withMandant(musterstadt, (tx) => fassungenVon(tx, unten))
  assert.deepEqual(fassungen.map(({ kuerzel, oberId, grund }) => [kuerzel, oberId, grund]), [['1.1', oben, 'Plan']])
  await assert.rejects(app.execute(verwalterin, einheitAendern, felder(unten, '1')), (error: unknown) => error instanceof Invalid && error.felder[0]?.feld === 'kuerzel')
  await assert.rejects(app.execute(verwalterin, einheitAendern, felder(oben, '1', { oberId: unten })), (error: unknown) => error instanceof Invalid && error.felder[0]?.feld === 'oberId')
})

test('two moves at once cannot close a circle', async () => {
  const [a, b] = [await neu('A'), await neu('B')]
  const moves = await Promise.allSettled([app.execute(verwalterin, einheitAendern, felder(a, 'A', { oberId: b })), app.execute(verwalterin, einheitAendern, felder(b, 'B', { oberId: a }))])
  assert.deepEqual(moves.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('open work stands in the way of closing today, not of planning; a closed unit takes nothing below it', async () => {
  const einheit = await neu('2')
  einheitHindernisse.add(async (_tx, id) => (id === einheit ? ['Eine Aufgabe ist dort noch offen.'] : []))
  const schliessen = { einheitId: einheit, grund: 'Aufgelöst', rollenBeenden: false }
  await assert.rejects(app.execute(verwalterin, einheitSchliessen, { ...schliessen, am }), (error: unknown) => error instanceof Conflict && /noch offen/.test(error.message))
  await assert.rejects(app.execute(verwalterin, einheitSchliessen, { ...schliessen, am: heute.subtract({ days: 1 }).toString() }), Invalid)
  await app.execute(verwalterin, einheitSchliessen, { ...schliessen, am: heute.add({ months: 2 }).toString() })
  assert.ok((await app.db.withMandant(musterstadt, (tx) => alleEinheiten(tx, heute))).some(({ id }) => id === einheit), 'until then it works on')
  assert.ok(!(await app.db.withMandant(musterstadt, (tx) => alleEinheiten(tx, heute.add({ months: 3 })))).some(({ id }) => id === einheit))
  await assert.rejects(app.execute(verwalterin, einheitAnlegen, { kuerzel: '2.1', name: 'Darunter', oberId: einheit }), Invalid)
  await app.execute(verwalterin, einheitWiedereroeffnen, { einheitId: einheit, grund: 'Doch nicht' })
  await neu('2.1', einheit)
})

test('a unit below a closed one is not opened before it', async () => {
  const oben = await neu('3')
  const unten = await neu('3.1', oben)
  for (const einheitId of [unten, oben]) await app.execute(verwalterin, einheitSchliessen, { einheitId, am, grund: 'x', rollenBeenden: false })
  await assert.rejects(app.execute(verwalterin, einheitWiedereroeffnen, { einheitId: unten, grund: 'x' }), Conflict)
})

test('without the right it is refused, in another town the unit does not exist', async () => {
  const einheitId = await neu('4')
  await assert.rejects(app.execute(personalActor([]), einheitAendern, felder(einheitId, '4')), Forbidden)
  await assert.rejects(app.execute(personalActor(['organisation.verwalten'], { mandantId: beispielhausen }), einheitAendern, felder(einheitId, '4x')), NotFound)
})
