/**
 * What the parser knows about tags: names as written below a parent, with the namespaces in force there. Invoices repeat
 * themselves and each other, so this is kept from one document to the next, and mostly nothing needs to be looked up.
 */
import { PREFIX_OF } from './names.js'
import { intern, kindOf, resetKinds } from './tree.js'
import type { Attr, El, Kind, KindList } from './tree.js'

/** Namespaces in force; a new scope begins where an element declares some. */
export interface Scope {
  readonly outer: Scope | null
  readonly prefixes: ReadonlyMap<string, string>
  /** Resolved names of attributes, by the name as written. */
  readonly attrNames: Map<string, string>
}

export interface Node {
  readonly raw: string
  /** `<name` and `</name>` as written. */
  readonly open: string
  readonly close: string
  readonly kind: Kind
  readonly parent: Node | null
  readonly scope: Scope
  readonly children: Map<string, Node>
  /** What was opened after it last time. */
  follow: Node | undefined
  /** Attributes as written last time up to `>` or `/`, and what they are. */
  attrText: string
  attrs: readonly Attr[]
  attrHash: number
  /** Elements of the document that is being read. */
  list: KindList | undefined
}

export const NO_ATTRS: readonly Attr[] = []
export const EMPTY_SCOPE: Scope = { outer: null, prefixes: new Map(), attrNames: new Map() }

const START = 'A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f'
  + '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}'
/** A name without a colon. */
export const NAME = new RegExp(`^[${START}][-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040${START}]*$`, 'u')

const XML_SPACE = 'http://www.w3.org/XML/1998/namespace'

function namespaceOf(scope: Scope, prefix: string): string | undefined {
  if (prefix === 'xml') return XML_SPACE
  for (let at: Scope | null = scope; at; at = at.outer) {
    const uri = at.prefixes.get(prefix)
    if (uri !== undefined) return uri
  }
  return undefined
}

/** The canonical name; `undefined` for an undeclared prefix, `''` for what is no name at all. */
export function resolveName(scope: Scope, raw: string, isAttr: boolean): string | undefined {
  const colon = raw.indexOf(':')
  const local = colon === -1 ? raw : raw.slice(colon + 1)
  const prefix = colon === -1 ? '' : raw.slice(0, colon)
  if (!NAME.test(local) || (colon !== -1 && !NAME.test(prefix))) return ''
  if (colon === -1 && isAttr) return local
  const uri = namespaceOf(scope, prefix)
  if (colon !== -1 && !uri) return undefined
  if (!uri) return `Q{}${local}`
  const canonical = PREFIX_OF.get(uri)
  return canonical ? `${canonical}:${local}` : `Q{${uri}}${local}`
}

/** Bounds of what is kept: names come from files. A document has at most so many new ones, and always finds room for them. */
const MAX_NODES = 30_000
export const MAX_NEW_NODES = 10_000
const MAX_ATTR_TEXT = 200
const roots = new Map<string, Node>()
const bare = new Map<string, Node>()
let kept = 0

export function makeNode(raw: string, name: string, parent: Node | null, scope: Scope): Node {
  // Only what may be kept is worth the copy.
  const own = kept < MAX_NODES ? intern(raw) : raw
  return {
    raw: own, open: `<${own}`, close: `</${own}>`, kind: kindOf(parent?.kind ?? null, kept < MAX_NODES ? intern(name) : name), parent, scope,
    children: new Map(), follow: undefined, attrText: '', attrs: NO_ATTRS, attrHash: 0, list: undefined,
  }
}

/** The child as it will be found next time. */
export function keepChild(parent: Node, key: string, node: Node): void {
  if (kept >= MAX_NODES) return
  kept += 1
  parent.children.set(key === node.raw ? node.raw : intern(key), node)
}

/** A document element whose name cannot be resolved yet. */
export function bareRoot(raw: string): Node {
  let node = bare.get(raw)
  if (!node) {
    node = makeNode(raw, '', null, EMPTY_SCOPE)
    if (bare.size < 100) bare.set(node.raw, node)
  }
  return node
}

/** The node of a document element, the same for all documents that declare the same namespaces there. */
export function rootNode(raw: string, name: string, scope: Scope): Node {
  if (kept + MAX_NEW_NODES >= MAX_NODES) {
    // Some file was full of unknown names: begin anew, so that it does not slow down all that come after it.
    roots.clear()
    bare.clear()
    resetKinds()
    kept = 0
  }
  const key = JSON.stringify([raw, ...scope.prefixes])
  let node = roots.get(key)
  if (!node) {
    node = makeNode(raw, name, null, scope)
    if (key.length < 4_000) {
      kept += 1
      roots.set(key, node)
    }
  }
  return node
}

/** A number that differs for most texts. */
function hash(text: string): number {
  let h = text.length
  for (let i = 0; i < text.length; i += 1) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0
  return h
}

/**
 * Remembers the attributes as written once they come a second time, copied so that the file they come from is not kept
 * alive. Prefixed names depend on more than the text.
 */
export function keepAttributes(node: Node, written: string, attrs: readonly Attr[]): readonly Attr[] {
  if (written.length > MAX_ATTR_TEXT || written.includes(':')) return attrs
  const own = hash(written)
  if (node.attrHash !== own) {
    node.attrHash = own
    return attrs
  }
  return copyAttributes(node, written, attrs)
}

function copyAttributes(node: Node, written: string, attrs: readonly Attr[]): readonly Attr[] {
  const own = attrs.map((a) => ({ name: a.name, value: intern(a.value) }))
  node.attrText = intern(written)
  node.attrs = own
  return own
}

/** Puts an element into the list of its kind. */
export function enlist(node: Node, el: El, lists: KindList[], used: Node[]): void {
  let list = node.list
  if (!list) {
    list = { kind: node.kind, elements: [], attributed: false }
    node.list = list
    lists.push(list)
    used.push(node)
  }
  list.elements.push(el)
  if (el.attrs !== NO_ATTRS) list.attributed = true
}
