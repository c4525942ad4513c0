import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, testApp } from '../../../../test/app.js'
import { newId } from '../../../platform/time/index.js'
import { alsSystem } from '../akten/testdaten.js'
import type { Kanal } from './db/tables.js'
import { eingangRegistrieren } from './index.js'
import { kennzahlquellen } from './kennzahlquellen.js'

const { app } = await testApp({ worker: false })
const einheitId = newId()
const registriere = (kanal: Kanal, am: string, weiteres: { einheitId?: string } = {}) =>
  alsSystem(app, musterstadt, (ctx) => eingangRegistrieren(ctx, {
    kanal, betreff: 'Post', absender: { name: 'Erika Muster' }, inhalt: { art: 'brief', daten: {} }, anhaenge: [],
    eingangAm: Temporal.Instant.from(am), ...weiteres,
  }))

await registriere('portal', '2024-02-29T22:59:59Z', { einheitId })
await registriere('post', '2024-02-01T00:00:00Z', { einheitId })
await registriere('email', '2024-02-10T10:00:00Z')
// Half an hour after the end of February in Germany.
await registriere('portal', '2024-02-29T23:30:00Z', { einheitId })

const messe = (schluessel: string, von: string, bis: string) => app.db.reading(musterstadt, (tx) => {
  const quelle = kennzahlquellen.find((eine) => eine.schluessel === schluessel)
  assert.ok(quelle)
  return quelle.messen(tx, { von: Temporal.PlainDate.from(von), bis: Temporal.PlainDate.from(bis) })
})

test('the share of channels counts by the legal day, to the last day of a leap year\'s February', async () => {
  assert.deepEqual(
    await messe('eingang.digital', '2024-02-01', '2024-02-29'),
    { gesamt: { zaehler: 2, nenner: 3 }, einheiten: [{ einheitId, wert: { zaehler: 1, nenner: 2 } }] }
  )
  assert.deepEqual((await messe('eingang.kanal.post', '2024-02-01', '2024-02-29')).gesamt, { zaehler: 1, nenner: 3 })
  assert.deepEqual((await messe('eingang.kanal.portal', '2024-03-01', '2024-03-31')).gesamt, { zaehler: 1, nenner: 1 })
  assert.deepEqual(
    await messe('eingang.digital', '2023-01-01', '2023-01-31'), { gesamt: { zaehler: 0, nenner: 0 }, einheiten: [] }
  )
})
