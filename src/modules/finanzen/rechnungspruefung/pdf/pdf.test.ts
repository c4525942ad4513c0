import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { readInvoice, validateInvoice } from '../index.js'
import { writeCii } from '../model/write.js'
import { random } from '../tools/differential.js'
import { sampleInvoice } from '../tools/examples.js'
import { samplePdf } from '../tools/sample-pdf.js'
import { PdfError } from './error.js'
import { extractInvoice } from './extract.js'
import { decodeFilter } from './filters.js'

const xml = writeCii(sampleInvoice('S', '380', 'urn:cen.eu:en16931:2017'))
const notes = (pdf: Uint8Array): string[] => validateInvoice(pdf).findings.filter((f) => f.rule === 'PDF').map((f) => f.text)

test('the invoice is found in tables, object streams and damaged files', () => {
  for (const options of [{}, { compressed: true }, { damaged: true }, { compressed: true, name: 'xrechnung.xml' }, { name: 'rechnung-2026.xml' }]) {
    const pdf = samplePdf({ xml, ...options })
    assert.equal(Buffer.from(extractInvoice(pdf).xml).toString(), xml)
    assert.equal(readInvoice(pdf).number, 'R-2026-1')
    const report = validateInvoice(pdf)
    assert.ok(report.valid, report.findings.map((f) => f.text).join(', '))
    assert.equal(report.profile, 'EN 16931')
  }
})

test('what does not fit between PDF and XML is a warning', () => {
  assert.deepEqual(notes(samplePdf({ xml })), [])
  assert.match(notes(samplePdf({ xml, level: 'BASIC' })).join(), /Profil „BASIC“/)
  assert.match(notes(samplePdf({ xml, part: '1' })).join(), /PDF\/A-3/)
  assert.match(notes(samplePdf({ xml, relationship: '' })).join(), /AFRelationship/)
})

test('files without a usable invoice say why', () => {
  assert.throws(() => extractInvoice(samplePdf({ xml, encrypted: true })), /verschlüsselt/)
  assert.throws(() => extractInvoice(samplePdf({ xml, name: 'foto.jpg' })), /keine elektronische Rechnung \(eingebettet: foto\.jpg\)/)
  assert.throws(() => extractInvoice(Buffer.from('%PDF-1.7\n')), PdfError)
})

test('decompression bombs are stopped', () => {
  const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024))
  assert.throws(() => decodeFilter('FlateDecode', bomb, { predictor: 1, colors: 1, bits: 8, columns: 1 }), PdfError)
})

test('random damage ends in a verdict', () => {
  const next = random(7)
  for (const options of [{}, { compressed: true }]) {
    const base = samplePdf({ xml, ...options })
    for (let i = 0; i < 300; i += 1) {
      const pdf = Buffer.from(base)
      for (let k = 0; k < 1 + next() * 20; k += 1) pdf[Math.floor(next() * pdf.length)] = Math.floor(next() * 256)
      const report = validateInvoice(next() < 0.2 ? pdf.subarray(0, Math.floor(next() * pdf.length)) : pdf)
      assert.equal(typeof report.valid, 'boolean')
    }
  }
})
