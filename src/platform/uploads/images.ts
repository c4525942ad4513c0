import { hasGps } from './gps.js'
import { refuse, type FormatFindings } from './findings.js'
import { readIfd, tiffReader } from './tiff.js'

export type ImageLimits = { maxSide: number; maxPixels: number }

type Size = { width: number; height: number }

/** Size in pixels from the header, without decoding; GPS presence. Refuses decompression bombs and broken headers. */
export function inspectImage(bytes: Buffer, type: 'jpg' | 'png' | 'heic' | 'tif', limits: ImageLimits): FormatFindings {
  const size = imageSize(bytes, type)
  if (!size || size.width === 0 || size.height === 0) return refuse('unvollstaendig')
  if (Math.max(size.width, size.height) > limits.maxSide || size.width * size.height > limits.maxPixels) {
    return refuse('bildZuGross')
  }
  const gps = hasGps(bytes)
  return { ok: true, ...size, gps, warnings: gps ? ['bildStandort'] : [] }
}

function imageSize(bytes: Buffer, type: 'jpg' | 'png' | 'heic' | 'tif'): Size | undefined {
  switch (type) {
    case 'jpg':
      return jpegSize(bytes)
    case 'png':
      return pngSize(bytes)
    case 'heic':
      return heicSize(bytes)
    case 'tif':
      return tiffSize(bytes)
  }
}

function pngSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** Walks the markers to the frame header (SOF0 to SOF15 except DHT, JPG and DAC). */
function jpegSize(bytes: Buffer): Size | undefined {
  let position = 2
  while (position + 9 < bytes.length) {
    if (bytes[position] !== 0xff) return undefined
    const marker = bytes[position + 1]!
    if (marker === 0xff) {
      position += 1
      continue
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      position += 2
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: bytes.readUInt16BE(position + 5), width: bytes.readUInt16BE(position + 7) }
    }
    if (marker === 0xd9 || marker === 0xda) return undefined
    position += 2 + bytes.readUInt16BE(position + 2)
  }
  return undefined
}

/** The largest spatial extents property (`ispe`, ISO/IEC 23008-12) in the file: tiles are smaller than the grid. */
function heicSize(bytes: Buffer): Size | undefined {
  let largest: Size | undefined
  let position = bytes.indexOf('ispe', 0, 'latin1')
  while (position !== -1 && position + 16 <= bytes.length) {
    const size = { width: bytes.readUInt32BE(position + 8), height: bytes.readUInt32BE(position + 12) }
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size
    position = bytes.indexOf('ispe', position + 4, 'latin1')
  }
  return largest
}

function tiffSize(bytes: Buffer): Size | undefined {
  const reader = tiffReader(bytes, 0)
  if (!reader) return undefined
  const entries = readIfd(reader, reader.uint32(4))
  const width = entries?.find((entry) => entry.tag === 256)?.value
  const height = entries?.find((entry) => entry.tag === 257)?.value
  return width === undefined || height === undefined ? undefined : { width, height }
}
