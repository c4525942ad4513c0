/**
 * Structure-aware mutants: one small change of an invoice, named so that it can be repeated. A name is
 * `operation xpath argument`, e.g. `remove /ubl:Invoice/cbc:ID` or `text /ubl:Invoice/cbc:ID XX`.
 */
import { make, create } from '../model/path.js'
import { treeToXml } from '../model/write.js'
import { everyElement, xpath } from '../xml/tree.js'
import type { Doc, El } from '../xml/tree.js'
import { parseXml } from '../xml/parse.js'
import { schemaOf } from '../xsd/structure.js'
import type { Schema } from '../xsd/structure.js'

type Family = 'UBL' | 'CII'

export const familyOf = (doc: Doc): Family => doc.root.name === 'rsm:CrossIndustryInvoice' ? 'CII' : 'UBL'

/** Contents that make sense somewhere: wrong codes, other categories, small and negative amounts, dates, number of places. */
const TEXTS = ['XX', '-1', '0', '1.123', '99999999', 'S', 'O', 'AE', 'B', '30', '48', '59', '384', '130', '50', 'true', '2020-01-01', '2030-01-01', '20200101', '20300101', 'HUF', '5.5', 'DE']

function locate(root: El, path: string): El {
  const [, ...steps] = path.split('/').filter(Boolean)
  return steps.reduce((at, step) => {
    const [, name = '', no] = /^(.*?)(?:\[(\d+)\])?$/.exec(step) ?? []
    const found = at.children.filter((c) => c.name === name)[Number(no ?? 1) - 1]
    if (!found) throw new Error(`no element at ${path}`)
    return found
  }, root)
}

function copy(el: El, parent: El): El {
  const clone: El = { ...el, parent, children: [], named: undefined }
  clone.children.push(...el.children.map((c) => copy(c, clone)))
  return clone
}

const without = (el: El): number => el.parent?.children.indexOf(el) ?? 0

/** A child that the schema allows, at its place in the order. */
function insert(el: El, path: string, order: ReadonlyMap<string, number> | undefined): void {
  const first = path.split('/')[0] ?? ''
  if (path.includes('@')) {
    const cut = path.lastIndexOf('@')
    const target = cut > 0 ? make(el, path.slice(0, cut - 1)) : el
    target.attrs = [...target.attrs, { name: path.slice(cut + 1), value: 'x' }]
  } else make(el, path, path.includes('/') ? 0 : 1).text = 'x'
  const rank = (e: El): number => order?.get(e.name) ?? 999
  if (order?.has(first)) el.children.sort((a, b) => rank(a) - rank(b))
}

function typeIndex(el: El, schema: Schema): number | undefined {
  if (!el.parent) return schema.roots.get(el.name)
  const type = schema.types[typeIndex(el.parent, schema) ?? -1]
  if (!type || type.kind === 'text' || type.kind === 'any') return undefined
  return type.particles[type.order.get(el.name) ?? -1]?.type
}

function orderOf(el: El, schema: Schema): ReadonlyMap<string, number> | undefined {
  const type = schema.types[typeIndex(el, schema) ?? -1]
  return type && type.kind !== 'text' && type.kind !== 'any' ? type.order : undefined
}

function change(el: El, operation: string, argument: string, schema: Schema): void {
  switch (operation) {
    case 'remove': el.parent?.children.splice(without(el), 1); break
    case 'empty': el.children.length = 0; el.text = ''; break
    case 'twice': if (el.parent) el.parent.children.splice(without(el), 0, copy(el, el.parent)); break
    case 'text': el.text = argument; break
    case 'unattr': el.attrs = el.attrs.filter((a) => a.name !== argument); break
    case 'attr': { const [name = '', value = ''] = argument.split('='); el.attrs = [...el.attrs.filter((a) => a.name !== name), { name, value }]; break }
    case 'add': insert(el, argument, orderOf(el, schema)); break
    case 'add2': insert(el, argument, orderOf(el, schema)); create(el, argument, 'y'); break
    default: throw new Error(`unknown operation ${operation}`)
  }
}

/** The source after a mutation (several are separated by ` ; `). */
export function applyMutation(source: string, name: string): string {
  const doc = parseXml(source)
  const schema = schemaOf(familyOf(doc))
  for (const one of name.split(' ; ')) {
    const [operation = '', path = '', ...rest] = one.split(' ')
    change(locate(doc.root, path), operation, rest.join(' '), schema)
  }
  return treeToXml(doc.root, familyOf(doc))
}

/** Names of all simple mutants of a document: every element and attribute once with every operation. */
export function* mutationNames(doc: Doc, additions: boolean): Generator<string> {
  const schema = schemaOf(familyOf(doc))
  for (const el of everyElement(doc)) {
    const at = xpath(el)
    if (el.parent) yield* [`remove ${at}`, `empty ${at}`, `twice ${at}`]
    if (el.children.length === 0) for (const text of TEXTS) yield `text ${at} ${text}`
    for (const a of el.attrs) yield* [`unattr ${at} ${a.name}`, `attr ${at} ${a.name}=XX`]
    if (additions && el.children.length > 0) for (const name of orderOf(el, schema)?.keys() ?? []) yield* [`add ${at} ${name}`, `add2 ${at} ${name}`]
  }
}
