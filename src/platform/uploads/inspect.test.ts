import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { ZipFile } from 'yazl'
import { inspectUpload, safeFileName, type UploadRules, type UploadType } from './index.js'

const all: UploadType[] = ['pdf', 'jpg', 'png', 'heic', 'tif', 'docx', 'xlsx', 'odt', 'ods', 'zip', 'txt']
const rules = (declaredName: string, changes: Partial<UploadRules> = {}): UploadRules => ({
  declaredName,
  allowed: all,
  maxBytes: 5_000_000,
  ...changes,
})

async function codeOf(bytes: Buffer, name: string, changes: Partial<UploadRules> = {}): Promise<string> {
  const result = await inspectUpload(bytes, rules(name, changes))
  if (result.ok) return 'ok'
  assert.match(result.text, /Bitte|Erlaubt/, 'the text says what to do')
  return result.code
}

async function warningsOf(bytes: Buffer, name: string): Promise<string[]> {
  const result = await inspectUpload(bytes, rules(name))
  assert.ok(result.ok, JSON.stringify(result))
  return result.warnings.map((warning) => warning.code)
}

function pdf(catalogExtra = '', objects = '', trailerExtra = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 2 0 R ${catalogExtra}>>\nendobj\n` +
      `2 0 obj\n<</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>>\nendobj\n` +
      `3 0 obj\n<</Type /Page /Parent 2 0 R>>\nendobj\n4 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n${objects}` +
      `trailer\n<</Root 1 0 R ${trailerExtra}>>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  )
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function png(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = pngChunk('IDAT', deflateSync(Buffer.alloc(3)))
  return Buffer.concat([mark, pngChunk('IHDR', header), data, pngChunk('IEND', Buffer.alloc(0))])
}

type Entry = [name: string, content: Buffer | string, mode?: number]

async function zip(...entries: Entry[]): Promise<Buffer> {
  const file = new ZipFile()
  for (const [name, content, mode] of entries) file.addBuffer(Buffer.from(content), name, { mode: mode ?? 0o100644 })
  file.end()
  const chunks: Buffer[] = []
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const docx = (...extra: Entry[]): Promise<Buffer> =>
  zip(
    ['[Content_Types].xml', `<Types><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`],
    ['word/document.xml', '<w:document/>'],
    ...extra,
  )

test('an empty file, one over the limit and one of a type not allowed are refused', async () => {
  assert.equal(await codeOf(Buffer.alloc(0), 'leer.pdf'), 'leer')
  assert.equal(await codeOf(pdf(), 'a.pdf', { maxBytes: 100 }), 'zuGross')
  assert.equal(await codeOf(pdf(), 'a.pdf', { maxBytes: pdf().length }), 'ok')
  assert.equal(await codeOf(png(10, 10), 'a.png', { allowed: ['pdf'] }), 'typNichtErlaubt')
  assert.equal(await codeOf(await zip(['a.txt', 'a']), 'a.zip', { allowed: ['pdf', 'docx'] }), 'typNichtErlaubt')
  const windowsProgram = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])
  assert.equal(await codeOf(windowsProgram, 'rechnung.pdf'), 'typNichtErlaubt')
  assert.equal(await codeOf(Buffer.from('<!doctype html><script>1</script>'), 'a.txt'), 'typNichtErlaubt')
})

test('content decides: a PDF named .jpg is a PDF, gets its true extension, and the person is told', async () => {
  const result = await inspectUpload(pdf(), rules('Mietvertrag.JPG', { allowed: ['pdf'] }))
  assert.ok(result.ok)
  assert.equal(result.type, 'pdf')
  assert.equal(result.mime, 'application/pdf')
  assert.equal(result.fileName, 'Mietvertrag.pdf')
  assert.equal(result.pages, 2)
  assert.deepEqual(result.warnings.map(({ code }) => code), ['nameBerichtigt'])
})

test('a file on disk is inspected like a buffer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'uploads-'))
  await writeFile(join(folder, 'a'), pdf())
  const result = await inspectUpload({ path: join(folder, 'a') }, rules('a.pdf'))
  assert.ok(result.ok && result.pages === 2)
  await rm(folder, { recursive: true })
})

test('a PDF with a password is refused, also when only its cross-reference stream says so', async () => {
  assert.equal(await codeOf(pdf('', '', '/Encrypt 9 0 R'), 'a.pdf'), 'kennwort')
  const xref = '9 0 obj\n<</Type/XRef/Encrypt<</Filter/Standard>>/Length 3>>\nstream\nabc\nendstream\nendobj\n'
  assert.equal(await codeOf(pdf('', xref), 'a.pdf'), 'kennwort')
})

test('a PDF that was cut off is refused', async () => {
  const whole = pdf()
  assert.equal(await codeOf(whole.subarray(0, whole.length - 30), 'a.pdf'), 'unvollstaendig')
})

test('active content in a PDF is flagged, plain, escaped or hidden in an object stream', async () => {
  assert.deepEqual(await warningsOf(pdf(), 'a.pdf'), [])
  assert.deepEqual(await warningsOf(pdf('/OpenAction<</S/JavaScript/JS(1)>>'), 'a.pdf'), ['pdfJavascript'])
  assert.deepEqual(await warningsOf(pdf('/OpenAction<</S/J#61vaScr#69pt/JS(1)>>'), 'a.pdf'), ['pdfJavascript'])
  assert.deepEqual(await warningsOf(pdf('/Names<</EmbeddedFiles 7 0 R>>'), 'a.pdf'), ['pdfEingebettet'])
  assert.deepEqual(await warningsOf(pdf('/AA<</O<</S/Launch/F(cmd.exe)>>>>'), 'a.pdf'), ['pdfStartetProgramm'])
  const hidden = deflateSync(Buffer.from('8 0 <</S/Launch/F(calc.exe)>>')).toString('latin1')
  const stream = `7 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>\nstream\r\n${hidden}\nendstream\nendobj\n`
  assert.deepEqual(await warningsOf(pdf('', stream), 'a.pdf'), ['pdfStartetProgramm'])
})

test('an object stream that inflates without end is refused', async () => {
  const bomb = deflateSync(Buffer.alloc(70 * 1024 * 1024)).toString('latin1')
  const stream = `7 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>\nstream\n${bomb}\nendstream\nendobj\n`
  assert.equal(await codeOf(pdf('', stream), 'a.pdf'), 'archivZuGross')
})

test('pictures report their size; those that would explode when decoded are refused', async () => {
  const good = await inspectUpload(png(640, 480), rules('a.png'))
  assert.ok(good.ok && good.width === 640 && good.height === 480 && !good.gps)
  assert.equal(await codeOf(png(60_000, 10), 'a.png'), 'bildZuGross')
  assert.equal(await codeOf(png(20_000, 20_000), 'a.png'), 'bildZuGross')
  assert.equal(await codeOf(png(0, 10), 'a.png'), 'unvollstaendig')
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b08fffffffe01011100ffd9', 'hex')
  assert.equal(await codeOf(jpeg, 'a.jpg'), 'bildZuGross')
})

test('files that are two things at once are refused', async () => {
  const archive = await zip(['a.class', 'x'])
  assert.equal(await codeOf(Buffer.concat([pdf(), archive]), 'a.pdf'), 'mehrdeutig')
  assert.equal(await codeOf(Buffer.concat([png(1, 1), archive]), 'a.png'), 'mehrdeutig')
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')
  assert.equal(await codeOf(Buffer.concat([jpeg, Buffer.from('<html><script>')]), 'a.jpg'), 'mehrdeutig')
  assert.equal(await codeOf(Buffer.concat([jpeg, pdf()]), 'a.jpg'), 'mehrdeutig')
})

test('office files pass; macros, passwords and old formats do not', async () => {
  assert.equal(await codeOf(await docx(), 'brief.docx'), 'ok')
  assert.equal(await codeOf(await docx(['word/vbaProject.bin', 'x']), 'brief.docx'), 'makros')
  const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml'
  const docm = await zip(
    ['[Content_Types].xml', `<Types><Override PartName="/word/document.xml" ContentType="${macroType}"/></Types>`],
    ['word/document.xml', '<w:document/>'],
  )
  assert.equal(await codeOf(docm, 'brief.docx'), 'makros')
  const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  assert.equal(await codeOf(oldWord, 'brief.doc'), 'altesOfficeFormat')
  const template =
    '<Relationship Type="http://x/relationships/attachedTemplate" Target="http://x/" TargetMode="External"/>'
  assert.deepEqual(await warningsOf(await docx(['word/_rels/settings.xml.rels', template]), 'a.docx'), ['officeExtern'])
})

test('archives: bombs, nesting, links, traversal and doubled names are refused', async () => {
  assert.equal(await codeOf(await zip(['a.txt', 'a'], ['b/c.txt', 'b']), 'a.zip'), 'ok')
  const bomb = await zip(['null.bin', Buffer.alloc(30 * 1024 * 1024)])
  assert.ok(bomb.length < 50_000)
  assert.equal(await codeOf(bomb, 'a.zip'), 'archivZuGross')
  const many = await zip(...Array.from({ length: 2001 }, (_, n): Entry => [`${n}`, '']))
  assert.equal(await codeOf(many, 'a.zip'), 'archivZuGross')
  const inner = await zip(['a.txt', 'a'])
  assert.equal(await codeOf(await zip(['inner.zip', inner]), 'a.zip'), 'ok')
  assert.equal(await codeOf(await zip(['b.zip', await zip(['inner.zip', inner])]), 'a.zip'), 'archivVerschachtelt')
  const matryoshka = await zip(['b.zip', await zip(['null.bin', Buffer.alloc(30 * 1024 * 1024)])])
  assert.equal(await codeOf(matryoshka, 'a.zip'), 'archivZuGross', 'a bomb inside an archive counts')
  assert.equal(await codeOf(await zip(['link', '/etc/passwd', 0o120777]), 'a.zip'), 'archivPfad')
  assert.equal(await codeOf(await zip(['a', '1'], ['a', '2']), 'a.zip'), 'archivPfad')
  const renamed = (to: string) =>
    zip(['xx/pwd', 'a']).then((bytes) => Buffer.from(bytes.toString('latin1').replaceAll('xx/pwd', to), 'latin1'))
  for (const to of ['../pwd', '/x/pwd', '..\\pwd', 'C:/pwd']) {
    assert.equal(await codeOf(await renamed(to), 'a.zip'), 'archivPfad', to)
  }
})

test('a ZIP whose sizes lie is refused', async () => {
  const honest = await zip(['a', Buffer.alloc(5000, 1)])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(5000)
  const lie = Buffer.alloc(4)
  lie.writeUInt32LE(10)
  const text = honest.toString('latin1').replaceAll(size.toString('latin1'), lie.toString('latin1'))
  const forged = Buffer.from(text, 'latin1')
  assert.equal(await codeOf(forged, 'a.zip'), 'unvollstaendig')
})

test('whatever is sent, the answer is a result and never an exception', async () => {
  const samples = [pdf(), png(3, 3), await docx(), await zip(['a', 'b'])]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
      fc.nat(400),
      async (sample, changes, cut) => {
        const bytes = Buffer.from(sample.subarray(0, sample.length - (cut % sample.length)))
        for (const [position, value] of changes) bytes[position % bytes.length] = value
        const result = await inspectUpload(bytes, rules('x'))
        assert.equal(typeof result.ok, 'boolean')
      },
    ),
    { numRuns: 300 },
  )
})

test('stored names are safe, whatever was declared', () => {
  assert.equal(safeFileName('../../etc/passwd', 'pdf'), 'passwd.pdf')
  assert.equal(safeFileName(`a${' .'.repeat(100_000)}b.pdf`, 'pdf'), 'b.pdf', 'at once, not after a minute')
  assert.equal(safeFileName('C:\\Users\\ich\\Bescheid 2026.PDF', 'pdf'), 'Bescheid 2026.pdf')
  assert.equal(safeFileName('rechnung\u202Efdp.exe', 'pdf'), 'rechnungfdp.pdf')
  assert.equal(safeFileName('Foto.jpeg', 'jpg'), 'Foto.jpeg')
  assert.equal(safeFileName('CON.pdf', 'pdf'), 'Dokument.pdf')
  assert.equal(safeFileName('', 'png'), 'Dokument.png')
  assert.equal(safeFileName('Vertrag Nr. 5', 'pdf'), 'Vertrag Nr. 5.pdf')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeFileName(name, 'pdf')
      assert.ok(safe.endsWith('.pdf') && Array.from(safe).length <= 120, safe)
      // oxlint-disable-next-line no-control-regex
      assert.doesNotMatch(safe, /[/\\\u0000-\u001f\u007f\u202a-\u202e]|^\./)
    }),
  )
})
