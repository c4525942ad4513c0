import assert from 'node:assert/strict'
import { test } from 'node:test'
import { array, assert as always, nat, property } from 'fast-check'
import { render } from 'preact-render-to-string'
import { segmentWidths, StackedBars, type SegmentKind } from './stacked-bars.js'

const kinds: readonly SegmentKind[] = [
  { key: 'a', label: 'Alt', sign: 'circle', tone: 'success' }, { key: 'n', label: 'Neu', sign: 'N', tone: 'danger' },
]

test('a segment is as wide as its share, never narrower than a finger, and nothing has no width', () => {
  assert.deepEqual(segmentWidths([50, 50], 100), [50, 50])
  assert.deepEqual(segmentWidths([25, 25], 100), [25, 25])
  assert.deepEqual(segmentWidths([99, 1, 0], 100), [87, 13, 0])
  assert.deepEqual(segmentWidths([1, 1], 1000), [13, 13])
  assert.deepEqual(segmentWidths([0, 0], 10), [0, 0])
  assert.deepEqual(segmentWidths([], 0), [])
})

test('whatever the values, the widths fit into the bar and keep their order', () => {
  always(property(array(nat(10_000), { maxLength: 7 }), nat(100_000), (values, more) => {
    const longest = values.reduce((sum, value) => sum + value, 0) + more
    const widths = segmentWidths(values, longest)
    assert.ok(widths.reduce((sum, width) => sum + width, 0) <= 100.1)
    values.forEach((value, i) => {
      assert.ok(value === 0 ? widths[i] === 0 : (widths[i] ?? 0) >= 12.99)
      values.forEach((other, j) => { if (value > other) assert.ok((widths[i] ?? 0) >= (widths[j] ?? 0) - 0.01) })
    })
  }), { numRuns: 60 })
})

test('every segment is a link with a name and the number it counts, in the picture and in the table', () => {
  const html = render(<StackedBars title="Lage" summary="Zwei Arten." labelHead="Feld" kinds={kinds} rows={[
    { key: '1', label: 'Bau & <Wohnen>', segments: [{ kind: 'a', value: 3, href: '/l?a=1' }, { kind: 'n', value: 0, href: '/l?n=1' }] },
    { key: '2', label: 'Leer', segments: [{ kind: 'a', value: 0, href: '/l?a=2' }] },
  ]} />)
  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*data-count="(\d+)"|<a [^>]*data-count="(\d+)"[^>]*href="([^"]*)"/g)]
  assert.equal(links.length, 2, 'one in the picture, one in the table, none for nothing')
  assert.match(html, /aria-label="Bau &amp; &lt;Wohnen>, Alt: 3"|aria-label="Bau &amp; &lt;Wohnen&gt;, Alt: 3"/)
  assert.doesNotMatch(html, / style=|undefined|NaN/)
  assert.match(html, /<details/)
})
