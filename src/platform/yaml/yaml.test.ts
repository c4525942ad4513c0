import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readYaml, YamlError } from './index.js'

test('plain values, whole numbers as they are wished', () => {
  assert.deepEqual(readYaml('a: [1, "x", 2.5, ja, ~]\nb: {c: 2026-11-22}'), { a: [1, 'x', 2.5, 'ja', null], b: { c: '2026-11-22' } })
  assert.deepEqual(readYaml('a: 12345678901234567890', { bigints: true }), { a: 12345678901234567890n })
})

// The library compares each name with all before it: 100,000 of them would take it more than a minute.
test('many names are read, however many', () => {
  assert.equal(Object.keys(readYaml(Array.from({ length: 100_000 }, (_, nr) => `a${nr}: 1`).join('\n')) as object).length, 100_000)
})

test('what no file of a town has is refused with a sentence, however deep, long or tangled', () => {
  const refused: readonly (readonly [string, RegExp])[] = [
    ['['.repeat(100_000), /tiefer verschachtelt/], ['? '.repeat(10_000), /tief/], ['- '.repeat(10_000), /tief/], [Array.from({ length: 1_500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), /tief/], [Array.from({ length: 9 }, (_, n) => `a${n}: &a${n} [*a${n - 1}, *a${n - 1}]`).join('\n'), /Zeile|Anker/],
    ['a: 1\na: 2', /Zeile 2: „a“/], ['a: 1\nb:\n  c: 1\n  d: {e: 1, e: 2}', /Zeile 4: „e“/], [`{ ${'? '.repeat(200_000)}}`, /Zeile 1/], ['a: !!js/function x', /Zeile 1/], ['? [a, b]\n: c', /Liste oder Gruppe als Namen/], ['a: \u0001', /Zeichen/], ['a: 1\n---\nb: 2', /Zeile/], ['x'.repeat(3_000_000), /größer als 2 MB/],
  ]
  for (const [text, reason] of refused) assert.throws(() => readYaml(text), (error) => error instanceof YamlError && reason.test(error.message), text.slice(0, 40))
})
