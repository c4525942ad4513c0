import { readFile, stat } from 'node:fs/promises'
import { inspectArchive, unpackArchive, type ArchiveLimits } from './archive.js'
import { detectType, listTypes, nameContradicts, safeFileName, uploadTypes, type UploadType } from './file-types.js'
import { refuse, warnings, type FormatFindings, type Refusal, type WarningCode } from './findings.js'
import { inspectImage, type ImageLimits } from './images.js'
import { inspectPdf } from './pdf.js'

export type UploadRules = {
  /** The name the browser sent; used for nothing but the stored name. */
  declaredName: string
  allowed: readonly UploadType[]
  /** Inclusive. The file is held in memory while it is inspected, so keep this below about 50 MB. */
  maxBytes: number
  archive?: Partial<ArchiveLimits>
  image?: Partial<ImageLimits>
}

export type Accepted = {
  ok: true
  type: UploadType
  mime: string
  /** Safe to store and to offer for download; its extension fits the content. */
  fileName: string
  size: number
  /** PDF only, as the file says. */
  pages?: number
  /** Pictures only, in pixels. */
  width?: number
  height?: number
  /** True when `stripGps` should be applied before storing. */
  gps: boolean
  warnings: { code: WarningCode; text: string }[]
}

const archiveLimits: ArchiveLimits = { maxEntries: 2000, maxExpanded: 100 * 1024 * 1024, maxRatio: 100, maxNesting: 1 }
// 120 megapixels: above any phone (108), below what would cost a converter half a gigabyte.
const imageLimits: ImageLimits = { maxSide: 30_000, maxPixels: 120_000_000 }

/**
 * Decides by content whether an uploaded file may come in, never by its name. Broken or hostile files are a normal
 * answer (`ok: false` with a German text that says what to do), not an exception. It does not replace the virus scan.
 */
export async function inspectUpload(
  source: Buffer | { path: string },
  rules: UploadRules,
): Promise<Accepted | Refusal> {
  const size = Buffer.isBuffer(source) ? source.length : (await stat(source.path)).size
  if (size === 0) return refuse('leer')
  if (size > rules.maxBytes) return refuse('zuGross', `Erlaubt sind ${formatMegabytes(rules.maxBytes)}.`)
  const bytes = Buffer.isBuffer(source) ? source : await readFile(source.path)
  const type = await detectType(bytes)
  if (type === 'makro') return refuse('makros')
  if (type === 'cfb') return refuse('altesOfficeFormat')
  if (!type || !rules.allowed.includes(type)) {
    return refuse('typNichtErlaubt', `Erlaubt sind: ${listTypes(rules.allowed)}.`)
  }
  if (isPolyglot(bytes, type)) return refuse('mehrdeutig')
  const findings = await inspectFormat(bytes, type, rules)
  if (!findings.ok) return findings
  const codes = [...findings.warnings]
  if (nameContradicts(rules.declaredName, type)) codes.unshift('nameBerichtigt')
  return {
    ...findings,
    type,
    mime: uploadTypes[type].mime,
    fileName: safeFileName(rules.declaredName, type),
    size,
    gps: findings.gps ?? false,
    warnings: codes.map((code) => ({ code, text: warnings[code] })),
  }
}

/** The files inside an archive that {@link inspectUpload} has accepted with the same bounds; undefined when it cannot be unpacked. */
export const archiveFiles = (bytes: Buffer, archive: Partial<ArchiveLimits> = {}): Promise<ReadonlyMap<string, Buffer> | undefined> =>
  unpackArchive(bytes, { ...archiveLimits, ...archive })

async function inspectFormat(bytes: Buffer, type: UploadType, rules: UploadRules): Promise<FormatFindings> {
  switch (type) {
    case 'pdf':
      return inspectPdf(bytes)
    case 'jpg':
    case 'png':
    case 'heic':
    case 'tif':
      return inspectImage(bytes, type, { ...imageLimits, ...rules.image })
    case 'docx':
    case 'xlsx':
    case 'odt':
    case 'ods':
    case 'zip':
      return inspectArchive(bytes, { ...archiveLimits, ...rules.archive })
    case 'txt':
      return { ok: true, warnings: [] }
  }
}

/**
 * A file that two programs read as two different things: a picture that is also a ZIP or a PDF, a PDF that is also a
 * ZIP, a picture that starts like a web page.
 */
function isPolyglot(bytes: Buffer, type: UploadType): boolean {
  const isZip = ['zip', 'docx', 'xlsx', 'odt', 'ods'].includes(type)
  const head = bytes.toString('latin1', 0, 1024)
  if (type !== 'pdf' && type !== 'txt' && head.includes('%PDF-')) return true
  if (!isZip && endsLikeZip(bytes)) return true
  return type !== 'txt' && !isZip && /<(?:!doctype html|html|script|\?php)/i.test(head)
}

/** An end-of-central-directory record whose comment reaches exactly to the end of the file. */
function endsLikeZip(bytes: Buffer): boolean {
  const mark = Buffer.from('PK\x05\x06', 'latin1')
  let position = bytes.lastIndexOf(mark)
  while (position !== -1 && position >= bytes.length - 65_557) {
    if (position + 22 <= bytes.length && position + 22 + bytes.readUInt16LE(position + 20) === bytes.length) return true
    if (position === 0) return false
    position = bytes.lastIndexOf(mark, position - 1)
  }
  return false
}

function formatMegabytes(bytes: number): string {
  const value = new Intl.NumberFormat('de', { maximumFractionDigits: 1 }).format(bytes / 1_000_000)
  return `höchstens ${value} MB`
}
