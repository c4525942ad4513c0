/** `stadtkern rechnung validate FILE… [--json]` and `rechnung show FILE`. */
import { spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { PdfError } from './pdf/error.js'
import { renderInvoice } from './show.js'
import { invoiceBytes, validateInvoice } from './validate.js'
import type { Finding, Report } from './validate.js'
import { XmlError } from './xml/error.js'
import { decodeXml } from './xml/decode.js'
import { parseXml } from './xml/parse.js'
import { readModel } from './model/read.js'

export interface CliStreams {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown, readonly isTTY?: boolean }
  /**
   * Command line that runs this command again (e.g. `[process.execPath, script, 'rechnung', 'validate']`). With it, many
   * files are checked by several processes.
   */
  readonly self?: readonly string[]
}

const USAGE = `Verwendung:
  stadtkern rechnung validate DATEI… [--json]   E-Rechnungen prüfen (XML oder ZUGFeRD-PDF)
  stadtkern rechnung show DATEI                 eine E-Rechnung lesbar ausgeben
Rückgabe: 0 alle gültig, 1 mindestens eine nicht gültig, 2 falscher Aufruf
`

/** Larger files are not read into memory at all. */
const MAX_BYTES = 120 * 1024 * 1024
/** From this many files on, starting further processes pays. */
const PARALLEL_FROM = 400

const failure = (file: string, rule: string, message: string, text: string): Report => ({
  file, valid: false, syntax: undefined, profile: undefined, customizationId: undefined, ms: 0,
  findings: [{ rule, level: 'error', location: '/', bt: '', message, text }],
})

function checkFile(file: string): Report {
  let bytes: Uint8Array
  try {
    const stat = statSync(file)
    if (!stat.isFile()) return failure(file, 'FILE', 'This is no file.', 'Das ist keine Datei.')
    if (stat.size > MAX_BYTES) return failure(file, 'FILE', 'The file is too large.', 'Die Datei ist zu groß für eine E-Rechnung.')
    bytes = readFileSync(file)
  } catch {
    return failure(file, 'FILE', 'The file cannot be read.', 'Die Datei kann nicht gelesen werden. Prüfen Sie den Namen und die Rechte.')
  }
  try {
    return validateInvoice(bytes, { fileName: file })
  } catch (error) {
    // A fault of this program must not end a run over thousands of files.
    return failure(file, 'FILE', `Internal error: ${String(error)}`, 'Diese Datei konnte wegen eines Programmfehlers nicht geprüft werden.')
  }
}

const jsonLine = (r: Report): string => `${JSON.stringify({
  file: r.file, valid: r.valid, syntax: r.syntax ?? null, profile: r.profile ?? null, customizationId: r.customizationId ?? null,
  findings: r.findings, ms: r.ms,
})}\n`

const LEVELS: Readonly<Record<Finding['level'], string>> = { error: 'Fehler', warning: 'Warnung', information: 'Hinweis' }

function textBlock(r: Report): string {
  const head = `${r.valid ? 'gültig      ' : 'nicht gültig'}  ${r.file ?? ''}${r.profile ? `  (${r.syntax}, ${r.profile})` : ''}\n`
  return head + r.findings.map((f) => `  ${LEVELS[f.level]} ${f.rule}: ${f.text}${f.bt ? ` [${f.bt}]` : ''}\n      ${f.location}\n`).join('')
}

/** Files named on standard input when `--from-stdin` is given; used by the processes of a large run. */
async function namesFromStdin(): Promise<string[]> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8').split('\0').filter(Boolean)
}

interface Options { readonly json: boolean, readonly files: readonly string[] }

async function parseArguments(argv: readonly string[]): Promise<Options | undefined> {
  const flags = argv.filter((a) => a.startsWith('--'))
  if (flags.some((f) => f !== '--json' && f !== '--from-stdin')) return undefined
  const files = [...argv.filter((a) => !a.startsWith('--')), ...flags.includes('--from-stdin') ? await namesFromStdin() : []]
  return files.length === 0 ? undefined : { json: flags.includes('--json'), files }
}

function progress(io: CliStreams, done: number, total: number): void {
  if (io.stderr.isTTY && (done % 50 === 0 || done === total)) io.stderr.write(`\r${done} von ${total} geprüft${done === total ? '\n' : ''}`)
}

/** A process that checks files one after the other; one line for each, in order. */
function startProcess(files: readonly string[], self: readonly string[]): { lines: AsyncIterator<string>, stop: () => void } {
  const [command = process.execPath, ...rest] = self
  const child = spawn(command, [...rest, '--json', '--from-stdin'], { stdio: ['pipe', 'pipe', 'inherit'] })
  // A process that ends early is noticed by its missing lines.
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  child.stdin.end(files.join('\0'))
  return { lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), stop: () => { child.kill() } }
}

/**
 * Shares the files between processes in turn and prints in the order of the files. Reading in turn also bounds memory: a
 * process that is ahead waits until its lines are wanted.
 */
async function inParallel(options: Options, io: CliStreams, self: readonly string[]): Promise<number> {
  const { files, json } = options
  const count = Math.min(availableParallelism(), Math.ceil(files.length / 100))
  const share = (first: number): string[] => files.filter((_, i) => i >= first && i % count === first % count)
  const processes = Array.from({ length: count }, (_, k) => startProcess(share(k), self))
  let code = 0
  for (const [i, file] of files.entries()) {
    const turn = i % count
    let line = (await processes[turn]?.lines.next())?.value as string | undefined
    if (line === undefined) {
      line = jsonLine(failure(file, 'FILE', 'The check of this file was aborted.', 'Die Prüfung dieser Datei wurde abgebrochen.')).trimEnd()
      if (i + count < files.length) processes[turn] = startProcess(share(i + count), self)
    }
    const report = JSON.parse(line) as Report
    if (!report.valid) code = 1
    io.stdout.write(json ? `${line}\n` : textBlock(report))
    progress(io, i + 1, files.length)
  }
  for (const p of processes) p.stop()
  return code
}

/** `rechnung validate`: exit code 0 all valid, 1 some not, 2 usage. */
export async function rechnungValidate(argv: readonly string[], io: CliStreams): Promise<number> {
  const options = await parseArguments(argv)
  if (!options) {
    io.stderr.write(USAGE)
    return 2
  }
  const { json, files } = options
  const child = argv.includes('--from-stdin')
  if (io.self && !child && files.length >= PARALLEL_FROM && availableParallelism() > 1) return inParallel(options, io, io.self)
  let code = 0
  for (const [i, file] of files.entries()) {
    const report = checkFile(file)
    if (!report.valid) code = 1
    io.stdout.write(json ? jsonLine(report) : textBlock(report))
    progress(io, i + 1, files.length)
    // What a stream keeps of a line until it was written is only let go between turns of the event loop.
    if (i % 50 === 49) await nextTurn()
  }
  return code
}

/** `rechnung show`: prints an invoice readably; exit code 0, 1 when it cannot be read, 2 usage. */
export async function rechnungShow(argv: readonly string[], io: CliStreams): Promise<number> {
  const [file, ...rest] = argv
  if (!file || rest.length > 0 || file.startsWith('--')) {
    io.stderr.write(USAGE)
    return 2
  }
  try {
    if (statSync(file).size > MAX_BYTES) throw new PdfError('Die Datei ist zu groß.', 'The file is too large.')
    const invoice = readModel(parseXml(decodeXml(invoiceBytes(readFileSync(file)).xml)))
    if (!invoice) throw new PdfError('Die Datei ist keine E-Rechnung in UBL oder CII.', 'No invoice.')
    io.stdout.write(renderInvoice(invoice))
    return 0
  } catch (error) {
    if (!(error instanceof XmlError) && !(error instanceof PdfError) && (error as { code?: unknown }).code === undefined) throw error
    io.stderr.write(`${file}: ${error instanceof XmlError || error instanceof PdfError ? error.message : 'Die Datei kann nicht gelesen werden.'}\n`)
    return 1
  }
}

/** The whole command: `argv` starts with the verb. */
export async function cli(argv: readonly string[], io: CliStreams): Promise<number> {
  const [verb, ...rest] = argv
  if (verb === 'validate') return rechnungValidate(rest, io)
  if (verb === 'show') return rechnungShow(rest, io)
  io.stderr.write(USAGE)
  return 2
}
