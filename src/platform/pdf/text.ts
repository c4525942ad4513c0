/** Anything JSON can say. Templates receive it as data, never as source. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

export type Prepared = {
  data: Json
  /** Characters without glyph, each once, in order of appearance. */
  missing: string[]
}

// Invisible on paper and never needed there: controls (except tab and line feed), soft hyphens, zero width and
// direction marks, byte order mark. PDF/A forbids some of them, and some would turn text around.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/u

/**
 * Makes strings fit for paper: line ends become \n, letters are composed (NFC, as DIN 91379 demands), invisible
 * characters go. A character without glyph becomes its code point in brackets, like `[U+1F600]`, and is reported.
 */
export function prepareText(data: Json, covers: (codePoint: number) => boolean): Prepared {
  const missing = new Set<string>()
  const prepareString = (text: string): string => {
    let result = ''
    for (const character of text.normalize('NFC').replace(/\r\n?|[\u2028\u2029]/g, '\n')) {
      const codePoint = character.codePointAt(0)!
      if (character === '\n' || character === '\t') {
        result += character
      } else if (invisible.test(character) || isVariationSelector(codePoint)) {
        continue
      } else if (covers(codePoint)) {
        result += character
      } else {
        missing.add(character)
        result += `[${nameOf(codePoint)}]`
      }
    }
    return result
  }
  const prepare = (value: Json): Json => {
    if (typeof value === 'string') return prepareString(value)
    if (typeof value !== 'object' || value === null) return value
    if (isList(value)) return value.map(prepare)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, prepare(item)]])),
    )
  }
  return { data: prepare(data), missing: [...missing] }
}

function isList(value: readonly Json[] | { readonly [key: string]: Json | undefined }): value is readonly Json[] {
  return Array.isArray(value)
}

function isVariationSelector(codePoint: number): boolean {
  return codePoint >= 0xfe00 && codePoint <= 0xfe0f
}

/** "U+1F600". */
export function nameOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}
