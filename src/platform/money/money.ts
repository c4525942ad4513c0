import { notParsed, parsed, type Parsed } from '../text/parsed.js'

/**
 * Money is integer euro cents in a bigint. No function here touches a binary float: 1,15 € * 100 is 115 cents, not
 * 114.99999999999999.
 */
export type Cents = bigint

export type MoneyErrorCode = 'leer' | 'format' | 'dezimalpunkt' | 'tausenderpunkte' | 'nachkommastellen' | 'zuGross'

/** PostgreSQL bigint and every partner system hold this; more digits are a typing error. */
const MAX_EURO_DIGITS = 13

const PLAIN = /^(\d+)(?:,(\d*))?$/
const GROUPED = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d*))?$/

/**
 * Reads an amount as written in Germany: '1.234,56', '1234,56', '12,5', '1234', '-3,00', with or without '€' or 'EUR'.
 * A decimal point is refused with a hint rather than guessed, because '1.234' is 1234 € here and 1,23 € elsewhere.
 */
export function parseEuro(text: string): Parsed<Cents, MoneyErrorCode> {
  const bare = text.normalize('NFC').replace(/[\s\u00a0\u202f]/gu, '').replace(/^(€|EUR)|(€|EUR)$/giu, '')
  if (bare === '') return notParsed('leer', 'Geben Sie einen Betrag ein, zum Beispiel 12,50.')
  const negative = /^[-−–]/u.test(bare)
  const number = bare.replace(/^[-−–+]/u, '')
  const match = PLAIN.exec(number) ?? GROUPED.exec(number)
  if (!match) return notParsed(...euroHint(number))
  const [, whole = '', fraction = ''] = match
  const euros = whole.replaceAll('.', '').replace(/^0+(?=\d)/, '')
  if (fraction.length > 2) {
    return notParsed('nachkommastellen', 'Geben Sie höchstens zwei Stellen nach dem Komma ein, zum Beispiel 12,50.')
  }
  if (euros.length > MAX_EURO_DIGITS) return notParsed('zuGross', 'Der Betrag ist zu groß. Prüfen Sie die Ziffern.')
  const cents = BigInt(euros) * 100n + BigInt(fraction.padEnd(2, '0'))
  return parsed(negative ? -cents : cents)
}

function euroHint(number: string): [MoneyErrorCode, string] {
  if (/^\d+\.\d{1,2}$/.test(number)) {
    return ['dezimalpunkt', `Schreiben Sie ein Komma vor die Cent: ${number.replace('.', ',')}.`]
  }
  if (/^[\d.]+(,\d*)?$/.test(number)) {
    return ['tausenderpunkte', 'Setzen Sie Punkte nur nach je drei Ziffern, zum Beispiel 1.234,56.']
  }
  return ['format', 'Schreiben Sie den Betrag in Ziffern mit Komma, zum Beispiel 1.234,56.']
}

/** '1.234,56' without currency, for table columns and input fields. */
export function formatAmount(cents: Cents): string {
  const absolute = cents < 0n ? -cents : cents
  const euros = (absolute / 100n).toString().replace(/\B(?=(\d{3})+$)/g, '.')
  return `${cents < 0n ? '-' : ''}${euros},${(absolute % 100n).toString().padStart(2, '0')}`
}

/**
 * '1.234,56 €'. Between number and sign stands a no-break space (U+00A0), so that no line breaks there; it is
 * part of DIN 91379 (N4). Compare amounts as cents, never as this text.
 */
export function formatEuro(cents: Cents): string {
  return `${formatAmount(cents)}\u00a0€`
}

/** '1234.56', the notation of XML and JSON interfaces (EN 16931, SEPA, XBezahldienste). */
export function toDecimalString(cents: Cents): string {
  const absolute = cents < 0n ? -cents : cents
  return `${cents < 0n ? '-' : ''}${absolute / 100n}.${(absolute % 100n).toString().padStart(2, '0')}`
}

/** Reads '1234.56', '1234.5' or '1234' from an interface. More than two decimals or anything else: RangeError. */
export function fromDecimalString(text: string): Cents {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) throw new RangeError(`not an amount with at most two decimals: ${text}`)
  const cents = BigInt(match[2] ?? '') * 100n + BigInt((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' ? -cents : cents
}

/** A decimal factor without a float: value = units / 10^scale. */
export type Rate = { readonly units: bigint, readonly scale: number }

/** A factor from its decimal notation with a point or comma: '0.07', '1,5', '-2'. RangeError otherwise. */
export function rate(text: string): Rate {
  const match = /^(-?\d{1,15})(?:[.,](\d{1,15}))?$/.exec(text.trim())
  if (!match) throw new RangeError(`not a decimal number: ${text}`)
  const fraction = match[2] ?? ''
  return { units: BigInt(`${match[1]}${fraction}`), scale: fraction.length }
}

/** A factor from a percentage: percent('19') is 0.19. */
export function percent(text: string): Rate {
  const { units, scale } = rate(text)
  return { units, scale: scale + 2 }
}

/**
 * Integer division rounded half away from zero (kaufmännisch): 10,5 → 11 and -10,5 → -11, so that a credit note
 * mirrors its invoice. `divisor` must be positive.
 */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError('divideHalfUp: divisor must be positive')
  const absolute = dividend < 0n ? -dividend : dividend
  const quotient = (absolute * 2n + divisor) / (divisor * 2n)
  return dividend < 0n ? -quotient : quotient
}

/** cents × rate, rounded half-up to the cent. Round once, at the documented point: sum first, then multiply. */
export function multiply(cents: Cents, factor: Rate): Cents {
  return divideHalfUp(cents * factor.units, 10n ** BigInt(factor.scale))
}

/** `percentage` per cent of an amount, half-up: percentOf(99n, '19') is 19n. */
export function percentOf(cents: Cents, percentage: string): Cents {
  return multiply(cents, percent(percentage))
}

/**
 * Equal shares that add up to the total. The cents that are left over go one each to the last shares:
 * 100,00 € in three is 33,33 + 33,33 + 33,34. `parts` is a whole number ≥ 1, else RangeError.
 */
export function splitEqually(total: Cents, parts: number): Cents[] {
  if (!Number.isSafeInteger(parts) || parts < 1) throw new RangeError(`cannot split into ${parts} parts`)
  const sign = total < 0n ? -1n : 1n
  const absolute = total * sign
  const base = absolute / BigInt(parts)
  const left = Number(absolute % BigInt(parts))
  return Array.from({ length: parts }, (_, index) => sign * (index >= parts - left ? base + 1n : base))
}

/** Rounds towards zero to a multiple of `unit`, as for the base of the Säumniszuschlag (§ 240 AO: full 50 €). */
export function roundDownTo(cents: Cents, unit: Cents): Cents {
  if (unit <= 0n) throw new RangeError('roundDownTo: unit must be positive')
  return (cents / unit) * unit
}

/**
 * Share of `part` in `whole` as German text with fixed decimals: '33,3 %' (no-break space). undefined when whole is 0.
 */
export function formatShare(part: Cents, whole: Cents, decimals = 1): string | undefined {
  if (whole === 0n) return undefined
  const sign = whole < 0n ? -1n : 1n
  const scaled = divideHalfUp(part * sign * 10n ** BigInt(decimals + 2), whole * sign)
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0')
  const whole100 = decimals === 0 ? digits : `${digits.slice(0, -decimals)},${digits.slice(-decimals)}`
  return `${scaled < 0n ? '-' : ''}${whole100}\u00a0%`
}

/** Sum of amounts; 0n for none. */
export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}
