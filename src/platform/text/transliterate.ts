import { foldIcao } from './folding.js'

/** Characters that every SEPA payment system takes (EPC217-08). */
const NOT_SEPA = /[^A-Za-z0-9/\-?:().,'+ ]/gu

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[’‘`´ʹʾʿˈ]/gu, '\''], [/["„“”«»‹›]/gu, '\''], [/[–—−‐‑]/gu, '-'], [/…/gu, '...'], [/&/gu, '+'], [/€/gu, 'EUR'],
  [/§/gu, 'Par.'], [/_/gu, '-'], [/;/gu, ','], [/[[{<]/gu, '('], [/[\]}>]/gu, ')'], [/ª/gu, 'a'], [/º/gu, 'o'],
]

/**
 * Text in the letters of SEPA: 'Gebühr für Straße' → 'Gebuehr fuer Strasse'. Case is kept ('Ü' → 'Ue', in capitals
 * 'UE'). Signs without a counterpart become spaces. For payment purposes and names in payment files only: everywhere
 * else the name keeps its letters.
 */
export function transliterate(text: string): string {
  let plain = text.normalize('NFC')
  for (const [sign, replacement] of SIGNS) plain = plain.replace(sign, replacement)
  const folded = plain.replace(/[^\x20-\x7e]\p{M}*|[A-Za-z]\p{M}+/gu, (letter, index: number) => {
    const base = foldIcao(letter)
    if (letter === letter.toLowerCase() || base === '') return base
    const next = plain.slice(index + letter.length, index + letter.length + 1)
    const inCapitals = next !== '' && next !== next.toLowerCase()
    return inCapitals ? base.toUpperCase() : base.charAt(0).toUpperCase() + base.slice(1)
  })
  return folded.replace(NOT_SEPA, ' ').replace(/ {2,}/g, ' ').trim()
}

/**
 * The purpose line of a payment: Kassenzeichen first and always complete, then as much of the text as fits.
 *
 * @param maxLength XBezahldienste: 27 characters
 * @throws RangeError when the Kassenzeichen alone does not fit; a shortened one would book to nowhere
 */
export function paymentPurpose(kassenzeichen: string, text: string, maxLength = 27): string {
  const sign = transliterate(kassenzeichen)
  if (sign !== kassenzeichen || sign.length > maxLength) {
    throw new RangeError(`Kassenzeichen does not fit into ${maxLength} characters of a payment: ${kassenzeichen}`)
  }
  return `${sign} ${transliterate(text)}`.slice(0, maxLength).trim()
}
