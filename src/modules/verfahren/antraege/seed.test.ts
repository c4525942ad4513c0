import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, testApp } from '../../../../test/app.js'
import { findKonto } from '../../grundlagen/konten/index.js'
import { antraegeVon } from './index.js'
import { beispielNummer } from './konto/beispiel.js'

const { app, settle } = await testApp()

test('the demo town has applications of the demo service, the second time no more', async () => {
  for (let runde = 0; runde < 2; runde++) {
    for (const name of ['organisation', 'konten', 'verwaltung', 'aktenplan', 'leistungen', 'antraege']) await app.module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
  }
  await settle()
  const antraege = await app.db.withMandant(musterstadt, async (tx) => antraegeVon(tx, (await findKonto(tx, 'buerger', 'erika.muster'))?.id ?? ''))
  assert.deepEqual(antraege.map(({ leistung, status, bestaetigungId }) => [leistung, status, bestaetigungId !== null]), [['bewohnerparkausweis', 'EINGEGANGEN', true]])
  assert.equal(await beispielNummer('/konto/vorgaenge/')(app), `/konto/vorgaenge/${antraege[0]?.vorgangsnummer}`)
})
