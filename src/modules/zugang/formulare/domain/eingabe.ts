/** What a browser posted, by field name. Uploads are not in here: they reach the blob store first. */
export type Gesendet = Readonly<Record<string, string | readonly string[] | undefined>>

/** Invisible characters that copy and paste brings along; they make equal names unequal. Bidi controls spoof text. */
const UNSICHTBAR = /[\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu
/** The joiner is kept where it builds an emoji, nowhere else. */
const LOSER_VERBINDER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu
// oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
const STEUERZEICHEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu

/**
 * Makes text comparable: NFC (DIN 91379), no invisible or control characters, line ends as `\n`, no blanks at the ends.
 * Browsers count a line end as one character in `maxlength` but send two.
 */
export const bereinigt = (text: string): string => text
  .normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  .replace(UNSICHTBAR, '').replace(LOSER_VERBINDER, '').replace(STEUERZEICHEN, '')
  // Line by line: an expression for blanks at line ends takes quadratic time on a long run of blanks.
  .split('\n').map((zeile) => zeile.trimEnd()).join('\n').trim()

/** Reads the fields of one question, whatever its path in the form is. */
export interface Eingabe {
  /** One line; line breaks and runs of blanks become one blank. '' where nothing came. */
  readonly text: (teil?: string) => string
  readonly zeilen: (teil?: string) => string
  readonly alle: (teil?: string) => readonly string[]
  readonly unter: (teil: string) => Eingabe
  /** Indexes of a repeated group that were posted, ascending. */
  readonly indizes: () => readonly number[]
}

const pfadVon = (pfad: string, teil?: string): string => (teil === undefined ? pfad : `${pfad}.${teil}`)

const werteVon = (gesendet: Gesendet, name: string): readonly string[] => {
  const roh = Object.hasOwn(gesendet, name) ? gesendet[name] : undefined
  if (roh === undefined) return []
  return typeof roh === 'string' ? [roh] : roh.filter((wert) => typeof wert === 'string')
}

export const eingabeVon = (gesendet: Gesendet, pfad: string): Eingabe => {
  const zeilen = (teil?: string): string => bereinigt(werteVon(gesendet, pfadVon(pfad, teil))[0] ?? '')
  return {
    zeilen,
    text: (teil) => zeilen(teil).replace(/\s+/gu, ' '),
    alle: (teil) =>
      werteVon(gesendet, pfadVon(pfad, teil)).map((wert) => bereinigt(wert)).filter((wert) => wert !== ''),
    unter: (teil) => eingabeVon(gesendet, pfadVon(pfad, teil)),
    indizes: () => {
      const gefunden = Object.keys(gesendet).filter((name) => name.startsWith(`${pfad}.`))
        .map((name) => name.slice(pfad.length + 1).split('.')[0] ?? '').filter((teil) => /^\d{1,3}$/u.test(teil))
      return [...new Set(gefunden.map(Number))].sort((a, b) => a - b)
    },
  }
}
