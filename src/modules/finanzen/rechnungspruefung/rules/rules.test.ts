import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { writeCii, writeUbl } from '../model/write.js'
import { hasOwnText, ruleText } from '../texts/index.js'
import { sampleVariants } from '../tools/examples.js'
import { NEVER_FAIL } from '../tools/hand-made.js'
import { applyMutation, familyOf } from '../tools/mutants.js'
import { parseXml } from '../xml/parse.js'
import { run } from './engine.js'
import { programFor, ruleCatalog } from './index.js'

const rows = readFileSync(new URL('../tools/rule-examples.txt', import.meta.url), 'utf8').trim().split('\n').map((r) => {
  const [key = '', variant = '', mutation = ''] = r.split('|')
  const [family = '', id = ''] = key.split(' ')
  return { key, family, id, variant, mutation }
})

const sources: ReadonlyMap<string, string> = new Map(sampleVariants().flatMap(({ name, invoice }) => [[`UBL ${name}`, writeUbl(invoice)], [`CII ${name}`, writeCii(invoice)]] as [string, string][]))

function fired(source: string): Set<string> {
  const doc = parseXml(source)
  return new Set(run(programFor(familyOf(doc), true), doc).map((b) => b.id))
}

test('every rule has an invoice that keeps it and a change that breaks it', () => {
  const silent = new Map([...sources].map(([k, s]) => [k, fired(s)]))
  for (const { family, id, variant, mutation } of rows) {
    const source = sources.get(`${family} ${variant}`)
    assert.ok(source, variant)
    assert.ok(!silent.get(`${family} ${variant}`)?.has(id), `${id} speaks on the unchanged invoice ${variant}`)
    assert.ok(fired(applyMutation(source, mutation)).has(id), `${family} ${id} stays silent: ${variant}, ${mutation}`)
  }
  const known = new Set([...rows.map((r) => r.key), ...NEVER_FAIL])
  const missing = ruleCatalog().map((r) => `${r.family} ${r.id}`).filter((k) => !known.has(k))
  assert.deepEqual(missing, [])
  assert.ok(rows.length > 1_900)
})

test('rules that cannot fail do not fail on any example', () => {
  const never = new Set(NEVER_FAIL)
  for (const { family, variant, mutation } of rows.filter((_, i) => i % 7 === 0)) {
    for (const id of fired(applyMutation(sources.get(`${family} ${variant}`) ?? '', mutation))) assert.ok(!never.has(`${family} ${id}`), id)
  }
})

test('every business rule is explained in German and English, and no explanation is left over', () => {
  for (const { id } of ruleCatalog()) {
    const text = ruleText(id)
    assert.ok(text.de.length > 10 && text.en.length > 10, id)
    if (id.startsWith('BR-') || id.startsWith('PEPPOL-')) assert.ok(hasOwnText(id.replace(/(R043)-\d$/, '$1')), `${id} has no explanation of its own`)
  }
})

test('the table of rules in the documentation is complete', () => {
  const file = new URL('../../../../../docs/standards-en16931.md', import.meta.url)
  assert.ok(existsSync(file))
  const documented = new Set([...readFileSync(file, 'utf8').matchAll(/^\| ([A-Z][\w-]+) \|/gm)].map((m) => m[1]))
  for (const { id } of ruleCatalog()) assert.ok(documented.has(id), `${id} is missing in docs/standards-en16931.md`)
})
