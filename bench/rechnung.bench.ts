// Invoice checking against its yardsticks in the same run. Parts: validate, schematron, startup, batch (20,000 files; only
// when named in RECHNUNG_BENCH, as it takes minutes).
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

const COMMAND = fileURLToPath(new URL('../bin/stadtkern', import.meta.url))

/** Resident memory of a process and its children in MB. */
function memoryOf(pid: number): number {
  try {
    const kb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    return kb / 1024 + children.reduce((n, c) => n + memoryOf(Number(c)), 0)
  } catch {
    return 0
  }
}

/** Goal: at most 300 ms, measured as a user does: through the command with its bundle. */
function startup(): void {
  const folder = mkdtempSync(join(tmpdir(), 'rechnung-start-'))
  const file = join(folder, 'r.xml')
  writeFileSync(file, writeUbl(sampleInvoice()))
  const call = (): number => {
    const start = performance.now()
    if (spawnSync(COMMAND, ['rechnung', 'validate', file], { stdio: 'ignore' }).status !== 0) throw new Error('the command failed')
    return performance.now() - start
  }
  call()
  const runs = Array.from({ length: 9 }, call).sort((a, b) => a - b)
  rmSync(folder, { recursive: true })
  print({ name: 'rechnung.startup', value: round(runs[4] ?? 0), unit: 'ms', yardstick: '', ratio: null, n: runs.length })
}

/** 20,000 files on all cores; memory of all processes at the start, in the middle and at most. */
async function batch(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rechnung-batch-'))
  const files = Array.from({ length: 20_000 }, (_, i) => join(folder, `${i}.xml`))
  const sample = withLines(10)
  files.forEach((f, i) => { writeFileSync(f, (i % 2 === 0 ? writeUbl : writeCii)({ ...sample, number: `R-${i}` })) })
  const output = join(folder, 'bericht.jsonl')
  const target = openSync(output, 'w')
  const start = performance.now()
  const child = spawn(COMMAND, ['rechnung', 'validate', '--json', ...files], { stdio: ['ignore', target, 'inherit'] })
  const samples: number[] = []
  const timer = setInterval(() => { samples.push(memoryOf(child.pid ?? 0)) }, 200)
  await once(child, 'exit')
  clearInterval(timer)
  const seconds = (performance.now() - start) / 1_000
  closeSync(target)
  const names = readFileSync(output, 'utf8').trim().split('\n').map((l) => (JSON.parse(l) as { file: string }).file)
  const ordered = names.length === files.length && names.every((n, i) => n === files[i])
  rmSync(folder, { recursive: true })
  if (!ordered) throw new Error('the lines are not in the order of the files')
  print({ name: 'rechnung.batch', value: round(files.length / seconds), unit: 'invoices/s', yardstick: '', ratio: null, n: files.length })
  print({ name: 'rechnung.batch.memory', value: round(Math.max(...samples)), unit: 'MB at most', yardstick: 'after a quarter', ratio: round(Math.max(...samples) / (samples[Math.floor(samples.length / 4)] ?? 1)), n: samples.length })
}

const wanted = (process.env['RECHNUNG_BENCH'] ?? 'validate schematron startup').split(' ')
if (wanted.includes('validate')) await validate()
if (wanted.includes('schematron')) await schematron()
if (wanted.includes('startup')) startup()
if (wanted.includes('batch')) await batch()
