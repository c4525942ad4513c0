import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid, Refused } from '../../../../platform/errors.js'
import { writeUbl } from '../index.js'
import { sampleInvoice } from '../tools/examples.js'
import { pruefer } from './pruefer.js'

const auftrag = (xml: string) => ({ bytes: Buffer.from(xml), name: 'r.xml', at: '2026-03-02', mitRechnung: true })
const gut = auftrag(writeUbl(sampleInvoice()))
const riesig = auftrag(`<a>${'<b/>'.repeat(2_000_000)}</a>`)
const feld = (e: unknown, muster: RegExp): boolean => e instanceof Invalid && muster.test(e.felder[0]?.text ?? '')
const normal = { arbeiter: 1, warteschlange: 20, sekunden: 60, megabyte: 256 }

test('verdict and invoice come from another thread, several at once', async () => {
  const pruefe = pruefer({ ...normal, arbeiter: 2 })
  const ergebnisse = await Promise.all(Array.from({ length: 6 }, () => pruefe(gut)))
  assert.ok(ergebnisse.every(({ report, rechnung }) => report.valid && rechnung?.number === 'R-2026-1'))
  const { report, rechnung } = await pruefe(auftrag('<Invoice'))
  assert.deepEqual([report.valid, report.findings[0]?.rule, rechnung], [false, 'XML', undefined])
})

test('a file that takes too long ends its thread; the next one is checked', async () => {
  const pruefe = pruefer({ ...normal, sekunden: 0.001 })
  await assert.rejects(pruefe(riesig), (e) => feld(e, /dauert zu lange/))
  assert.ok((await pruefer(normal)(gut)).report.valid)
})

test('a file that needs too much memory ends its thread; the next one is checked', async () => {
  const pruefe = pruefer({ ...normal, megabyte: 64 })
  await assert.rejects(pruefe(riesig), (e) => feld(e, /zu viel Speicher/))
  assert.ok((await pruefe(gut)).report.valid)
})

test('who comes when too many wait is asked to come again', async () => {
  const pruefe = pruefer({ ...normal, warteschlange: 1 })
  const [eins, zwei] = [pruefe(gut), pruefe(gut)]
  await assert.rejects(pruefe(gut), (e) => e instanceof Refused && e.status === 503)
  assert.ok((await eins).report.valid && (await zwei).report.valid)
})
