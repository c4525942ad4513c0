import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  divideHalfUp, formatAmount, formatEuro, formatShare, fromDecimalString, multiply, parseEuro, percentOf, rate,
  roundDownTo,
  splitEqually, sum, toDecimalString,
} from './index.js'

const read = (text: string): bigint | string => {
  const result = parseEuro(text)
  return result.ok ? result.value : result.code
}
const cents = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n })

test('amounts are read as written in Germany', () => {
  const good: [string, bigint][] = [
    ['1.234,56', 123456n], ['1234,56', 123456n], ['12,5', 1250n], ['12,', 1200n], ['1234', 123400n], ['1.234', 123400n],
    ['-3,00', -300n], ['−3,00 €', -300n], ['€ 12,50', 1250n], ['12,50 EUR', 1250n], ['0,01', 1n], ['007,00', 700n],
    ['1 234,56', 123456n], ['1,15', 115n],
  ]
  for (const [text, expected] of good) assert.equal(read(text), expected, text)
  const bad: [string, string][] = [
    ['', 'leer'], ['€', 'leer'], ['12.50', 'dezimalpunkt'], ['1.23', 'dezimalpunkt'], ['12.34,56', 'tausenderpunkte'],
    ['1,234', 'nachkommastellen'], ['0,005', 'nachkommastellen'], ['zwölf', 'format'], ['1e3', 'format'],
    ['--3', 'format'],
    ['1,2,3', 'format'], ['99999999999999,00', 'zuGross'], ['١٢', 'format'],
  ]
  for (const [text, expected] of bad) assert.equal(read(text), expected, text)
})

test('amounts are written with a no-break space before the sign', () => {
  assert.equal(formatEuro(123456n), '1.234,56\u00a0€')
  assert.equal(formatAmount(-5n), '-0,05')
  assert.equal(formatAmount(123456789012n), '1.234.567.890,12')
  assert.equal(toDecimalString(-105n), '-1.05')
  assert.throws(() => fromDecimalString('1.005'), RangeError)
})

test('writing and reading an amount is the identity', () => {
  fc.assert(fc.property(cents, (amount) => {
    assert.equal(read(formatEuro(amount)), amount)
    assert.equal(fromDecimalString(toDecimalString(amount)), amount)
  }))
})

test('Z2: VAT on the summed base, half-up, Skonto, traps of floats', () => {
  assert.equal(percentOf(sum([33n, 33n, 33n]), '19'), 19n)
  assert.equal(3n * percentOf(33n, '19'), 18n)
  assert.equal(percentOf(150n, '7'), 11n)
  assert.equal(percentOf(-150n, '7'), -11n)
  assert.equal(percentOf(119000n, '2.00'), 2380n)
  assert.equal(percentOf(99995n, '3.00'), 3000n)
  assert.equal(percentOf(11675n, '2.00'), 234n)
  assert.deepEqual(['1.005', '8.575', '10.235'].map((price) => multiply(100n, rate(price))), [101n, 858n, 1024n])
  assert.equal(multiply(100n, rate('1.15')), 115n)
  assert.equal(roundDownTo(127950n, 5000n), 125000n)
  assert.equal(percentOf(roundDownTo(127950n, 5000n), '1'), 1250n)
  assert.equal(percentOf(roundDownTo(4999n, 5000n), '1'), 0n)
})

test('half-up rounding is at most half a cent away and mirrors at zero', () => {
  fc.assert(fc.property(cents, fc.bigInt({ min: 1n, max: 10n ** 6n }), (dividend, divisor) => {
    const quotient = divideHalfUp(dividend, divisor)
    const doubled = 2n * (quotient * divisor - dividend)
    assert.ok(doubled <= divisor && doubled >= -divisor)
    assert.equal(divideHalfUp(-dividend, divisor), -quotient)
  }))
})

test('equal shares add up and differ by one cent at most', () => {
  assert.deepEqual(splitEqually(10000n, 3), [3333n, 3333n, 3334n])
  assert.deepEqual(splitEqually(-10000n, 3), [-3333n, -3333n, -3334n])
  assert.throws(() => splitEqually(1n, 0), RangeError)
  fc.assert(fc.property(cents, fc.integer({ min: 1, max: 50 }), (total, parts) => {
    const shares = splitEqually(total, parts)
    const distinct = [...new Set(shares)]
    assert.equal(shares.length, parts)
    assert.equal(sum(shares), total)
    const [first = 0n, second = first] = distinct
    assert.ok(distinct.length <= 2 && [-1n, 0n, 1n].includes(second - first))
  }))
})

test('shares in per cent', () => {
  assert.equal(formatShare(1n, 3n), '33,3\u00a0%')
  assert.equal(formatShare(2n, 3n, 0), '67\u00a0%')
  assert.equal(formatShare(1n, 2000n), '0,1\u00a0%')
  assert.equal(formatShare(1n, 0n), undefined)
})
