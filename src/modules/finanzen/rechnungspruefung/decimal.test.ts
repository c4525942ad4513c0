import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Decimal } from 'decimal.js'
import { assert as check, bigInt, integer, property, tuple } from 'fast-check'
import { add, cmp, dec, div, formatDec, mul, parseDec, round, sub } from './decimal.js'

const D = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_CEIL, toExpNeg: -500, toExpPos: 500 })
const literal = tuple(bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), integer({ min: 0, max: 8 })).map(([n, s]) => formatDec({ n, scale: s }))

test('arithmetic agrees with decimal.js', () => {
  check(property(literal, literal, (a, b) => {
    const [x, y] = [dec(a), dec(b)]
    assert.ok(new D(formatDec(add(x, y))).eq(new D(a).plus(b)))
    assert.ok(new D(formatDec(sub(x, y))).eq(new D(a).minus(b)))
    assert.ok(new D(formatDec(mul(x, y))).eq(new D(a).times(b)))
    assert.equal(cmp(x, y), new D(a).cmp(b))
    assert.ok(new D(formatDec(round(x, 2))).eq(new D(a).toDecimalPlaces(2)))
  }))
})

test('halves round towards positive infinity, as XPath does', () => {
  assert.deepEqual(['2.5', '-2.5', '0.005', '-0.005', '1.499'].map((v) => formatDec(round(dec(v), v.includes('005') ? 2 : 0))), ['3', '-2', '0.01', '0.00', '1'])
})

test('division has 18 places and refuses zero', () => {
  assert.equal(formatDec(div(dec('1'), dec('3')) ?? dec('0')), '0.333333333333333333')
  assert.equal(formatDec(div(dec('-2'), dec('3')) ?? dec('0')), '-0.666666666666666667')
  assert.equal(div(dec('1'), dec('0.00')), undefined)
})

test('only the lexical form of xs:decimal is a number', () => {
  for (const good of ['1', '+1.', '.5', ' -0.10\n', '007']) assert.ok(parseDec(good), good)
  for (const bad of ['', '.', '1e3', '1,5', 'NaN', '1 0', '--1', '9'.repeat(201)]) assert.equal(parseDec(bad), undefined, bad)
})
