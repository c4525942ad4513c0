import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { run } from './rules/engine.js'
import { profileOf } from './profile.js'
import type { Syntax } from './profile.js'
import { programFor, ruleCatalog } from './rules/index.js'
import { CVD_ID, EXTENSION_ID, XRECHNUNG_ID } from './rules/xrechnung/values.js'
import { conformanceFolder } from './tools/conformance.js'
import { filesBelow, unitCases, xmuteCases } from './tools/cases.js'
import type { Case } from './tools/cases.js'
import { familyOf } from './tools/mutants.js'
import { validateInvoice } from './validate.js'
import { decodeXml } from './xml/decode.js'
import { parseXml } from './xml/parse.js'
import { all, attr } from './xml/tree.js'
import { checkStructure } from './xsd/structure.js'

const root = conformanceFolder()
const folder = `${root}/xrechnung`

/** Skips without the folder, but never in CI. */
function official(name: string, body: (t: TestContext) => void | Promise<void>): void {
  test(name, { skip: !root && process.env['CI'] !== 'true' && 'the folder with official artefacts is missing (STADTKERN_CONFORMANCE)' }, (t) => {
    assert.ok(root, 'the folder with official artefacts is required in CI')
    return body(t)
  })
}

function wrong(c: Case, xrechnung: boolean): string[] {
  const doc = parseXml(c.xml)
  const ids = new Set(run(programFor(familyOf(doc), xrechnung), doc).map((b) => b.id))
  return [...c.fire.filter((r) => !ids.has(r)).map((r) => `${c.name}: ${r} should fire`), ...c.silent.filter((r) => ids.has(r)).map((r) => `${c.name}: ${r} should be silent`)]
}

const unitFiles = (): string[] => filesBelow(`${folder}/en16931-unit`).filter((f) => !f.includes('testfiles'))

official('rule tests of CEN: every verdict is equal', () => {
  const cases = unitFiles().flatMap(unitCases)
  assert.ok(cases.length >= 500, `${cases.length} cases`)
  assert.deepEqual(cases.flatMap((c) => wrong(c, false)), [])
})

official('instances of KoSIT with mutations: every verdict is equal', () => {
  const cases = filesBelow(`${folder}/xrechnung-xmute`).flatMap(xmuteCases)
  assert.ok(cases.length >= 900, `${cases.length} cases`)
  assert.deepEqual(cases.flatMap((c) => wrong(c, true)), [])
})

official('every invoice of the test suite and of the examples is accepted', () => {
  const files = ['testsuite', 'en16931-examples'].flatMap((d) => filesBelow(`${folder}/${d}`))
  assert.ok(files.length >= 50)
  for (const file of files) {
    const report = validateInvoice(readFileSync(file))
    assert.ok(report.valid, `${file}: ${report.findings.filter((f) => f.level === 'error').map((f) => `${f.rule} ${f.text}`).join(', ')}`)
  }
})

/** What stands in the reports of broken hybrid files. */
const FAILS: Readonly<Record<string, RegExp>> = {
  'fail2.pdf': /ZUGFeRD 1/, 'factur-x-invalid-xml-encoding-attribute.pdf': /XML-Deklaration/, 'python-factur-x.pdf': /Spezifikation/,
  'MustangGnuaccountingBeispielRE-20190610_507a.pdf': /BuyerReference/, 'Facture_DOM_BASIC.pdf': /Spezifikation/,
  'Avoir_FR_type380_MINIMUM.pdf': /Buchungshilfe/, 'Avoir_FR_type381_BASICWL.pdf': /Buchungshilfe/, 'RE-E-974-Hetzner_2016-01-19_R0005532486.pdf': /keine elektronische Rechnung/,
}

official('hybrid PDFs: the invoice is found, the profile is named, broken files say why', () => {
  const files = filesBelow(`${folder}/zugferd-corpus`, '.pdf')
  assert.ok(files.length >= 30)
  for (const file of files) {
    const report = validateInvoice(readFileSync(file))
    const name = file.split('/').pop() ?? ''
    if (file.includes('/fail/') || file.includes('unstructured')) {
      assert.ok(!report.valid, name)
      assert.match(report.findings.map((f) => f.text).join('\n'), FAILS[name] ?? /./, name)
    } else {
      assert.ok(report.syntax && report.profile && report.profile !== 'unbekannt', name)
      assert.match(report.profile.replace(/[ -]/g, '').toUpperCase(), new RegExp(/MINIMUM|BASICWL|BASIC|EN16931|COMFORT|EXTENDED/.exec(name)?.[0] ?? '.'), name)
    }
  }
})

const idsOf = (path: string): Set<string> => new Set(all(parseXml(readFileSync(`${folder}/${path}`, 'utf8').replace(/^\uFEFF/, '')), 'Q{http://purl.oclc.org/dsdl/schematron}assert')
  .map((a) => attr(a, 'id') ?? ''))

official('every rule of the official files is implemented, and no other but those of Peppol', () => {
  for (const family of ['UBL', 'CII'] as const) {
    const f = family.toLowerCase()
    const wanted = idsOf(`en16931-rules/${f}/preprocessed/EN16931-${family}-validation-preprocessed.sch`).union(idsOf(`xrechnung-rules/${f}/XRechnung-${family}-validation.sch`))
    assert.ok(wanted.size > 800, `${wanted.size} rules`)
    const own = new Set(ruleCatalog().filter((r) => r.family === family && !r.id.startsWith('PEPPOL-')).map((r) => r.id))
    assert.deepEqual([...wanted.symmetricDifference(own)], [], family)
  }
})

official('levels are those of the official scenarios', () => {
  const ids: Readonly<Record<string, string>> = { 'xrechnung.spec.id': XRECHNUNG_ID, 'xrechnung.extension.id': EXTENSION_ID, 'xrechnung.cvd.id': CVD_ID }
  const roots: Readonly<Record<string, Syntax>> = { Invoice: 'UBL Invoice', CreditNote: 'UBL CreditNote', CrossIndustryInvoice: 'CII' }
  const seen = new Set<string>()
  for (const [, scenario = ''] of readFileSync(`${folder}/scenarios.xml`, 'utf8').matchAll(/<scenario>([\s\S]*?)<\/scenario>/g)) {
    const match = /<match>([\s\S]*?)<\/match>/.exec(scenario)?.[1] ?? ''
    const id = Object.entries(ids).find(([key]) => match.includes(`@${key}@`))?.[1]
    const syntax = roots[/exists\(\s*\/\w+:(\w+)/.exec(match)?.[1] ?? '']
    if (!id || !syntax) continue
    const levels = new Map([...scenario.matchAll(/<customLevel level="(\w+)">([\s\S]*?)<\/customLevel>/g)].flatMap((m) => (m[2] ?? '').trim().split(/\s+/).map((rule) => [rule, m[1]] as const)))
    const own = profileOf(id, syntax, '2026-03-02')
    assert.ok(own.xrechnung)
    assert.deepEqual(Object.fromEntries([...own.levels].toSorted()), Object.fromEntries([...levels].toSorted()), `${syntax} ${id}`)
    seen.add(`${syntax} ${id}`)
  }
  assert.ok(seen.size >= 8, [...seen].join())
})

official('structure findings agree with the official schemas', async () => {
  const { XmlDocument, XsdValidator } = await import('libxml2-wasm')
  const { xmlRegisterFsInputProviders } = await import('libxml2-wasm/lib/nodejs.mjs')
  xmlRegisterFsInputProviders()
  // The official folder name has spaces and brackets, which the library cannot open.
  const copy = mkdtempSync(join(tmpdir(), 'cii-xsd-'))
  cpSync(`${folder}/xsd-cii-d16b/D16B SCRDM (Subset)/uncoupled clm/CII/uncefact/data/standard`, copy, { recursive: true })
  const load = (path: string) => XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path), { url: `file://${path}` }))
  const validators = {
    'ubl:Invoice': load(`${folder}/xsd-ubl-2.1/xsd/maindoc/UBL-Invoice-2.1.xsd`), 'cn:CreditNote': load(`${folder}/xsd-ubl-2.1/xsd/maindoc/UBL-CreditNote-2.1.xsd`),
    'rsm:CrossIndustryInvoice': load(`${copy}/CrossIndustryInvoice_100pD16B.xsd`),
  }
  const sources = [...unitFiles().flatMap(unitCases).map((c) => c.xml), ...filesBelow(`${folder}/xrechnung-xmute`).flatMap(xmuteCases).filter((_, i) => i % 4 === 0).map((c) => c.xml),
    ...['testsuite', 'en16931-examples', 'en16931-unit/testfiles'].flatMap((d) => filesBelow(`${folder}/${d}`)).map((f) => decodeXml(readFileSync(f)))]
  for (const source of sources) {
    const doc = parseXml(source)
    const own = checkStructure(doc, familyOf(doc))
    const other = XmlDocument.fromString(source.replace(/^(<\?xml[^>]*?)\sencoding=("|')[^"']*\2/, '$1'))
    let valid = true
    try {
      validators[doc.root.name as keyof typeof validators].validate(other)
    } catch {
      valid = false
    } finally {
      other.dispose()
    }
    assert.equal(own.length === 0, valid, own.map((f) => f.text).join('\n') || source.slice(0, 500))
  }
  rmSync(copy, { recursive: true })
})
