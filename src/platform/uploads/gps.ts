import { readIfd, tiffReader, type TiffReader } from './tiff.js'

const gpsPointerTag = 0x8825
const exifMark = 'Exif\0\0'
const xmpMarks = ['http://ns.adobe.com/xap/1.0/\0', 'http://ns.adobe.com/xmp/extension/\0']

/** True when a JPEG or HEIC says where it was taken (EXIF or XMP), in the picture itself or in its previews. */
export function hasGps(bytes: Buffer): boolean {
  return exifBlocks(bytes).some((exif) => gpsPointer(exif) !== undefined) || xmpBlocksWithGps(bytes).length > 0
}

/**
 * Removes the place where a JPEG or HEIC was taken; returns a copy of the same length. The picture is not re-encoded,
 * and all other data (orientation, time, colour profile, offsets of previews) stay: the GPS directory is taken out of
 * the EXIF block and overwritten with zeros, an XMP packet that names GPS is blanked.
 */
export function stripGps(original: Buffer): Buffer {
  const bytes = Buffer.from(original)
  for (const exif of exifBlocks(bytes)) {
    // A directory could name its GPS data twice; stop only when none is left.
    for (let pointer = gpsPointer(exif); pointer; pointer = gpsPointer(exif)) removeGps(exif, pointer)
  }
  for (const { start, end } of xmpBlocksWithGps(bytes)) bytes.fill(0x20, start, end)
  return bytes
}

// JPEG entropy data never contain a marker, and no compressed data start a TIFF header by chance, so a search is safe.
function exifBlocks(bytes: Buffer): TiffReader[] {
  return positionsOf(bytes, exifMark).flatMap((position) => tiffReader(bytes, position + exifMark.length) ?? [])
}

type GpsPointer = { directory: number; count: number; entry: number; target: number }

function gpsPointer(exif: TiffReader): GpsPointer | undefined {
  let directory = exif.uint32(4)
  for (let hops = 0; hops < 8 && directory !== 0; hops += 1) {
    const entries = readIfd(exif, directory)
    if (!entries) return undefined
    const pointer = entries.find((entry) => entry.tag === gpsPointerTag)
    if (pointer) return { directory, count: entries.length, entry: pointer.offset, target: pointer.value }
    directory = exif.uint32(directory + 2 + entries.length * 12)
  }
  return undefined
}

function removeGps(exif: TiffReader, { directory, count, entry, target }: GpsPointer): void {
  const { bytes, base, littleEndian } = exif
  for (const data of readIfd(exif, target) ?? []) {
    if (data.byteLength > 4) blank(bytes, base + data.value, data.byteLength)
  }
  blank(bytes, base + target, 2 + exif.uint16(target) * 12)
  // The following entries and the pointer to the next directory move up by one entry.
  const end = Math.min(base + directory + 2 + count * 12 + 4, bytes.length)
  bytes.copyWithin(base + entry, base + entry + 12, end)
  bytes.fill(0, end - 12, end)
  if (littleEndian) bytes.writeUInt16LE(count - 1, base + directory)
  else bytes.writeUInt16BE(count - 1, base + directory)
}

function blank(bytes: Buffer, start: number, length: number): void {
  // GPS values are a few numbers; a length beyond that is a forged entry that would blank the picture.
  if (length <= 4096 && start + length <= bytes.length) bytes.fill(0, start, start + length)
}

function xmpBlocksWithGps(bytes: Buffer): { start: number; end: number }[] {
  return xmpMarks.flatMap((mark) =>
    positionsOf(bytes, mark).flatMap((position) => {
      const isSegment = position >= 4 && bytes.readUInt16BE(position - 4) === 0xffe1
      if (!isSegment) return []
      const start = position + mark.length
      const end = Math.min(position - 2 + bytes.readUInt16BE(position - 2), bytes.length)
      return end > start && bytes.subarray(start, end).includes('GPS') ? [{ start, end }] : []
    }),
  )
}

function positionsOf(bytes: Buffer, text: string): number[] {
  const positions: number[] = []
  let position = bytes.indexOf(text, 0, 'latin1')
  while (position !== -1 && positions.length < 64) {
    positions.push(position)
    position = bytes.indexOf(text, position + text.length, 'latin1')
  }
  return positions
}
