import { compareNatural, foldIcao } from '../../../../platform/text/index.js'

/**
 * Order of file plan signs: segment by segment, numbers as numbers, so '12.9' comes before '12.10' and after '12.1.1'.
 */
export function compareKennzeichen(a: string, b: string): number {
  return compareNatural(a, b)
}

/** A sorted copy by {@link compareKennzeichen}. */
export function sortiertNachKennzeichen<T extends { readonly kennzeichen: string }>(einheiten: readonly T[]): T[] {
  return [...einheiten].sort((a, b) => compareKennzeichen(a.kennzeichen, b.kennzeichen))
}

/**
 * The key under which Kennzeichen and Aktenzeichen are searched (C1-12): groups of letters and of digits joined by
 * '.', without leading zeros, letters folded. '10.24.01/2026/0007', '10 24 1 2026 7' and '10-24-1-2026-7' share the
 * key '10.24.1.2026.7'. The stored sign stays exactly as it was issued; only this key is compared. Signs typed without
 * any separator are not split: their segments cannot be known.
 */
export function zeichenSuchschluessel(text: string): string {
  const groups = foldIcao(text).match(/\d+|\p{L}+/gu) ?? []
  return groups.map((group) => group.replace(/^0+(?=\d)/, '')).join('.')
}
