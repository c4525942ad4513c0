/** Decoding of stream data: Flate with predictors, ASCII hex and ASCII 85 (ISO 32000-1, 7.4), with a bound on the result. */
import { inflateRawSync, inflateSync } from 'node:zlib'
import { PdfError } from './error.js'

/** No embedded invoice and no table of a PDF is larger; stops decompression bombs. */
export const MAX_STREAM = 64 * 1024 * 1024

export interface Predictor { readonly predictor: number, readonly colors: number, readonly bits: number, readonly columns: number }

function flate(data: Uint8Array): Uint8Array {
  const options = { maxOutputLength: MAX_STREAM, finishFlush: 2 }
  try {
    return inflateSync(data, options)
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new PdfError('Eine Datei in der PDF ist ausgepackt zu groß.', 'A stream of the PDF is too large.')
  }
  try {
    return inflateRawSync(data.subarray(2), options)
  } catch {
    throw new PdfError('Die PDF-Datei ist beschädigt: Ein Teil lässt sich nicht auspacken.', 'A stream of the PDF cannot be inflated.')
  }
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}

function png(data: Uint8Array, p: Predictor): Uint8Array {
  const unit = Math.max(1, Math.ceil((p.colors * p.bits) / 8))
  const width = Math.ceil((p.columns * p.colors * p.bits) / 8)
  const rows = Math.ceil(data.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (width + 1)]
    for (let i = 0; i < width; i += 1) {
      const raw = data[row * (width + 1) + 1 + i] ?? 0
      const at = row * width + i
      const left = i >= unit ? out[at - unit] ?? 0 : 0
      const up = row > 0 ? out[at - width] ?? 0 : 0
      const corner = i >= unit && row > 0 ? out[at - width - unit] ?? 0 : 0
      const add = kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, corner) : 0
      out[at] = (raw + add) & 255
    }
  }
  return out
}

function ascii85(data: Uint8Array): Uint8Array {
  const text = Buffer.from(data).toString('latin1').replace(/\s+/g, '').replace(/^<~/, '').replace(/~>[\s\S]*$/, '')
  const out: number[] = []
  for (let i = 0; i < text.length;) {
    if (text[i] === 'z') {
      out.push(0, 0, 0, 0)
      i += 1
      continue
    }
    const group = text.slice(i, i + 5)
    let value = 0
    for (const char of group.padEnd(5, 'u')) value = value * 85 + (char.charCodeAt(0) - 33)
    for (let k = 0; k < group.length - 1; k += 1) out.push(Math.floor(value / 256 ** (3 - k)) & 255)
    i += 5
  }
  return Uint8Array.from(out)
}

function asciiHex(data: Uint8Array): Uint8Array {
  const hex = Buffer.from(data).toString('latin1').replace(/>[\s\S]*$/, '').replace(/[^0-9a-fA-F]/g, '')
  return new Uint8Array(Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex'))
}

/** Applies one filter. Throws {@link PdfError} for filters that structures and XML attachments never use. */
export function decodeFilter(name: string, data: Uint8Array, predictor: Predictor): Uint8Array {
  switch (name) {
    case 'FlateDecode': case 'Fl': {
      const out = flate(data)
      return predictor.predictor >= 10 ? png(out, predictor) : out
    }
    case 'ASCIIHexDecode': case 'AHx': return asciiHex(data)
    case 'ASCII85Decode': case 'A85': return ascii85(data)
    case 'Crypt': return data
    default: throw new PdfError(`Die PDF-Datei verwendet das nicht unterstützte Verfahren ${name}.`, `Unsupported PDF filter ${name}.`)
  }
}
