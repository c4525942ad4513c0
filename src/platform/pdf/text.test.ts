import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prepareText } from './text.js'

const latin = (codePoint: number): boolean => codePoint >= 32 && codePoint < 0x2000

test('line ends, composition and invisible characters are put in order', () => {
  const tidy = (text: string) => prepareText(text, latin).data
  assert.equal(tidy('a\r\nb\rc\u2028d'), 'a\nb\nc\nd')
  assert.equal(tidy('A\u0308'), 'Ä')
  assert.equal(tidy('\u202Eabc\u0000\u200B\u00AD\uFEFF'), 'abc')
  assert.equal(tidy('\uD800x'), 'x')
})

test('what has no glyph is named once and shown by its code point', () => {
  const { data, missing } = prepareText({ a: ['✈\uFE0F', 'x✈'], b: undefined, c: 5, d: null }, latin)
  assert.deepEqual(data, { a: ['[U+2708]', 'x[U+2708]'], c: 5, d: null })
  assert.deepEqual(missing, ['✈'])
})
