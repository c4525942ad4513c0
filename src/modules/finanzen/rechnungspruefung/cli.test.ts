import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { cli } from './cli.js'
import { writeCii, writeUbl } from './model/write.js'
import { sampleInvoice } from './tools/examples.js'

const folder = mkdtempSync(join(tmpdir(), 'rechnung-'))
after(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const good = file('gut.xml', writeUbl(sampleInvoice()))
const bad = file('schlecht.xml', writeCii({ ...sampleInvoice(), buyerReference: undefined } as never))

async function run(...argv: string[]): Promise<{ code: number, out: string, err: string }> {
  let [out, err] = ['', '']
  const code = await cli(argv, { stdout: { write: (t) => { out += t } }, stderr: { write: (t) => { err += t } } })
  return { code, out, err }
}

test('validate --json: one line per file, exit code 0 or 1', async () => {
  const one = await run('validate', good, '--json')
  assert.equal(one.code, 0)
  const line = JSON.parse(one.out)
  assert.deepEqual(Object.keys(line), ['file', 'valid', 'syntax', 'profile', 'customizationId', 'findings', 'ms'])
  assert.deepEqual([line.file, line.valid, line.syntax, line.profile, line.findings], [good, true, 'UBL Invoice', 'XRechnung 3.0', []])
  const two = await run('validate', '--json', good, bad)
  assert.equal(two.code, 1)
  const finding = JSON.parse(two.out.trim().split('\n')[1] ?? '').findings.find((f: { rule: string }) => f.rule === 'BR-DE-15')
  assert.deepEqual(Object.keys(finding), ['rule', 'level', 'location', 'bt', 'message', 'text'])
  assert.deepEqual([finding.level, finding.location, finding.bt], ['error', '/rsm:CrossIndustryInvoice', 'BT-10'])
})

test('files that cannot be read are findings, not crashes', async () => {
  const { code, out } = await run('validate', '--json', join(folder, 'fehlt.xml'), folder, file('leer.xml', ''))
  assert.equal(code, 1)
  assert.deepEqual(out.trim().split('\n').map((l) => JSON.parse(l).findings[0].rule), ['FILE', 'FILE', 'XML'])
})

test('wrong calls are answered with the usage and exit code 2', async () => {
  for (const argv of [[], ['validate'], ['validate', '--xml', good], ['show'], ['show', good, good], ['drucken']]) {
    const { code, err } = await run(...argv)
    assert.equal(code, 2)
    assert.match(err, /Verwendung/)
  }
})

test('text for people names file, rule, term and place', async () => {
  const { out } = await run('validate', bad)
  assert.match(out, /nicht gültig .*schlecht\.xml/)
  assert.match(out, /Fehler BR-DE-15: Die Leitweg-ID fehlt.*\[BT-10\]\n +\/rsm:CrossIndustryInvoice/)
})

test('show prints the invoice with German labels', async () => {
  const { code, out } = await run('show', good)
  assert.equal(code, 0)
  for (const text of ['Rechnungsnummer (BT-1): R-2026-1', 'Rechnungsdatum (BT-2): 02.03.2026', 'Zahlbetrag (BT-115): 276,80', 'Position 2 (BG-25)', 'Konto (IBAN) (BT-84): DE75512108001245126199']) {
    assert.ok(out.includes(text), `${text}\n${out}`)
  }
  assert.equal((await run('show', file('kaputt.xml', '<a>'))).code, 1)
})

test('many files are shared between processes, each with one line, in the order of the files', async () => {
  const command = fileURLToPath(new URL('../../../../bench/rechnung-command.ts', import.meta.url))
  const files = Array.from({ length: 421 }, (_, i) => i === 17 ? bad : file(`viele-${i}.xml`, i % 50 === 0 ? 'kein XML' : writeUbl({ ...sampleInvoice(), number: `R-${i}` })))
  let out = ''
  const code = await cli(['validate', '--json', ...files], {
    stdout: { write: (t) => { out += t } }, stderr: { write: () => true }, self: [process.execPath, '--import', 'tsx', command, 'validate'],
  })
  const lines = out.trim().split('\n').map((l) => JSON.parse(l))
  assert.equal(code, 1)
  assert.deepEqual(lines.map((l) => l.file), files, 'the order of the files')
  assert.equal(lines.filter((l) => !l.valid).length, 10)
})

test('a process that dies costs one file, not the run', async () => {
  const script = file('stirbt.mjs', `const names = []
for await (const c of process.stdin) names.push(...String(c).split('\\0'))
let n = 0
for (const file of names) { if (file === 'f-100') process.exit(1); console.log(JSON.stringify({ file, valid: true, findings: [] })); n += 1 }
`)
  const files = Array.from({ length: 450 }, (_, i) => `f-${i}`)
  let out = ''
  const code = await cli(['validate', '--json', ...files], { stdout: { write: (t) => { out += t } }, stderr: { write: () => true }, self: [process.execPath, script] })
  const lines = out.trim().split('\n').map((l) => JSON.parse(l))
  assert.equal(code, 1)
  assert.deepEqual(lines.map((l) => l.file), files)
  assert.deepEqual(lines.filter((l) => !l.valid).map((l) => l.file), ['f-100'])
})
