import { readSheet } from 'read-excel-file/node'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { ZipFile } from 'yazl'

/** What a table may have at most. The reader fills gaps: a single cell in the last column of the last row would take all memory. */
export interface SheetLimits { readonly rows: number; readonly columns: number; readonly cells: number }

/** Real files have seven levels or eight. Each level costs the parser a look at all levels above it. */
const MAX_DEPTH = 40

/**
 * The first sheet of an XLSX file, out of its unpacked files (`archiveFiles`): they are packed anew, so that the reader, which goes
 * by other headers of a ZIP than everybody else, reads what was looked at. Numbers are their
 * digits as `{ zahl }`: a float never comes between them and the cents. Undefined when it is no readable table within the limits.
 */
export async function readFirstSheet(files: ReadonlyMap<string, Buffer>, limits: SheetLimits): Promise<readonly (readonly unknown[])[] | undefined> {
  const parts = [...files].filter(([name]) => /\.(?:xml|rels)$/i.test(name))
  if (!parts.every(([name, bytes]) => isSound(bytes, /worksheets\//i.test(name) ? limits : undefined))) return undefined
  return readSheet<{ readonly zahl: string }>(await pack(parts), { parseNumber: (zahl) => ({ zahl }) }).catch(() => undefined)
}

async function pack(parts: readonly (readonly [string, Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name, { compress: false })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Well-formed UTF-8 without a document type, of few levels; of a sheet, no cell outside of the limits. */
function isSound(bytes: Buffer, limits: SheetLimits | undefined): boolean {
  const parser = new SaxesParser({ xmlns: true })
  const measure = limits && measureOf(limits)
  let depth = 0
  parser.on('doctype', () => { throw new RangeError('document type') })
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH) throw new RangeError('too deep')
    measure?.(tag)
  })
  parser.on('closetag', () => { depth-- })
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close()
    return true
  } catch {
    return false
  }
}

/** Follows rows and cells as the reader does: those without an address come after the one before. */
function measureOf({ rows, columns, cells }: SheetLimits): (tag: SaxesTagNS) => void {
  let [row, column, count, widest] = [0, 0, 0, 0]
  return ({ local, attributes }) => {
    if (local !== 'row' && local !== 'c') return
    const [, letters, digits] = /^([A-Z]*)(\d*)$/i.exec(attributes['r']?.value.trim() ?? '') ?? []
    if (letters === undefined) throw new RangeError('address')
    if (local === 'row') { row = digits ? Number(digits) : row + 1; column = 0 } else {
      column = letters ? columnNumber(letters) : column + 1
      if (digits) row = Number(digits)
      count += 1
    }
    widest = Math.max(widest, column)
    if (row > rows || widest > columns || Math.max(count, row * widest) > cells) throw new RangeError('too large')
  }
}

const columnNumber = (letters: string): number => Array.from(letters.slice(0, 8).toUpperCase()).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
