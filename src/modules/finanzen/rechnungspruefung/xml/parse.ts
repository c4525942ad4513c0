import { FORBIDDEN, isSpace, text, value } from './characters.js'
import { XmlError } from './error.js'
import type { XmlErrorKind } from './error.js'
import { PREFIX_OF } from './names.js'
import { intern } from './tree.js'
import type { Attr, Doc, El } from './tree.js'

/** Bounds of what is read. The defaults are far above any real invoice and far below what would exhaust memory. */
export interface XmlLimits {
  /** UTF-16 units of the decoded text. */
  readonly maxLength: number
  readonly maxDepth: number
  readonly maxElements: number
  readonly maxAttributes: number
}

export const XML_LIMITS: XmlLimits = {
  maxLength: 120 * 1024 * 1024, maxDepth: 100, maxElements: 3_000_000, maxAttributes: 64,
}

/**
 * A resolved name with the list of all elements that have it, so that neither is looked up again. `follow` is what came
 * after it last time: invoices repeat themselves, so mostly the next name needs no look-up at all.
 */
interface Known { readonly raw: string, readonly scope: Scope, readonly name: string, readonly elements: El[], follow: Known | undefined }

interface Scope {
  readonly outer: Scope | null
  readonly prefixes: Map<string, string>
  /** Resolved names of this scope, by the name as written. */
  readonly names: Map<string, Known>
  readonly attrNames: Map<string, string>
}

interface State {
  readonly src: string
  readonly limits: XmlLimits
  at: number
  count: number
  scope: Scope
  /** Name of the element just opened, as written, and whether it was closed at once. */
  raw: string
  empty: boolean
  last: Known | undefined
  readonly byName: Map<string, El[]>
  readonly byAttr: Map<string, El[]>
}

const NO_ATTRS: readonly Attr[] = []
const START = 'A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f'
  + '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}'
const NAME = new RegExp(`^[${START}][-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040${START}]*$`, 'u')
function fail(s: State, message: string, kind: XmlErrorKind = 'syntax', offset = s.at): never {
  throw new XmlError(kind, message, offset)
}

function skipSpace(s: State): void {
  while (isSpace(s.src.charCodeAt(s.at))) s.at += 1
}

/** End of a name: any of white space / > = or the end of the file. */
function scanName(s: State): string {
  const start = s.at
  for (; s.at < s.src.length; s.at += 1) {
    const c = s.src.charCodeAt(s.at)
    if (c === 62 || c === 47 || c === 61 || isSpace(c) || c === 60 || c === 63) break
  }
  if (s.at === start) fail(s, 'Hier wird ein Name erwartet.')
  return s.src.slice(start, s.at)
}

function lookup(s: State, prefix: string): string | undefined {
  for (let scope: Scope | null = s.scope; scope; scope = scope.outer) {
    const uri = scope.prefixes.get(prefix)
    if (uri !== undefined) return uri
  }
  return undefined
}

function resolve(s: State, raw: string, isAttr: boolean): string {
  const colon = raw.indexOf(':')
  const local = colon === -1 ? raw : raw.slice(colon + 1)
  const prefix = colon === -1 ? '' : raw.slice(0, colon)
  if (!NAME.test(local) || (colon !== -1 && !NAME.test(prefix))) fail(s, `„${raw.slice(0, 40)}“ ist kein gültiger Name.`)
  if (colon === -1 && isAttr) return local
  const uri = prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : lookup(s, prefix)
  if (colon !== -1 && !uri) fail(s, `Das Präfix ${prefix.slice(0, 40)} ist nicht erklärt.`, 'namespace')
  if (!uri) return `Q{}${local}`
  const canonical = PREFIX_OF.get(uri)
  return canonical ? `${canonical}:${local}` : `Q{${uri}}${local}`
}

function knownName(s: State, raw: string): Known {
  const known = s.scope.names.get(raw)
  if (known !== undefined) return known
  const name = intern(resolve(s, raw, false))
  let elements = s.byName.get(name)
  if (!elements) {
    elements = []
    s.byName.set(name, elements)
  }
  const made: Known = { raw, scope: s.scope, name, elements, follow: undefined }
  s.scope.names.set(raw, made)
  return made
}

/** The guessed name if it stands here. */
function guessed(s: State): Known | undefined {
  const guess = s.last?.follow
  if (!guess || guess.scope !== s.scope || !s.src.startsWith(guess.raw, s.at)) return undefined
  const c = s.src.charCodeAt(s.at + guess.raw.length)
  return c === 62 || c === 47 || isSpace(c) ? guess : undefined
}

/** Reads the attributes up to `>` or `/>`; namespace declarations open a new scope. */
function readAttributes(s: State): readonly Attr[] {
  let list: Attr[] | null = null
  let prefixes: Map<string, string> | null = null
  for (;;) {
    const before = s.at
    skipSpace(s)
    const c = s.src.charCodeAt(s.at)
    if (c === 62 || c === 47) break
    if (before === s.at) fail(s, 'Zwischen Attributen fehlt ein Leerzeichen.')
    if (Number.isNaN(c)) fail(s, 'Die Datei endet mitten in einem Element.')
    const raw = scanName(s)
    const val = readValue(s)
    if (raw === 'xmlns' || raw.startsWith('xmlns:')) {
      prefixes ??= new Map()
      declare(s, prefixes, raw, val)
    } else {
      list ??= []
      list.push({ name: raw, value: val })
    }
    if ((list?.length ?? 0) + (prefixes?.size ?? 0) > s.limits.maxAttributes) fail(s, 'Zu viele Attribute.', 'limit')
  }
  if (prefixes) s.scope = { outer: s.scope, prefixes, names: new Map(), attrNames: new Map() }
  return list ? finishAttributes(s, list) : NO_ATTRS
}

function readValue(s: State): string {
  skipSpace(s)
  if (s.src.charCodeAt(s.at) !== 61) fail(s, 'Nach dem Namen eines Attributs fehlt ein Gleichheitszeichen.')
  s.at += 1
  skipSpace(s)
  const quote = s.src[s.at]
  if (quote !== '"' && quote !== "'") fail(s, 'Der Wert eines Attributs muss in Anführungszeichen stehen.')
  const end = s.src.indexOf(quote, s.at + 1)
  if (end === -1) fail(s, 'Das schließende Anführungszeichen fehlt.')
  const val = value(s.src.slice(s.at + 1, end), s.at + 1)
  s.at = end + 1
  return val
}

function declare(s: State, prefixes: Map<string, string>, raw: string, uri: string): void {
  const prefix = raw === 'xmlns' ? '' : raw.slice(6)
  if (prefixes.has(prefix)) fail(s, `Das Attribut ${raw} kommt doppelt vor.`)
  if (raw !== 'xmlns' && (!NAME.test(prefix) || uri === '')) fail(s, `Die Erklärung ${raw.slice(0, 40)} ist ungültig.`, 'namespace')
  const isXml = uri === 'http://www.w3.org/XML/1998/namespace'
  if (prefix === 'xmlns' || uri === 'http://www.w3.org/2000/xmlns/' || isXml !== (prefix === 'xml')) {
    fail(s, `Die Erklärung ${raw.slice(0, 40)} ist nicht erlaubt.`, 'namespace')
  }
  prefixes.set(prefix, uri)
}

/** Resolves prefixes once all declarations are known, and refuses doubles. */
function finishAttributes(s: State, list: readonly Attr[]): readonly Attr[] {
  const attrs = list.map((a) => ({ name: attributeName(s, a.name), value: a.value }))
  attrs.forEach((a, i) => {
    for (let k = 0; k < i; k += 1) if (attrs[k]?.name === a.name) fail(s, `Das Attribut ${a.name.slice(0, 40)} kommt doppelt vor.`)
  })
  return attrs
}

function attributeName(s: State, raw: string): string {
  let name = s.scope.attrNames.get(raw)
  if (name === undefined) {
    name = intern(resolve(s, raw, true))
    s.scope.attrNames.set(raw, name)
  }
  return name
}

function skipComment(s: State): void {
  const end = s.src.indexOf('--', s.at + 4)
  if (end === -1 || s.src.charCodeAt(end + 2) !== 62) fail(s, 'Ein Kommentar ist nicht richtig abgeschlossen.')
  if (FORBIDDEN.test(s.src.slice(s.at, end))) fail(s, 'Ein Kommentar enthält ein Zeichen, das in XML nicht erlaubt ist.')
  s.at = end + 3
}

function skipInstruction(s: State): void {
  const start = s.at
  s.at += 2
  const target = scanName(s)
  if (!NAME.test(target) || target.toLowerCase() === 'xml') fail(s, 'Diese Verarbeitungsanweisung ist hier nicht erlaubt.', 'syntax', start)
  const end = s.src.indexOf('?>', s.at)
  if (end === -1 || (end !== s.at && !isSpace(s.src.charCodeAt(s.at)))) fail(s, 'Eine Verarbeitungsanweisung ist nicht abgeschlossen.')
  if (FORBIDDEN.test(s.src.slice(s.at, end))) fail(s, 'Eine Verarbeitungsanweisung enthält ein unerlaubtes Zeichen.')
  s.at = end + 2
}

function readCdata(s: State): string {
  const end = s.src.indexOf(']]>', s.at + 9)
  if (end === -1) fail(s, 'Ein CDATA-Abschnitt ist nicht abgeschlossen.')
  const raw = s.src.slice(s.at + 9, end)
  if (FORBIDDEN.test(raw)) fail(s, 'Ein CDATA-Abschnitt enthält ein unerlaubtes Zeichen.')
  s.at = end + 3
  return raw.replace(/\r\n?/g, '\n')
}

const DECLARATION = /^<\?xml\s+version\s*=\s*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/

/** Comments, instructions and white space outside the document element. */
function readMisc(s: State, beforeRoot: boolean): void {
  for (;;) {
    skipSpace(s)
    if (s.src.startsWith('<!--', s.at)) skipComment(s)
    else if (s.src.startsWith('<?', s.at)) skipInstruction(s)
    else if (s.src.startsWith('<!DOCTYPE', s.at)) {
      fail(s, 'Eine DTD (DOCTYPE) ist in E-Rechnungen nicht erlaubt; sie kann Schadcode enthalten.', 'dtd')
    } else if (beforeRoot || s.at >= s.src.length) return
    else fail(s, 'Nach dem Ende der Rechnung steht noch weiterer Inhalt.')
  }
}

function index(map: Map<string, El[]>, key: string, el: El): void {
  const list = map.get(key)
  if (list) list.push(el)
  else map.set(key, [el])
}

/** Leaves share one empty list; the first child brings a list of its own. */
const NO_CHILDREN: El[] = []

/** Reads one start tag. */
function openElement(s: State, parent: El | null): El {
  const offset = s.at
  s.at += 1
  const guess = guessed(s)
  const raw = guess ? guess.raw : scanName(s)
  if (guess) s.at += raw.length
  const scope = s.scope
  const attrs = s.src.charCodeAt(s.at) === 62 ? NO_ATTRS : readAttributes(s)
  const known = guess && scope === s.scope ? guess : knownName(s, raw)
  if (s.last) s.last.follow = known
  s.last = known
  const el: El = { name: known.name, parent, children: NO_CHILDREN, attrs, text: '', spaced: false, offset }
  s.count += 1
  if (s.count > s.limits.maxElements) fail(s, 'Die Rechnung enthält zu viele Elemente.', 'limit')
  if (parent) {
    if (parent.children === NO_CHILDREN) parent.children = [el]
    else parent.children.push(el)
  }
  known.elements.push(el)
  for (const a of attrs) index(s.byAttr, a.name, el)
  s.raw = raw
  s.empty = s.src.charCodeAt(s.at) === 47
  if (s.empty) s.at += 1
  if (s.src.charCodeAt(s.at) !== 62) fail(s, 'Ein Element ist nicht richtig geschlossen.')
  s.at += 1
  return el
}

function closeElement(s: State, raw: string): void {
  if (!s.src.startsWith(raw, s.at + 2)) fail(s, `Hier müsste </${raw.slice(0, 60)}> stehen.`)
  s.at += 2 + raw.length
  skipSpace(s)
  if (s.src.charCodeAt(s.at) !== 62) fail(s, `Hier müsste </${raw.slice(0, 60)}> stehen.`)
  s.at += 1
}

/** Text before the next `<`. White space next to child elements is only flagged: no rule needs it as it stands. */
function readText(s: State, el: El): void {
  const start = s.at
  skipSpace(s)
  const c = s.src.charCodeAt(s.at)
  if (c === 60) {
    if (s.at === start) return
    const next = s.src.charCodeAt(s.at + 1)
    if (el.children.length > 0 || (next !== 47 && next !== 33 && el.text === '')) {
      el.spaced = true
      return
    }
  }
  const end = s.src.indexOf('<', s.at)
  if (end === -1) fail(s, `Das Element ${el.name} wird nicht geschlossen.`)
  el.text += text(s.src.slice(start, end), start)
  s.at = end
}

interface Frame { readonly el: El, readonly raw: string, readonly outer: Scope }

function readTree(s: State): El {
  const stack: Frame[] = []
  let outer = s.scope
  const root = openElement(s, null)
  if (s.empty) return root
  let frame: Frame | undefined = { el: root, raw: s.raw, outer }
  while (frame) {
    readText(s, frame.el)
    const c = s.src.charCodeAt(s.at + 1)
    if (c === 47) {
      closeElement(s, frame.raw)
      s.scope = frame.outer
      frame = stack.pop()
    } else if (c === 33) {
      if (s.src.startsWith('<!--', s.at)) skipComment(s)
      else if (s.src.startsWith('<![CDATA[', s.at)) frame.el.text += readCdata(s)
      else fail(s, 'Diese Anweisung ist hier nicht erlaubt.')
    } else if (c === 63) skipInstruction(s)
    else {
      outer = s.scope
      const el = openElement(s, frame.el)
      if (s.empty) s.scope = outer
      else if (!leaf(s, el, outer)) {
        if (stack.push(frame) >= s.limits.maxDepth) fail(s, 'Die Elemente sind zu tief verschachtelt.', 'limit')
        frame = { el, raw: s.raw, outer }
      }
    }
  }
  return root
}

/** The frequent case: an element with text only, closed at once. */
function leaf(s: State, el: El, outer: Scope): boolean {
  const end = s.src.indexOf('<', s.at)
  if (end === -1 || s.src.charCodeAt(end + 1) !== 47) return false
  if (end > s.at) {
    el.text = text(s.src.slice(s.at, end), s.at)
    s.at = end
  }
  closeElement(s, s.raw)
  s.scope = outer
  return true
}

/**
 * Parses XML 1.0 with namespaces into the light tree. Refuses document type declarations, so there are no entities
 * besides the five of XML; reads nothing but the given text. Throws {@link XmlError}.
 */
export function parseXml(source: string, limits: XmlLimits = XML_LIMITS): Doc {
  const s: State = {
    src: source, limits, at: 0, count: 0, scope: { outer: null, prefixes: new Map(), names: new Map(), attrNames: new Map() },
    byName: new Map(), byAttr: new Map(), raw: '', empty: false, last: undefined,
  }
  if (source.length > limits.maxLength) fail(s, 'Die Datei ist zu groß.', 'limit')
  if (source.startsWith('<?xml') && isSpace(source.charCodeAt(5))) {
    const match = DECLARATION.exec(source)
    if (!match) fail(s, 'Die XML-Deklaration am Anfang der Datei ist fehlerhaft.')
    s.at = match[0].length
  }
  readMisc(s, true)
  if (s.src.charCodeAt(s.at) !== 60 || s.src.charCodeAt(s.at + 1) === 33) fail(s, 'Die Datei enthält kein XML-Element.')
  const root = readTree(s)
  readMisc(s, false)
  return { root, source, byName: s.byName, byAttr: s.byAttr, elementCount: s.count, facts: new Map() }
}
