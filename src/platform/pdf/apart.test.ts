import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { renderApart } from './apart.js'
import { PdfError, renderPdf, type PdfJob } from './index.js'

const job = (source: string): PdfJob => ({ template: { source }, data: { name: 'Erika' }, standard: 'a-2a', createdAt: Temporal.Instant.from('2026-01-01T00:00:00Z') })
const refused = (words: RegExp) => (error: unknown) => error instanceof PdfError && error.code === 'vorlageFehlerhaft' && words.test(error.message)
const loops = '#let n = 0\n#for a in range(9999) { for b in range(9999) { for c in range(9999) { n += 1 } } }\n#n'

test('what a template brings down is its own process; the next letter comes', async () => {
  const good = await renderPdf(job('Guten Tag'))
  await assert.rejects(renderPdf(job('#{'.repeat(30_000))), refused(/sehr tief verschachtelt/))
  await assert.rejects(renderApart(job(loops), { seconds: 1, megabytes: 1_000 }), refused(/Schleife/))
  await assert.rejects(renderApart(job('#let a = "x" * 90000000\n#let b = range(20).map(n => a + str(n))\n#b.len()'), { seconds: 30, megabytes: 300 }), refused(/Speicher/))
  assert.equal((await renderPdf(job('Guten Tag'))).sha256, good.sha256)
})

test('a template that has just taken too long is refused at once the next time, and nobody else waits for it', async () => {
  const slow = job(loops.replace('n += 1', 'n += 2'))
  await assert.rejects(renderApart(slow, { seconds: 1, megabytes: 1_000 }), refused(/Schleife/))
  await assert.rejects(renderApart(slow, { seconds: 36_000, megabytes: 1_000 }), refused(/Schleife/))
  await renderPdf(job('Guten Tag'))
})

test('a process that somebody else ends costs no letter', { skip: process.platform !== 'linux' }, async () => {
  const read = (pid: string, file: string) => { try { return readFileSync(`/proc/${pid}/${file}`, 'latin1') } catch { return '' } }
  const mine = () => readdirSync('/proc').filter((pid) => read(pid, 'status').includes(`PPid:\t${process.pid}\n`) && read(pid, 'cmdline').includes('apart-process')).map(Number)
  const good = await renderPdf(job('Guten Tag'))
  const [pid = 0] = mine()
  assert.ok(pid > 0)
  process.kill(pid, 'SIGKILL')
  assert.equal((await renderPdf(job('Guten Tag'))).sha256, good.sha256)
  assert.ok(!mine().includes(pid))
})

test('many at once come in their order, one that fails among them; its reason comes over', async () => {
  const all = await Promise.allSettled(['eins', '#(', 'drei', '#panic("nein")'].map((source) => renderPdf(job(source))))
  assert.deepEqual(all.map(({ status }) => status), ['fulfilled', 'rejected', 'fulfilled', 'rejected'])
  assert.ok(all[1]?.status === 'rejected' && refused(/unclosed delimiter/)(all[1].reason))
  assert.ok(all[3]?.status === 'rejected' && refused(/nein/)(all[3].reason))
})
