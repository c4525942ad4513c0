/**
 * The light element tree that all rules work on. Names are canonical: the prefix is chosen by the namespace, never by
 * the file (`cac:Party`, `ram:ID`); names of unknown namespaces are written `Q{uri}local`.
 */

/** One attribute. Names without a prefix are plain (`currencyID`), prefixed ones carry their namespace (`xsi:type`). */
export interface Attr {
  readonly name: string
  readonly value: string
}

/** One element. `text` is the character content directly inside; white space between child elements is only flagged. */
export interface El {
  readonly name: string
  readonly parent: El | null
  children: El[]
  attrs: readonly Attr[]
  text: string
  /** True when white space stood between child elements and was not kept in `text`. */
  spaced: boolean
  /** Offset of the opening `<` in the decoded source. */
  readonly offset: number
}

/** A parsed document with the two indexes that replace searches from the root (`//name`, `//@name`). */
export interface Doc {
  readonly root: El
  readonly source: string
  /** Elements of a name in document order. */
  readonly byName: ReadonlyMap<string, readonly El[]>
  /** Elements that carry an attribute of a name, in document order. */
  readonly byAttr: ReadonlyMap<string, readonly El[]>
  readonly elementCount: number
  /** What rules worked out about this document. */
  readonly facts: Map<string, unknown>
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

/** All elements of a canonical name, anywhere in the document. */
export const all = (doc: Doc, name: string): readonly El[] => doc.byName.get(name) ?? NONE

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

/** An XPath that leads to this element, with canonical prefixes and positions where siblings share the name. */
export function xpath(el: El): string {
  const parts: string[] = []
  for (let at: El | null = el; at; at = at.parent) {
    const siblings = at.parent?.children.filter((s) => s.name === at?.name) ?? []
    parts.unshift(siblings.length > 1 ? `${at.name}[${siblings.indexOf(at) + 1}]` : at.name)
  }
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
