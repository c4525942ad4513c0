/**
 * Derives a compact table of the facts in the official XML schemas: which elements a type holds, in which order, how
 * often, and what their text and attributes may be. Run after a new release: `node --import tsx …/tools/derive-xsd.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve, dirname } from 'node:path'
import { decodeXml } from '../xml/decode.js'
import { PREFIX_OF } from '../xml/names.js'
import { parseXml } from '../xml/parse.js'
import { attr, localName } from '../xml/tree.js'
import type { El } from '../xml/tree.js'
import { conformanceFolder } from './conformance.js'

const XSD = 'http://www.w3.org/2001/XMLSchema'

interface Schema { readonly target: string, readonly prefixes: ReadonlyMap<string, string>, readonly root: El }
interface Pool { readonly types: Map<string, { el: El, schema: Schema }>, readonly elements: Map<string, { el: El, schema: Schema }> }

const kids = (el: El, name: string): El[] => el.children.filter((c) => c.name === `Q{${XSD}}${name}`)
const kid = (el: El, name: string): El | undefined => kids(el, name)[0]

function loadAll(start: string): Pool {
  const pool: Pool = { types: new Map(), elements: new Map() }
  const seen = new Set<string>()
  const load = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    const source = decodeXml(readFileSync(path))
    const root = parseXml(source).root
    const prefixes = new Map([...source.matchAll(/xmlns(?::([\w.-]+))?="([^"]*)"/g)].map((m) => [m[1] ?? '', m[2] ?? '']))
    const schema: Schema = { target: attr(root, 'targetNamespace') ?? '', prefixes, root }
    for (const el of root.children) {
      const kind = localName(el.name)
      const name = `{${schema.target}}${attr(el, 'name')}`
      if (kind === 'complexType' || kind === 'simpleType') pool.types.set(name, { el, schema })
      if (kind === 'element') pool.elements.set(name, { el, schema })
      const location = attr(el, 'schemaLocation')
      if ((kind === 'import' || kind === 'include') && location && !/xmldsig|XAdES/.test(location)) load(resolve(dirname(path), location))
    }
  }
  load(start)
  return pool
}

function qname(schema: Schema, name: string): string {
  const [prefix, local] = name.includes(':') ? name.split(':') as [string, string] : ['', name]
  return `{${schema.prefixes.get(prefix) ?? ''}}${local}`
}

const short = (name: string): string => {
  const [, uri = '', local = ''] = /^\{(.*)\}(.*)$/.exec(name) ?? []
  return `${PREFIX_OF.get(uri) ?? `Q{${uri}}`}:${local}`
}

interface Simple { base: string, facets: string, attrs: Map<string, string> }

function attributes(schema: Schema, el: El, into: Map<string, string>): void {
  for (const a of kids(el, 'attribute')) {
    const fixed = attr(a, 'fixed')
    const type = (attr(a, 'type') ?? 'xsd:string').split(':').pop() ?? ''
    if (attr(a, 'use') === 'prohibited') into.delete(attr(a, 'name') ?? '')
    else into.set(attr(a, 'name') ?? '', `${type}${attr(a, 'use') === 'required' ? '!' : ''}${fixed === undefined ? '' : `=${fixed}`}`)
  }
}

/** Text type with attributes of a simple content, following the chain of bases. */
function simple(pool: Pool, type: string): Simple | undefined {
  if (type.startsWith(`{${XSD}}`)) return { base: localPart(type), facets: '', attrs: new Map() }
  const found = pool.types.get(type)
  if (!found) throw new Error(`unknown type ${type}`)
  const content = localName(found.el.name) === 'simpleType' ? found.el : kid(found.el, 'simpleContent')
  const derivation = content && (kid(content, 'extension') ?? kid(content, 'restriction'))
  if (!derivation) return undefined
  const base = simple(pool, qname(found.schema, attr(derivation, 'base') ?? ''))
  if (!base) return undefined
  attributes(found.schema, derivation, base.attrs)
  const min = kid(derivation, 'minLength')
  const max = kid(derivation, 'maxLength')
  if (min || max) base.facets = `[${min ? attr(min, 'value') : ''},${max ? attr(max, 'value') : ''}]`
  return base
}

const localPart = (name: string): string => name.slice(name.indexOf('}') + 1)

const cardinality = (el: El): string => {
  const min = attr(el, 'minOccurs') ?? '1'
  const max = attr(el, 'maxOccurs') ?? '1'
  if (!/^[01]$/.test(min) || !/^(1|unbounded)$/.test(max)) throw new Error(`cardinality ${min}..${max}`)
  return max === '1' ? (min === '0' ? '?' : '') : (min === '0' ? '*' : '+')
}

function derive(start: string, roots: readonly string[]): string {
  const pool = loadAll(start)
  for (const other of roots) if (!pool.elements.has(other)) for (const [k, v] of loadAll(start.replace('Invoice', 'CreditNote')).elements) pool.elements.set(k, v)
  for (const [k, v] of loadAll(start.replace('UBL-Invoice', 'UBL-CreditNote')).types) pool.types.set(k, v)
  const rows: string[] = []
  const known = new Map<string, number>()
  const emit = (key: string, make: (index: number) => string): number => {
    const before = known.get(key)
    if (before !== undefined) return before
    const index = rows.push('') - 1
    known.set(key, index)
    rows[index] = make(index)
    return index
  }
  const simpleRow = (s: Simple): number => {
    const row = `=${s.base}${s.facets}${[...s.attrs].sort().map(([n, t]) => ` @${n}:${t}`).join('')}`
    return emit(row, () => row)
  }
  const typeRow = (type: string): number => {
    const text = simple(pool, type)
    if (text) return simpleRow(text)
    const found = pool.types.get(type)
    if (!found) throw new Error(type)
    return emit(type, () => complexRow(found.schema, found.el))
  }
  const complexRow = (schema: Schema, el: El): string => {
    const group = kid(el, 'sequence') ?? kid(el, 'choice')
    if (!group) throw new Error(`no content in ${attr(el, 'name')}`)
    if (kid(group, 'any')) return '*'
    const mark = localName(group.name) === 'choice' ? '|' : ''
    return mark + kids(group, 'element').map((e) => particle(schema, e)).join(' ')
  }
  const particle = (schema: Schema, e: El): string => {
    const ref = attr(e, 'ref')
    const target = ref ? pool.elements.get(qname(schema, ref)) : undefined
    const name = ref ? short(qname(schema, ref)) : `${PREFIX_OF.get(schema.target)}:${attr(e, 'name')}`
    const owner = target ?? { el: e, schema }
    const inline = kid(owner.el, 'complexType')
    const index = inline ? inlineRow(owner.schema, inline) : typeRow(qname(owner.schema, attr(owner.el, 'type') ?? ''))
    return `${name}${cardinality(e)}${index}`
  }
  const inlineRow = (schema: Schema, el: El): number => {
    const content = kid(el, 'simpleContent')
    const derivation = content && kid(content, 'extension')
    if (!derivation) throw new Error('inline type')
    const s: Simple = { base: (attr(derivation, 'base') ?? '').split(':').pop() ?? '', facets: '', attrs: new Map() }
    attributes(schema, derivation, s.attrs)
    return simpleRow(s)
  }
  const heads = roots.map((root) => {
    const el = pool.elements.get(root)
    if (!el) throw new Error(root)
    return `${short(root)} ${typeRow(qname(el.schema, attr(el.el, 'type') ?? ''))}`
  })
  return `${heads.join(' ')}\n${rows.join('\n')}`
}

function write(file: string, what: string, table: string): void {
  const head = `/**\n * Structure of ${what} (facts, derived by tools/derive-xsd.ts). First line: document elements with their type number. Then\n`
    + ' * one type a line: `=text @attribute:type` (`!` required, `=value` fixed, `[min,max]` length), or the elements in order with\n'
    + ' * cardinality (? * +) and type number, `|` before a choice, `*` for anything.\n */\n'
  writeFileSync(new URL(`../xsd/${file}`, import.meta.url), `${head}export const TABLE = \`${table}\`\n`)
  console.log(file, table.length, table.split('\n').length)
}

const folder = conformanceFolder()
if (!folder) throw new Error('conformance folder not found')
const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'
write('ubl-table.ts', 'UBL 2.1 Invoice and CreditNote', derive(`${folder}/xrechnung/xsd-ubl-2.1/xsd/maindoc/UBL-Invoice-2.1.xsd`,
  [`{${UBL}:Invoice-2}Invoice`, `{${UBL}:CreditNote-2}CreditNote`]))
write('cii-table.ts', 'UN/CEFACT Cross Industry Invoice D16B', derive(
  `${folder}/xrechnung/xsd-cii-d16b/D16B SCRDM (Subset)/uncoupled clm/CII/uncefact/data/standard/CrossIndustryInvoice_100pD16B.xsd`,
  ['{urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100}CrossIndustryInvoice']))
