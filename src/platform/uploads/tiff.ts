/** Bounds-checked access to a TIFF structure (TIFF files and EXIF blocks) that starts at `base` inside a buffer. */
export type TiffReader = {
  bytes: Buffer
  base: number
  littleEndian: boolean
  /** Numbers relative to `base`; 0 outside the buffer, so that broken files end loops instead of throwing. */
  uint16(offset: number): number
  uint32(offset: number): number
}

/** One directory entry. `value` is the inline number (SHORT or LONG) or the offset of the data. */
export type IfdEntry = { tag: number; offset: number; byteLength: number; value: number }

const bytesPerValue = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

export function tiffReader(bytes: Buffer, base: number): TiffReader | undefined {
  const mark = bytes.toString('latin1', base, base + 4)
  if (mark !== 'II*\0' && mark !== 'MM\0*') return undefined
  const littleEndian = mark.startsWith('I')
  const inside = (offset: number, length: number): boolean => offset >= 0 && base + offset + length <= bytes.length
  return {
    bytes,
    base,
    littleEndian,
    uint16: (offset) => {
      if (!inside(offset, 2)) return 0
      return littleEndian ? bytes.readUInt16LE(base + offset) : bytes.readUInt16BE(base + offset)
    },
    uint32: (offset) => {
      if (!inside(offset, 4)) return 0
      return littleEndian ? bytes.readUInt32LE(base + offset) : bytes.readUInt32BE(base + offset)
    },
  }
}

/** Cameras write about fifty. Each block of a file is walked several times, so thousands would keep the server busy for minutes. */
const MAX_ENTRIES = 200

/** Entries of the directory at `offset`; undefined when it does not fit into the buffer or is longer than any real one. */
export function readIfd(reader: TiffReader, offset: number): IfdEntry[] | undefined {
  const count = reader.uint16(offset)
  if (count === 0 || count > MAX_ENTRIES || reader.base + offset + 2 + count * 12 > reader.bytes.length) return undefined
  return Array.from({ length: count }, (_, index) => {
    const entry = offset + 2 + index * 12
    const type = reader.uint16(entry + 2)
    const short = type === 3 && reader.uint32(entry + 4) === 1
    return {
      tag: reader.uint16(entry),
      offset: entry,
      byteLength: (bytesPerValue[type] ?? 1) * reader.uint32(entry + 4),
      value: short ? reader.uint16(entry + 8) : reader.uint32(entry + 8),
    }
  })
}
