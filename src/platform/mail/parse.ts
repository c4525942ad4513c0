/** A received mail, as far as a person reading it needs. Header names are lower case; values are decoded. */
export type ParsedMail = {
  headers: ReadonlyMap<string, string>
  subject: string
  text: string
  attachments: { name: string; mime: string; bytes: Buffer }[]
}

type Part = { headers: Map<string, string>; body: Buffer }

/**
 * Reads the headers, the first text/plain part and the attachments of a message (RFC 5322, 2045 to 2047, 2231). Made
 * for mails of this program in demo mode, no general mail reader: HTML is ignored, broken encodings stay as they are.
 */
export function parseMail(raw: Buffer): ParsedMail {
  const top = splitPart(raw)
  const leaves = leavesOf(top, 0)
  const isText = (part: Part): boolean => mimeOf(part) === 'text/plain' && fileNameOf(part) === undefined
  const text = leaves.find(isText)
  return {
    headers: new Map([...top.headers].map(([name, value]) => [name, decodeWords(value)])),
    subject: decodeWords(top.headers.get('subject') ?? ''),
    text: text ? textOf(text) : '',
    attachments: leaves.flatMap((part) => {
      const name = fileNameOf(part)
      return name === undefined ? [] : [{ name, mime: mimeOf(part), bytes: decodeBody(part) }]
    }),
  }
}

function splitPart(raw: Buffer): Part {
  const match = /\r?\n\r?\n/.exec(raw.toString('latin1'))
  const end = match?.index ?? raw.length
  const headers = new Map<string, string>()
  // Header bytes beyond ASCII are UTF-8 nowadays (RFC 6532). The first header of a name counts.
  for (const line of raw.toString('utf8', 0, end).replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: raw.subarray(match ? end + match[0].length : end) }
}

function leavesOf(part: Part, depth: number): Part[] {
  const boundary = parameterOf(part.headers.get('content-type') ?? '', 'boundary')
  if (!mimeOf(part).startsWith('multipart/') || boundary === undefined || depth > 5) return [part]
  const body = `\r\n${part.body.toString('latin1')}`
  return body
    .split(`\r\n--${boundary}`)
    .slice(1)
    .filter((section) => !section.startsWith('--'))
    .flatMap((section) => leavesOf(splitPart(Buffer.from(section.replace(/^[ \t]*\r?\n/, ''), 'latin1')), depth + 1))
}

function mimeOf({ headers }: Part): string {
  return (headers.get('content-type') ?? 'text/plain').split(';')[0]!.trim().toLowerCase()
}

function fileNameOf({ headers }: Part): string | undefined {
  const disposition = headers.get('content-disposition') ?? ''
  const name = parameterOf(disposition, 'filename') ?? parameterOf(headers.get('content-type') ?? '', 'name')
  if (name !== undefined) return decodeWords(name)
  return /^attachment/i.test(disposition) ? 'Anlage' : undefined
}

/** A header parameter, also split or percent-encoded as `name*0*=utf-8''…` (RFC 2231). */
function parameterOf(header: string, name: string): string | undefined {
  const parts = [...header.matchAll(/;\s*([^=;\s]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g)]
    .map(([, key, quoted, token]) => {
      return { key: key!.toLowerCase(), value: quoted?.replace(/\\(.)/g, '$1') ?? token!.trim() }
    })
    .filter(({ key }) => key === name || key.startsWith(`${name}*`))
  if (parts.length === 0) return undefined
  const joined = parts.map(({ key, value }) => (key.endsWith('*') ? decodePercent(value) : value)).join('')
  return joined
}

function decodePercent(value: string): string {
  const encoded = value.replace(/^[\w-]*'[^']*'/, '')
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

function textOf(part: Part): string {
  const charset = parameterOf(part.headers.get('content-type') ?? '', 'charset') ?? 'utf-8'
  return decodeCharset(decodeBody(part), charset).replace(/\r\n/g, '\n')
}

function decodeBody({ headers, body }: Part): Buffer {
  switch ((headers.get('content-transfer-encoding') ?? '7bit').toLowerCase()) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64')
    case 'quoted-printable':
      return decodeQuoted(body.toString('latin1').replace(/=[ \t]*\r?\n/g, ''))
    default:
      return body
  }
}

function decodeQuoted(text: string): Buffer {
  const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}

function decodeCharset(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}

/** Encoded words (RFC 2047). Neighbours are joined as bytes first: an umlaut may be cut in two. */
function decodeWords(value: string): string {
  const joined = value.replace(/(=\?[^?]+\?[BbQq]\?[^?]*\?=)\s+(?==\?)/g, '$1')
  return joined.replace(/(?:=\?[^?]+\?[BbQq]\?[^?]*\?=)+/g, (run) => {
    const words = [...run.matchAll(/=\?([^?*]+)[^?]*\?([BbQq])\?([^?]*)\?=/g)]
    const bytes = words.map(([, , encoding, text]) =>
      encoding!.toUpperCase() === 'B' ? Buffer.from(text!, 'base64') : decodeQuoted(text!.replaceAll('_', ' ')),
    )
    return decodeCharset(Buffer.concat(bytes), words[0]?.[1] ?? 'utf-8')
  })
}
