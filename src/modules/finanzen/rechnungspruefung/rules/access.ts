/** Small accessors in which the rules are written: paths of canonical names, numbers, codes, per-document facts. */
import { parseDec } from '../decimal.js'
import type { Dec } from '../decimal.js'
import { attr, intern, normalizeSpace, stringValue } from '../xml/tree.js'
import type { Doc, El } from '../xml/tree.js'
import { fault } from './engine.js'

const PATHS = new Map<string, readonly string[]>()

/** Paths come only from the rules, so this memory is bounded. */
function steps(path: string): readonly string[] {
  let known = PATHS.get(path)
  if (!known) {
    known = path.split('/').map(intern)
    PATHS.set(path, known)
  }
  return known
}

/** From so many children on they are looked up by name instead of compared one by one. */
const MANY = 32

const NO_ELEMENTS: readonly El[] = []

/** Children that may have a name: those that have it, or few enough to compare. */
function candidates(el: El, name: string): readonly El[] {
  const { children } = el
  return children.length < MANY ? children : childrenByName(el).get(name) ?? NO_ELEMENTS
}

function childrenByName(el: El): ReadonlyMap<string, readonly El[]> {
  if (el.named?.count === el.children.length) return el.named.names
  const names = new Map<string, El[]>()
  for (const child of el.children) {
    const list = names.get(child.name)
    if (list) list.push(child)
    else names.set(child.name, [child])
  }
  el.named = { count: el.children.length, names }
  return names
}

function collect(el: El, path: readonly string[], i: number, out: El[]): void {
  const name = path[i] as string
  const last = i + 1 === path.length
  if (name === '..') {
    if (el.parent && last) out.push(el.parent)
    else if (el.parent) collect(el.parent, path, i + 1, out)
    return
  }
  for (const child of candidates(el, name)) {
    if (child.name !== name) continue
    if (last) out.push(child)
    else collect(child, path, i + 1, out)
  }
}

/** All elements at a path below `el`; `..` goes up. */
export function sel(el: El, path: string): El[] {
  const out: El[] = []
  collect(el, steps(path), 0, out)
  return out
}

function search(el: El, path: readonly string[], i: number, fits: ((el: El) => boolean) | undefined): boolean {
  const name = path[i] as string
  const last = i + 1 === path.length
  if (name === '..') {
    if (!el.parent) return false
    return last ? !fits || fits(el.parent) : search(el.parent, path, i + 1, fits)
  }
  for (const child of candidates(el, name)) {
    if (child.name !== name) continue
    if (last ? !fits || fits(child) : search(child, path, i + 1, fits)) return true
  }
  return false
}

/** Some element at the path fits. */
export const some = (el: El, path: string, fits: (el: El) => boolean): boolean => search(el, steps(path), 0, fits)
export const has = (el: El, path: string): boolean => search(el, steps(path), 0, undefined)
export const lacks = (el: El, path: string): boolean => !search(el, steps(path), 0, undefined)
export const count = (el: El, path: string): number => sel(el, path).length

/** Has it, and says where it is when it should not be there. */
export const absent = (el: El, path: string): true | El => sel(el, path)[0] ?? true

function single(el: El, path: readonly string[], i: number, found: El | undefined): El | undefined {
  const name = path[i] as string
  const last = i + 1 === path.length
  if (name === '..') return el.parent ? last ? el.parent : single(el.parent, path, i + 1, found) : found
  let one = found
  for (const child of candidates(el, name)) {
    if (child.name !== name) continue
    if (!last) one = single(child, path, i + 1, one)
    else if (one) return fault()
    else one = child
  }
  return one
}

/** The only element at a path; a second one makes the rule unanswerable. */
export const only = (el: El, path: string): El | undefined => single(el, steps(path), 0, undefined)

/** Text of the only element at a path, `''` where there is none. */
export function str(el: El, path: string): string {
  const found = only(el, path)
  return found ? stringValue(found) : ''
}

export const norm = (el: El, path: string): string => normalizeSpace(str(el, path))
export const trimmed = (el: El): string => normalizeSpace(stringValue(el))

/** Some element at the path has more than white space. */
export const filled = (el: El, path: string): boolean => some(el, path, (e) => trimmed(e) !== '')

/** Texts of all elements at a path. */
export const strs = (el: El, path: string): string[] => sel(el, path).map(stringValue)

/** Some text at the path is one of the values. */
export const is = (el: El, path: string, ...values: string[]): boolean => some(el, path, (e) => values.includes(stringValue(e)))

/** Some normalized text at the path is one of the values. */
export const isNorm = (el: El, path: string, ...values: string[]): boolean => some(el, path, (e) => values.includes(trimmed(e)))

export const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x))

/** The element's content as a decimal; anything else breaks the rule. */
export function value(el: El): Dec {
  return parseDec(stringValue(el)) ?? fault()
}

/** Decimal of the only element at a path; `undefined` where there is none. */
export function num(el: El, path: string): Dec | undefined {
  const found = only(el, path)
  return found && value(found)
}

/** Decimal of the first element at a path. */
export function firstNum(el: El, path: string): Dec | undefined {
  const found = sel(el, path)[0]
  return found && value(found)
}

export const nums = (el: El, path: string): Dec[] => sel(el, path).map(value)

/** A boolean content: `undefined` for anything that is none. */
export function bool(el: El): boolean | undefined {
  switch (trimmed(el)) {
    case 'true': case '1': return true
    case 'false': case '0': return false
    default: return undefined
  }
}

/** Some element at the path is the given boolean. */
export const flag = (el: El, path: string, wanted: boolean): boolean => some(el, path, wanted ? isTrue : isFalse)

const isTrue = (el: El): boolean => bool(el) === true
const isFalse = (el: El): boolean => bool(el) === false

/** At most two characters after the first decimal point. */
export function twoPlaces(text: string): boolean {
  const point = text.indexOf('.')
  return point === -1 || text.length - point - 1 <= 2
}

export const cents = (path: string) => (el: El): boolean => twoPlaces(str(el, path))

/** Some ancestor has the name. */
export function within(el: El, name: string): boolean {
  for (let at = el.parent; at; at = at.parent) if (at.name === name) return true
  return false
}

/** Something worked out once per document. */
export function fact<T>(doc: Doc, key: string, make: () => T): T {
  const known = doc.facts.get(key)
  if (known !== undefined) return known as T
  const made = make()
  doc.facts.set(key, made)
  return made
}

const SETS = new Map<string, ReadonlySet<string>>()

/** The codes of a list, given as one string. */
export function setOf(list: string): ReadonlySet<string> {
  let set = SETS.get(list)
  if (!set) {
    set = new Set(list.split(' '))
    SETS.set(list, set)
  }
  return set
}

/** Membership in a code list, given as one string. */
export const inList = (list: string, code: string): boolean => setOf(list).has(code)

const DATES = new Map<string, number>()
const MAX_KNOWN_DATES = 2_000

/** A calendar date of XML Schema as a number that can be compared; anything else breaks the rule. */
export function dateNumber(text: string): number {
  const known = DATES.get(text)
  if (known !== undefined) return known
  const made = readDate(text)
  if (DATES.size < MAX_KNOWN_DATES) DATES.set(text, made)
  return made
}

function readDate(text: string): number {
  const match = /^(-?\d{4,})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(normalizeSpace(text))
  if (!match) return fault()
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const ms = Date.UTC(year, month - 1, day)
  if (new Date(ms).getUTCDate() !== day || month < 1 || month > 12) return fault()
  const zone = match[4] && match[4] !== 'Z' ? Number(`${match[4][0]}1`) * (Number(match[4].slice(1, 3)) * 60 + Number(match[4].slice(4))) : 0
  return ms - zone * 60_000
}

export { attr }
