import { inflateSync } from 'node:zlib'
import { refuse, type FormatFindings, type WarningCode } from './findings.js'

// Object streams are decompressed to see what they hide. More than this is no letter, certificate or invoice.
const maxInflated = 64 * 1024 * 1024

/**
 * Looks at a PDF without interpreting it: encryption, active content, number of pages. It reads names where they can
 * stand (file body and compressed object streams) and undoes the #xx escapes that hide them. It overreports rather than
 * underreports: a text that mentions /JavaScript is flagged too. The number of pages is what the file says.
 */
export function inspectPdf(bytes: Buffer): FormatFindings {
  const raw = bytes.toString('latin1')
  const { outside, objectStreams } = splitStreams(bytes, raw)
  if (objectStreams === undefined) return refuse('archivZuGross')
  const structure = unescapeNames(`${outside}\n${objectStreams}`)
  if (/\/Encrypt(?=[\s<])/.test(structure)) return refuse('kennwort')
  if (!raw.includes('startxref')) return refuse('unvollstaendig')
  const everywhere = `${structure}\n${unescapeNames(raw)}`
  const found: WarningCode[] = []
  if (/\/JavaScript(?![A-Za-z])/.test(everywhere)) found.push('pdfJavascript')
  if (/\/EmbeddedFiles?(?![A-Za-z])|\/RichMedia(?![A-Za-z])/.test(everywhere)) found.push('pdfEingebettet')
  if (/\/(?:Launch|GoToR|GoToE)(?![A-Za-z])/.test(everywhere)) found.push('pdfStartetProgramm')
  if (/\/(?:SubmitForm|ImportData)(?![A-Za-z])/.test(everywhere)) found.push('pdfSendetDaten')
  if (/\/XFA(?=[\s[\d<])/.test(structure)) found.push('pdfXfa')
  const pages = countPages(structure)
  if (pages === undefined) found.push('pdfSeitenUnbekannt')
  return { ok: true, ...(pages === undefined ? {} : { pages }), warnings: found }
}

/** The file without the data of its streams, and the decompressed text of its object streams (undefined: too large). */
function splitStreams(bytes: Buffer, raw: string): { outside: string; objectStreams: string | undefined } {
  const outside: string[] = []
  const inflated: string[] = []
  let budget = maxInflated
  let position = 0
  for (;;) {
    const keyword = findStream(raw, position)
    if (!keyword) break
    const head = raw.slice(position, keyword.start)
    outside.push(head)
    const end = raw.indexOf('endstream', keyword.data)
    if (end === -1) break
    if (/\/ObjStm(?![A-Za-z])/.test(unescapeNames(head.slice(-2000)))) {
      const text = inflate(bytes.subarray(keyword.data, end), budget)
      if (text === 'zuGross') return { outside: '', objectStreams: undefined }
      budget -= text.length
      inflated.push(text)
    }
    position = end
  }
  outside.push(raw.slice(position))
  return { outside: outside.join('\n'), objectStreams: inflated.join('\n') }
}

function findStream(raw: string, from: number): { start: number; data: number } | undefined {
  const pattern = />>\s*stream\r?\n/g
  pattern.lastIndex = from
  const match = pattern.exec(raw)
  return match ? { start: match.index + 2, data: pattern.lastIndex } : undefined
}

function inflate(data: Buffer, budget: number): string | 'zuGross' {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(budget, 1), finishFlush: 2 }).toString('latin1')
  } catch (error) {
    // Other filters than Flate are rare for object streams; what cannot be read cannot be flagged.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'zuGross' : ''
  }
}

function unescapeNames(text: string): string {
  if (!text.includes('#')) return text
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/**
 * Page objects, or the count of the page tree when that is smaller: files that were changed by appending keep their old
 * page objects, while outlines have counts too.
 */
function countPages(structure: string): number | undefined {
  const leaves = structure.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0
  const counts = [...structure.matchAll(/\/Count\s+(\d{1,7})(?!\d)/g)].map((match) => Number(match[1]))
  const largest = counts.reduce((a, b) => Math.max(a, b), 0)
  if (leaves === 0) return undefined
  return largest > 0 ? Math.min(leaves, largest) : leaves
}
