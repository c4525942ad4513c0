import { foldIcao, searchKey, searchKeys } from '../../../../platform/text/index.js'

/** A sign of file, case or letter: at least two groups of digits joined by separators ('32.10.01/2026/7', 'MS-2026-000123-7'). */
const ZEICHEN = /[\p{L}\d]+(?:[./–-][\p{L}\d]+)+/gu

/**
 * One word for a sign, so that it is found with dots or slashes and with or without leading zeros (C1-12):
 * '32.10.01/2026/0007' and '32-10-1-2026-7' are both 'z32x10x1x2026x7'.
 */
export function zeichenWort(zeichen: string): string {
  const groups = foldIcao(zeichen).match(/\d+|\p{L}+/gu) ?? []
  return `z${groups.map((group) => group.replace(/^0+(?=\d)/, '')).join('x')}`
}

/** The signs in a text, as words of {@link zeichenWort}. */
function zeichenIn(text: string): string[] {
  return [...new Set((text.match(ZEICHEN) ?? []).filter((zeichen) => (zeichen.match(/\d+/g) ?? []).length >= 2).map(zeichenWort))]
}

/** What a text is indexed as besides its German lexemes: both spellings of umlauts, and its signs. Letters, digits, blanks only. */
export function gefaltet(text: string): string {
  return [...searchKeys(text), ...zeichenIn(text)].join(' ')
}

export interface Frage {
  /** The words as typed, for German lexemes and for marking in the snippet. */
  readonly worte: readonly { readonly wort: string; readonly formen: readonly string[] }[]
  /** Key of the whole question for the search in spite of typing errors. */
  readonly schluessel: string
}

const HOECHSTENS = 8

/** Takes a typed question apart. Every word has to be found; each in any of its forms, also as the beginning of a word. */
export function leseFrage(text: string): Frage {
  const typed = text.normalize('NFC').slice(0, 200)
  const zeichen = zeichenIn(typed)
  const rest = zeichen.length > 0 ? typed.replace(ZEICHEN, (teil) => ((teil.match(/\d+/g) ?? []).length >= 2 ? ' ' : teil)) : typed
  const worte = rest.split(/[^\p{L}\p{N}'’]+/u).filter(Boolean).map((wort) => ({ wort, formen: searchKeys(wort).filter((form) => /^[\p{L}\p{N}]+$/u.test(form)) }))
  return {
    worte: [...zeichen.map((wort) => ({ wort: '', formen: [wort] })), ...worte].filter(({ formen }) => formen.length > 0).slice(0, HOECHSTENS),
    schluessel: searchKey(typed),
  }
}
