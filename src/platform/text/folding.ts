/** Letters that Unicode does not take apart; lower case. What search and transliteration write instead. */
const LETTERS: Readonly<Record<string, string>> = {
  'æ': 'ae', 'ð': 'd', 'ø': 'oe', 'þ': 'th', 'đ': 'd', 'ħ': 'h', 'ı': 'i', 'ĳ': 'ij', 'ĸ': 'k', 'ŀ': 'l', 'ł': 'l',
  'ŉ': 'n',
  'ŋ': 'n', 'œ': 'oe', 'ŧ': 't', 'ƈ': 'c', 'ə': 'e', 'ɨ': 'i', 'ʒ': 'z', 'ǥ': 'g', 'ß': 'ss', 'ƒ': 'f', 'ſ': 's',
}
const LETTER_PATTERN = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu')

const DIAERESIS = '\u0308'
const RING = '\u030a'

/**
 * Letters to a–z in lower case, as the search form of DIN 91379 (ICAO 9303): ä → ae, ö → oe, ü → ue, å → aa, ø → oe, ß
 * → ss, ł → l, ş → s. Other scripts keep their letters without marks. Spaces and signs stay.
 */
export function foldIcao(text: string): string {
  const apart = lower(text).normalize('NFD')
  const umlauts = apart.replace(/([aou])(\p{M}*)/gu, (all, base: string, marks: string) => {
    if (marks.includes(DIAERESIS)) return `${base}e`
    return base === 'a' && marks.includes(RING) ? 'aa' : all
  })
  return letters(umlauts)
}

/** Letters to a–z in lower case by dropping what is added to them: ä → a, ü → u, å → a, ø → o, ß → ss, ł → l. */
export function foldBase(text: string): string {
  return letters(lower(text).normalize('NFD').replace(/[øœ]/gu, 'o').replace(/æ/gu, 'a'))
}

// 'İ'.toLowerCase() leaves a combining dot, which falls away with the marks; 'ẞ' becomes 'ß'.
function lower(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

function letters(apart: string): string {
  return apart.replace(/\p{M}/gu, '').replace(LETTER_PATTERN, (letter) => LETTERS[letter] ?? letter)
}

/** Apostrophes of all kinds vanish (O'Brien = OBrien), all else that is no letter and no digit separates words. */
function words(folded: string): string {
  return folded.replace(/['`´’‘ʹʺʾʿˈˌ]/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/**
 * The two spellings under which a name is indexed: umlauts written out ('mueller') and umlauts without dots ('muller').
 * One entry when both are equal. A search that indexes both finds either spelling exactly, without the
 * false friends of {@link searchKey}.
 */
export function searchKeys(text: string): readonly string[] {
  return [...new Set([words(foldIcao(text)), words(foldBase(text))])]
}

/**
 * One key under which Müller, Mueller, Muller and MÜLLER are equal: umlauts and their written-out forms lose the e.
 * It keeps prefixes: when one folded text begins with another, so do their keys, so it serves search-as-you-type. Few
 * pairs of different names share it (Bauer is 'baur'); rank exact spellings first.
 */
export function searchKey(text: string): string {
  // ø and å have several spellings as well (Soerensen, Sorensen), so both ways start from the base letters.
  return words(foldBase(text)).replace(/([aou])e/gu, '$1')
}
