import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, system, testApp } from '../../../../test/app.js'
import { newId } from '../../../platform/time/index.js'
import { vorgangAnlegen, vorgangSchliessen } from './index.js'
import { kennzahlquellen } from './kennzahlquellen.js'
import { alsSystem, ladeAktenplan, testVorgang } from './testdaten.js'

const { app } = await testApp({ worker: false })
await ladeAktenplan(app, musterstadt)
const heute = app.clock.today()
const [einheitA, einheitB] = [newId(), newId()]

/** A Vorgang that took so many days and was closed today. */
async function abgeschlossen(einheitId: string, tage: number): Promise<void> {
  const { akteId } = await testVorgang(app, musterstadt, { einheitId })
  const { vorgangId } = await alsSystem(app, musterstadt, (ctx) => vorgangAnlegen(
    { ...ctx, today: heute.subtract({ days: tage }) }, { akteId, betreff: 'Ausweis', typ: 'antrag', einheitId }
  ))
  await app.execute(system(), vorgangSchliessen, { vorgangId, schlussvermerk: 'Erledigt.' })
}
for (let tage = 1; tage <= 10; tage++) await abgeschlossen(einheitA, tage)
await abgeschlossen(einheitB, 101)

const messe = (schluessel: string, von = heute, bis = heute, mandantId = musterstadt) => {
  const quelle = kennzahlquellen.find((eine) => eine.schluessel === schluessel)
  assert.ok(quelle)
  return app.db.reading(mandantId, (tx) => quelle.messen(tx, { von, bis }))
}

test('median and 90th percentile of what was closed in the span, for the town and for each unit', async () => {
  const median = await messe('akten.durchlauf.median')
  assert.deepEqual(median.gesamt, { zahl: 6 }, 'of 1 to 10 and 101')
  assert.deepEqual(
    median.einheiten?.toSorted((a, b) => (a.einheitId < b.einheitId ? -1 : 1)),
    [{ einheitId: einheitA, wert: { zahl: 5.5 } }, { einheitId: einheitB, wert: { zahl: 101 } }]
  )
  assert.deepEqual(
    (await messe('akten.durchlauf.p90')).gesamt, { zahl: 10 }, 'one that takes for ever does not move it'
  )
  assert.deepEqual((await messe('akten.abgeschlossen')).gesamt, { zahl: 11 })
})

test('nothing closed is said, and never a zero of days; another town has its own', async () => {
  const gestern = heute.subtract({ days: 1 })
  assert.ok('fehlt' in (await messe('akten.durchlauf.median', gestern, gestern)).gesamt)
  assert.deepEqual(await messe('akten.abgeschlossen', gestern, gestern), { gesamt: { zahl: 0 }, einheiten: [] })
  assert.ok('fehlt' in (await messe('akten.durchlauf.median', heute, heute, beispielhausen)).gesamt)
})
