import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { beispielhausen, musterstadt, system, testApp } from '../../../test/app.js'
import { expiringLogs } from '../audit/retention.js'
import { newId } from '../time/id.js'
import { limit } from './limit.js'
import { expiredSessions } from './expired.js'
import { findSession, hashOf, openSession } from './session.js'

const { app } = await testApp({ worker: false })
const limits = { idleMinutes: 30, maxHours: 10 }
const context = (mandantId = musterstadt) => ({ app, mandantId, actor: system(mandantId), signal: new AbortController().signal })
const inTown = <T>(query: ReturnType<typeof sql<T>>, mandantId = musterstadt) => app.db.withMandant(mandantId, async (tx) => (await query.execute(tx)).rows)
const open = (art: 'gast' | 'buerger') => app.db.withMandant(musterstadt, (tx) => openSession(tx, Temporal.Now.instant(), { art, kontoId: null }))

test('a session that is over goes, one that is not stays; more than one batch goes at once', async () => {
  const [stays, justOver, goes] = [await open('gast'), await open('gast'), await open('gast')]
  await inTown(sql`update platform.sitzung set endet_am = now() - interval '59 minutes' where token_hash = ${hashOf(justOver)}`)
  await inTown(sql`update platform.sitzung set endet_am = now() - interval '61 minutes' where token_hash = ${hashOf(goes)}`)
  await inTown(sql`insert into platform.sitzung (token_hash, art, created_at, gesehen_am, endet_am)
    select sha256(nr::text::bytea), 'gast', now(), now(), now() - interval '1 day' from generate_series(1, 2100) nr`)
  await inTown(sql`insert into platform.sitzung (token_hash, art, created_at, gesehen_am, endet_am) values ('\\x00', 'gast', now(), now(), now() - interval '1 day')`, beispielhausen)
  await expiredSessions.run(context())
  const left = (await inTown(sql<{ token_hash: Buffer }>`select token_hash from platform.sitzung`)).map(({ token_hash: hash }) => hash.toString('hex'))
  assert.deepEqual(left.toSorted(), [stays, justOver].map((token) => hashOf(token).toString('hex')).toSorted())
  assert.ok(await findSession(app.db, musterstadt, hashOf(stays), limits, []))
  assert.equal((await inTown(sql`select 1 from platform.sitzung`, beispielhausen)).length, 1, "another town's sessions go in its own turn")
})

test('counters whose window is over go, the others go on counting', async () => {
  await limit(app.db, 'läuft', { max: 9, seconds: 60 })
  await limit(app.db, 'vorbei', { max: 9, seconds: 60 })
  await app.db.pool.query("update platform.ratenlimit set endet_am = now() - interval '1 second' where schluessel = sha256(convert_to('vorbei', 'UTF8'))")
  await expiredSessions.run(context())
  assert.equal((await app.db.pool.query('select 1 from platform.ratenlimit')).rowCount, 1)
  assert.equal(await limit(app.db, 'läuft', { max: 9, seconds: 60 }), 2)
})

const looked = (daysAgo: number, mandantId = musterstadt) =>
  inTown(sql`insert into platform.zugriff (id, abfrage, objekt, akteur_art, zeitpunkt) values (${newId()}, 'probe', ${String(daysAgo)}, 'system', now() - make_interval(days => ${daysAgo}))`, mandantId)
const refused = (daysAgo: number) =>
  inTown(sql`insert into platform.abweisung (id, befehl, akteur_art, code, objekt, zeitpunkt) values (${newId()}, 'probe', 'system', 'x', ${String(daysAgo)}, now() - make_interval(days => ${daysAgo}))`)

test('who looked at what is deleted after the time configured, never before 90 days, and by nobody else', async () => {
  for (const daysAgo of [400, 366, 364, 100]) { await looked(daysAgo); await refused(daysAgo) }
  await looked(400, beispielhausen)
  await expiringLogs.run(context())
  const left = (table: 'zugriff' | 'abweisung') => inTown(sql<{ objekt: string }>`select objekt from ${sql.table(`platform.${table}`)} order by id`).then((rows) => rows.map(({ objekt }) => objekt))
  assert.deepEqual([await left('zugriff'), await left('abweisung')], [['364', '100'], ['364', '100']])
  assert.equal((await inTown(sql`select 1 from platform.zugriff`, beispielhausen)).length, 1)
  await looked(89)
  await inTown(sql`select platform.protokolle_loeschen(0, 1000)`)
  assert.deepEqual(await left('zugriff'), ['89'], 'less than 90 days cannot be asked for')
  await assert.rejects(inTown(sql`delete from platform.zugriff`), /permission denied/)
})
