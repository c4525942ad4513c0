import { serversOf } from '../database/addresses.js'

/** A problem with one value, in both languages of the operators' messages. */
export interface Reason {
  de: string
  en: string
}

export type Parsed<T> = { ok: true; value: T } | ({ ok: false } & Reason)

/** How a value is read: from a string (environment, command line) or as it stands in YAML. */
export interface ValueType<T> {
  /** German, for the documentation. */
  label: string
  parse(raw: unknown): Parsed<T>
}

const good = <T>(value: T): Parsed<T> => ({ ok: true, value })
const bad = (de: string, en: string): Parsed<never> => ({ ok: false, de, en })

export const text: ValueType<string> = {
  label: 'Text',
  parse: (raw) =>
    typeof raw === 'string' && raw.trim() !== ''
      ? good(raw.trim())
      : bad('muss ein nicht leerer Text sein', 'must be a non-empty text'),
}

export function integer(min: number, max: number): ValueType<number> {
  return {
    label: `Zahl von ${min} bis ${max}`,
    parse(raw) {
      const value = typeof raw === 'string' && /^-?\d+$/.test(raw.trim()) ? Number(raw) : raw
      return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
        ? good(value)
        : bad(`muss eine ganze Zahl von ${min} bis ${max} sein`, `must be a whole number from ${min} to ${max}`)
    },
  }
}

export const yesNo: ValueType<boolean> = {
  label: 'true oder false',
  parse(raw) {
    if (raw === true || raw === 'true' || raw === 'ja' || raw === '1') return good(true)
    if (raw === false || raw === 'false' || raw === 'nein' || raw === '0') return good(false)
    return bad('muss true oder false sein', 'must be true or false')
  },
}

export function oneOf<const T extends string>(...values: readonly T[]): ValueType<T> {
  return {
    label: values.map((value) => `\`${value}\``).join(', '),
    parse(raw) {
      const value = values.find((candidate) => candidate === raw)
      return value === undefined
        ? bad(`muss einer dieser Werte sein: ${values.join(', ')}`, `must be one of ${values.join(', ')}`)
        : good(value)
    },
  }
}

/** An address with one of the given schemes. */
export function address(...schemes: readonly string[]): ValueType<string> {
  return {
    label: `Adresse (${schemes.map((scheme) => `\`${scheme}://\``).join(', ')})`,
    parse(raw) {
      const url = typeof raw === 'string' ? URL.parse(raw.trim()) : null
      return url !== null && schemes.includes(url.protocol.slice(0, -1))
        ? good(String(raw).trim())
        : bad(`muss eine Adresse sein, die mit ${schemes.join(':// oder ')}:// beginnt`, `must be a ${schemes.join('/')} URL`)
    },
  }
}

/** One PostgreSQL server, or several with commas between them. */
export const databaseAddress: ValueType<string> = {
  label: 'Adresse (`postgres://`, `postgresql://`)',
  parse(raw) {
    const one = address('postgres', 'postgresql')
    const wrong = typeof raw === 'string' ? serversOf(raw.trim()).map(one.parse).find(({ ok }) => !ok) : one.parse(raw)
    return wrong ?? good(String(raw).trim())
  },
}

/** A list: in YAML a sequence, elsewhere separated by commas. */
export function listOf(entry: RegExp, label: string): ValueType<readonly string[]> {
  return {
    label: `Liste: ${label}`,
    parse(raw) {
      const parts: unknown[] = typeof raw === 'string' ? raw.split(',') : Array.isArray(raw) ? raw : [raw]
      const values = parts.map((part) => String(part).trim()).filter((part) => part !== '')
      const wrong = values.find((value) => !entry.test(value))
      return wrong === undefined
        ? good(values)
        : bad(`enthält »${wrong}«, erwartet wird ${label}`, `contains "${wrong}", expected ${label}`)
    },
  }
}
