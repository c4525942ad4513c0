/** What {@link cleanText} changed, so that a form or an import can say so instead of changing silently. */
export type TextChange = 'normalisiert' | 'unsichtbareZeichen' | 'steuerzeichen' | 'schreibrichtung' | 'zeilenenden'

export type CleanText = { readonly text: string, readonly changes: readonly TextChange[] }

/** Bidirectional controls can show 'exe.pdf' for 'fdp.exe'. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
// Zero-width characters, soft hyphen, joiners, byte order mark, variation selectors, tag characters: two names that
// look equal would differ. Joiners carry meaning only in scripts outside DIN 91379.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
// Everything of category Cc but tab and line feed.
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu

/**
 * Text as it is stored (X5-02): Unicode NFC, no zero-width, bidi or control characters, line ends as LF. Reports what
 * it did. Visible characters are never replaced; whether they are allowed is the question of `checkDin91379`.
 */
export function cleanText(input: string): CleanText {
  const changes = new Set<TextChange>()
  const step = (text: string, change: TextChange, next: string): string => {
    if (next !== text) changes.add(change)
    return next
  }
  let text = step(input, 'zeilenenden', input.replace(/\r\n?|\u2028|\u2029/gu, '\n'))
  text = step(text, 'schreibrichtung', text.replace(BIDI, ''))
  text = step(text, 'unsichtbareZeichen', text.replace(INVISIBLE, ''))
  text = step(text, 'steuerzeichen', text.replace(CONTROL, ''))
  text = step(text, 'normalisiert', text.normalize('NFC'))
  return { text, changes: [...changes] }
}

/**
 * A single line as it is stored: cleaned, every run of white space (also no-break spaces and line ends) one space,
 * trimmed. For names, subjects and identifiers.
 */
export function cleanLine(input: string): CleanText {
  const { text, changes } = cleanText(input)
  return { text: text.replace(/\s+/gu, ' ').trim(), changes }
}
