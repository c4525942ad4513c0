import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { Type } from 'typebox'
import { musterstadt, system, testApp } from '../../../test/app.js'
import { intern } from '../usecases/allow.js'
import { command } from '../usecases/usecase.js'
import { APP_ROLE, openDatabase } from './database.js'
import { isStalePlan, openStatementNames, withoutStalePlan } from './prepared.js'

const { app, ownerUrl } = await testApp({ worker: false })

async function owner(text: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(text)
  await client.end()
}

const stale = Object.assign(new Error('cached plan must not change result type'), { code: '0A000', routine: 'RevalidateCachedQuery' })

test('a text gets a name when it comes often, and none after a table was changed under the process', () => {
  const names = openStatementNames()
  assert.deepEqual(Array.from({ length: 6 }, () => names.of('select 1')), [undefined, undefined, undefined, undefined, 's1', 's1'])
  names.failed(new Error('something else'))
  assert.equal(names.of('select 1'), 's1')
  names.failed(stale)
  assert.equal(names.of('select 1'), undefined)
})

test('only a stale plan runs again, and only once', async () => {
  let runs = 0
  const failing = (error: Error) => withoutStalePlan(async () => { runs++; throw error })
  await assert.rejects(failing(new Error('something else')), /something else/)
  assert.equal(runs, 1)
  await assert.rejects(failing(stale), isStalePlan)
  assert.equal(runs, 3)
})

test('a migration under the running process is noticed by no reader', async () => {
  await owner(`create table platform.probe (a int); insert into platform.probe values (1); grant select on platform.probe to ${APP_ROLE}`)
  const statement = { text: 'select * from platform.probe where a >= $1', values: [1] }
  const ways = {
    readAtOnce: async (db: typeof app.db) => (await db.readAtOnce(musterstadt, statement))[0],
    reading: (db: typeof app.db) => db.reading(musterstadt, async (tx) => (await sql`select * from platform.probe where a >= ${1}`.execute(tx)).rows),
  }
  let expected: Record<string, number | null> = { a: 1 }
  for (const [name, read] of Object.entries(ways)) {
    const db = openDatabase({ url: ownerUrl, role: APP_ROLE, max: 1 })
    for (let round = 0; round < 8; round++) assert.deepEqual(await read(db), [expected], name)
    await owner(`alter table platform.probe add column ${name} int`)
    expected = { ...expected, [name.toLowerCase()]: null }
    for (let round = 0; round < 8; round++) assert.deepEqual(await read(db), [expected], name)
    await db.close()
  }
})

test('nor by a command: it was rolled back and runs again', async () => {
  await owner(`create table platform.probe2 (a int); insert into platform.probe2 values (1); grant select on platform.probe2 to ${APP_ROLE}`)
  let runs = 0
  const lesen = command({
    name: 'test.probeLesen', input: Type.Object({}), allow: intern(),
    async run(ctx) {
      runs++
      ctx.unchanged()
      return (await sql`select * from platform.probe2 where a >= ${1}`.execute(ctx.tx)).rows.length
    },
  })
  for (let round = 0; round < 8; round++) assert.equal(await app.execute(system(), lesen, {}), 1)
  await owner('alter table platform.probe2 add column b int')
  runs = 0
  assert.equal(await app.execute(system(), lesen, {}), 1)
  assert.equal(runs, 2, 'the first time ended at the stale plan')
})
