/** Families of browsers and systems, the more particular first: several call themselves Chrome or Safari as well. */
const BROWSER: readonly (readonly [RegExp, string])[] = [
  [/\b(Edg|EdgA|EdgiOS)\//, 'Edge'], [/\b(OPR|Opera)\//, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/\b(Firefox|FxiOS)\//, 'Firefox'], [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'], [/Safari\//, 'Safari'],
]
const SYSTEM: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'Mac'], [/CrOS/, 'Chromebook'], [/Linux/, 'Linux'],
]

const familie = (liste: readonly (readonly [RegExp, string])[], text: string): string | undefined => liste.find(([muster]) => muster.test(text))?.[1]

/**
 * Browser and system in the coarse words by which a person knows the own device again: „Firefox, Windows“. No versions: they would
 * make a fingerprint and help nobody. Empty when nothing is known.
 */
export function geraetAus(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500)
  return [familie(BROWSER, text), familie(SYSTEM, text)].filter(Boolean).join(', ')
}
