import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { beispielhausen, musterstadt, testApp } from '../../../test/app.js'
import { openSession } from '../auth/session.js'
import { APP_ROLE, openDatabase, type Database } from './database.js'

const { ownerUrl } = await testApp({ worker: false })
let db: Database

// One connection: what one transaction leaves behind, the next would find.
before(() => { db = openDatabase({ url: ownerUrl, role: APP_ROLE, max: 1 }) })
after(() => db.close())

const SESSIONS = { text: 'select token_hash, daten from platform.sitzung where art = $1', values: ['gast'] }
const guest = (mandantId: string, name: string) => db.withMandant(mandantId, (tx) => openSession(tx, Temporal.Now.instant(), { art: 'gast', kontoId: null, daten: { name } }))
const WRONG = { text: 'select 1 / $1::int as eins', values: [0] }

test('values come as the types of the program, before and after the statement is prepared', async () => {
  const statement = { text: "select $1::int8 as betrag, $2::date as tag, '2026-11-22 10:00:00+00'::timestamptz as zeit, '{\"a\":[1]}'::jsonb as daten, $3::bytea as bytes, null as nichts, $4::bool as ja", values: [12n, Temporal.PlainDate.from('2026-11-22'), Buffer.from('ab'), true] }
  for (let round = 0; round < 8; round++) {
    const [first, second] = await db.readAtOnce(musterstadt, statement, { text: 'select n from generate_series(1, $1::int) n', values: [round] })
    assert.deepEqual(first, [{ betrag: 12n, tag: Temporal.PlainDate.from('2026-11-22'), zeit: Temporal.Instant.from('2026-11-22T10:00:00Z'), daten: { a: [1] }, bytes: Buffer.from('ab'), nichts: null, ja: true }])
    assert.equal(second?.length, round)
  }
})

test('the same statement twice in one message is prepared once', async () => {
  const statement = { text: 'select $1::text as wort', values: ['a'] }
  for (let round = 0; round < 8; round++) assert.deepEqual(await db.readAtOnce(musterstadt, statement, { ...statement, values: ['b'] }), [[{ wort: 'a' }], [{ wort: 'b' }]])
})

test('each town sees its own rows, and no town is left over on the connection', async () => {
  await guest(musterstadt, 'hier')
  await guest(beispielhausen, 'dort')
  for (let round = 0; round < 8; round++) {
    for (const [town, name] of [[musterstadt, 'hier'], [beispielhausen, 'dort']] as const) {
      const [atOnce] = await db.readAtOnce(town, SESSIONS)
      assert.deepEqual((atOnce as readonly { daten: { name: string } }[]).map(({ daten }) => daten.name), [name])
      const { rows } = await db.reading(town, (tx) => sql<{ name: string }>`select daten ->> 'name' as name from platform.sitzung where art = ${'gast'}`.execute(tx))
      assert.deepEqual(rows, [{ name }])
      assert.deepEqual((await db.pool.query("select coalesce(current_setting('app.mandant', true), '') as town")).rows, [{ town: '' }])
    }
  }
  assert.deepEqual((await db.pool.query('select count(*)::int as n from platform.sitzung')).rows, [{ n: 0 }])
  await assert.rejects(db.readAtOnce("x'; drop table platform.sitzung; --", SESSIONS), /not a tenant id/)
})

test('an error in one statement is the error of all; nothing of it stays, and the pool works on', async () => {
  for (let round = 0; round < 8; round++) {
    const write = { text: "insert into platform.sitzung (mandant_id, token_hash, art, daten, created_at, gesehen_am, endet_am) values ($1::uuid, $2::bytea, 'gast', '{\"name\":\"nie\"}', now(), now(), now()) returning art", values: [musterstadt, Buffer.from(`nie ${round}`)] }
    await assert.rejects(db.readAtOnce(musterstadt, write, WRONG, SESSIONS), { code: '22012' })
    await assert.rejects(db.reading(musterstadt, (tx) => sql`select 1 / ${0}::int`.execute(tx)), { code: '22012' })
    const [rows] = await db.readAtOnce(musterstadt, SESSIONS)
    assert.deepEqual((rows as readonly { daten: { name: string } }[]).map(({ daten }) => daten.name), ['hier'])
  }
})

test('a value that no statement takes is refused before anything is sent', async () => {
  await assert.rejects(db.readAtOnce(musterstadt, { text: 'select $1', values: [{}] }), /no such parameter/)
  assert.deepEqual(await db.readAtOnce(musterstadt, { text: 'select $1::text as wort', values: ['a'] }), [[{ wort: 'a' }]])
})
