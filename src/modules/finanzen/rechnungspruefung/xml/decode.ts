import { XmlError } from './error.js'

const LABELS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8', utf8: 'utf-8', 'us-ascii': 'utf-8', ascii: 'utf-8', 'iso-8859-1': 'windows-1252', latin1: 'windows-1252',
  'iso-8859-15': 'iso-8859-15', 'windows-1252': 'windows-1252', 'utf-16': 'utf-16le', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be',
}

/** Encoding by byte order mark or by the zero bytes around the first `<`; `undefined` when the declaration decides. */
function sniff(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x3c && b === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c) return 'utf-16be'
  return undefined
}

function declared(bytes: Uint8Array): string {
  let head = ''
  for (let i = 0; i < Math.min(bytes.length, 200) && bytes[i] !== 0x3e; i += 1) head += String.fromCharCode(bytes[i] ?? 0)
  const match = /^<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(head)
  if (!match?.[1]) return 'utf-8'
  const label = LABELS[match[1].toLowerCase()]
  if (!label) throw new XmlError('encoding', `Die Zeichenkodierung ${match[1]} wird nicht unterstützt. Bitte UTF-8 verwenden.`, 0)
  // The bytes show no zero bytes at the start: a declaration of UTF-16 then contradicts the file.
  if (label.startsWith('utf-16')) throw new XmlError('encoding', 'Die Datei nennt UTF-16, ist aber nicht so gespeichert.', 0)
  return label
}

/**
 * Decodes the bytes of an XML file (XML 1.0, appendix F): byte order mark, then the declaration, then UTF-8. The mark
 * is removed. Throws {@link XmlError} for unsupported encodings and for byte sequences that the encoding forbids.
 */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = sniff(bytes) ?? declared(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new XmlError('encoding', `Die Datei enthält Bytes, die in ${encoding.toUpperCase()} nicht erlaubt sind.`, 0)
  }
}
