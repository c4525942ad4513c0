import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assert as check, bigInt, double, property } from 'fast-check'
import { fieldId } from './attributes.js'
import { niceCeiling } from './data/chart.js'
import { deadlineWords } from './feedback.js'
import { dateParts, datePartsToIso, readDateParts } from './fields/date.js'
import { formatBytes, formatDate, formatInstant, formatMoney } from './format.js'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

test('money is written exactly, whatever its size', () => {
  assert.equal(formatMoney(123_456n), '1.234,56\u00a0€')
  assert.equal(formatMoney(-5n), '-0,05\u00a0€')
  assert.equal(formatMoney(900_719_925_474_099_301n), '9.007.199.254.740.993,01\u00a0€')
  assert.equal(formatMoney(123_456n, 'en'), '€1,234.56')
})

test('every amount reads back as itself', () => {
  check(property(bigInt(-(10n ** 18n), 10n ** 18n), (cents) => {
    assert.equal(BigInt(formatMoney(cents).replace(/[^\d-]/g, '')), cents)
  }))
})

test('dates, times and sizes for people', () => {
  assert.equal(formatDate(day('2026-08-03')), '03.08.2026')
  assert.equal(formatDate(day('2026-08-03'), 'long'), '3. August 2026')
  assert.equal(formatDate(day('2026-08-03'), 'weekday'), 'Montag, 3. August 2026')
  assert.equal(formatInstant(Temporal.Instant.from('2026-08-03T12:05:00Z')), '03.08.2026, 14:05 Uhr')
  assert.equal(formatBytes(820_400), '820 KB')
  assert.equal(formatBytes(1_440_000), '1,4 MB')
  assert.equal(formatBytes(3), '1 KB')
})

test('a typed date becomes a day or nothing, never another day', () => {
  assert.equal(datePartsToIso({ tag: '27', monat: '3', jahr: '1968' }), '1968-03-27')
  assert.equal(datePartsToIso({ tag: '31', monat: '2', jahr: '1968' }), undefined)
  assert.equal(datePartsToIso({ tag: '27', monat: '3', jahr: '68' }), undefined)
  assert.equal(datePartsToIso({ tag: ' ', monat: 'März', jahr: '1968' }), undefined)
  assert.equal(readDateParts({ 'g.tag': ' ', 'g.monat': '', 'g.jahr': '' }, 'g'), undefined)
  assert.deepEqual(readDateParts({ 'g.tag': ' 7 ', 'g.monat': '3' }, 'g'), { tag: '7', monat: '3', jahr: '' })
  assert.equal(datePartsToIso(dateParts(day('2024-02-29'))), '2024-02-29')
})

test('a deadline in words', () => {
  const today = day('2026-03-16')
  const words = (days: number): string => deadlineWords(today.add({ days }), today)
  assert.deepEqual([-2, -1, 0, 1, 40].map(words),
    ['seit 2 Tagen überfällig', 'seit gestern überfällig', 'heute fällig', 'morgen fällig', 'in 40 Tagen'])
  assert.deepEqual([-2, 0, 40].map((days) => deadlineWords(today.add({ days }), today, 'en')), ['overdue for 2 days', 'due today', 'in 40 days'])
})

test('field ids are safe in a fragment', () => {
  assert.equal(fieldId('anschrift.straße[0]'), 'f-anschrift-stra-e-0-')
})

test('the top of a chart is never below its values', () => {
  check(property(double({ min: 0.001, max: 1e9, noNaN: true }), (value) => {
    const top = niceCeiling(value)
    assert.ok(top >= value && top <= value * 2.01)
  }))
})
