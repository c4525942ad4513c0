/** What the parser keeps from one document to the next must never show: trees are compared with those of saxes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SaxesParser } from 'saxes'
import { writeCii, writeUbl } from '../model/write.js'
import { random } from '../tools/differential.js'
import { sampleInvoice } from '../tools/examples.js'
import { XmlError } from './error.js'
import { PREFIX_OF } from './names.js'
import { parseXml } from './parse.js'
import type { El } from './tree.js'
import { all, everyElement, withAttribute } from './tree.js'

interface Plain { name: string, attrs: string[], text: string, children: Plain[] }

const canonical = (uri: string, local: string): string => { const p = PREFIX_OF.get(uri); return p ? `${p}:${local}` : `Q{${uri}}${local}` }

function bySaxes(source: string): Plain | undefined {
  const parser = new SaxesParser({ xmlns: true })
  const stack: Plain[] = [{ name: '', attrs: [], text: '', children: [] }]
  let failed = false
  parser.on('error', () => { failed = true })
  parser.on('opentag', (tag) => {
    const el: Plain = { name: canonical(tag.uri, tag.local), text: '', children: [], attrs: Object.values(tag.attributes)
      .filter((a) => a.prefix !== 'xmlns' && a.name !== 'xmlns').map((a) => `${a.prefix ? canonical(a.uri, a.local) : a.name}=${a.value}`) }
    stack.at(-1)?.children.push(el)
    stack.push(el)
  })
  const add = (text: string): void => { const el = stack.at(-1); if (el) el.text += text }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => { stack.pop() })
  parser.write(source).close()
  return failed ? undefined : stack[0]?.children[0]
}

const own = (el: El): Plain => ({ name: el.name, attrs: el.attrs.map((a) => `${a.name}=${a.value}`), text: el.text, children: el.children.map(own) })
/** White space between elements is only flagged by our tree. */
const trimmed = (el: Plain): Plain => ({ ...el, text: el.children.length > 0 ? el.text.trim() : el.text, children: el.children.map(trimmed) })

/** Changes that leave most documents well-formed, and touch what the parser keeps: names, prefixes, attributes, scopes. */
const CHANGES: readonly ((source: string, pick: (n: number) => number) => string)[] = [
  (s, pick) => s.replaceAll('cbc:', `p${pick(3)}:`).replaceAll('xmlns:cbc', `xmlns:p${pick(3)}`),
  (s, pick) => s.replaceAll('ram:', `q${pick(2)}:`).replace('xmlns:ram=', `xmlns:q${pick(2)}=`),
  (s, pick) => { let n = pick(40); return s.replace(/<(cbc|ram):(\w+)>/g, (tag, p, name) => n-- === 0 ? `<${p}:${name} xmlns:${p}="urn:andere">` : tag) },
  (s, pick) => { let n = pick(40); return s.replace(/<(cbc|ram|cac):(\w+)>/g, (tag, p, name) => n-- === 0 ? `<${p}:${name} xmlns="urn:x" xmlns:y="urn:y" y:a="1" a='2'>` : tag) },
  (s, pick) => { let n = pick(20); return s.replace(/ (\w+)="([^"]*)"/g, (a, name, value) => n-- === 0 ? `\n ${name} = '${value}x&#65;&lt;' ` : a) },
  (s, pick) => { let n = pick(40); return s.replace(/>([^<>\n]+)</g, (text, value) => n-- === 0 ? `><![CDATA[${value}]]><!-- c -->\r\n<` : text) },
  (s, pick) => { let n = pick(40); return s.replace(/<\/(\w+:\w+)>/g, (tag, name) => n-- === 0 ? `</${name} >` : tag) },
  (s, pick) => { let n = pick(40); return s.replace(/<(\w+:\w+)>[^<>]*<\/\1>/g, (tag, name) => n-- === 0 ? `<${name}/>` : tag) },
  (s, pick) => { let n = pick(60); return s.replace(/<(\w+:\w+)>/g, (tag, name) => n-- === 0 ? `<${name}x>` : tag) },
  (s, pick) => { const at = pick(s.length); return s.slice(0, at) + s.slice(at + pick(3)) },
]

test('trees are those of saxes, whatever was read before', () => {
  const next = random(2026)
  const pick = (n: number): number => Math.floor(next() * n)
  const sources = [writeUbl(sampleInvoice()), writeUbl(sampleInvoice('S', '381')), writeCii(sampleInvoice())]
  let accepted = 0
  for (let i = 0; i < 900; i += 1) {
    let source = sources[pick(3)] ?? ''
    for (let k = pick(3); k >= 0; k -= 1) source = CHANGES[pick(CHANGES.length)]?.(source, pick) ?? source
    const expected = bySaxes(source)
    try {
      const doc = parseXml(source)
      assert.ok(expected, 'saxes refuses what we accept')
      assert.deepEqual(trimmed(own(doc.root)), trimmed(expected))
      const every = everyElement(doc)
      assert.equal(every.length, doc.elementCount)
      for (const name of ['cbc:ID', 'ram:ID', 'cac:TaxCategory']) assert.deepEqual(all(doc, name), every.filter((e) => e.name === name))
      assert.deepEqual(withAttribute(doc, 'currencyID'), every.filter((e) => e.attrs.some((a) => a.name === 'currencyID')))
      accepted += 1
    } catch (error) {
      if (!(error instanceof XmlError)) throw error
      assert.equal(expected, undefined, `${error.message} ${source.slice(Math.max(0, error.offset - 80), error.offset + 80)}`)
    }
  }
  assert.ok(accepted > 400, `${accepted} accepted`)
})

test('a file full of unknown names is refused and does not slow down what comes after it', () => {
  const source = writeUbl(sampleInvoice())
  for (let round = 0; round < 4; round += 1) {
    const names = (count: number): string => `<a>${Array.from({ length: count }, (_, i) => `<n${round}-${i} a${i % 90}="${i}"/>`).join('')}</a>`
    assert.throws(() => parseXml(names(20_000)), (e) => e instanceof XmlError && e.kind === 'limit')
    assert.equal(parseXml(names(9_000)).elementCount, 9_001)
    const { root } = parseXml(source)
    assert.equal(parseXml(source).root.kind, root.kind, 'kinds are kept again')
  }
})
