/**
 * Invoice checking against its yardsticks in the same run; prints one JSON line each. Arguments: names of benchmarks
 * (`validate`, `schematron`, `batch`, `startup`), all but `batch` by default. `batch` writes 20,000 files.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SaxesParser } from 'saxes'
import { validateInvoice, writeCii, writeUbl } from '../src/modules/finanzen/rechnungspruefung/index.js'
import type { Invoice } from '../src/modules/finanzen/rechnungspruefung/index.js'
import { conformanceFolder } from '../src/modules/finanzen/rechnungspruefung/tools/conformance.js'
import { sampleInvoice } from '../src/modules/finanzen/rechnungspruefung/tools/examples.js'

const print = (name: string, value: Record<string, unknown>): void => console.log(JSON.stringify({ name, ...value }))
const short = (n: number): number => Number(n.toPrecision(3))

function withLines(count: number): Invoice {
  const base = sampleInvoice()
  const [line] = base.lines
  if (!line) throw new Error('the sample has no line')
  return { ...base, lines: Array.from({ length: count }, (_, i) => ({ ...line, id: String(i + 1) })) }
}

/** Milliseconds per call, after warming up. */
function time(call: () => void, ms: number): number {
  for (let end = performance.now() + ms / 2; performance.now() < end;) call()
  let calls = 0
  const start = performance.now()
  while (performance.now() - start < ms) {
    call()
    calls += 1
  }
  return (performance.now() - start) / calls
}

function parseOnly(bytes: Uint8Array): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.write(new TextDecoder().decode(bytes)).close()
}

function validate(): void {
  for (const [syntax, write] of [['UBL', writeUbl], ['CII', writeCii]] as const) {
    for (const lines of [10, 1000]) {
      const bytes = Buffer.from(write(withLines(lines)))
      const own = time(() => { validateInvoice(bytes, { at: '2026-03-02' }) }, 3_000)
      const parsing = time(() => parseOnly(bytes), 3_000)
      print('rechnung.validate', { syntax, lines, bytes: bytes.length, perSecond: short(1_000 / own), ms: short(own), saxesMs: short(parsing), ratio: short(parsing / own), goal: 0.4 })
    }
  }
}

/** One run of node-schematron with the official file takes many seconds. */
async function schematron(): Promise<void> {
  const folder = conformanceFolder()
  if (!folder) {
    print('rechnung.schematron', { skipped: 'the folder with official artefacts is missing' })
    return
  }
  const { readFileSync } = await import('node:fs')
  const { Schema } = await import('node-schematron')
  const bytes = Buffer.from(writeUbl(withLines(1)))
  const schema = Schema.fromString(readFileSync(`${folder}/xrechnung/en16931-rules/ubl/preprocessed/EN16931-UBL-validation-preprocessed.sch`, 'utf8').replace(/^\uFEFF/, ''))
  const start = performance.now()
  schema.validateString(bytes.toString('utf8'))
  const other = performance.now() - start
  const own = time(() => { validateInvoice(bytes, { at: '2026-03-02' }) }, 2_000)
  print('rechnung.schematron', { ms: short(own), schematronMs: short(other), ratio: short(other / own), goal: 2_000 })
}

const ENTRY = fileURLToPath(new URL('rechnung-command.ts', import.meta.url))
const command = (args: readonly string[]): number => spawnSync(process.execPath, ['--import', 'tsx', ENTRY, ...args], { stdio: ['ignore', 'ignore', 'inherit'] }).status ?? -1

function startup(): void {
  const folder = mkdtempSync(join(tmpdir(), 'rechnung-start-'))
  const file = join(folder, 'r.xml')
  writeFileSync(file, writeUbl(sampleInvoice()))
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now()
    command(['validate', file])
    return performance.now() - start
  })
  rmSync(folder, { recursive: true })
  print('rechnung.startup', { ms: short(Math.min(...runs)), note: 'with tsx; the bundle is faster', goal: 300 })
}

function batch(): void {
  const folder = mkdtempSync(join(tmpdir(), 'rechnung-batch-'))
  const text = writeUbl(withLines(10))
  const files = Array.from({ length: 20_000 }, (_, i) => join(folder, `${i}.xml`))
  for (const f of files) writeFileSync(f, text)
  const start = performance.now()
  const code = command(['validate', '--json', ...files])
  const seconds = (performance.now() - start) / 1_000
  rmSync(folder, { recursive: true })
  print('rechnung.batch', { files: files.length, code, seconds: short(seconds), perSecond: short(files.length / seconds) })
}

const wanted = process.argv.slice(2)
const on = (name: string): boolean => wanted.length === 0 ? name !== 'batch' : wanted.includes(name)
if (on('validate')) validate()
if (on('schematron')) await schematron()
if (on('startup')) startup()
if (on('batch')) batch()
