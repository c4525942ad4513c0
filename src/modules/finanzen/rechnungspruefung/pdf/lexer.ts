/** Objects of the PDF syntax (ISO 32000-1, 7.3), read from bytes with bounds on depth. */

export interface Name { readonly name: string }
export interface Ref { readonly num: number, readonly gen: number }
export type Dict = ReadonlyMap<string, Value>
/** A stream: its dictionary and its still encoded bytes. */
export interface Stream { readonly dict: Dict, readonly raw: Uint8Array }
export interface Keyword { readonly keyword: string }
export type Value = null | boolean | number | Uint8Array | Name | Ref | readonly Value[] | Dict | Stream | Keyword

export const isName = (v: Value | undefined): v is Name => typeof v === 'object' && v !== null && 'name' in v
export const isRef = (v: Value | undefined): v is Ref => typeof v === 'object' && v !== null && 'num' in v
export const isStream = (v: Value | undefined): v is Stream => typeof v === 'object' && v !== null && 'raw' in v
export const isDict = (v: Value | undefined): v is Dict => v instanceof Map
export const isKeyword = (v: Value | undefined, word: string): boolean => typeof v === 'object' && v !== null && 'keyword' in v && v.keyword === word
export const isArray = (v: Value | undefined): v is readonly Value[] => Array.isArray(v)

export interface Cursor { readonly bytes: Uint8Array, at: number }

const SPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITER = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)))
const MAX_DEPTH = 60

export function skipBlank(c: Cursor): void {
  for (; c.at < c.bytes.length; c.at += 1) {
    const b = c.bytes[c.at] as number
    if (b === 37) while (c.at < c.bytes.length && c.bytes[c.at] !== 10 && c.bytes[c.at] !== 13) c.at += 1
    else if (!SPACE.has(b)) return
  }
}

function regular(c: Cursor): string {
  const start = c.at
  while (c.at < c.bytes.length && !SPACE.has(c.bytes[c.at] as number) && !DELIMITER.has(c.bytes[c.at] as number)) c.at += 1
  return Buffer.from(c.bytes.buffer, c.bytes.byteOffset + start, c.at - start).toString('latin1')
}

function nameOf(c: Cursor): Name {
  c.at += 1
  return { name: regular(c).replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) }
}

const ESCAPES: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 }

function literal(c: Cursor): Uint8Array {
  const out: number[] = []
  let depth = 1
  for (c.at += 1; c.at < c.bytes.length; c.at += 1) {
    const b = c.bytes[c.at] as number
    if (b === 92) escaped(c, out)
    else {
      if (b === 40) depth += 1
      else if (b === 41) depth -= 1
      if (depth === 0) break
      out.push(b)
    }
  }
  c.at += 1
  return Uint8Array.from(out)
}

function escaped(c: Cursor, out: number[]): void {
  c.at += 1
  const b = c.bytes[c.at] ?? 0
  if (b >= 48 && b <= 55) {
    let value = 0
    let digits = 0
    for (; digits < 3 && (c.bytes[c.at] ?? 0) >= 48 && (c.bytes[c.at] ?? 0) <= 55; digits += 1, c.at += 1) value = value * 8 + (c.bytes[c.at] as number) - 48
    c.at -= 1
    out.push(value & 255)
  } else if (b === 13) {
    if (c.bytes[c.at + 1] === 10) c.at += 1
  } else if (b !== 10) out.push(ESCAPES[b] ?? b)
}

function hexString(c: Cursor): Uint8Array {
  const end = c.bytes.indexOf(62, c.at)
  const stop = end === -1 ? c.bytes.length : end
  let hex = Buffer.from(c.bytes.buffer, c.bytes.byteOffset + c.at + 1, Math.max(0, stop - c.at - 1)).toString('latin1').replace(/[^0-9a-fA-F]/g, '')
  if (hex.length % 2 === 1) hex += '0'
  c.at = stop + 1
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

function dictionary(c: Cursor, depth: number): Dict {
  const out = new Map<string, Value>()
  for (c.at += 2; c.at < c.bytes.length;) {
    skipBlank(c)
    if (c.bytes[c.at] === 62) {
      c.at += 2
      break
    }
    if (c.bytes[c.at] !== 47) {
      if (c.at >= c.bytes.length) break
      readValue(c, depth + 1)
      continue
    }
    const key = nameOf(c).name
    out.set(key, readValue(c, depth + 1))
  }
  return out
}

function array(c: Cursor, depth: number): Value[] {
  const out: Value[] = []
  for (c.at += 1; c.at < c.bytes.length;) {
    skipBlank(c)
    if (c.bytes[c.at] === 93) {
      c.at += 1
      break
    }
    out.push(readValue(c, depth + 1))
  }
  return out
}

/** A number, or a reference when two integers and R follow each other. */
function numberOrRef(c: Cursor, text: string): Value {
  const value = Number(text)
  if (!/^\d+$/.test(text)) return value
  const saved = c.at
  skipBlank(c)
  const gen = regular(c)
  if (/^\d{1,5}$/.test(gen)) {
    skipBlank(c)
    const r = c.at
    if (regular(c) === 'R') return { num: value, gen: Number(gen) }
    c.at = r
  }
  c.at = saved
  return value
}

/** Reads the next object; unknown words come back as keywords. */
export function readValue(c: Cursor, depth = 0): Value {
  if (depth > MAX_DEPTH) {
    c.at = c.bytes.length
    return null
  }
  skipBlank(c)
  const b = c.bytes[c.at]
  if (b === undefined) return null
  if (b === 47) return nameOf(c)
  if (b === 40) return literal(c)
  if (b === 60) return c.bytes[c.at + 1] === 60 ? dictionary(c, depth) : hexString(c)
  if (b === 91) return array(c, depth)
  const word = regular(c)
  if (word === '') {
    c.at += 1
    return null
  }
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return numberOrRef(c, word)
  if (word === 'true' || word === 'false') return word === 'true'
  return word === 'null' ? null : { keyword: word }
}

/** Text of a string object: UTF-16 or UTF-8 with byte order mark, otherwise Latin-1. */
export function textOf(v: Value | undefined): string {
  if (isName(v)) return v.name
  if (!(v instanceof Uint8Array)) return ''
  if (v[0] === 0xfe && v[1] === 0xff) return new TextDecoder('utf-16be').decode(v.subarray(2))
  if (v[0] === 0xff && v[1] === 0xfe) return new TextDecoder('utf-16le').decode(v.subarray(2))
  if (v[0] === 0xef && v[1] === 0xbb && v[2] === 0xbf) return new TextDecoder().decode(v.subarray(3))
  return Buffer.from(v).toString('latin1')
}
