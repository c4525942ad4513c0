/**
 * Exact decimals as the rules need them: an integer and the number of its decimal places (DOMAIN X4-01). The integer is a
 * number while it is exact as one, beyond that a bigint: amounts of invoices never get there, so a line costs microseconds.
 */
export interface Dec {
  /** Use the functions here or {@link bigintOf}: which of the two it is depends on the size. */
  readonly n: number | bigint
  /** Decimal places, 0 or more. */
  readonly scale: number
}

type Int = number | bigint

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)
const small = (n: bigint): Int => n <= SAFE && n >= -SAFE ? Number(n) : n

function plus(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return small(BigInt(a) + BigInt(b))
}

/** A product that is exact as a number is a safe integer, and the other way round. */
function times(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    // Without the zero a negative one could arise.
    if (Number.isSafeInteger(product)) return product + 0
  }
  return small(BigInt(a) * BigInt(b))
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
  return { n, scale: point === -1 ? 0 : value.length - point - 1 }
}

function general(value: string): Dec | undefined {
  const match = LEXICAL.exec(value)
  if (!match) return undefined
  const whole = match[2] ?? ''
  const fraction = match[3] ?? ''
  if (whole === '' && fraction === '') return undefined
  if (whole.length + fraction.length > MAX_DIGITS) return undefined
  const n = BigInt(whole + fraction)
  return { n: small(match[1] === '-' ? -n : n), scale: fraction.length }
}

/** A decimal written in the source, e.g. `dec('0.02')`. */
export function dec(literal: string): Dec {
  const value = parseDec(literal)
  if (!value) throw new RangeError(`not a decimal: ${literal}`)
  return value
}

export const ZERO: Dec = { n: 0, scale: 0 }
export const ONE: Dec = { n: 1, scale: 0 }

/** The integer as a bigint. */
export const bigintOf = (a: Dec): bigint => BigInt(a.n)

const align = (a: Dec, scale: number): Int => a.scale === scale ? a.n : scale - a.scale <= 15 ? times(a.n, 10 ** (scale - a.scale)) : small(BigInt(a.n) * pow10(scale - a.scale))

export function add(a: Dec, b: Dec): Dec {
  const scale = Math.max(a.scale, b.scale)
  return { n: plus(align(a, scale), align(b, scale)), scale }
}

/** Below, at or above zero: -1, 0 or 1. */
export const signOf = (a: Dec): number => a.n < 0 ? -1 : a.n > 0 ? 1 : 0

export const neg = (a: Dec): Dec => ({ n: typeof a.n === 'number' ? 0 - a.n : -a.n, scale: a.scale })
export const sub = (a: Dec, b: Dec): Dec => add(a, neg(b))
export const mul = (a: Dec, b: Dec): Dec => ({ n: times(a.n, b.n), scale: a.scale + b.scale })
export const abs = (a: Dec): Dec => a.n < 0 ? neg(a) : a
/** A hundredth, exactly. */
export const percent = (a: Dec): Dec => ({ n: a.n, scale: a.scale + 2 })

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function cmp(a: Dec, b: Dec): number {
  const scale = Math.max(a.scale, b.scale)
  const x = align(a, scale)
  const y = align(b, scale)
  return x < y ? -1 : x > y ? 1 : 0
}

export const isZero = (a: Dec): boolean => signOf(a) === 0
export const sum = (values: readonly Dec[]): Dec => values.reduce(add, ZERO)

/** Rounds to `places`, halves towards positive infinity as XPath `round()` does (-2.5 becomes -2). */
export function round(a: Dec, places = 0): Dec {
  const cut = a.scale - places
  if (cut <= 0) return a
  if (typeof a.n === 'number' && cut <= 15) {
    const unit = 10 ** cut
    const rest = ((a.n % unit) + unit) % unit
    return { n: (a.n - rest) / unit + (rest * 2 >= unit ? 1 : 0), scale: places }
  }
  const unit = pow10(cut)
  const shifted = 2n * BigInt(a.n) + unit
  let q = shifted / (2n * unit)
  if (shifted < 0n && shifted % (2n * unit) !== 0n) q -= 1n
  return { n: small(q), scale: places }
}

/** Division with at least 18 decimal places, halves towards zero. `undefined` when dividing by zero. */
export function div(a: Dec, b: Dec): Dec | undefined {
  if (isZero(b)) return undefined
  const scale = Math.max(18, a.scale - b.scale + 18)
  const n = BigInt(a.n) * pow10(scale + b.scale - a.scale)
  const divisor = BigInt(b.n)
  const negative = (n < 0n) !== (divisor < 0n)
  const x = n < 0n ? -n : n
  const y = divisor < 0n ? -divisor : divisor
  let q = x / y
  if (2n * (x % y) > y) q += 1n
  return { n: small(negative ? -q : q), scale }
}

/** Plain notation without exponent; keeps the decimal places. */
export function formatDec(a: Dec): string {
  const digits = BigInt(abs(a).n).toString().padStart(a.scale + 1, '0')
  const cut = digits.length - a.scale
  return (a.n < 0 ? '-' : '') + digits.slice(0, cut) + (a.scale > 0 ? `.${digits.slice(cut)}` : '')
}

/** The same text for equal numbers, whatever their decimal places. */
export function keyOf(a: Dec): string {
  const text = formatDec(a)
  return a.scale === 0 ? text : text.replace(/\.?0+$/, '')
}
