import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDuration, parseInstant, schedule, ZeitFehler } from './time.js'

const NOW = Temporal.Instant.from('2027-03-27T11:00:00Z')

test('durations: calendar days in Berlin, exact hours', () => {
  assert.equal(addDuration(NOW, 'P1D').toString(), '2027-03-28T10:00:00Z')
  assert.equal(addDuration(NOW, 'PT24H').toString(), '2027-03-28T11:00:00Z')
  assert.equal(addDuration(NOW, 'P1M').toString(), '2027-04-27T10:00:00Z')
})

test('dates: instants, local times, days', () => {
  assert.equal(parseInstant('2027-07-01').toString(), '2027-06-30T22:00:00Z')
  assert.equal(parseInstant('2027-07-01T12:00:00').toString(), '2027-07-01T10:00:00Z')
  assert.equal(parseInstant('2027-07-01T12:00:00+01:00').toString(), '2027-07-01T11:00:00Z')
})

test('cycles: count, start, without end', () => {
  const of = (text: string) => {
    const { dueAt, interval, remaining } = schedule('cycle', text, NOW)
    return [dueAt.toString(), interval, remaining]
  }
  assert.deepEqual(of('R3/PT1H'), ['2027-03-27T12:00:00Z', 'PT1H', 2])
  assert.deepEqual(of('R/P1D'), ['2027-03-28T10:00:00Z', 'P1D', null])
  assert.deepEqual(of('R2/2027-04-01/P1W'), ['2027-03-31T22:00:00Z', 'P1W', 1])
})

test('what is no time is refused in German', () => {
  for (const [type, text] of [
    ['duration', 'P'], ['duration', '14 Tage'], ['date', '2027-02-30'], ['date', 'morgen'], ['cycle', 'R0/P1D'],
    ['cycle', 'R3/PT0S'], ['cycle', 'R3/-P1D'], ['cycle', '0 0 9 * * ?'], ['cycle', 'R3'],
  ] as const) {
    assert.throws(() => schedule(type, text, NOW),
      (error: unknown) => error instanceof ZeitFehler && /lesbar|schnell|nie/.test(error.message), text)
  }
})
