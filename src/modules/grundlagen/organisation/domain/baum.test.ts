import assert from 'node:assert/strict'
import { test } from 'node:test'
import { schliesstKreis, teilbaum } from './baum.js'

const baum = [{ id: 'stadt', oberId: null }, { id: 'ordnung', oberId: 'stadt' }, { id: 'verkehr', oberId: 'ordnung' }, { id: 'soziales', oberId: 'stadt' }]

test('a unit covers itself and everything below it, not its neighbours', () => {
  assert.deepEqual([...teilbaum(baum, 'ordnung')].sort(), ['ordnung', 'verkehr'])
  assert.deepEqual([...teilbaum(baum, 'verkehr')], ['verkehr'])
})

test('hanging a unit below its own child is a circle', () => {
  assert.equal(schliesstKreis(baum, 'ordnung', 'verkehr'), true)
  assert.equal(schliesstKreis(baum, 'verkehr', 'soziales'), false)
})

test('a circle in the data ends', () => {
  assert.deepEqual([...teilbaum([{ id: 'a', oberId: 'b' }, { id: 'b', oberId: 'a' }], 'a')].sort(), ['a', 'b'])
})
