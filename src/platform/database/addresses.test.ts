import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameOf, placeOf, serversOf } from './addresses.js'
import { noPrimary, primaryAmong, primaryUrl, type Sighting } from './sighting.js'
import { connectionProblem, isDatabaseAway } from './connection-problem.js'

test('an address names one server or several, with the same user, database and parameters', () => {
  const one = 'postgres://app:p%40ss@db.example.org/stadtkern?sslmode=require'
  assert.deepEqual(serversOf(one), [one])
  assert.deepEqual(serversOf('postgresql://app:p%40ss@eins:5433, [fd00::2],drei:5434/stadtkern?sslmode=require'), [
    'postgresql://app:p%40ss@eins:5433/stadtkern?sslmode=require',
    'postgresql://app:p%40ss@[fd00::2]/stadtkern?sslmode=require',
    'postgresql://app:p%40ss@drei:5434/stadtkern?sslmode=require',
  ])
  assert.deepEqual(serversOf('postgres://eins,zwei/x'), ['postgres://eins/x', 'postgres://zwei/x'])
  assert.deepEqual(placeOf('postgres://app:x@[fd00::2]/stadtkern'), { host: 'fd00::2', port: 5432 })
  const socket = 'postgres://app:x@localhost:5432/stadtkern?host=%2Frun%2Fpostgresql'
  assert.deepEqual(placeOf(socket), { host: '/run/postgresql', port: 5432 })
  assert.equal(nameOf('postgres://app:geheim@eins:5433/stadtkern'), 'eins:5433')
})

test('of several that take changes the one after the last takeover is the primary; a standby never is', () => {
  const server = (url: string, standby: boolean, timeline: number): Sighting =>
    ({ url, standby, timeline, position: 1n, identity: 'x' })
  const [alt, neu, folgt] = [server('alt', false, 1), server('neu', false, 2), server('folgt', true, 0)]
  assert.equal(primaryAmong([alt, folgt, neu]), neu)
  assert.equal(primaryAmong([folgt, alt]), alt)
  assert.equal(primaryAmong([folgt]), undefined)
})

test('without a primary the operator reads what to do, and visitors are asked to come again', async () => {
  const urls = ['postgres://app:geheim@eins/x', 'postgres://app:geheim@zwei:5433/x']
  const standby: Sighting = { url: urls[1] ?? '', standby: true, timeline: 0, position: 1n, identity: 'x' }
  const gone = { status: 'rejected', reason: new Error('gone') } as const
  const error = noPrimary(urls, [gone, { status: 'fulfilled', value: standby }])
  assert.equal(error.message, 'No server accepts changes: eins:5432, zwei:5433')
  assert.match(connectionProblem(error) ?? '', /Kein Server in DATABASE_URL nimmt Änderungen an/)
  assert.equal(isDatabaseAway(error), true)
  const nobody = primaryUrl('postgres://niemand:x@127.0.0.1:1,127.0.0.1:2/stadtkern')
  await assert.rejects(nobody, (reason) => connectionProblem(reason) !== undefined && isDatabaseAway(reason))
})
