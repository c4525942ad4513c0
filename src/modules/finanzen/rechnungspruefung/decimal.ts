/**
 * Exact decimals as the rules need them: an integer and the number of its decimal places. Binary floats are never
 * involved (DOMAIN X4-01). Written for the few operations of the rules, so that a line costs microseconds.
 */
export interface Dec {
  readonly n: bigint
  /** Decimal places, 0 or more. */
  readonly scale: number
}

/** Longer numbers are no amounts; refusing them keeps the time bounded. */
const MAX_DIGITS = 200
const LEXICAL = /^[\t\n\r ]*([+-]?)([0-9]*)(?:\.([0-9]*))?[\t\n\r ]*$/
const POWERS: bigint[] = [1n]

function pow10(exponent: number): bigint {
  for (let i = POWERS.length; i <= exponent; i += 1) POWERS.push((POWERS[i - 1] as bigint) * 10n)
  return POWERS[exponent] as bigint
}

/** Reads the lexical form of xs:decimal; `undefined` for anything else and beyond {@link MAX_DIGITS} digits. */
export function parseDec(value: string): Dec | undefined {
  return plain(value) ?? general(value)
}

/** The usual case: up to 15 digits with at most one point and nothing else. */
function plain(value: string): Dec | undefined {
  if (value.length === 0 || value.length > 15) return undefined
  let n = 0
  let point = -1
  for (let i = 0; i < value.length; i += 1) {
    const c = value.charCodeAt(i)
    if (c === 46 && point === -1) point = i
    else if (c >= 48 && c <= 57) n = n * 10 + c - 48
    else return undefined
  }
  if (value.length === 1 && point === 0) return undefined
  return { n: BigInt(n), scale: point === -1 ? 0 : value.length - point - 1 }
}

function general(value: string): Dec | undefined {
  const match = LEXICAL.exec(value)
  if (!match) return undefined
  const whole = match[2] ?? ''
  const fraction = match[3] ?? ''
  if (whole === '' && fraction === '') return undefined
  if (whole.length + fraction.length > MAX_DIGITS) return undefined
  const n = BigInt(whole + fraction)
  return { n: match[1] === '-' ? -n : n, scale: fraction.length }
}

/** A decimal written in the source, e.g. `dec('0.02')`. */
export function dec(literal: string): Dec {
  const value = parseDec(literal)
  if (!value) throw new RangeError(`not a decimal: ${literal}`)
  return value
}

export const ZERO: Dec = { n: 0n, scale: 0 }
export const ONE: Dec = { n: 1n, scale: 0 }

const align = (a: Dec, scale: number) => a.scale === scale ? a.n : a.n * pow10(scale - a.scale)

export function add(a: Dec, b: Dec): Dec {
  const scale = Math.max(a.scale, b.scale)
  return { n: align(a, scale) + align(b, scale), scale }
}

export const neg = (a: Dec): Dec => ({ n: -a.n, scale: a.scale })
export const sub = (a: Dec, b: Dec): Dec => add(a, neg(b))
export const mul = (a: Dec, b: Dec): Dec => ({ n: a.n * b.n, scale: a.scale + b.scale })
export const abs = (a: Dec): Dec => a.n < 0n ? neg(a) : a

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function cmp(a: Dec, b: Dec): number {
  const scale = Math.max(a.scale, b.scale)
  const x = align(a, scale)
  const y = align(b, scale)
  return x < y ? -1 : x > y ? 1 : 0
}

export const isZero = (a: Dec): boolean => a.n === 0n
export const sum = (values: readonly Dec[]): Dec => values.reduce(add, ZERO)

/** Rounds to `places`, halves towards positive infinity as XPath `round()` does (-2.5 becomes -2). */
export function round(a: Dec, places = 0): Dec {
  if (a.scale <= places) return a
  const unit = pow10(a.scale - places)
  const shifted = 2n * a.n + unit
  let q = shifted / (2n * unit)
  if (shifted < 0n && shifted % (2n * unit) !== 0n) q -= 1n
  return { n: q, scale: places }
}

/** Division with at least 18 decimal places, halves towards zero. `undefined` when dividing by zero. */
export function div(a: Dec, b: Dec): Dec | undefined {
  if (b.n === 0n) return undefined
  const scale = Math.max(18, a.scale - b.scale + 18)
  const n = a.n * pow10(scale + b.scale - a.scale)
  const negative = (n < 0n) !== (b.n < 0n)
  const x = n < 0n ? -n : n
  const y = b.n < 0n ? -b.n : b.n
  let q = x / y
  if (2n * (x % y) > y) q += 1n
  return { n: negative ? -q : q, scale }
}

/** Plain notation without exponent; keeps the decimal places. */
export function formatDec(a: Dec): string {
  const digits = (a.n < 0n ? -a.n : a.n).toString().padStart(a.scale + 1, '0')
  const cut = digits.length - a.scale
  return (a.n < 0n ? '-' : '') + digits.slice(0, cut) + (a.scale > 0 ? `.${digits.slice(cut)}` : '')
}
