/** YAML from strangers. Everything that a room reads of it goes through here: the library itself follows whatever it is given. */
import { isScalar, parseDocument, visit, type Document } from 'yaml'

/** A text that cannot be read; `message` is a German sentence that says where. */
export class YamlError extends Error {
  override name = 'YamlError'
}

export interface YamlOptions {
  /** Bytes of the text as UTF-8; 2 MB where nothing is said. */
  readonly maxBytes?: number
  /** Whole numbers as bigint, so that none loses digits. */
  readonly bigints?: boolean
}

const MAX_DEPTH = 30

/**
 * A text as plain values. Refused: too large, too deep, aliases (a small file could unfold into gigabytes), tags, doubled keys, keys
 * that are lists, control characters, several documents.
 * @throws YamlError
 */
export function readYaml(text: string, { maxBytes = 2_000_000, bigints = false }: YamlOptions = {}): unknown {
  if (Buffer.byteLength(text) > maxBytes) throw new YamlError(`Die Datei ist größer als ${maxBytes / 1_000_000} MB. Bitte teilen Sie sie auf.`)
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.test(text)) throw new YamlError('Die Datei enthält Zeichen, die in einen Text nicht gehören. Ist sie als UTF-8 gespeichert?')
  if (isTooDeep(text)) throw new YamlError(`Die Datei ist tiefer verschachtelt als ${MAX_DEPTH} Ebenen.`)
  const document = parsed(text, bigints)
  const found = document.errors[0] ?? document.warnings[0]
  if (found) throw new YamlError(`Zeile ${lineOf(text, found.pos[0])}: ${found.message.split('\n')[0] ?? ''}`)
  const strange = strangeIn(document, text)
  if (strange) throw new YamlError(strange)
  return document.toJS({ maxAliasCount: 0 })
}

function parsed(text: string, intAsBigInt: boolean): Document {
  try {
    // Its own check compares each key with all before it, and its pretty errors copy the line for each: both take minutes with 2 MB.
    return parseDocument(text, { intAsBigInt, uniqueKeys: false, schema: 'core', prettyErrors: false })
  } catch (error) {
    // Its parser calls itself for each level of a block, however the levels are written.
    if (error instanceof RangeError) throw new YamlError('Die Datei ist zu tief verschachtelt.')
    throw error
  }
}

/** Depth by brackets, by indentation and by signs of blocks in one line, before the parser follows it: deep ones take it long. */
function isTooDeep(text: string): boolean {
  let open = 0
  for (const sign of text) {
    if (sign === '[' || sign === '{') open += 1
    else if (sign === ']' || sign === '}') open = Math.max(0, open - 1)
    if (open > MAX_DEPTH) return true
  }
  return text.split('\n').some((line) => (/^[ \t?:-]*/.exec(line)?.[0].length ?? 0) > MAX_DEPTH * 4)
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function strangeIn(document: Document, text: string): string | undefined {
  let strange: string | undefined
  visit(document as never, {
    Map: (_, map) => {
      const names = new Set<unknown>()
      const doubled = map.items.find(({ key }) => isScalar(key) && names.size === names.add(key.value).size)?.key
      if (!isScalar(doubled)) return undefined
      strange = `Zeile ${lineOf(text, doubled.range?.[0] ?? 0)}: „${String(doubled.value).slice(0, 100)}“ steht hier schon einmal.`
      return visit.BREAK
    },
    Alias: () => { strange = 'Die Datei benutzt Anker und Verweise (& und *). Bitte schreiben Sie die Angaben aus.'; return visit.BREAK },
    Pair: (_, pair) => {
      if (pair.key === null || isScalar(pair.key)) return undefined
      strange = 'Die Datei hat eine Liste oder Gruppe als Namen einer Angabe. Setzen Sie Texte mit Klammern oder Fragezeichen in Anführungszeichen.'
      return visit.BREAK
    },
  })
  return strange
}
