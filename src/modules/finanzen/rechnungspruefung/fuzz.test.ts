import assert from 'node:assert/strict'
import { test } from 'node:test'
import { validateInvoice, writeCii, writeUbl } from './index.js'
import { random } from './tools/differential.js'
import { sampleInvoice } from './tools/examples.js'
import { applyMutation, mutationNames } from './tools/mutants.js'
import { parseXml } from './xml/parse.js'

const sources = [writeUbl(sampleInvoice()), writeCii(sampleInvoice())]

/**
 * A verdict with a reason for every refusal. The bound is processor time and generous: it is there to notice work that explodes
 * with the input, not a busy machine.
 */
function verdict(bytes: Uint8Array, maxSeconds = 20): void {
  const before = process.cpuUsage()
  const report = validateInvoice(bytes)
  const used = process.cpuUsage(before)
  assert.ok(used.user + used.system < maxSeconds * 1_000_000, `${(used.user + used.system) / 1_000_000} s`)
  assert.equal(report.valid, !report.findings.some((f) => f.level === 'error'))
  assert.ok(report.findings.every((f) => f.rule && f.text && f.message && f.location))
}

test('structure-aware mutants always get a verdict', () => {
  const next = random(1)
  for (const source of sources) {
    const names = [...mutationNames(parseXml(source), true)]
    for (let i = 0; i < 400; i += 1) {
      try {
        verdict(Buffer.from(applyMutation(source, `${names[Math.floor(next() * names.length)]} ; ${names[Math.floor(next() * names.length)]}`)))
      } catch (e) {
        if (!/no element/.test((e as Error).message)) throw e
      }
    }
  }
})

test('random bytes, cut files and invalid UTF-8 always get a verdict', () => {
  const next = random(2)
  for (let i = 0; i < 400; i += 1) {
    const bytes = Buffer.from(sources[i % 2] ?? '')
    for (let k = 0; k < next() * 10; k += 1) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256)
    verdict(next() < 0.3 ? bytes.subarray(0, Math.floor(next() * bytes.length)) : bytes)
    verdict(Buffer.from(Array.from({ length: Math.floor(next() * 300) }, () => Math.floor(next() * 256))))
  }
})

test('known attacks end in a verdict', () => {
  const invoice = sources[0] ?? ''
  const body = invoice.slice(invoice.indexOf('?>') + 2)
  const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "${'x'.repeat(50)}">${Array.from({ length: 20 }, (_, i) => `<!ENTITY b${i} "${'&a;'.repeat(20)}">`).join('')}]>${body}`
  verdict(Buffer.from(laughs))
  verdict(Buffer.from(invoice.replace('<cbc:ID>', `${'<x>'.repeat(100_000)}<cbc:ID>`)))
  for (const number of ['9'.repeat(1_000_000), `0.${'0'.repeat(1_000_000)}1`, '1e999999999', '-', '∞', '9'.repeat(200)]) verdict(Buffer.from(invoice.replaceAll(/>\d+\.\d\d</g, `>${number}<`)))
  verdict(Buffer.from(invoice.replace(/(<cbc:Note>)[^<]*/, `$1${'#'.repeat(200_000)}`)))
  verdict(Buffer.from(invoice.replace(/(<cac:PaymentTerms>\s*<cbc:Note>)[^<]*/, `$1${'#SKONTO#TAGE=1'.repeat(20_000)}`)))
  verdict(Buffer.from(invoice.replace(/(<cbc:ElectronicMail>)[^<]*/, `$1a@${'a.'.repeat(50_000)}`)))
})

test('200 MB are refused without being worked through', () => {
  const big = Buffer.alloc(200 * 1024 * 1024, 'a ')
  big.write('<Invoice>')
  verdict(big)
})

test('an invoice of 5,000 lines stays in bounds', () => {
  const base = sampleInvoice()
  const line = base.lines[0]
  assert.ok(line)
  const many = writeUbl({ ...base, lines: Array.from({ length: 5_000 }, (_, i) => ({ ...line, id: String(i + 1) })) })
  verdict(Buffer.from(many), 60)
})
