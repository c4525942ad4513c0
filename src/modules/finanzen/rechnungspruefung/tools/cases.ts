/**
 * Reads the official cases: CEN's rule tests (`<testSet>`), and KoSIT's instances with `<?xmute …?>` instructions, whose
 * mutations are applied to the text so that everything else stays as it is.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parseXml } from '../xml/parse.js'
import { all, everyElement, localName } from '../xml/tree.js'
import type { El } from '../xml/tree.js'

export interface Case {
  readonly name: string
  readonly xml: string
  /** Rules that must fire or stay silent. */
  readonly fire: readonly string[]
  readonly silent: readonly string[]
}

export function filesBelow(folder: string, ending = '.xml'): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith(ending)).sort().map((f) => `${folder}/${f}`)
}

const VEFA = 'Q{http://difi.no/xsd/vefa/validator/1.0}'

/** End of an element in the source, found by counting tags (the sources are well-formed). */
export function endOf(source: string, el: El): number {
  let depth = 0
  const tags = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*?(\/?)>/g
  tags.lastIndex = el.offset
  for (let m = tags.exec(source); m; m = tags.exec(source)) {
    if (/^<[!?]/.test(m[0])) continue
    if (m[1]) depth -= 1
    else if (!m[0].endsWith('/>')) depth += 1
    if (depth === 0) return m.index + m[0].length
  }
  throw new Error('element is not closed')
}

/** The cases of one file of CEN's tests. */
export function unitCases(file: string): Case[] {
  const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const doc = parseXml(source)
  return all(doc, `${VEFA}test`).map((test, i) => {
    const names = (kind: string) => test.children.filter((c) => c.name === `${VEFA}assert`).flatMap((a) => a.children)
      .filter((c) => c.name === `${VEFA}${kind}`).map((c) => c.text.trim())
    const instance = test.children.find((c) => !c.name.startsWith(VEFA))
    if (!instance) throw new Error(`no instance in ${file}`)
    return {
      name: `${file.split('/').slice(-2).join('/')}#${i + 1}`, xml: source.slice(instance.offset, endOf(source, instance)),
      fire: [...names('error'), ...names('warning')], silent: names('success'),
    }
  })
}

interface Instruction { readonly at: number, readonly end: number, readonly attrs: readonly (readonly [string, string])[] }

function instructions(source: string): Instruction[] {
  return [...source.matchAll(/<\?xmute\s([\s\S]*?)\?>/g)].map((m) => ({
    at: m.index, end: m.index + m[0].length,
    attrs: [...(m[1] ?? '').matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((a) => [a[1] ?? '', a[2] ?? a[3] ?? ''] as const),
  }))
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function setAttribute(tag: string, name: string, value: string | undefined): string {
  const known = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`)
  if (value === undefined) return tag.replace(known, '')
  return known.test(tag) ? tag.replace(known, () => ` ${name}="${escape(value)}"`) : tag.replace(/\/?>$/, (end) => ` ${name}="${escape(value)}"${end}`)
}

/** Sources after the mutation of the element that follows the instruction; `code` gives one per value. */
function mutate(source: string, element: { start: number, end: number }, get: (name: string) => string | undefined): string[] {
  const own = source.slice(element.start, element.end)
  const put = (text: string): string => source.slice(0, element.start) + text + source.slice(element.end)
  const open = /^<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/.exec(own)?.[0] ?? ''
  const close = own.slice(own.lastIndexOf('</'))
  const name = get('attribute')
  switch (get('mutator')) {
    case 'identity': return [source]
    case 'remove': return [name ? put(setAttribute(open, name, undefined) + own.slice(open.length)) : put('')]
    case 'empty': return [name ? put(setAttribute(open, name, '') + own.slice(open.length)) : put(open + close)]
    case 'whitespace': return [put(`${open} \t\n ${close}`)]
    case 'code': {
      const separator = get('separator') ?? ','
      const values = (get('values') ?? '').split(separator).map((v) => get('trim') === 'no' ? v : v.trim())
      return values.map((v) => put(name ? setAttribute(open, name, v) + own.slice(open.length) : open + escape(v) + close))
    }
    default: throw new Error(`unknown mutator ${get('mutator')}`)
  }
}

const rules = (value: string): string[] => value.split(/[\s,]+/).filter(Boolean).map((r) => r.slice(r.indexOf(':') + 1))

/** The cases of one file with xmute instructions. */
export function xmuteCases(file: string): Case[] {
  const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const elements = everyElement(parseXml(source))
  return instructions(source).flatMap((instruction, i) => {
    const get = (name: string) => instruction.attrs.find(([n]) => n === name)?.[1]
    const target = elements.find((e) => e.offset >= instruction.end)
    if (!target) throw new Error(`no element after an instruction in ${file}`)
    const all = (name: string) => instruction.attrs.filter(([n]) => n === name).flatMap(([, v]) => rules(v))
    const end = endOf(source, target)
    return mutate(source, { start: target.offset, end }, get).map((xml, k) => ({
      name: `${file.split('/').slice(-2).join('/')}#${i + 1}${k > 0 ? `.${k + 1}` : ''} ${localName(target.name)}`,
      xml, fire: all('schematron-invalid'), silent: all('schematron-valid'),
    }))
  })
}
