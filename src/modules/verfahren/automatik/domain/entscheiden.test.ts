import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { entscheide, losVon, type Fall } from './entscheiden.js'

const regel = { norm: '§ 155 Abs. 4 AO', wenn: [{ bedingung: 'gefaehrlich = false', sonst: 'Gefährlicher Hund' }], individuelleAngaben: ['bemerkung'], stichprobeProzent: 0 }
const fall = (mehr: Partial<Fall> = {}): Fall => ({ vorgangId: 'v', antworten: {}, dateien: 0, bezeichnung: () => 'Bemerkung', gilt: () => true, ...mehr })

test('only what nobody has to read goes without a person', () => {
  assert.deepEqual(entscheide(regel, fall()), { gruende: [], stichprobe: false })
  assert.deepEqual(entscheide(regel, fall({ gilt: () => false })).gruende, ['Gefährlicher Hund'])
  assert.deepEqual(entscheide(regel, fall({ gilt: () => undefined })).gruende, ['Gefährlicher Hund'])
  assert.deepEqual(entscheide(regel, fall({ antworten: { bemerkung: 'Mein Hund ist blind.' } })).gruende, ['Eigene Angabe: Bemerkung'])
  assert.deepEqual(entscheide(regel, fall({ antworten: { bemerkung: '  ' } })).gruende, [])
  assert.equal(entscheide(regel, fall({ dateien: 1 })).gruende.length, 1)
})

test('whatever somebody writes freely, a person reads it', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''), (bemerkung) => entscheide(regel, fall({ antworten: { bemerkung } })).gruende.length > 0), { numRuns: 50 })
})

test('the sample is of the size that was said, and a repetition draws the same', () => {
  const gezogen = Array.from({ length: 2000 }, () => randomUUID()).filter((vorgangId) => entscheide({ ...regel, stichprobeProzent: 20 }, fall({ vorgangId })).stichprobe)
  assert.ok(gezogen.length > 280 && gezogen.length < 520, String(gezogen.length))
  assert.equal(losVon('a'), losVon('a'))
  assert.equal(entscheide({ ...regel, stichprobeProzent: 100 }, fall()).stichprobe, true)
})
