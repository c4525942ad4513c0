import { inflateSync } from 'node:zlib'

const headerLength = 44
const entryLength = 20

type Table = { tag: string; checksum: number; data: Buffer }

/**
 * Unpacks a WOFF 1.0 font (W3C REC-WOFF-20121213) to TrueType/OpenType: the same tables, each deflated on its own.
 * Typst reads only the latter, npm packages for the web ship only the former. `rename` gives the font a family name of
 * its own, so that a font of the same name installed on the machine cannot be taken instead (the licence of Noto, SIL
 * OFL 1.1 without reserved names, allows it).
 * @throws Error when the file is no WOFF or damaged
 */
export function woffToSfnt(woff: Buffer, rename?: { family: string; style: string }): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 font')
  const flavor = woff.readUInt32BE(4)
  const count = woff.readUInt16BE(12)
  const tables: Table[] = []
  for (let index = 0; index < count; index += 1) {
    const entry = headerLength + index * entryLength
    const offset = woff.readUInt32BE(entry + 4)
    const packedLength = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const packed = woff.subarray(offset, offset + packedLength)
    const data = packedLength < length ? inflateSync(packed, { maxOutputLength: length }) : packed
    if (data.length !== length) throw new Error('damaged WOFF table')
    const tag = woff.toString('latin1', entry, entry + 4)
    const content = tag === 'name' && rename ? nameTable(rename) : data
    tables.push({ tag, checksum: checksumOf(content), data: content })
  }
  return writeSfnt(flavor, tables)
}

function writeSfnt(flavor: number, tables: readonly Table[]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length))
  const directory = Buffer.alloc(12 + tables.length * 16)
  directory.writeUInt32BE(flavor, 0)
  directory.writeUInt16BE(tables.length, 4)
  directory.writeUInt16BE(power * 16, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE(tables.length * 16 - power * 16, 10)
  const parts: Buffer[] = [directory]
  let offset = directory.length
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = 12 + index * 16
    directory.write(tag, entry, 'latin1')
    directory.writeUInt32BE(checksum, entry + 4)
    directory.writeUInt32BE(offset, entry + 8)
    directory.writeUInt32BE(data.length, entry + 12)
    const padding = (4 - (data.length % 4)) % 4
    parts.push(data, Buffer.alloc(padding))
    offset += data.length + padding
  }
  return Buffer.concat(parts)
}

/** A name table (OpenType 'name', version 0) with family, style and full name only, as Windows Unicode, English. */
function nameTable({ family, style }: { family: string; style: string }): Buffer {
  const names: [id: number, text: string][] = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, `${family}-${style}`.replaceAll(' ', '')],
  ]
  const storage = 6 + names.length * 12
  const table = Buffer.alloc(storage)
  table.writeUInt16BE(names.length, 2)
  table.writeUInt16BE(storage, 4)
  const strings: Buffer[] = []
  let offset = 0
  for (const [index, [id, text]] of names.entries()) {
    const string = Buffer.from(text, 'utf16le').swap16()
    const fields = [3, 1, 0x409, id, string.length, offset]
    fields.forEach((field, position) => table.writeUInt16BE(field, 6 + index * 12 + position * 2))
    strings.push(string)
    offset += string.length
  }
  return Buffer.concat([table, ...strings])
}

function checksumOf(data: Buffer): number {
  const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
  let sum = 0
  for (let offset = 0; offset < padded.length; offset += 4) sum = (sum + padded.readUInt32BE(offset)) >>> 0
  return sum
}
