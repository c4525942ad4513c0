import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Forbidden } from '../../../../platform/errors.js'
import { buergerin } from '../einreichen/test-leistung.js'
import { antraegeVon } from '../index.js'
import { antraegeUebernehmen } from './command.js'

const { app } = await testApp()

// The way over pages is tested with the online application, which makes guests' applications.
test('nobody but a citizen takes anything over, and a session that sent nothing brings nothing', async () => {
  const gast = 'ab'.repeat(32)
  await assert.rejects(app.execute(personalActor(['antrag.bearbeiten']), antraegeUebernehmen, { gast }), Forbidden)
  await app.execute(buergerin(musterstadt), antraegeUebernehmen, { gast })
  assert.deepEqual(await app.db.withMandant(musterstadt, (tx) => antraegeVon(tx, buergerin(musterstadt).id)), [])
})
