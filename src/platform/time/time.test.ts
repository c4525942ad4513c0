import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  addWorkingDays, dueInWords, durationInWords, endOfDay, formatDate, formatDateLong, formatDateWithWeekday,
  formatInstant,
  formatPartialDate, hasReachedAge, holidayName, holidays, hoursInDay, idAt, idSource, instantOfId, isId, isWorkingDay,
  legalDate, newId, nextWorkingDay, parseDate, parsePartialDate, partialDateFromIso, partialDateToIso,
  previousWorkingDay,
  relativeDate, sinceDate, startOfDay, type Land, type PartialDate,
} from './index.js'

const date = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const anyDate = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((d) => date(d.toISOString().slice(0, 10)))
const read = (text: string): string => {
  const result = parseDate(text, 2026)
  return result.ok ? result.value.toString() : result.code
}
const value = (text: string): PartialDate | string => {
  const result = parsePartialDate(text)
  return result.ok ? result.value : result.code
}

test('legal dates are German days, also where UTC is still in the old year', () => {
  assert.equal(legalDate(Temporal.Instant.from('2026-12-31T23:30Z')).toString(), '2027-01-01')
  assert.equal(legalDate(Temporal.Instant.from('2026-07-01T21:59:59Z')).toString(), '2026-07-01')
  assert.equal(legalDate(Temporal.Instant.from('2026-07-01T22:00:00Z')).toString(), '2026-07-02')
})

test('days of the clock change have 25 and 23 hours: 100 and 92 quarter hours', () => {
  for (const [day, hours] of [['2026-10-25', 25], ['2027-03-28', 23], ['2026-11-22', 24]] as const) {
    assert.equal(hoursInDay(date(day)), hours)
    const length = startOfDay(date(day)).until(endOfDay(date(day)))
    assert.equal(length.total({ unit: 'minutes' }) / 15, hours * 4)
  }
})

test('German notation', () => {
  assert.equal(formatDate(date('2026-02-01')), '01.02.2026')
  assert.equal(formatDateLong(date('2026-03-01')), '1. März 2026')
  assert.equal(formatDateWithWeekday(date('2026-11-22')), 'Sonntag, 22.11.2026')
  assert.equal(formatInstant(Temporal.Instant.from('2026-11-22T13:05:59Z')), '22.11.2026, 14:05 Uhr')
})

test('dates are read leniently in form and strictly in content', () => {
  assert.equal(read('1.2.26'), '2026-02-01')
  assert.equal(read(' 01. 02. 2026 '), '2026-02-01')
  assert.equal(read('2026-02-01'), '2026-02-01')
  assert.equal(read('5.5.55'), '1955-05-05')
  assert.equal(read('5.5.46'), '2046-05-05')
  assert.equal(read('5.5.47'), '1947-05-05')
  assert.equal(read('29.02.2028'), '2028-02-29')
  assert.equal(read('29.02.2027'), 'keinSchaltjahr')
  assert.equal(read('29.02.'), 'jahrFehlt')
  assert.equal(read('31.04.2026'), 'tagGibtEsNicht')
  assert.equal(read('00.01.2026'), 'tagGibtEsNicht')
  assert.equal(read('01.13.2026'), 'monatGibtEsNicht')
  assert.equal(read('2/1/2026'), 'format')
  assert.equal(read(''), 'leer')
})

test('writing and reading a date is the identity', () => {
  fc.assert(fc.property(anyDate, (day) => read(formatDate(day)) === day.toString()))
})

test('birth dates may be incomplete', () => {
  assert.deepEqual(value('00.00.1955'), { kind: 'nurJahr', year: 1955 })
  assert.deepEqual(value('00.07.1955'), { kind: 'ohneTag', year: 1955, month: 7 })
  assert.deepEqual(value('00.00.0000'), { kind: 'unbekannt' })
  assert.equal(value('12.00.1955'), 'teile')
  assert.equal(value('00.13.1955'), 'monatGibtEsNicht')
  assert.equal(value('3.7.55'), 'format')
  assert.equal(value('29.02.1955'), 'keinSchaltjahr')
  for (const text of ['03.07.1955', '00.07.1955', '00.00.1955', '00.00.0000']) {
    const result = value(text)
    assert.ok(typeof result !== 'string')
    assert.equal(formatPartialDate(result), text)
    assert.equal(formatPartialDate(partialDateFromIso(partialDateToIso(result))), text)
  }
})

test('age is uncertain exactly where the unknown part decides', () => {
  const born: PartialDate = { kind: 'nurJahr', year: 2008 }
  assert.equal(hasReachedAge(born, 18, date('2025-12-31')), 'nein')
  assert.equal(hasReachedAge(born, 18, date('2026-06-01')), 'ungewiss')
  assert.equal(hasReachedAge(born, 18, date('2026-12-31')), 'ja')
  assert.equal(hasReachedAge({ kind: 'unbekannt' }, 18, date('2026-12-31')), 'ungewiss')
  const leap: PartialDate = { kind: 'vollstaendig', date: date('2008-02-29') }
  assert.equal(hasReachedAge(leap, 18, date('2026-02-28')), 'nein')
  assert.equal(hasReachedAge(leap, 18, date('2026-03-01')), 'ja')
})

test('distances in words', () => {
  const today = date('2026-11-22')
  const words = (iso: string): string => relativeDate(date(iso), today)
  assert.equal(words('2026-11-22'), 'heute')
  assert.equal(words('2026-11-23'), 'morgen')
  assert.equal(words('2026-11-24'), 'übermorgen')
  assert.equal(words('2026-11-25'), 'in 3 Tagen')
  assert.equal(words('2026-11-21'), 'gestern')
  assert.equal(words('2026-11-19'), 'vor 3 Tagen')
  assert.equal(words('2027-02-22'), 'in 3 Monaten')
  assert.equal(words('2023-11-22'), 'vor 3 Jahren')
  assert.equal(sinceDate(date('2026-11-21'), today), 'seit gestern')
  assert.equal(dueInWords(date('2026-11-19'), today), 'überfällig seit 3 Tagen')
  assert.equal(dueInWords(date('2026-11-25'), today), 'fällig in 3 Tagen')
  assert.throws(() => sinceDate(date('2026-11-23'), today), RangeError)
  assert.equal(durationInWords(Temporal.Duration.from('PT65M')), '1 Stunde 5 Minuten')
})

const NRW: Readonly<Record<number, string>> = {
  2026: '01-01 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26',
  2027: '01-01 03-26 03-29 05-01 05-06 05-17 05-27 10-03 11-01 12-25 12-26',
  2028: '01-01 04-14 04-17 05-01 05-25 06-05 06-15 10-03 11-01 12-25 12-26',
  2029: '01-01 03-30 04-02 05-01 05-10 05-21 05-31 10-03 11-01 12-25 12-26',
}

test('NRW has exactly its eleven holidays', () => {
  for (const [year, days] of Object.entries(NRW)) {
    const expected = days.split(' ').map((day) => `${year}-${day}`)
    assert.deepEqual([...holidays('NW', Number(year)).keys()], expected)
  }
  for (const none of ['2026-02-16', '2026-12-24', '2026-12-31', '2026-10-31', '2026-11-18']) {
    assert.equal(holidayName(date(none), 'NW'), undefined, none)
  }
})

test('each Land has its own calendar', () => {
  assert.equal(isWorkingDay(date('2027-05-27'), 'NW'), false)
  assert.equal(isWorkingDay(date('2027-05-27'), 'BE'), true)
  assert.equal(isWorkingDay(date('2027-03-08'), 'BE'), false)
  assert.equal(isWorkingDay(date('2026-11-18'), 'SN'), false)
  assert.equal(holidayName(date('2025-05-08'), 'BE') === undefined, false)
})

test('working days', () => {
  assert.equal(nextWorkingDay(date('2026-12-25'), 'NW').toString(), '2026-12-28')
  assert.equal(previousWorkingDay(date('2026-12-27'), 'NW').toString(), '2026-12-24')
  assert.equal(addWorkingDays(date('2026-12-23'), 2, 'NW').toString(), '2026-12-28')
  assert.equal(addWorkingDays(date('2026-12-25'), -1, 'NW').toString(), '2026-12-24')
  assert.throws(() => addWorkingDays(date('2026-12-25'), 1.5, 'NW'), RangeError)
  const land = fc.constantFrom<Land>('NW', 'BE', 'BY', 'SN')
  fc.assert(fc.property(anyDate, land, fc.integer({ min: 1, max: 40 }), (day, place, n) => {
    const start = nextWorkingDay(day, place)
    assert.ok(isWorkingDay(start, place))
    assert.ok(addWorkingDays(addWorkingDays(start, n, place), -n, place).equals(start))
    assert.ok(nextWorkingDay(start, place).equals(start) && previousWorkingDay(start, place).equals(start))
  }), { numRuns: 60 })
})

test('ids are UUIDv7 and grow strictly, also in one millisecond and when the clock steps back', () => {
  const steps = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 200 })
  fc.assert(fc.property(steps, (deltas) => {
    let clock = 1_790_000_000_000
    const next = idSource(() => clock)
    const ids = deltas.map((delta) => {
      clock += delta
      return next()
    })
    assert.ok(ids.every((id, i) => isId(id) && (i === 0 || (ids[i - 1] ?? '') < id)))
  }))
  const still = idSource(() => 1_790_000_000_000)
  const many = Array.from({ length: 10_000 }, still)
  assert.deepEqual(many.toSorted(), many)
  assert.equal(new Set(many).size, many.length)
  const instant = Temporal.Instant.from('2026-11-22T13:05:00.123Z')
  assert.ok(instantOfId(idAt(instant)).equals(instant))
  assert.ok(isId(newId()))
  assert.equal(isId('00000000-0000-4000-8000-000000000000'), false)
})
