import assert from 'node:assert/strict'
import { test } from 'node:test'
import { random } from '../tools/differential.js'
import { sampleInvoice } from '../tools/examples.js'
import { writeCii, writeUbl } from '../model/write.js'
import { decodeXml } from './decode.js'
import { XmlError } from './error.js'
import { parseXml, XML_LIMITS } from './parse.js'
import { attr, normalizeSpace, position, stringValue, xpath } from './tree.js'

const refuses = (source: string | Uint8Array, kind: XmlError['kind'], limits = XML_LIMITS): void => {
  const read = (): unknown => parseXml(typeof source === 'string' ? source : decodeXml(source), limits)
  assert.throws(read, (e) => e instanceof XmlError && e.kind === kind, String(source).slice(0, 100))
}

test('names are canonical, whatever prefixes the file uses', () => {
  const doc = parseXml('<?xml version="1.0"?><i:Invoice xmlns:i="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns="urn:x">\n <ID a="1&#65;&amp;" i:b=\'2\'>x<![CDATA[<y>]]>&lt;</ID><!-- c --><ID/></i:Invoice>\n')
  assert.equal(doc.root.name, 'ubl:Invoice')
  const [first, second] = doc.root.children
  assert.ok(first && second)
  assert.equal(first.name, 'Q{urn:x}ID')
  assert.equal(stringValue(first), 'x<y><')
  assert.equal(attr(first, 'a'), '1A&')
  assert.equal(attr(first, 'ubl:b'), '2')
  assert.equal(xpath(second), '/ubl:Invoice/Q{urn:x}ID[2]')
  assert.deepEqual(position(doc.source, first.offset), { line: 2, column: 2 })
})

test('line ends and attribute white space are normalized', () => {
  const doc = parseXml('<a b="1\r\n2\t3&#10;4">x\r\ny\rz</a>')
  assert.equal(doc.root.text, 'x\ny\nz')
  assert.equal(attr(doc.root, 'b'), '1 2 3\n4')
  assert.equal(normalizeSpace(' \t a \n b '), 'a b')
})

test('what is no well-formed XML is refused', () => {
  for (const bad of ['', 'x', '<a>', '<a></b>', '<a', '<a b></a>', '<a b=c></a>', '<a b="1" b="2"/>', '<a b="<"/>', '<a>&nbsp;</a>', '<a>&</a>', '<a>]]></a>', '<a/><b/>', '<a/>x',
    '<1a/>', '<a>\u0001</a>', '<a>&#0;</a>', '<a>&#xD800;</a>', '<a b="1"c="2"/>', '<!-- a -- b --><a/>', '<?xml version="2"?><a/>', ' <?xml version="1.0"?><a/>', '<a><!-- </a>',
    '<a><?xml version="1.0"?></a>', '<a><![CDATA[</a>', '<a:b:c xmlns:a="x"/>']) refuses(bad, 'syntax')
  for (const bad of ['<a:b/>', '<a xmlns:b=""/>', '<a xmlns:xmlns="x"/>', '<a b:c="1"/>']) refuses(bad, 'namespace')
})

test('attacks end in a refusal', () => {
  refuses('<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><a>&lol2;</a>', 'dtd')
  refuses('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'dtd')
  refuses('<a>'.repeat(200) + '</a>'.repeat(200), 'limit')
  refuses(`<a ${Array.from({ length: 100 }, (_, i) => `b${i}="1"`).join(' ')}/>`, 'limit')
  refuses('<a><b/><b/><b/></a>', 'limit', { ...XML_LIMITS, maxElements: 3 })
  refuses(`<a>${'x'.repeat(100)}</a>`, 'limit', { ...XML_LIMITS, maxLength: 50 })
})

test('encodings: marks, declarations, wrong bytes', () => {
  const text = '<?xml version="1.0" encoding="UTF-16"?><a>ä</a>'
  const le = Buffer.from(`\uFEFF${text}`, 'utf16le')
  const be = Buffer.from(le).swap16()
  for (const bytes of [le, be, le.subarray(2), be.subarray(2)]) assert.equal(parseXml(decodeXml(bytes)).root.text, 'ä')
  assert.equal(parseXml(decodeXml(Buffer.from('\uFEFF<a>ä</a>'))).root.text, 'ä')
  assert.equal(parseXml(decodeXml(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e4</a>', 'latin1'))).root.text, 'ä')
  refuses(Buffer.from('<a>\u00e4</a>', 'latin1'), 'encoding')
  refuses(Buffer.from('<?xml version="1.0" encoding="EBCDIC"?><a/>'), 'encoding')
  refuses(Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a/>'), 'encoding')
})

/** libxml2 accepts names of reserved namespaces and old characters that are none of our concern. */
test('well-formedness agrees with libxml2 on damaged invoices', async () => {
  const { XmlDocument } = await import('libxml2-wasm')
  const next = random(42)
  const sources = [writeUbl(sampleInvoice()), writeCii(sampleInvoice())].map((s) => s.slice(s.indexOf('<', 10)))
  const pieces = ['<', '>', '/', '&', '"', '&lt;', '</', '/>', '<!--', '-->', ']]>', '<![CDATA[', 'x', ' ', '=', '<?p x?>', '&#65;', ':']
  for (let i = 0; i < 400; i += 1) {
    let text = sources[i % 2] ?? ''
    const at = Math.floor(next() * text.length)
    text = next() < 0.5 ? text.slice(0, at) + text.slice(at + 1 + Math.floor(next() * 4)) : text.slice(0, at) + pieces[Math.floor(next() * pieces.length)] + text.slice(at)
    let own = true
    try {
      parseXml(text)
    } catch (e) {
      assert.ok(e instanceof XmlError)
      own = false
    }
    let other = true
    try {
      XmlDocument.fromString(text).dispose()
    } catch {
      other = false
    }
    assert.equal(own, other, text.slice(Math.max(0, at - 60), at + 60))
  }
})
