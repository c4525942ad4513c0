import { cleanLine } from './clean.js'

const MAX_BYTES = 255
/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/iu
const FORBIDDEN = /[<>:"|?*]/gu

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

function cut(text: string, maxBytes: number): string {
  let kept = ''
  let size = 0
  for (const { segment } of new Intl.Segmenter('de', { granularity: 'grapheme' }).segment(text)) {
    size += bytes(segment)
    if (size > maxBytes) break
    kept += segment
  }
  return kept
}

const MAX_LOOKED_AT = 1_000

/**
 * A file name that is safe to show, to offer for download and to write into an archive: only the last part of a path,
 * NFC, without bidi and control characters, without signs that Windows forbids, no device name, no dot or space at the
 * end, at most 255 bytes in UTF-8 with its extension kept. Never used as a storage path: blobs are stored under their
 * hash.
 *
 * @param fallback what a name becomes of which nothing is left
 */
export function safeFileName(name: string, fallback = 'Datei'): string {
  // Cut first: no system has longer names, and looking for dots at the end of a long run of them takes quadratic time.
  const last = cleanLine(name.slice(-MAX_LOOKED_AT).split(/[/\\]/u).at(-1) ?? '').text
  const plain = last.replace(FORBIDDEN, '_').replace(/^\.+/u, '').replace(/[. ]+$/u, '').trim()
  if (plain === '') return fallback
  const named = RESERVED.test(plain) ? `_${plain}` : plain
  if (bytes(named) <= MAX_BYTES) return named
  const dot = named.lastIndexOf('.')
  const extension = dot > 0 && bytes(named.slice(dot)) <= 32 ? named.slice(dot) : ''
  const stem = extension ? named.slice(0, dot) : named
  return cut(stem, MAX_BYTES - bytes(extension)).replace(/[. ]+$/u, '') + extension
}
