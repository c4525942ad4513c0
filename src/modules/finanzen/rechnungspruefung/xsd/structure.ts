/**
 * Structure of a document against the derived tables of the official schemas: unknown, misplaced, missing and repeated
 * elements, wrong text and attributes. Findings never stop the business rules.
 */
import { intern } from '../xml/tree.js'
import type { Doc, El } from '../xml/tree.js'
import { TABLE as CII } from './cii-table.js'
import { collapsed, hasForm, TYPE_WORDS } from './types.js'
import { TABLE as UBL } from './ubl-table.js'

export interface StructureFinding {
  readonly el: El
  /** What is wrong, in German. */
  readonly text: string
}

interface Particle { readonly name: string, readonly min: number, readonly many: boolean, readonly type: number }
interface Attribute { readonly type: string, readonly required: boolean, readonly fixed: string | undefined }
interface ComplexType { readonly kind: 'sequence' | 'choice', readonly particles: readonly Particle[], readonly order: ReadonlyMap<string, number> }
interface SimpleType { readonly kind: 'text', readonly base: string, readonly min: number, readonly max: number, readonly attrs: ReadonlyMap<string, Attribute>, readonly required: readonly string[] }
type Type = ComplexType | SimpleType | { readonly kind: 'any' }

export interface Schema { readonly roots: ReadonlyMap<string, number>, readonly types: readonly Type[] }

function simpleType(row: string): SimpleType {
  const [head = '', ...rest] = row.slice(1).split(' @')
  const facet = /^(\w+)(?:\[(\d*),(\d*)\])?$/.exec(head)
  const attrs = new Map(rest.map((a) => {
    const [, name = '', type = '', required, fixed] = /^([\w.-]+):(\w+)(!?)(?:=(.*))?$/.exec(a) ?? []
    return [name, { type, required: required === '!', fixed }] as const
  }))
  return {
    kind: 'text', base: facet?.[1] ?? 'string', min: Number(facet?.[2] || 0), max: Number(facet?.[3] || Infinity), attrs,
    required: [...attrs].filter(([, a]) => a.required).map(([n]) => n),
  }
}

function complexType(row: string): ComplexType {
  const particles = row.replace(/^\|/, '').split(' ').filter(Boolean).map((p): Particle => {
    const [, name = '', mark = '', type = ''] = /^(.*?)([?*+]?)(\d+)$/.exec(p) ?? []
    return { name: intern(name), min: mark === '' || mark === '+' ? 1 : 0, many: mark === '*' || mark === '+', type: Number(type) }
  })
  return { kind: row.startsWith('|') ? 'choice' : 'sequence', particles, order: new Map(particles.map((p, i) => [p.name, i])) }
}

function parseTable(table: string): Schema {
  const [head = '', ...rows] = table.split('\n')
  const words = head.split(' ')
  const roots = new Map(words.flatMap((w, i) => i % 2 === 0 ? [[w, Number(words[i + 1])] as const] : []))
  return { roots, types: rows.map((r): Type => r === '*' ? { kind: 'any' } : r.startsWith('=') ? simpleType(r) : complexType(r)) }
}

let ubl: Schema | undefined
let cii: Schema | undefined

/** The table of a syntax, read when first needed. */
export const schemaOf = (family: 'UBL' | 'CII'): Schema => family === 'UBL' ? ubl ??= parseTable(UBL) : cii ??= parseTable(CII)

/** More findings of one document say nothing new. */
const MAX_FINDINGS = 100

interface Run { readonly schema: Schema, readonly out: StructureFinding[] }

function report(r: Run, el: El, text: string): void {
  if (r.out.length < MAX_FINDINGS) r.out.push({ el, text })
}

const quoted = (value: string): string => `„${value.length > 60 ? `${value.slice(0, 60)}…` : value}“`

function checkText(r: Run, el: El, type: SimpleType): void {
  const child = el.children[0]
  if (child) report(r, child, `Im Element ${el.name} ist nur Text erlaubt, aber es enthält das Element ${child.name}.`)
  else if (!hasForm(type.base, el.text)) {
    report(r, el, `${quoted(el.text)} ist hier nicht erlaubt. Erwartet wird ${TYPE_WORDS[type.base] ?? 'ein anderer Wert'}.`)
  } else if (type.min > 0 || type.max < Infinity) {
    const length = [...collapsed(type.base, el.text)].length
    if (length < type.min || length > type.max) report(r, el, `Der Wert von ${el.name} hat die falsche Länge.`)
  }
  if (el.attrs.length > 0) for (const a of el.attrs) checkAttribute(r, el, a.name, a.value, type.attrs.get(a.name))
  for (const name of type.required) {
    if (!el.attrs.some((a) => a.name === name)) report(r, el, `Beim Element ${el.name} fehlt das Attribut ${name}.`)
  }
}

const isInstanceHint = (name: string): boolean => name === 'xsi:schemaLocation' || name === 'xsi:noNamespaceSchemaLocation'

function checkAttribute(r: Run, el: El, name: string, value: string, known: Attribute | undefined): void {
  if (isInstanceHint(name)) return
  if (!known) report(r, el, `Das Attribut ${name} ist beim Element ${el.name} nicht erlaubt.`)
  else if (!hasForm(known.type, value)) report(r, el, `Das Attribut ${name} hat den unerlaubten Wert ${quoted(value)}.`)
  else if (known.fixed !== undefined && collapsed(known.type, value) !== known.fixed) {
    report(r, el, `Das Attribut ${name} muss den Wert ${quoted(known.fixed)} haben.`)
  }
}

/** Elements in order; what is out of place is reported and then left aside, so that one mistake gives one finding. */
function checkSequence(r: Run, el: El, type: ComplexType): void {
  let at = 0
  let seen = 0
  for (const child of el.children) {
    const index = type.order.get(child.name)
    if (index === undefined) {
      report(r, child, `Das Element ${child.name} ist in ${el.name} nicht vorgesehen.`)
      continue
    }
    const particle = type.particles[index] as Particle
    if (index < at) report(r, child, `Das Element ${child.name} steht an der falschen Stelle: Es gehört vor ${type.particles[at]?.name}.`)
    else {
      if (index > at) {
        missing(r, el, type, seen > 0 ? at + 1 : at, index)
        at = index
        seen = 0
      }
      seen += 1
      if (seen === 2 && !particle.many) report(r, child, `Das Element ${child.name} darf in ${el.name} nur einmal vorkommen.`)
    }
    check(r, child, particle.type)
  }
  missing(r, el, type, seen > 0 ? at + 1 : at, type.particles.length)
}

function missing(r: Run, el: El, type: ComplexType, from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    const p = type.particles[i] as Particle
    if (p.min > 0) report(r, el, `In ${el.name} fehlt das Element ${p.name}${el.children.some((c) => c.name === p.name) ? ' an der richtigen Stelle' : ''}.`)
  }
}

function checkChoice(r: Run, el: El, type: ComplexType): void {
  const [first, second] = el.children
  if (!first) report(r, el, `In ${el.name} fehlt eines der Elemente ${type.particles.map((p) => p.name).join(', ')}.`)
  if (second) report(r, second, `In ${el.name} darf nur ein Element stehen.`)
  for (const child of el.children) {
    const index = type.order.get(child.name)
    if (index === undefined) report(r, child, `Das Element ${child.name} ist in ${el.name} nicht vorgesehen.`)
    else check(r, child, (type.particles[index] as Particle).type)
  }
}

function check(r: Run, el: El, index: number): void {
  const type = r.schema.types[index]
  if (!type) return
  if (type.kind === 'text') {
    checkText(r, el, type)
    return
  }
  for (const a of el.attrs) checkAttribute(r, el, a.name, a.value, undefined)
  if (el.text.trim() !== '') report(r, el, `Im Element ${el.name} darf kein Text direkt stehen.`)
  if (type.kind === 'any') checkAny(r, el)
  else if (type.kind === 'choice') checkChoice(r, el, type)
  else checkSequence(r, el, type)
}

/** Extension content: exactly one element of another namespace. */
function checkAny(r: Run, el: El): void {
  if (el.children.length === 0) report(r, el, `Das Element ${el.name} ist leer.`)
  el.children.forEach((child, i) => {
    if (i === 1) report(r, child, `In ${el.name} darf nur ein Element stehen.`)
    if (child.name.startsWith('ext:')) report(r, child, `Das Element ${child.name} ist in ${el.name} nicht erlaubt.`)
  })
}

/** All structure findings of a document, up to a bound. */
export function checkStructure(doc: Doc, family: 'UBL' | 'CII'): StructureFinding[] {
  const schema = schemaOf(family)
  const r: Run = { schema, out: [] }
  const type = schema.roots.get(doc.root.name)
  if (type === undefined) report(r, doc.root, `Das Element ${doc.root.name} ist kein bekannter Anfang einer Rechnung.`)
  else check(r, doc.root, type)
  return r.out
}
