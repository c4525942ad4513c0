import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auszug } from './auszug.js'
import { gefaltet, leseFrage, zeichenWort } from './worte.js'

test('a sign is one word for all its spellings', () => {
  for (const zeichen of ['32.10.01/2026/0007', '32-10-1-2026-7']) assert.equal(zeichenWort(zeichen), 'z32x10x1x2026x7')
  assert.match(gefaltet('Akte 32.10.01/2026/0007 Müller'), /z32x10x1x2026x7/)
  assert.match(gefaltet('Müller'), /^mueller muller$/)
})

test('a question becomes words of letters and digits only', () => {
  const frage = leseFrage("Müller & ':* MS-2026-000123-7 !")
  assert.deepEqual(frage.worte.map(({ formen }) => formen), [['zmsx2026x123x7'], ['mueller', 'muller']])
  assert.deepEqual(leseFrage('  ').worte, [])
  assert.equal(leseFrage('a b c d e f g h i j').worte.length, 8)
})

test('the snippet shows the place of the hit and marks it, in both spellings', () => {
  const text = `${'Vorrede '.repeat(30)}und dann wohnt Frau Müller in der Altstadt. ${'Nachrede '.repeat(30)}`
  const stuecke = auszug(text, ['mueller'])
  assert.deepEqual(stuecke.filter(({ treffer }) => treffer).map((stueck) => stueck.text), ['Müller'])
  assert.ok(stuecke[0]?.text.startsWith('…') && stuecke.at(-1)?.text.endsWith('…'))
  assert.deepEqual(auszug('kurz', ['x']), [{ text: 'kurz', treffer: false }])
  assert.deepEqual(auszug('', ['x']), [])
})
