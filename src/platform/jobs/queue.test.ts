import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { musterstadt, testApp } from '../../../test/app.js'
import { job } from './job.js'

const { app, ownerUrl } = await testApp({ worker: false })

test('a job and a delivery say that they live while they run, and are tried for most of a day', async () => {
  const probe = job<{ mandantId: string }>({ name: 'probe.lebenszeichen', run: async () => undefined })
  await app.db.withMandant(musterstadt, async (tx) => {
    await app.queue.send(tx, probe, { mandantId: musterstadt })
    await app.queue.sendDeliveries(tx, [{ mandantId: musterstadt, ereignisId: musterstadt, reaktion: 'probe' }])
  })
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner.query('select name, heartbeat_seconds, retry_limit, retry_backoff, retry_delay_max from pgboss.job order by name')
  await owner.end()
  const wie = { heartbeat_seconds: 20, retry_limit: 30, retry_backoff: true, retry_delay_max: 3600 }
  assert.deepEqual(rows, [{ name: 'probe.lebenszeichen', ...wie }, { name: 'zustellung', ...wie }])
})
