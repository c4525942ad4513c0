import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { loadFonts, templateFolder, type InstalledFonts } from './installed.js'
import { PdfError, type Pdf, type PdfJob } from './job.js'
import { nameOf, prepareText, type Json } from './text.js'

type Engine = { compiler: NodeCompiler; folder: string; fonts: InstalledFonts; rendered: number }

let engine: Engine | undefined

/** One compiler per process: it holds the fonts, and the built-in caches make the second letter fast. */
function startEngine(): Engine {
  const fonts = loadFonts()
  const folder = templateFolder()
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts.blobs }] })
  return { compiler, folder, fonts, rendered: 0 }
}

/** In this process. A template that nests without end ends it, and one that loops blocks it. */
export async function renderHere(job: PdfJob): Promise<Pdf> {
  // A turn of the event loop before each: others are served between two letters, and the native memory of the last one
  // can be freed (a loop that only awaits promises never gets there and grew by 350 kB a letter).
  await nextTurn()
  engine ??= startEngine()
  const { compiler, folder, fonts } = engine
  const attachments = job.attachments ?? []
  if (attachments.length > 0 && job.standard !== 'a-3a') {
    throw new PdfError('anlageUnzulaessig', 'attachments need the standard a-3a')
  }
  const { data, missing } = prepareText(job.data, fonts.covers)
  if (missing.length > 0 && job.missingGlyphs !== 'ersetzen') throw missingCharacters(missing)
  // As files and not as inputs: whatever the compiler remembers of templates would be worth nothing with other inputs.
  const files = [
    ['.daten.json', Buffer.from(JSON.stringify(data))] as const,
    ['.anlagen.json', Buffer.from(JSON.stringify(attachments.map((attachment) => ({ ...attachment, bytes: undefined }))))] as const,
    ...attachments.map(({ bytes }, index) => [`.anlage-${index}`, bytes] as const),
  ]
  // From here to the end nothing awaits: the compiler's shadow files belong to one job at a time.
  try {
    for (const [name, bytes] of files) compiler.mapShadow(join(folder, name), bytes)
    const document = compile(compiler, sourceOf(job, folder))
    const bytes = exportPdf(compiler, document, job)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { bytes, sha256, pages: document.numOfPages, replaced: missing }
  } finally {
    for (const [name] of files) compiler.unmapShadow(join(folder, name))
    engine.rendered += 1
    // Memoized layouts of letters that do not come again.
    if (engine.rendered % 20 === 0) compiler.evictCache(10)
  }
}

/** Characters of a text that cannot be printed; for checks while somebody still can change the text. */
export function findMissingGlyphs(data: Json): string[] {
  engine ??= startEngine()
  return prepareText(data, engine.fonts.covers).missing
}

// Appended after the template, whatever that does; attachments take no place on the page.
const attach = `
#for (nummer, anlage) in json("/.anlagen.json").enumerate() {
  pdf.attach(anlage.name, read("/.anlage-" + str(nummer), encoding: none), relationship: anlage.relationship,
    mime-type: anlage.mime, description: anlage.description)
}
`

function sourceOf({ template, attachments }: PdfJob, folder: string): string {
  const source = typeof template === 'string' ? readTemplate(folder, template) : template.source
  // Packages would be fetched from the internet while rendering.
  if (/@(?:preview|local)\b/.test(source)) throw new PdfError('vorlageFehlerhaft', 'templates cannot import packages')
  return attachments && attachments.length > 0 ? source + attach : source
}

function readTemplate(folder: string, name: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new PdfError('vorlageFehlt', 'not a template name')
  try {
    return readFileSync(join(folder, `${name}.typ`), 'utf8')
  } catch {
    throw new PdfError('vorlageFehlt', `no template ${name}`)
  }
}

function compile(compiler: NodeCompiler, source: string): NodeTypstDocument {
  const compiled = compiler.compile({ mainFileContent: source })
  const document = compiled.result
  if (!document) throw templateError(compiler, compiled.takeDiagnostics())
  const warnings = compiled.takeWarnings()
  const unknownFont = warnings && diagnosticsOf(compiler, warnings).find((text) => text.includes('unknown font family'))
  // Typst falls back silently; a letter in the wrong typeface is an error.
  if (unknownFont) throw new PdfError('vorlageFehlerhaft', unknownFont)
  return document
}

function exportPdf(compiler: NodeCompiler, document: NodeTypstDocument, { standard, createdAt }: PdfJob): Buffer {
  const creationTimestamp = Math.floor(createdAt.epochMilliseconds / 1000)
  try {
    return compiler.pdf(document, { pdfStandard: standard, creationTimestamp })
  } catch (error) {
    const text = (error as Error).message
    const characters = [...text.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/g)].map((match) => match[1]!)
    if (characters.length > 0) throw missingCharacters(characters)
    const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1])
    throw new PdfError('vorlageFehlerhaft', messages.join('; ') || text)
  }
}

function missingCharacters(characters: readonly string[]): PdfError {
  const list = characters.map((character) => `${character} (${nameOf(character.codePointAt(0)!)})`).join(', ')
  return new PdfError('zeichenFehlt', `no glyph for ${list}`, characters)
}

function templateError(compiler: NodeCompiler, error: NodeError | null): PdfError {
  const messages = error ? diagnosticsOf(compiler, error) : []
  return new PdfError('vorlageFehlerhaft', messages.join('; ') || 'the template does not compile')
}

/** The messages without lines: the compiler gives no ranges for sources it did not read from a file. */
function diagnosticsOf(compiler: NodeCompiler, error: NodeError): string[] {
  const diagnostics = compiler.fetchDiagnostics(error) as { message: string; path?: string }[]
  return diagnostics.map(({ message, path }) => {
    const file = path?.split(/[/\\]/).at(-1)
    return file === undefined || file === '__main__.typ' ? message : `${file}: ${message}`
  })
}
