import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../test/app.js'
import { antragEinreichen } from './einreichen/command.js'
import { testDaten as daten, testLeistung } from './einreichen/test-leistung.js'
import { kennzahlquellen } from './kennzahlquellen.js'

const { app } = await testApp({ worker: false })
const leistungsversionId = await testLeistung(app, musterstadt)

test('the share of Anträge that came digitally, with its two parts', async () => {
  for (const kanal of ['portal', 'api', 'post', 'schalter'] as const) {
    await app.execute(system(), antragEinreichen, {
      leistungsversionId, daten, anhaenge: [], kanal, kontakt: { name: 'Erika Muster' }, zustellung: 'post',
      anschrift: ['Erika Muster', 'Weg 1', '45999 Musterstadt'],
    })
  }
  const heute = app.clock.today()
  const messe = (tag: Temporal.PlainDate) => app.db.reading(
    musterstadt, async (tx) => kennzahlquellen[0]?.messen(tx, { von: tag, bis: tag })
  )
  const heutige = await messe(heute)
  assert.deepEqual(heutige?.gesamt, { zaehler: 2, nenner: 4 })
  assert.deepEqual(heutige.einheiten?.map(({ wert }) => wert), [{ zaehler: 2, nenner: 4 }])
  assert.deepEqual(await messe(heute.subtract({ days: 1 })), { gesamt: { zaehler: 0, nenner: 0 }, einheiten: [] })
})
