import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { fehltNoch, fiktionsende, ruhetageBis } from './lauf.js'

const tag = (iso: string) => Temporal.PlainDate.from(iso)
const lauf = { vollstaendigAm: tag('2026-07-03'), monate: 3, verlaengerungMonate: 0, ruhetage: 0, land: 'NW' } as const

test('three months from complete documents, on a Saturday and holiday all the same (Z1)', () => {
  assert.equal(fiktionsende(lauf).ende.toString(), '2026-10-03')
  assert.equal(fiktionsende({ ...lauf, vollstaendigAm: tag('2026-11-30') }).ende.toString(), '2027-02-28')
  assert.equal(fiktionsende({ ...lauf, verlaengerungMonate: 2 }).ende.toString(), '2026-12-03')
  assert.equal(fiktionsende({ ...lauf, verlaengerungMonate: 2, ruhetage: 10 }).ende.toString(), '2026-12-13')
})

test('resting and extending only ever move the end away', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 }), (tage, verlaengerungMonate, ruhetage) => {
    const vollstaendigAm = tag('2026-01-01').add({ days: tage })
    const ohne = fiktionsende({ ...lauf, vollstaendigAm }).ende
    assert.ok(Temporal.PlainDate.compare(fiktionsende({ ...lauf, vollstaendigAm, verlaengerungMonate, ruhetage }).ende, ohne) >= 0)
  }), { numRuns: 100 })
})

test('asked and answered on one day rests for none; an upload that was promised is not there', () => {
  assert.deepEqual([ruhetageBis(tag('2026-11-02'), tag('2026-11-02')), ruhetageBis(tag('2026-11-02'), tag('2026-11-12')), ruhetageBis(tag('2026-11-02'), tag('2026-11-01'))], [0, 10, 0])
  assert.deepEqual([fehltNoch({ lageplan: { nachreichen: true } }), fehltNoch({ lageplan: null, ort: 'Markt' })], [true, false])
})
