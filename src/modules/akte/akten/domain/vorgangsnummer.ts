import { notParsed, parsed, type Parsed } from '../../../../platform/text/index.js'

/**
 * The number that citizens get: 'MS-2026-000123-7'. Short sign of the town, year, running number of that year, check
 * digit. Made to be read aloud: capital letters without umlauts, digits in groups, and a typing error is noticed
 * before someone else's Vorgang is opened. It is not secret and gives no access.
 */
export type Vorgangsnummer = { readonly kuerzel: string, readonly jahr: number, readonly lfd: number }

/** Quasigroup of the Damm algorithm: finds every single wrong digit and every swap of two neighbours. */
const DAMM = [
  '0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017',
  '9438617205', '2581436790',
] as const

function checkDigit(digits: string): number {
  let interim = 0
  for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)])
  return interim
}

// Letters enter as their two-digit position, so that the sign of the town is protected as well.
function digitsOf({ kuerzel, jahr, lfd }: Vorgangsnummer): string {
  const letters = [...kuerzel].map((letter) => String(letter.charCodeAt(0) - 54)).join('')
  return `${letters}${jahr}${String(lfd).padStart(6, '0')}`
}

/**
 * Writes the number with its check digit. The running number has six places and grows beyond.
 *
 * @throws RangeError unless the sign is 2 to 4 capital letters A–Z, the year has four digits and the number is ≥ 1
 */
export function formatVorgangsnummer(nummer: Vorgangsnummer): string {
  const { kuerzel, jahr, lfd } = nummer
  if (!/^[A-Z]{2,4}$/.test(kuerzel)) throw new RangeError(`short sign of a town: ${kuerzel}`)
  if (!/^[1-9]\d{3}$/.test(String(jahr))) throw new RangeError(`year: ${jahr}`)
  if (!Number.isSafeInteger(lfd) || lfd < 1) throw new RangeError(`running number: ${lfd}`)
  return `${kuerzel}-${jahr}-${String(lfd).padStart(6, '0')}-${checkDigit(digitsOf(nummer))}`
}

/**
 * Reads a number as people type it: in small letters, with spaces, dots or slashes for hyphens or with nothing
 * between, leading zeros left out, O for 0 and I or L for 1 among the digits. Refuses wrong check digits with a hint.
 */
export function parseVorgangsnummer(text: string): Parsed<Vorgangsnummer, 'format' | 'pruefziffer'> {
  const bare = text.normalize('NFKC').trim().toUpperCase().replace(/^VORGANG(SNUMMER)?:?\s*/u, '')
  const apart = bare.split(/[\s\-–—./_]+/u)
  const [head = '', ...rest] = apart.length === 4 ? apart : tight(apart.join(''))
  const [jahr = '', lfd = '', pruef = ''] = rest.map((part) => part.replaceAll('O', '0').replace(/[IL]/g, '1'))
  if (!/^[A-Z]{2,4}$/.test(head) || !/^[1-9]\d{3}$/.test(jahr) || !/^\d{1,12}$/.test(lfd) || !/^\d$/.test(pruef)
    || Number(lfd) === 0) {
    return notParsed('format', 'Geben Sie die Nummer so ein, wie sie im Schreiben steht, zum Beispiel '
      + 'MS-2026-000123-7.')
  }
  const nummer = { kuerzel: head, jahr: Number(jahr), lfd: Number(lfd) }
  // Beyond six places nothing is padded: a zero in front is a swapped or wrong digit, and would not count as one when left out.
  if (/^0.{6}/.test(lfd) || checkDigit(digitsOf(nummer)) !== Number(pruef)) {
    return notParsed('pruefziffer', 'Die Nummer enthält einen Tippfehler. Vergleichen Sie sie mit dem Schreiben.')
  }
  return parsed(nummer)
}

// Without separators only the padded form is readable: sign, four digits, at least six digits, check digit.
function tight(text: string): string[] {
  return /^([A-Z]{2,4}?)([0-9OIL]{4})([0-9OIL]{6,12})([0-9OIL])$/.exec(text)?.slice(1) ?? []
}
