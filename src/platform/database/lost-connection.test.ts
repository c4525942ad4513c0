import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { musterstadt, testApp } from '../../../test/app.js'
import { isDatabaseAway } from './connection-problem.js'

const { app, ownerUrl } = await testApp({ worker: false })

test('a connection that the server ends between two statements fails its transaction and nothing else', async () => {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await assert.rejects(app.db.withMandant(musterstadt, async (tx) => {
    const { rows: [row] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await owner.query('select pg_terminate_backend($1)', [row?.pid])
    // Long enough for the server's last word to arrive while no statement waits for an answer.
    await sleep(200)
    await sql`select 1`.execute(tx)
  }), isDatabaseAway)
  await owner.end()
  assert.deepEqual((await app.db.pool.query('select 1 as one')).rows, [{ one: 1 }])
})

test('a database that goes away while it answers is told from what is wrong with a statement', async () => {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  let ended: Promise<unknown> | undefined
  await assert.rejects(app.db.withMandant(musterstadt, async (tx) => {
    const { rows: [row] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    ended = sleep(50).then(() => owner.query('select pg_terminate_backend($1)', [row?.pid]))
    await sql`select pg_sleep(5)`.execute(tx)
  }), isDatabaseAway)
  // The one who asked may hear of it later than the one who was ended.
  await ended
  await owner.end()
  await assert.rejects(app.db.withMandant(musterstadt, (tx) => sql`select 1 / 0`.execute(tx)), (error) => !isDatabaseAway(error))
})
