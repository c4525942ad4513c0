import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAgs, isArs, isIban, isLeistungsschluessel, isLeitwegId } from './identifiers.js'

test('Z3: Leitweg-IDs', () => {
  for (const id of [
    '04011000-1234512345-06', '992-90009-96', '04011000-900X999-08', '09564000-NUE0001-49', '05120000-0001-33',
    '05170048-INV01-91', '05124000-76', '05562012-AMT16-18',
  ]) assert.ok(isLeitwegId(id), id)
  for (const id of ['05120000-0001-34', '05120000-0010-33', '5120000-0001-33', '', '05120000', '05120000_0001_33']) {
    assert.equal(isLeitwegId(id), false, id)
  }
})

test('Z3: keys keep their leading zeros', () => {
  for (const ags of ['05170048', '05120000', '05158004', '05124000', '05562012']) assert.ok(isAgs(ags), ags)
  assert.equal(isAgs('5170048'), false)
  assert.equal(isArs('051700048048'), true)
  assert.equal(isLeistungsschluessel('99123456789012'), true)
  assert.equal(isLeistungsschluessel('9912345678901'), false)
})

test('IBAN', () => {
  assert.equal(isIban('DE89 3704 0044 0532 0130 00'), true)
  assert.equal(isIban('DE89 3704 0044 0532 0130 01'), false)
  assert.equal(isIban('GB82WEST12345698765432'), true)
  assert.equal(isIban('DE8937040044053201300'), false)
})
