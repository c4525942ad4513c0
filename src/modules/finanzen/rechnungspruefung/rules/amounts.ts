/** Arithmetic that several rules share; `undefined` stands for a missing amount and makes a comparison false. */
import { abs, add, cmp, isZero, mul, ONE, parseDec, percent, round, signOf, sub } from '../decimal.js'
import type { Dec } from '../decimal.js'

export type Maybe = Dec | undefined

export const plus = (a: Maybe, b: Maybe): Maybe => a && b && add(a, b)
export const minus = (a: Maybe, b: Maybe): Maybe => a && b && sub(a, b)
export const same = (a: Maybe, b: Maybe): boolean => a !== undefined && b !== undefined && cmp(a, b) === 0
export const cent = (a: Maybe): Maybe => a && round(a, 2)
export const zero = (a: Maybe): boolean => a !== undefined && isZero(a)

/** Both less than one currency unit apart; `inclusive` lets exactly one unit pass. */
export function nearby(a: Maybe, b: Maybe, inclusive = false): boolean {
  if (!a || !b) return false
  const distance = cmp(abs(sub(a, b)), ONE)
  return inclusive ? distance <= 0 : distance < 0
}

/** VAT of a base at a percentage, both taken as absolute values, rounded to cents. */
export function vatOf(base: Maybe, rate: Maybe): Maybe {
  return base && rate && round(percent(mul(abs(base), rate)), 2)
}

/** Tolerant comparison: `value` lies within `slack` around `expected`. */
export function slack(expected: Maybe, value: Maybe, tolerance: Dec): boolean {
  return expected !== undefined && value !== undefined && cmp(abs(sub(expected, value)), tolerance) <= 0
}

/** Compares text with a number as XPath does for untyped content (doubles, so `1e3` counts as a number). */
export function above(text: string, limit: 'zero' | 'zeroOrMore'): boolean {
  const exact = parseDec(text)
  const sign = exact ? signOf(exact) : text.trim() === '' ? Number.NaN : Number(text)
  return limit === 'zero' ? sign > 0 : sign >= 0
}
