/** Lexical forms of the built-in types of XML Schema 1.0 that invoices use. */
import { normalizeSpace } from '../xml/tree.js'

const ZONE = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?'
const TIME = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)'
const DATE = '(-?(?:[1-9]\\d{3,}|0\\d{3}))-(\\d\\d)-(\\d\\d)'
const DATE_ONLY = new RegExp(`^${DATE}${ZONE}$`)
const DATE_TIME = new RegExp(`^${DATE}T${TIME}${ZONE}$`)
const TIME_ONLY = new RegExp(`^${TIME}${ZONE}$`)

function calendar(pattern: RegExp, text: string): boolean {
  const match = pattern.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year === 0 || month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

/** Groups of four characters; unused bits at the end are zero. White space may stand anywhere. */
function base64(text: string): boolean {
  const packed = /[\t\n\r ]/.test(text) ? text.replace(/[\t\n\r ]+/g, '') : text
  if (packed.length % 4 !== 0) return false
  const padding = packed.endsWith('==') ? 2 : packed.endsWith('=') ? 1 : 0
  if (/[^A-Za-z0-9+/]/.test(packed.slice(0, packed.length - padding))) return false
  const last = packed[packed.length - padding - 1] ?? ''
  return padding === 0 || (padding === 1 ? 'AEIMQUYcgkosw048' : 'AQgw').includes(last)
}

/** Whether a text has the form of a type; unknown types accept everything. */
export function hasForm(type: string, text: string): boolean {
  switch (type) {
    case 'string': case 'normalizedString': case 'token': return true
    case 'decimal': return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(normalizeSpace(text))
    case 'integer': return /^[+-]?\d+$/.test(normalizeSpace(text))
    case 'boolean': return /^(?:true|false|1|0)$/.test(normalizeSpace(text))
    case 'date': return calendar(DATE_ONLY, normalizeSpace(text))
    case 'dateTime': return calendar(DATE_TIME, normalizeSpace(text))
    case 'time': return TIME_ONLY.test(normalizeSpace(text))
    case 'base64Binary': return base64(text)
    case 'language': return /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(normalizeSpace(text))
    default: return true
  }
}

/** The value after the white space rule of its type. */
export const collapsed = (type: string, text: string): string =>
  type === 'string' ? text : type === 'normalizedString' ? text.replace(/[\t\n\r]/g, ' ') : normalizeSpace(text)

/** How a type is called in a message. */
export const TYPE_WORDS: Readonly<Record<string, string>> = {
  decimal: 'eine Dezimalzahl wie 1234.56', boolean: 'true oder false', date: 'ein Datum wie 2026-03-31', integer: 'eine ganze Zahl',
  dateTime: 'ein Zeitpunkt wie 2026-03-31T12:00:00', time: 'eine Uhrzeit wie 12:00:00', base64Binary: 'Base64-Daten',
  language: 'ein Sprachcode wie de',
}
