/**
 * The light element tree that all rules work on. Names are canonical: the prefix is chosen by the namespace, never by
 * the file (`cac:Party`, `ram:ID`); names of unknown namespaces are written `Q{uri}local`.
 */

/** One attribute. Names without a prefix are plain (`currencyID`), prefixed ones carry their namespace (`xsi:type`). */
export interface Attr {
  readonly name: string
  readonly value: string
}

/**
 * What stands where: a canonical name below a parent of one kind. Kinds are the same for all documents, so what follows
 * from the place alone (which rules apply, which type the schema gives) is worked out once and kept in `memo`.
 */
export interface Kind {
  readonly name: string
  readonly parent: Kind | null
  readonly children: Map<string, Kind>
  /** Remembered by those who work on trees, each at its own {@link memoSlot}. */
  readonly memo: unknown[]
}

/** One element. `text` is the character content directly inside; white space between child elements is only flagged. */
export interface El {
  readonly name: string
  readonly kind: Kind
  readonly parent: El | null
  children: El[]
  attrs: readonly Attr[]
  text: string
  /** True when white space stood between child elements and was not kept in `text`. */
  spaced: boolean
  /** Offset of the opening `<` in the decoded source. */
  readonly offset: number
  /** Children by name, worked out where there are many (see rules/access.ts). */
  named: Named | undefined
}

export interface Named { readonly count: number, readonly names: ReadonlyMap<string, readonly El[]> }

/** Elements of one kind in document order; `attributed` when one of them carries attributes. */
export interface KindList {
  readonly kind: Kind
  readonly elements: El[]
  attributed: boolean
}

/** A parsed document, its elements grouped by kind so that nothing is searched from the root. */
export interface Doc {
  readonly root: El
  readonly source: string
  readonly lists: readonly KindList[]
  readonly elementCount: number
  /** What rules worked out about this document. */
  readonly facts: Map<string, unknown>
}

const ROOTS = new Map<string, Kind>()
/** Names come from files, so what is kept about them is bounded; invoices have some hundred kinds. */
const MAX_KINDS = 60_000
let kinds = 0
let slots = 0

/** A place of its own in the `memo` of every kind. */
export function memoSlot(): number {
  slots += 1
  return slots - 1
}

/** Forgets all kinds; documents keep theirs. */
export function resetKinds(): void {
  ROOTS.clear()
  kinds = 0
}

/** The kind of a name below a parent. */
export function kindOf(parent: Kind | null, name: string): Kind {
  const siblings = parent ? parent.children : ROOTS
  const known = siblings.get(name)
  if (known) return known
  const made: Kind = { name, parent, children: new Map(), memo: [] }
  if (kinds < MAX_KINDS) {
    kinds += 1
    siblings.set(name, made)
  }
  return made
}

const NONE: readonly El[] = []

/**
 * The one copy of a string that the runtime keeps for property names. Names are compared millions of times; between such
 * copies a comparison is one look at the address.
 */
export const intern = (name: string): string => Object.keys({ [name]: 0 })[0] ?? name

/** Nothing but white space, and no elements. */
export function isBlank(el: El): boolean {
  if (el.children.length > 0) return false
  for (let i = 0; i < el.text.length; i += 1) {
    const c = el.text.charCodeAt(i)
    if (c !== 32 && c !== 10 && c !== 9 && c !== 13) return false
  }
  return true
}

const byOffset = (a: El, b: El): number => a.offset - b.offset

function merged(lists: readonly (readonly El[])[]): readonly El[] {
  return lists.length === 1 ? lists[0] ?? NONE : lists.flat().sort(byOffset)
}

type Names = Map<string, KindList[]>

function namesOf(doc: Doc): Names {
  let names = doc.facts.get('names') as Names | undefined
  if (!names) {
    names = new Map()
    for (const list of doc.lists) {
      const known = names.get(list.kind.name)
      if (known) known.push(list)
      else names.set(list.kind.name, [list])
    }
    doc.facts.set('names', names)
  }
  return names
}

/** All elements of a canonical name, anywhere in the document, in document order. */
export function all(doc: Doc, name: string): readonly El[] {
  const lists = namesOf(doc).get(name)
  if (!lists) return NONE
  if (lists.length === 1) return lists[0]?.elements ?? NONE
  const key = `all ${name}`
  let found = doc.facts.get(key) as readonly El[] | undefined
  if (!found) {
    found = merged(lists.map((l) => l.elements))
    doc.facts.set(key, found)
  }
  return found
}

/** All elements of a document in document order. */
export const everyElement = (doc: Doc): readonly El[] => merged(doc.lists.map((l) => l.elements))

/** All elements that carry an attribute, in document order. */
export function withAttribute(doc: Doc, name: string): readonly El[] {
  const found: El[] = []
  for (const list of doc.lists) {
    if (!list.attributed) continue
    let last: readonly Attr[] | undefined
    let has = false
    for (const el of list.elements) {
      // Equal attributes of neighbours are one object.
      if (el.attrs !== last) {
        last = el.attrs
        has = attr(el, name) !== undefined
      }
      if (has) found.push(el)
    }
  }
  return found.sort(byOffset)
}

/** Value of an attribute, `undefined` where absent. */
export function attr(el: El, name: string): string | undefined {
  for (const a of el.attrs) if (a.name === name) return a.value
  return undefined
}

/** The string value as XPath defines it: all text inside, in document order. */
export function stringValue(el: El): string {
  if (el.children.length === 0) return el.text
  let out = el.text
  for (const child of el.children) out += (el.spaced ? ' ' : '') + stringValue(child)
  return el.spaced ? `${out} ` : out
}

function hasSpace(value: string): boolean {
  for (let i = 0; i < value.length; i += 1) if (value.charCodeAt(i) <= 32) return true
  return false
}

/** Leading and trailing white space removed, inner runs become one space (XML white space only). */
export function normalizeSpace(value: string): string {
  if (!hasSpace(value)) return value
  return value.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '')
}

const localName = (name: string) => name.slice(name.lastIndexOf(name.startsWith('Q{') ? '}' : ':') + 1)
export { localName }

/** Position among siblings of the same name, and how many there are. */
interface Place { readonly no: number, readonly of: { count: number } }

const MANY = 200
const PLACES = new WeakMap<El, ReadonlyMap<El, Place>>()

/** The places of all children, worked out once where there are many. */
function placesIn(parent: El): ReadonlyMap<El, Place> {
  const known = PLACES.get(parent)
  if (known) return known
  const counts = new Map<string, { count: number }>()
  const places = new Map<El, Place>()
  for (const child of parent.children) {
    const of = counts.get(child.name) ?? { count: 0 }
    counts.set(child.name, of)
    of.count += 1
    places.set(child, { no: of.count, of })
  }
  PLACES.set(parent, places)
  return places
}

function step(el: El): string {
  const { parent } = el
  if (!parent) return el.name
  if (parent.children.length >= MANY) {
    const place = placesIn(parent).get(el)
    return place && place.of.count > 1 ? `${el.name}[${place.no}]` : el.name
  }
  const siblings = parent.children.filter((s) => s.name === el.name)
  return siblings.length > 1 ? `${el.name}[${siblings.indexOf(el) + 1}]` : el.name
}

/** An XPath that leads to this element, with canonical prefixes and positions where siblings share the name. */
export function xpath(el: El): string {
  const parts: string[] = []
  for (let at: El | null = el; at; at = at.parent) parts.unshift(step(at))
  return `/${parts.join('/')}`
}

/** Line and column (both from 1) of an offset in the source. */
export function position(source: string, offset: number): { line: number, column: number } {
  let line = 1
  let start = 0
  for (let at = source.indexOf('\n'); at !== -1 && at < offset; at = source.indexOf('\n', at + 1)) {
    line += 1
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}
