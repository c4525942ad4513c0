import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { NoInvoiceError, readInvoice, validateInvoice, writeCii, writeUbl } from '../index.js'
import { filesBelow } from '../tools/cases.js'
import { conformanceFolder } from '../tools/conformance.js'
import { sampleInvoice, sampleVariants } from '../tools/examples.js'
import { complete } from './complete.js'

const bytes = (xml: string): Uint8Array => Buffer.from(xml)

test('our invoices survive UBL and CII without loss and are valid', () => {
  for (const { name, invoice } of sampleVariants()) {
    for (const write of [writeUbl, writeCii]) {
      const xml = write(invoice)
      assert.deepStrictEqual(readInvoice(bytes(xml)), JSONless(invoice), name)
      const report = validateInvoice(bytes(xml))
      assert.ok(report.valid, `${name}: ${report.findings.map((f) => `${f.rule} ${f.text}`).join(', ')}`)
    }
    assert.deepStrictEqual(readInvoice(bytes(writeCii(readInvoice(bytes(writeUbl(invoice)))))), JSONless(invoice), name)
  }
})

/** Object keys with `undefined` left out, as readers do. */
function JSONless<T>(value: T): T {
  if (Array.isArray(value)) return value.map(JSONless) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined).map(([k, v]) => [k, JSONless(v)])) as T
}

test('official invoices: UBL to model to CII to model is equal, and the other way round', {
  skip: !conformanceFolder() && process.env['CI'] !== 'true' && 'the folder with official artefacts is missing (STADTKERN_CONFORMANCE)',
}, () => {
  const files = ['testsuite', 'en16931-examples', 'en16931-unit/testfiles'].flatMap((d) => filesBelow(`${conformanceFolder()}/xrechnung/${d}`))
  assert.ok(files.length >= 70)
  for (const file of files) {
    const invoice = readInvoice(readFileSync(file))
    assert.ok(invoice.number && invoice.lines.length > 0, file)
    for (const [syntax, write] of [['UBL', writeUbl], ['CII', writeCii]] as const) {
      assert.deepStrictEqual(readInvoice(bytes(write(invoice))), JSONless(complete(invoice, syntax)), `${file} ${syntax}`)
    }
  }
})

test('amounts are exact and keep their decimal places', () => {
  const invoice = readInvoice(bytes(writeUbl(sampleInvoice())))
  assert.deepEqual(invoice.totals.allowances, { n: 500, scale: 2 })
  assert.deepEqual(invoice.lines[0]?.quantity, { value: { n: 10, scale: 0 }, unit: 'C62' })
})

test('text of people is written safely', () => {
  const base = sampleInvoice()
  const invoice = { ...base, seller: { ...base.seller, name: 'A & B <GmbH> "x" ]]> Łódź\u00a0ẞ' }, paymentTerms: 'Zeile 1\nZeile 2' }
  for (const write of [writeUbl, writeCii]) {
    const back = readInvoice(bytes(write(invoice)))
    assert.equal(back.seller.name, invoice.seller.name)
    assert.equal(back.paymentTerms, invoice.paymentTerms)
  }
})

test('other documents are refused', () => {
  assert.throws(() => readInvoice(bytes('<a/>')), NoInvoiceError)
})
