import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { findMissingGlyphs, PdfError, renderPdf, type Json, type PdfStandard } from './index.js'
import { samples } from './samples.js'

const createdAt = Temporal.Instant.from('2027-03-03T13:05:00Z')
const withCode = (code: string) => (error: unknown) => error instanceof PdfError && error.code === code
const plain = {
  source:
    '#set document(title: "Probe")\n#set text(font: ("Stadtkern Sans", "Libertinus Serif"), lang: "de")\n' +
    '#json("/.daten.json")',
}
const render = (data: Json, standard: PdfStandard = 'a-2a') => renderPdf({ template: plain, data, standard, createdAt })

/** The file and its decompressed streams as text: enough to see the structure without a PDF library. */
function readable(bytes: Buffer): string {
  const raw = bytes.toString('latin1')
  const parts = [raw]
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length
    try {
      const data = bytes.subarray(start, raw.indexOf('endstream', start))
      parts.push(inflateSync(data, { finishFlush: 2 }).toString('latin1'))
    } catch {
      // Not compressed: already part of the raw text.
    }
  }
  return parts.join('\n')
}

for (const standard of ['a-2a', 'a-3a', 'ua-1'] as const) {
  for (const [template, data] of Object.entries(samples)) {
    test(`${template} as ${standard}: tagged, titled, German, and says which standard it follows`, async () => {
      const { bytes, pages, sha256 } = await renderPdf({ template, data, standard, createdAt })
      const text = readable(bytes)
      assert.match(sha256, /^[0-9a-f]{64}$/)
      const has = (pattern: RegExp) => assert.ok(pattern.test(text), String(pattern))
      has(new RegExp(`/Type\\s*/Pages\\s*/Count ${pages}\\b`))
      has(/\/StructTreeRoot/)
      has(/\/MarkInfo\s*<<[^>]*\/Marked true/)
      has(/\/Lang\s*\(de/)
      has(/<dc:title>/)
      for (const tag of ['H1', 'Table', 'TH']) has(new RegExp(`/S\\s*/${tag}\\b`))
      if (standard === 'ua-1') {
        has(/<pdfuaid:part>1</)
        has(/\/DisplayDocTitle true/)
      } else {
        has(new RegExp(`<pdfaid:part>${standard[2]}</pdfaid:part>[^]*<pdfaid:conformance>A<`))
      }
    })
  }
}

test('the same input and time give the same bytes; another time does not', async () => {
  const job = { template: 'bescheid', data: samples.bescheid, standard: 'a-2a', createdAt } as const
  const first = await renderPdf(job)
  await render('etwas anderes dazwischen')
  assert.deepEqual((await renderPdf(job)).bytes, first.bytes)
  const later = await renderPdf({ ...job, createdAt: createdAt.add({ seconds: 1 }) })
  assert.notEqual(later.sha256, first.sha256)
})

test('text stays text: markup, code and quotes of a person compile to nothing but letters', async () => {
  const code = ['#panic("x")', '$x^2$', '#read("/brief.typ")', '= Titel', '@ref', '*fett*']
  const nasty = [...code, ']', '#]', '"', '\\', '\\"', '//', '/*', '`']
  for (const text of nasty) {
    assert.equal((await render(text)).pages, 1, text)
    const data = { ...samples.brief, betreff: text, inhalt: [text, { art: 'liste', punkte: [text] }] } as Json
    assert.ok((await renderPdf({ template: 'brief', data, standard: 'a-2a', createdAt })).pages >= 1, text)
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      await renderPdf({ template: plain, data: text, standard: 'a-2a', createdAt, missingGlyphs: 'ersetzen' })
    }),
    { numRuns: 100 },
  )
})

test('a character without glyph is an error that names it, or is replaced on request', async () => {
  await assert.rejects(render({ name: 'Anna 😀 中' }), (error: unknown) => {
    assert.ok(error instanceof PdfError && error.code === 'zeichenFehlt')
    assert.deepEqual(error.characters, ['😀', '中'])
    assert.match(error.message, /U\+1F600/)
    return true
  })
  const job = { template: plain, data: 'Anna 😀', standard: 'a-2a', createdAt, missingGlyphs: 'ersetzen' } as const
  assert.deepEqual((await renderPdf(job)).replaced, ['😀'])
  assert.deepEqual(findMissingGlyphs({ a: ['ok', 'ж', '😀'] }), ['😀'])
})

test('a character that only the template uses is reported as well', async () => {
  const source = '#set document(title: "x")\n#set text(font: "Stadtkern Sans", fallback: false)\n中'
  const job = { template: { source }, data: {}, standard: 'a-2a', createdAt } as const
  await assert.rejects(renderPdf(job), withCode('zeichenFehlt'))
})

test('every letter of DIN 91379 is printed', async (context) => {
  const candidates = [process.env.STADTKERN_CONFORMANCE ?? [], upwards('../shared/conformance')].flat()
  const file = candidates.map((folder) => join(folder, 'din91379/latin_list_1.3.txt')).find(existsSync)
  if (!file) {
    assert.notEqual(process.env.CI, 'true', 'conformance folder is missing')
    return context.skip('conformance folder is missing')
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const codes = lines.map((line) => line.split(';')[2]!.trim().split(' '))
  const characters = codes.map((list) => String.fromCodePoint(...list.map((code) => Number.parseInt(code, 16))))
  assert.ok(characters.length > 900)
  assert.deepEqual(findMissingGlyphs(characters), [])
  const letters = await renderPdf({
    template: 'brief',
    data: { ...samples.brief, inhalt: characters },
    standard: 'a-2a',
    createdAt,
  })
  assert.ok(letters.pages > 5)
})

function upwards(relative: string): string[] {
  const folders: string[] = []
  for (let folder = import.meta.dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    folders.push(join(folder, relative))
  }
  return folders
}

test('attachments lie inside an A-3a file, and nowhere else', async () => {
  const invoice = Buffer.from('<?xml version="1.0"?><Invoice>ä</Invoice>')
  const attachment = {
    name: 'xrechnung.xml',
    mime: 'application/xml',
    bytes: invoice,
    description: 'Rechnung als Daten',
    relationship: 'alternative',
  } as const
  const job = { template: 'brief', data: samples.brief, createdAt, attachments: [attachment] } as const
  const { bytes } = await renderPdf({ ...job, standard: 'a-3a' })
  const text = readable(bytes)
  assert.match(text, /\/EmbeddedFiles/)
  assert.match(text, /\/AFRelationship\s*\/Alternative/)
  assert.ok(text.includes(invoice.toString('latin1')))
  await assert.rejects(renderPdf({ ...job, standard: 'a-2a' }), withCode('anlageUnzulaessig'))
  const without = await renderPdf({ template: 'brief', data: samples.brief, createdAt, standard: 'a-3a' })
  assert.doesNotMatch(readable(without.bytes), /xrechnung/)
})

test('letters made at the same time do not mix', async () => {
  const jobs = Array.from({ length: 12 }, (_, index) => ({
    template: plain,
    data: `Brief ${index}`,
    standard: 'a-3a' as const,
    createdAt,
    attachments: [
      { name: 'a.txt', mime: 'text/plain', bytes: Buffer.from(`${index}`), description: 'x', relationship: 'data' as const },
    ],
  }))
  const together = await Promise.all(jobs.map(renderPdf))
  for (const [index, job] of jobs.entries()) assert.equal((await renderPdf(job)).sha256, together[index]!.sha256)
  assert.equal(new Set(together.map(({ sha256 }) => sha256)).size, jobs.length)
})

test('a service package brings its own template and uses the shared layout', async () => {
  const source =
    '#import "layout.typ": *\n#let daten = lies-daten()\n#show: brief.with(daten)\n#par(absatz(daten.satz))'
  const data = { ...samples.brief, satz: 'Es wird erlaubt.' }
  const pdf = await renderPdf({ template: { source }, data, standard: 'ua-1', createdAt })
  assert.equal(pdf.pages, 1)
})

test('a bad template is an error with its cause', async () => {
  const fail = (source: string) => renderPdf({ template: { source }, data: {}, standard: 'a-2a', createdAt })
  await assert.rejects(fail('#let a = 1\n#unbekannt'), /unknown variable: unbekannt/)
  await assert.rejects(fail('#import "@preview/cetz:0.3.0"'), withCode('vorlageFehlerhaft'))
  await assert.rejects(fail('#set text(font: "Comic Sans")\nx'), /unknown font family/)
  await assert.rejects(fail('#read("/../package.json")'), withCode('vorlageFehlerhaft'))
  for (const template of ['gibtesnicht', '../package', 'a/b', '']) {
    const job = { template, data: {}, standard: 'a-2a', createdAt } as const
    await assert.rejects(renderPdf(job), withCode('vorlageFehlt'), template)
  }
})

test('a draft says so on every page', async () => {
  const job = (entwurf: boolean) =>
    renderPdf({ template: 'bescheid', data: { ...samples.bescheid, entwurf }, standard: 'a-2a', createdAt })
  const [draft, final] = [await job(true), await job(false)]
  assert.notEqual(draft.sha256, final.sha256)
  assert.ok(draft.pages >= final.pages)
})
