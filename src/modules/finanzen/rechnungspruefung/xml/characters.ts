/** Characters of XML 1.0: which are allowed, how references and line ends are read. */
import { XmlError } from './error.js'

const CONTROL = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff'
const HIGH = '\\ud800-\\udbff'
const LOW = '\\udc00-\\udfff'
const SPECIAL_VALUE = new RegExp(`[&<\\t\\n\\r${CONTROL}${HIGH}${LOW}]`)
/** Characters that XML forbids, and halves of pairs. */
export const FORBIDDEN = new RegExp(`[${CONTROL}]|[${HIGH}](?![${LOW}])|(?<![${HIGH}])[${LOW}]`)

function refuse(message: string, offset: number): never {
  throw new XmlError('syntax', message, offset)
}

export const isSpace = (code: number) => code === 32 || code === 10 || code === 9 || code === 13

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' }

function reference(body: string, offset: number): string {
  const known = ENTITIES[body]
  if (known !== undefined && Object.hasOwn(ENTITIES, body)) return known
  const match = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(body)
  if (!match) return refuse(`Die Entität &${body.slice(0, 40)}; ist nicht erlaubt.`, offset)
  const code = match[1] ? Number.parseInt(match[1], 16) : Number.parseInt(match[2] ?? '', 10)
  const char = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\u0000'
  if (FORBIDDEN.test(char)) refuse('Das angegebene Zeichen ist in XML nicht erlaubt.', offset)
  return char
}

/** Replaces references; each stands for one character, so nothing can expand. */
function expand(raw: string, offset: number): string {
  let out = ''
  let from = 0
  for (let amp = raw.indexOf('&'); amp !== -1; amp = raw.indexOf('&', from)) {
    const end = raw.indexOf(';', amp)
    if (end === -1 || end - amp > 60) refuse('Ein & muss als &amp; geschrieben werden.', offset + amp)
    out += raw.slice(from, amp) + reference(raw.slice(amp + 1, end), offset + amp)
    from = end + 1
  }
  return out + raw.slice(from)
}

/** Nothing that needs a second look: no reference, no `]`, no line end to change, no character beyond the usual ones. */
function isPlain(raw: string): boolean {
  for (let i = 0; i < raw.length; i += 1) {
    const c = raw.charCodeAt(i)
    if (c === 38 || c === 93 || c >= 0xd800 || (c < 32 && c !== 10 && c !== 9)) return false
  }
  return true
}

/** Character data with references resolved and line ends normalized. */
export function text(raw: string, offset: number): string {
  if (isPlain(raw)) return raw
  if (raw.includes(']]>')) refuse('Die Zeichenfolge ]]> ist im Text nicht erlaubt.', offset)
  if (FORBIDDEN.test(raw)) refuse('Der Text enthält ein Zeichen, das in XML nicht erlaubt ist.', offset)
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  return lines.includes('&') ? expand(lines, offset) : lines
}

/** An attribute value with references resolved and white space normalized. */
export function value(raw: string, offset: number): string {
  if (!SPECIAL_VALUE.test(raw)) return raw
  if (raw.includes('<')) refuse('Das Zeichen < ist in einem Attribut nicht erlaubt.', offset)
  if (FORBIDDEN.test(raw)) refuse('Ein Attribut enthält ein Zeichen, das in XML nicht erlaubt ist.', offset)
  return expand(raw.replace(/\r\n|[\t\n\r]/g, ' '), offset)
}
