/** Access to the objects of a PDF file: cross reference tables and streams, object streams, repair by scanning. */
import { PdfError } from './error.js'
import { decodeFilter, MAX_STREAM } from './filters.js'
import type { Predictor } from './filters.js'
import { isArray, isDict, isKeyword, isName, isRef, isStream, readValue, skipBlank } from './lexer.js'
import type { Cursor, Dict, Ref, Stream, Value } from './lexer.js'

type Place = { readonly kind: 'at', readonly offset: number } | { readonly kind: 'in', readonly stream: number, readonly index: number }

export interface PdfFile {
  readonly bytes: Uint8Array
  readonly places: Map<number, Place>
  readonly cache: Map<number, Value>
  readonly streams: Map<number, readonly (readonly [number, Value])[]>
  readonly trailer: Map<string, Value>
}

const MAX_OBJECTS = 1_000_000
const MAX_TABLES = 200
const find = (bytes: Uint8Array, text: string, from: number): number => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(text, from, 'latin1')

/** Object at an offset: `n g obj value [stream …]`. */
function objectAt(file: PdfFile, offset: number, expected?: number): { num: number, value: Value } | undefined {
  const c: Cursor = { bytes: file.bytes, at: offset }
  const num = readValue(c)
  const gen = readValue(c)
  if (typeof num !== 'number' || typeof gen !== 'number' || !isKeyword(readValue(c), 'obj')) return undefined
  if (expected !== undefined && num !== expected) return undefined
  const value = readValue(c)
  if (!isDict(value)) return { num, value }
  const saved = c.at
  if (!isKeyword(readValue(c), 'stream')) return { num, value }
  skipBlankAfterStream(c, saved)
  return { num, value: { dict: value, raw: streamBytes(file, value, c.at) } }
}

function skipBlankAfterStream(c: Cursor, saved: number): void {
  c.at = saved
  skipBlank(c)
  c.at += 'stream'.length
  if (c.bytes[c.at] === 13) c.at += 1
  if (c.bytes[c.at] === 10) c.at += 1
}

function streamBytes(file: PdfFile, dict: Dict, start: number): Uint8Array {
  const length = resolve(file, dict.get('Length'))
  if (typeof length === 'number' && length >= 0 && start + length <= file.bytes.length) {
    const c: Cursor = { bytes: file.bytes, at: start + length }
    if (isKeyword(readValue(c), 'endstream')) return file.bytes.subarray(start, start + length)
  }
  const end = find(file.bytes, 'endstream', start)
  return file.bytes.subarray(start, end === -1 ? file.bytes.length : end)
}

const numberIn = (file: PdfFile, dict: Dict | undefined, key: string, fallback: number): number => {
  const v = dict && resolve(file, dict.get(key))
  return typeof v === 'number' ? v : fallback
}

/** Decoded bytes of a stream. */
export function decode(file: PdfFile, stream: Stream): Uint8Array {
  const list = (v: Value): readonly Value[] => isArray(v) ? v : v === null ? [] : [v]
  const filters = list(resolve(file, stream.dict.get('Filter') ?? stream.dict.get('F')))
  const params = list(resolve(file, stream.dict.get('DecodeParms') ?? stream.dict.get('DP')))
  let data = stream.raw
  if (filters.length > 8) throw new PdfError('Die PDF-Datei ist zu stark verschachtelt.', 'Too many filters.')
  filters.forEach((f, i) => {
    const filter = resolve(file, f)
    const p = resolve(file, params[i])
    const dict = isDict(p) ? p : undefined
    const predictor: Predictor = {
      predictor: numberIn(file, dict, 'Predictor', 1), colors: numberIn(file, dict, 'Colors', 1),
      bits: numberIn(file, dict, 'BitsPerComponent', 8), columns: Math.min(numberIn(file, dict, 'Columns', 1), MAX_STREAM),
    }
    data = decodeFilter(isName(filter) ? filter.name : '', data, predictor)
  })
  return data
}

/** Follows a reference; missing objects are null. */
export function resolve(file: PdfFile, value: Value | undefined, depth = 0): Value {
  if (value === undefined) return null
  if (!isRef(value)) return value
  return depth > 20 ? null : resolve(file, load(file, value), depth + 1)
}

function load(file: PdfFile, ref: Ref): Value {
  const known = file.cache.get(ref.num)
  if (known !== undefined) return known
  file.cache.set(ref.num, null)
  const place = file.places.get(ref.num)
  let value: Value = null
  if (place?.kind === 'at') value = objectAt(file, place.offset, ref.num)?.value ?? null
  else if (place?.kind === 'in') value = fromObjectStream(file, place.stream, ref.num)
  file.cache.set(ref.num, value)
  return value
}

function fromObjectStream(file: PdfFile, container: number, num: number): Value {
  let members = file.streams.get(container)
  if (!members) {
    const stream = resolve(file, { num: container, gen: 0 })
    members = isStream(stream) ? readObjectStream(file, stream) : []
    file.streams.set(container, members)
  }
  return members.find(([n]) => n === num)?.[1] ?? null
}

function readObjectStream(file: PdfFile, stream: Stream): (readonly [number, Value])[] {
  const data = decode(file, stream)
  const count = Math.min(numberIn(file, stream.dict, 'N', 0), MAX_OBJECTS)
  const first = numberIn(file, stream.dict, 'First', 0)
  const head: Cursor = { bytes: data, at: 0 }
  const out: (readonly [number, Value])[] = []
  for (let i = 0; i < count && head.at < data.length; i += 1) {
    const num = readValue(head)
    const offset = readValue(head)
    if (typeof num !== 'number' || typeof offset !== 'number') break
    out.push([num, readValue({ bytes: data, at: first + offset })])
  }
  return out
}

function put(file: PdfFile, num: number, place: Place): void {
  if (file.places.size < MAX_OBJECTS && !file.places.has(num)) file.places.set(num, place)
}

function readTable(file: PdfFile, c: Cursor): Dict | undefined {
  for (;;) {
    const start = readValue(c)
    if (isKeyword(start, 'trailer')) break
    const count = readValue(c)
    if (typeof start !== 'number' || typeof count !== 'number' || count > MAX_OBJECTS) return undefined
    for (let i = 0; i < count; i += 1) {
      const offset = readValue(c)
      readValue(c)
      const kind = readValue(c)
      if (typeof offset !== 'number') return undefined
      if (isKeyword(kind, 'n')) put(file, start + i, { kind: 'at', offset })
    }
  }
  const trailer = readValue(c)
  return isDict(trailer) ? trailer : undefined
}

function readStreamTable(file: PdfFile, stream: Stream): Dict {
  const data = decode(file, stream)
  const numbers = (v: Value): number[] => isArray(v) ? v.map((n) => typeof n === 'number' ? n : 0) : []
  const [w0 = 0, w1 = 0, w2 = 0] = numbers(resolve(file, stream.dict.get('W')))
  const size = numberIn(file, stream.dict, 'Size', 0)
  const index = stream.dict.has('Index') ? numbers(resolve(file, stream.dict.get('Index'))) : [0, size]
  let at = 0
  const field = (width: number): number => {
    let value = 0
    for (let i = 0; i < width; i += 1, at += 1) value = value * 256 + (data[at] ?? 0)
    return value
  }
  for (let k = 0; k + 1 < index.length; k += 2) {
    for (let i = 0; i < (index[k + 1] as number) && at < data.length; i += 1) {
      const kind = w0 === 0 ? 1 : field(w0)
      const [a, b] = [field(w1), field(w2)]
      if (kind === 1) put(file, (index[k] as number) + i, { kind: 'at', offset: a })
      else if (kind === 2) put(file, (index[k] as number) + i, { kind: 'in', stream: a, index: b })
    }
  }
  return stream.dict
}

function readSection(file: PdfFile, offset: number): Dict | undefined {
  const c: Cursor = { bytes: file.bytes, at: offset }
  const word = readValue(c)
  if (isKeyword(word, 'xref')) return readTable(file, c)
  const object = objectAt(file, offset)
  return object && isStream(object.value) ? readStreamTable(file, object.value) : undefined
}

function readTables(file: PdfFile): boolean {
  const start = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length).lastIndexOf('startxref', file.bytes.length, 'latin1')
  const first = start === -1 ? null : readValue({ bytes: file.bytes, at: start + 9 })
  const queue: Value[] = [first]
  const seen = new Set<number>()
  while (queue.length > 0 && seen.size < MAX_TABLES) {
    const offset = queue.shift()
    if (typeof offset !== 'number' || seen.has(offset) || offset >= file.bytes.length) continue
    seen.add(offset)
    const trailer = readSection(file, offset)
    if (!trailer) return false
    for (const [k, v] of trailer) if (!file.trailer.has(k)) file.trailer.set(k, v)
    queue.push(trailer.get('XRefStm') ?? null, trailer.get('Prev') ?? null)
  }
  return isDict(resolve(file, file.trailer.get('Root')))
}

/** Finds objects by their headings where the tables are broken; the last object of a number counts. */
function repair(file: PdfFile): void {
  file.places.clear()
  file.cache.clear()
  file.streams.clear()
  file.trailer.clear()
  const text = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length).toString('latin1')
  for (const m of text.matchAll(/(?:^|[\r\n \t])(\d{1,9})[ \t]+\d{1,5}[ \t]+obj\b/g)) {
    if (file.places.size >= MAX_OBJECTS) break
    file.places.set(Number(m[1]), { kind: 'at', offset: m.index + m[0].indexOf(m[1] as string) })
  }
  for (const m of text.matchAll(/\btrailer\b/g)) {
    const trailer = readValue({ bytes: file.bytes, at: m.index + 7 })
    if (isDict(trailer)) for (const [k, v] of trailer) file.trailer.set(k, v)
  }
  const numbers = Array.from(file.places.keys())
  for (const num of numbers) {
    const value = resolve(file, { num, gen: 0 })
    const dict = isStream(value) ? value.dict : isDict(value) ? value : undefined
    const type = dict && resolve(file, dict.get('Type'))
    if (isStream(value) && isName(type) && type.name === 'ObjStm') {
      const members = readObjectStream(file, value)
      file.streams.set(num, members)
      members.forEach(([n], index) => put(file, n, { kind: 'in', stream: num, index }))
    }
    if (isName(type) && type.name === 'Catalog' && !file.trailer.has('Root')) file.trailer.set('Root', { num, gen: 0 })
    if (isName(type) && type.name === 'XRef' && dict) for (const [k, v] of dict) if (k === 'Root' || k === 'Encrypt') file.trailer.set(k, v)
  }
}

/** Opens a PDF. Throws {@link PdfError} for encrypted and hopelessly damaged files. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const file: PdfFile = { bytes, places: new Map(), cache: new Map(), streams: new Map(), trailer: new Map() }
  let sound = false
  try {
    sound = readTables(file)
  } catch (error) {
    if (!(error instanceof PdfError)) throw error
  }
  if (!sound && !file.trailer.has('Encrypt')) repair(file)
  if (file.trailer.has('Encrypt')) throw new PdfError('Die PDF-Datei ist verschlüsselt. Bitte senden Sie sie ohne Kennwortschutz.', 'The PDF is encrypted.')
  return file
}

/** The document catalog. */
export function catalog(file: PdfFile): Dict {
  const root = resolve(file, file.trailer.get('Root'))
  if (!isDict(root)) throw new PdfError('Die PDF-Datei ist beschädigt und kann nicht gelesen werden.', 'The PDF is damaged.')
  return root
}
