import { promisify } from 'node:util'
import * as yauzl from 'yauzl'
import { refuse, type FormatFindings, type RefusalCode, type WarningCode } from './findings.js'

export type ArchiveLimits = {
  maxEntries: number
  /** Bytes after unpacking, over all levels. */
  maxExpanded: number
  /** Unpacked : packed, for content above 1 MiB; ordinary office XML stays below 40. */
  maxRatio: number
  /** How many levels of archives may lie in an archive; office files with embedded tables need 1. */
  maxNesting: number
}

/** Spent over all levels, so that many small bombs count like one large one. */
type Budget = { entries: number; expanded: number }

type Level = { limits: ArchiveLimits; budget: Budget; depth: number; keep?: Map<string, Buffer> }

class Refused extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}

/**
 * Unpacks a ZIP (office files are ZIPs) into nothing, counting: real sizes, not the declared ones, decide. Refuses
 * macros, passwords, links, unsafe names and bombs.
 */
export async function inspectArchive(bytes: Buffer, limits: ArchiveLimits): Promise<FormatFindings> {
  const warnings = new Set<WarningCode>()
  try {
    await walk(bytes, { limits, budget: { entries: 0, expanded: 0 }, depth: 0 }, warnings)
    return { ok: true, warnings: [...warnings] }
  } catch (error) {
    if (error instanceof Refused) return refuse(error.code)
    const unsafeName = /relative path|absolute path|invalid characters/.test((error as Error).message)
    return refuse(unsafeName ? 'archivPfad' : 'unvollstaendig')
  }
}

/**
 * The files of an archive by name, unpacked under the same bounds as {@link inspectArchive}. Readers that go by the local headers of
 * a ZIP see what nobody has looked at: pack these files anew for them.
 */
export async function unpackArchive(bytes: Buffer, limits: ArchiveLimits): Promise<ReadonlyMap<string, Buffer> | undefined> {
  const keep = new Map<string, Buffer>()
  const level = { limits, budget: { entries: 0, expanded: 0 }, depth: 0, keep }
  return walk(bytes, level, new Set()).then(() => keep, () => undefined)
}

const fromBuffer = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)

async function walk(bytes: Buffer, level: Level, warnings: Set<WarningCode>): Promise<void> {
  const zip = await fromBuffer(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true })
  const names = new Set<string>()
  for await (const entry of entriesOf(zip)) {
    checkEntry(entry, names, level)
    if (entry.fileName.endsWith('/')) continue
    noteOffice(entry.fileName, warnings)
    const content = await unpack(zip, entry, level)
    level.keep?.set(entry.fileName, content)
    if (entry.fileName.endsWith('.rels') && loadsFromOutside(content)) warnings.add('officeExtern')
    if (content.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) {
      if (level.depth >= level.limits.maxNesting) throw new Refused('archivVerschachtelt')
      const { keep: _, ...inner } = level
      await walk(content, { ...inner, depth: level.depth + 1 }, warnings)
    }
  }
}

async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  for (;;) {
    const { promise, resolve, reject } = Promise.withResolvers<yauzl.Entry | undefined>()
    const onEntry = (entry: yauzl.Entry): void => resolve(entry)
    const onEnd = (): void => resolve(undefined)
    zip.once('entry', onEntry).once('end', onEnd).once('error', reject)
    zip.readEntry()
    const entry = await promise
    zip.off('entry', onEntry).off('end', onEnd).off('error', reject)
    if (!entry) return
    yield entry
  }
}

function checkEntry(entry: yauzl.Entry, names: Set<string>, { limits, budget }: Level): void {
  budget.entries += 1
  if (budget.entries > limits.maxEntries) throw new Refused('archivZuGross')
  if (entry.generalPurposeBitFlag & 1) throw new Refused('archivKennwort')
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
  // Two entries of one name are read differently by different programs; the scanner may see the harmless one.
  if (isLink || names.has(entry.fileName) || /[\p{Cc}\p{Cf}]/u.test(entry.fileName)) throw new Refused('archivPfad')
  names.add(entry.fileName)
  if (/(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$/i.test(entry.fileName)) throw new Refused('makros')
  if (/^(?:Basic|Scripts)\/.*\.(?:xml|xlb|bas|py|js|bsh)$/i.test(entry.fileName) && entry.uncompressedSize > 0) {
    throw new Refused('makros')
  }
}

function noteOffice(fileName: string, warnings: Set<WarningCode>): void {
  if (/(?:^|\/)(?:embeddings|activeX)\/|oleObject/i.test(fileName)) warnings.add('officeEingebettet')
}

function loadsFromOutside(relations: Buffer): boolean {
  const text = relations.toString('utf8')
  // Hyperlinks are external too, but nothing is loaded before somebody clicks.
  return (text.match(/<Relationship\b[^<>]*>/g) ?? []).some(
    (relation) => /TargetMode\s*=\s*["']External["']/.test(relation) && !/relationships\/hyperlink["']/.test(relation),
  )
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, { limits, budget }: Level): Promise<Buffer> {
  const mebibyte = 1024 * 1024
  const { promise, resolve, reject } = Promise.withResolvers<NodeJS.ReadableStream>()
  zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  const stream = await promise
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    budget.expanded += chunk.length
    const tooDense = size > mebibyte && size > entry.compressedSize * limits.maxRatio
    if (budget.expanded > limits.maxExpanded || tooDense) throw new Refused('archivZuGross')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
