import { FORBIDDEN, isSpace, text, value } from './characters.js'
import { XmlError } from './error.js'
import type { XmlErrorKind } from './error.js'
import { MAX_NEW_NODES, bareRoot, EMPTY_SCOPE, enlist, keepAttributes, keepChild, makeNode, NAME, NO_ATTRS, resolveName, rootNode } from './nodes.js'
import type { Node, Scope } from './nodes.js'
import { intern } from './tree.js'
import type { Attr, Doc, El, KindList } from './tree.js'

/** Bounds of what is read. The defaults are far above any real invoice and far below what would exhaust memory. */
export interface XmlLimits {
  /** UTF-16 units of the decoded text. */
  readonly maxLength: number
  readonly maxDepth: number
  readonly maxElements: number
  readonly maxAttributes: number
  /** Different places (names below names). Invoices have some hundred. */
  readonly maxKinds: number
}

export const XML_LIMITS: XmlLimits = {
  maxLength: 120 * 1024 * 1024, maxDepth: 100, maxElements: 3_000_000, maxAttributes: 64, maxKinds: MAX_NEW_NODES,
}

interface State {
  readonly src: string
  readonly limits: XmlLimits
  at: number
  count: number
  /** Whether the element just opened was closed at once. */
  empty: boolean
  /** The node just opened. */
  last: Node | undefined
  /** Attributes just read. */
  attrs: readonly Attr[]
  readonly lists: KindList[]
  readonly used: Node[]
}

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

function resolve(s: State, scope: Scope, raw: string, isAttr: boolean): string {
  const name = resolveName(scope, raw, isAttr)
  if (name === '') fail(s, `„${raw.slice(0, 40)}“ ist kein gültiger Name.`)
  if (name === undefined) fail(s, `Das Präfix ${raw.slice(0, raw.indexOf(':')).slice(0, 40)} ist nicht erklärt.`, 'namespace')
  return name
}

interface Attributes { readonly list: readonly Attr[], readonly prefixes: Map<string, string> | null }

/** Reads the attributes up to `>` or `/>`, declarations of namespaces apart from the others. */
function readAttributes(s: State): Attributes {
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
  return { list: list ?? NO_ATTRS, prefixes }
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
function finishAttributes(s: State, scope: Scope, list: readonly Attr[]): readonly Attr[] {
  if (list.length === 0) return NO_ATTRS
  const attrs = list.map((a) => ({ name: attributeName(s, scope, a.name), value: a.value }))
  attrs.forEach((a, i) => {
    for (let k = 0; k < i; k += 1) if (attrs[k]?.name === a.name) fail(s, `Das Attribut ${a.name.slice(0, 40)} kommt doppelt vor.`)
  })
  return attrs
}

function attributeName(s: State, scope: Scope, raw: string): string {
  let name = scope.attrNames.get(raw)
  if (name === undefined) {
    name = intern(resolve(s, scope, raw, true))
    if (scope.attrNames.size < 200) scope.attrNames.set(intern(raw), name)
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

/** Leaves share one empty list; the first child brings a list of its own. */
const NO_CHILDREN: El[] = []

/** The node below `parent` that stands here: mostly the one that came next the last time. Moves behind the name. */
function readNode(s: State, parent: Node): Node {
  const guess = s.last?.follow
  if (guess !== undefined && guess.parent === parent && s.src.startsWith(guess.open, s.at)) {
    const end = s.at + guess.open.length
    const c = s.src.charCodeAt(end)
    if (c === 62 || c === 47 || isSpace(c)) {
      s.at = end
      return guess
    }
  }
  s.at += 1
  const raw = scanName(s)
  return parent.children.get(raw) ?? makeChild(s, parent, raw)
}

/** A node that is not known yet. An undeclared prefix may still be declared by the element itself. */
function makeChild(s: State, parent: Node, raw: string): Node {
  const name = resolveName(parent.scope, raw, false)
  if (name === '') resolve(s, parent.scope, raw, false)
  const node = makeNode(raw, name ?? '', parent, parent.scope)
  if (name) keepChild(parent, raw, node)
  return node
}

/**
 * Attributes that are not those of the last time; they are left in `s.attrs`. Declarations give the element a node and a
 * scope of its own, kept below the parent together with what is declared.
 */
function readTag(s: State, found: Node): Node {
  const start = s.at
  const { list, prefixes } = readAttributes(s)
  if (!prefixes && found.kind.name !== '') {
    const attrs = finishAttributes(s, found.scope, list)
    s.attrs = attrs.length > 0 ? keepAttributes(found, s.src.slice(start, s.at + 1), attrs) : attrs
    return found
  }
  const { raw, parent } = found
  const outer = parent ? parent.scope : EMPTY_SCOPE
  const key = prefixes ? `${raw} ${JSON.stringify([...prefixes])}` : raw
  let node = parent ? parent.children.get(key) : undefined
  if (!node) {
    const scope: Scope = prefixes ? { outer, prefixes, attrNames: new Map() } : outer
    const name = resolve(s, scope, raw, false)
    node = parent ? makeNode(raw, name, parent, scope) : rootNode(raw, name, scope)
    if (parent) keepChild(parent, key, node)
  }
  s.attrs = finishAttributes(s, node.scope, list)
  return node
}

/** Reads one start tag; afterwards `s.last` is its node. */
function openElement(s: State, parent: El | null, parentNode: Node | null): El {
  const offset = s.at
  let node = parentNode ? readNode(s, parentNode) : readRoot(s)
  let attrs = NO_ATTRS
  if (s.src.charCodeAt(s.at) !== 62 || node.kind.name === '') {
    if (node.attrText !== '' && s.src.startsWith(node.attrText, s.at)) {
      s.at += node.attrText.length - 1
      attrs = node.attrs
    } else {
      node = readTag(s, node)
      attrs = s.attrs
    }
  }
  const el: El = { name: node.kind.name, kind: node.kind, parent, children: NO_CHILDREN, attrs, text: '', spaced: false, offset, named: undefined }
  s.count += 1
  if (s.count > s.limits.maxElements) fail(s, 'Die Rechnung enthält zu viele Elemente.', 'limit')
  if (parent) {
    if (parent.children === NO_CHILDREN) parent.children = [el]
    else parent.children.push(el)
  }
  enlist(node, el, s.lists, s.used)
  if (s.used.length > s.limits.maxKinds) fail(s, 'Die Datei enthält zu viele verschiedene Elemente.', 'limit')
  // A node with declarations of its own must not be guessed: the next element may have none.
  if (s.last) s.last.follow = node.scope === parentNode?.scope ? node : undefined
  s.last = node
  s.empty = s.src.charCodeAt(s.at) === 47
  if (s.empty) s.at += 1
  if (s.src.charCodeAt(s.at) !== 62) fail(s, 'Ein Element ist nicht richtig geschlossen.')
  s.at += 1
  return el
}

/** The document element before its namespaces are known. */
function readRoot(s: State): Node {
  s.at += 1
  return bareRoot(scanName(s))
}

function closeElement(s: State, node: Node): void {
  if (s.src.startsWith(node.close, s.at)) {
    s.at += node.close.length
    return
  }
  const { raw } = node
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

interface Frame { readonly el: El, readonly node: Node }

const lastNode = (s: State): Node => s.last as Node

function readTree(s: State): El {
  const stack: Frame[] = []
  const root = openElement(s, null, null)
  if (s.empty) return root
  let frame: Frame | undefined = { el: root, node: lastNode(s) }
  while (frame) {
    readText(s, frame.el)
    const c = s.src.charCodeAt(s.at + 1)
    if (c === 47) {
      closeElement(s, frame.node)
      frame = stack.pop()
    } else if (c === 33) {
      if (s.src.startsWith('<!--', s.at)) skipComment(s)
      else if (s.src.startsWith('<![CDATA[', s.at)) frame.el.text += readCdata(s)
      else fail(s, 'Diese Anweisung ist hier nicht erlaubt.')
    } else if (c === 63) skipInstruction(s)
    else {
      const el = openElement(s, frame.el, frame.node)
      if (!s.empty && !leaf(s, el)) {
        if (stack.push(frame) >= s.limits.maxDepth) fail(s, 'Die Elemente sind zu tief verschachtelt.', 'limit')
        frame = { el, node: lastNode(s) }
      }
    }
  }
  return root
}

/** The frequent case: an element with text only, closed at once. */
function leaf(s: State, el: El): boolean {
  const end = s.src.indexOf('<', s.at)
  if (end === -1 || s.src.charCodeAt(end + 1) !== 47) return false
  if (end > s.at) {
    el.text = text(s.src.slice(s.at, end), s.at)
    s.at = end
  }
  closeElement(s, lastNode(s))
  return true
}

/**
 * Parses XML 1.0 with namespaces into the light tree. Refuses document type declarations, so there are no entities
 * besides the five of XML; reads nothing but the given text. Throws {@link XmlError}.
 */
export function parseXml(source: string, limits: XmlLimits = XML_LIMITS): Doc {
  const s: State = { src: source, limits, at: 0, count: 0, empty: false, last: undefined, attrs: NO_ATTRS, lists: [], used: [] }
  if (source.length > limits.maxLength) fail(s, 'Die Datei ist zu groß.', 'limit')
  if (source.startsWith('<?xml') && isSpace(source.charCodeAt(5))) {
    const match = DECLARATION.exec(source)
    if (!match) fail(s, 'Die XML-Deklaration am Anfang der Datei ist fehlerhaft.')
    s.at = match[0].length
  }
  readMisc(s, true)
  if (s.src.charCodeAt(s.at) !== 60 || s.src.charCodeAt(s.at + 1) === 33) fail(s, 'Die Datei enthält kein XML-Element.')
  try {
    const root = readTree(s)
    readMisc(s, false)
    return { root, source, lists: s.lists, elementCount: s.count, facts: new Map() }
  } finally {
    for (const node of s.used) node.list = undefined
  }
}
