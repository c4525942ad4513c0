import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anhoerungFehlt } from './ausnahmen.js'

const tag = (iso: string) => Temporal.PlainDate.from(iso)
const laufend = { art: 'anhoerung', frist: tag('2026-12-10'), beantwortet: false } as const

test('who grants hears nobody; who burdens hears first, waits, or says why not', () => {
  assert.equal(anhoerungFehlt('genehmigung', undefined, tag('2026-12-01')), undefined)
  for (const art of ['ablehnung', 'ruecknahme', 'widerruf']) assert.match(anhoerungFehlt(art, undefined, tag('2026-12-01')) ?? '', /§ 28/)
  assert.match(anhoerungFehlt('ablehnung', laufend, tag('2026-12-10')) ?? '', /läuft noch/)
  assert.equal(anhoerungFehlt('ablehnung', laufend, tag('2026-12-11')), undefined)
  assert.equal(anhoerungFehlt('ablehnung', { ...laufend, beantwortet: true }, tag('2026-12-01')), undefined)
  assert.equal(anhoerungFehlt('widerruf', { art: 'absehen', frist: null, beantwortet: false }, tag('2026-12-01')), undefined)
})
