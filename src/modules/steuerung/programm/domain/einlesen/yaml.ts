import { parseDocument, visit, type Document } from 'yaml'

/** What a town's plan may be at most; far above any real one (the longest known has 40 kB). */
export const GRENZEN = { bytes: 2_000_000, tiefe: 30, eintraege: 10_000 } as const

/** A file that cannot be read, with a German sentence that says where. */
export class Unlesbar extends Error {}

/**
 * YAML from strangers as plain values; whole numbers as bigint, so that none loses digits. Refused: too large, too deep, aliases (a
 * small file could unfold into gigabytes), tags, doubled keys, control characters, several documents.
 * @throws Unlesbar
 */
export function leseYaml(text: string): unknown {
  if (Buffer.byteLength(text) > GRENZEN.bytes) throw new Unlesbar(`Die Datei ist größer als ${GRENZEN.bytes / 1_000_000} MB. Bitte teilen Sie sie auf.`)
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.test(text)) throw new Unlesbar('Die Datei enthält Zeichen, die in einen Text nicht gehören. Ist sie als UTF-8 gespeichert?')
  if (zuTief(text)) throw new Unlesbar(`Die Datei ist tiefer verschachtelt als ${GRENZEN.tiefe} Ebenen.`)
  const dokument = parseDocument(text, { intAsBigInt: true, uniqueKeys: true, schema: 'core', prettyErrors: true })
  const fehler = dokument.errors[0] ?? dokument.warnings[0]
  if (fehler) throw new Unlesbar(`Zeile ${fehler.linePos?.[0].line ?? '?'}: ${fehler.message.split('\n')[0] ?? ''}`)
  if (verweist(dokument)) throw new Unlesbar('Die Datei benutzt Anker und Verweise (& und *). Bitte schreiben Sie die Angaben aus.')
  return dokument.toJS({ maxAliasCount: 0 })
}

/** Depth by brackets and by indentation, before the parser follows it. */
function zuTief(text: string): boolean {
  let offen = 0
  for (const zeichen of text) {
    if (zeichen === '[' || zeichen === '{') offen += 1
    else if (zeichen === ']' || zeichen === '}') offen = Math.max(0, offen - 1)
    if (offen > GRENZEN.tiefe) return true
  }
  return text.split('\n').some((zeile) => (/^[ -]*/.exec(zeile)?.[0].length ?? 0) > GRENZEN.tiefe * 4)
}

function verweist(dokument: Document): boolean {
  let gefunden = false
  visit(dokument as never, { Alias: () => { gefunden = true; return visit.BREAK } })
  return gefunden
}
