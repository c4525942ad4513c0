/**
 * Templates that somebody brought are rendered by a process of their own. Whatever they contain is compiled by native code: nesting
 * without end overflows its stack, loops in loops take hours, and either would take the pages of all towns with it.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../config/root.js'
import { PdfError, type Pdf, type PdfErrorCode, type PdfJob } from './job.js'
import { renderHere } from './render.js'

/** As it goes to the process: an instant cannot be cloned. */
export type ApartJob = Omit<PdfJob, 'createdAt'> & { readonly createdAt: number }
export type ApartAnswer =
  | { readonly pdf: Pdf }
  | { readonly error: { readonly code: PdfErrorCode | undefined; readonly message: string; readonly characters: readonly string[] } }

export interface ApartLimits { readonly seconds: number; readonly megabytes: number }

const LIMITS: ApartLimits = { seconds: 30, megabytes: 1_000 }
/** Without work for so long the process goes; the next letter waits for a new one, half a second. */
const IDLE_MS = 60_000
const LOOK_MS = 200

const RUINED = 'Die Vorlage lässt sich nicht setzen. Vermutlich ist etwas darin sehr tief verschachtelt.'
const TOO_LONG = 'Das Setzen der Vorlage dauert zu lange. Vermutlich läuft darin eine Schleife sehr oft.'
const TOO_MUCH = 'Das Setzen der Vorlage braucht zu viel Speicher.'

/** In a bundle the process's code is a file of its own next to the program (see build.mjs); test runs bundle it as they do tests. */
function script(): string {
  const here = fileURLToPath(import.meta.url)
  if (!here.endsWith('.ts')) return here.replace(/(?:chunks[/\\])?[^/\\]+$/, 'apart-process.js')
  const tested = join(projectRoot, '.build/test/src/platform/pdf/apart-process.js')
  return process.env['STADTKERN_TEST_RUN'] && existsSync(tested) ? tested : here.replace(/[^/\\]+$/, 'apart-process.ts')
}

/** What has just brought the process down is not tried again for so long: the letters of others wait behind it. */
const STANDSTILL_MS = 600_000
const STANDSTILLS = 100
const standstills = new Map<string, { readonly until: number; readonly reason: string }>()

let running: { readonly child: ChildProcess; idle?: NodeJS.Timeout } | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Renders a Typst template with data to an archivable, tagged PDF. A template of ours takes a few milliseconds of this thread,
 * the first one loads the fonts (about 0.1 s); one that somebody brought is rendered by the process of its own.
 * Call it in jobs, not inside a database transaction.
 * @throws PdfError
 */
export const renderPdf = (job: PdfJob): Promise<Pdf> => (typeof job.template === 'string' ? renderHere(job) : renderApart(job))

/** One after the other. @throws PdfError also where the template brought the process down, or took too long or too much */
export function renderApart(job: PdfJob, limits: ApartLimits = LIMITS): Promise<Pdf> {
  const mine = last.then(() => renderNow(job, limits))
  last = mine.catch(() => undefined)
  return mine
}

/** Once more where the process was lost: it may have been ended by somebody else, which is nothing the template did. */
async function renderNow({ createdAt, ...job }: PdfJob, limits: ApartLimits, again = true): Promise<Pdf> {
  const source = hash('sha256', JSON.stringify(job.template))
  const standstill = standstills.get(source)
  if (standstill && standstill.until > Date.now()) throw new PdfError('vorlageFehlerhaft', standstill.reason)
  running ??= { child: await started() }
  const { child } = running
  clearTimeout(running.idle)
  child.ref()
  child.channel?.ref()
  const answer = await answerOf(child, { ...job, createdAt: createdAt.epochMilliseconds }, limits)
  if ('ruined' in answer) {
    running = undefined
    child.kill('SIGKILL')
    if (answer.ruined === RUINED && again) return renderNow({ ...job, createdAt }, limits, false)
    standstills.delete(source)
    standstills.set(source, { until: Date.now() + STANDSTILL_MS, reason: answer.ruined })
    for (const oldest of standstills.keys()) if (standstills.size > STANDSTILLS) standstills.delete(oldest)
    throw new PdfError('vorlageFehlerhaft', answer.ruined)
  }
  child.unref()
  child.channel?.unref()
  running.idle = setTimeout(() => {
    if (running?.child === child) running = undefined
    if (child.connected) child.disconnect()
  }, IDLE_MS).unref()
  if ('pdf' in answer) return { ...answer.pdf, bytes: Buffer.from(answer.pdf.bytes) }
  const { code, message, characters } = answer.error
  throw code ? new PdfError(code, message, characters) : new Error(message)
}

/** Ready as soon as it has loaded everything: the time limit is for the template. */
async function started(): Promise<ChildProcess> {
  const file = script()
  const child = fork(file, [], {
    serialization: 'advanced', execArgv: file.endsWith('.ts') ? ['--import', 'tsx'] : [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'] },
  })
  child.on('error', () => undefined)
  const [word] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (word !== 'ready') throw new Error('the process that renders templates does not start')
  child.once('exit', () => {
    if (running?.child !== child) return
    clearTimeout(running.idle)
    running = undefined
  })
  return child
}

function answerOf(child: ChildProcess, job: ApartJob, { seconds, megabytes }: ApartLimits): Promise<ApartAnswer | { readonly ruined: string }> {
  return new Promise((resolve) => {
    const end = (answer: ApartAnswer | { readonly ruined: string }): void => {
      clearTimeout(late)
      clearInterval(looking)
      child.off('message', said)
      child.off('exit', gone)
      resolve(answer)
    }
    const said = (answer: unknown): void => end(answer as ApartAnswer)
    const gone = (): void => end({ ruined: RUINED })
    const late = setTimeout(() => end({ ruined: TOO_LONG }), seconds * 1_000)
    const looking = setInterval(() => { if (memoryOf(child.pid) > megabytes) end({ ruined: TOO_MUCH }) }, LOOK_MS)
    child.on('message', said)
    child.on('exit', gone)
    child.send(job, (error) => { if (error) gone() })
  })
}

/** Megabytes in memory; 0 where the system does not say (only Linux does). */
function memoryOf(pid: number | undefined): number {
  try { return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1_024 } catch { return 0 }
}
