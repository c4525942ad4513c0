// Invoice checking against its yardsticks in the same run. Parts: validate, schematron, startup, batch (20,000 files; only
// when named in RECHNUNG_BENCH, as it takes minutes).
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SaxesParser } from 'saxes'
import { validateInvoice, writeCii, writeUbl } from '../src/modules/finanzen/rechnungspruefung/index.js'
import type { Invoice } from '../src/modules/finanzen/rechnungspruefung/index.js'
import { conformanceFolder } from '../src/modules/finanzen/rechnungspruefung/tools/conformance.js'
import { sampleInvoice } from '../src/modules/finanzen/rechnungspruefung/tools/examples.js'
import { paired, print, round } from './measure.js'

function withLines(count: number): Invoice {
  const base = sampleInvoice()
  const [line] = base.lines
  if (!line) throw new Error('the sample has no line')
  return { ...base, lines: Array.from({ length: count }, (_, i) => ({ ...line, id: String(i + 1) })) }
}

/** Calls per second. */
function rate(call: () => void, ms: number): number {
  let calls = 0
  const start = performance.now()
  for (; performance.now() - start < ms; calls += 1) call()
  return calls / ((performance.now() - start) / 1_000)
}

function parseOnly(bytes: Uint8Array): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.write(new TextDecoder().decode(bytes)).close()
}

/** All rules and the report, against only parsing the same bytes. Goal of the ratio: at least 0.4. */
async function validate(): Promise<void> {
  for (const [syntax, write] of [['UBL', writeUbl], ['CII', writeCii]] as const) {
    for (const lines of [10, 1000]) {
      const bytes = Buffer.from(write(withLines(lines)))
      const ms = lines === 10 ? 500 : 1_500
      const { value, ratio } = await paired(
        () => Promise.resolve(rate(() => { validateInvoice(bytes, { at: '2026-03-02' }) }, ms)), () => Promise.resolve(rate(() => parseOnly(bytes), ms)), 7)
      print({ name: `rechnung.validate ${syntax} ${lines}`, value: round(value), unit: 'invoices/s', yardstick: 'saxes parsing only', ratio: round(ratio), n: 7 })
    }
  }
}

/** One run of node-schematron with the official file takes many seconds. Goal of the ratio: at least 2,000. */
async function schematron(): Promise<void> {
  const folder = conformanceFolder()
  if (!folder) return
  const { Schema } = await import('node-schematron')
  const bytes = Buffer.from(writeUbl(withLines(1)))
  const schema = Schema.fromString(readFileSync(`${folder}/xrechnung/en16931-rules/ubl/preprocessed/EN16931-UBL-validation-preprocessed.sch`, 'utf8').replace(/^\uFEFF/, ''))
  const start = performance.now()
  schema.validateString(bytes.toString('utf8'))
  const other = 1_000 / (performance.now() - start)
  const own = rate(() => { validateInvoice(bytes, { at: '2026-03-02' }) }, 2_000)
  print({ name: 'rechnung.schematron', value: round(own), unit: 'invoices/s', yardstick: 'node-schematron', ratio: round(own / other), n: 1 })
}

const ENTRY = fileURLToPath(new URL('rechnung-command.ts', import.meta.url))
const command = (args: readonly string[]): number => spawnSync(process.execPath, ['--import', 'tsx', ENTRY, ...args], { stdio: ['ignore', 'ignore', 'inherit'] }).status ?? -1

/** Goal: at most 300 ms; the bundle of the program is faster than tsx. */
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
  print({ name: 'rechnung.startup', value: round(Math.min(...runs)), unit: 'ms', yardstick: '', ratio: null, n: runs.length })
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
  if (code !== 0) throw new Error(`the batch ended with ${code}`)
  print({ name: 'rechnung.batch', value: round(files.length / seconds), unit: 'invoices/s', yardstick: '', ratio: null, n: files.length })
}

const wanted = (process.env['RECHNUNG_BENCH'] ?? 'validate schematron startup').split(' ')
if (wanted.includes('validate')) await validate()
if (wanted.includes('schematron')) await schematron()
if (wanted.includes('startup')) startup()
if (wanted.includes('batch')) batch()
