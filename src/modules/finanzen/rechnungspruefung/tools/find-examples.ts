/**
 * Finds for every rule a mutant of our own invoices that breaks it, and writes the list for the tests. Run after a change
 * of rules: `node --import tsx …/tools/find-examples.ts`. It keeps what is known and looks only for what is missing, first
 * in the hand-made list; `--search` also tries every simple change (minutes).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { FORBIDDEN as CII } from '../codes/forbidden-cii.js'
import { FORBIDDEN as UBL } from '../codes/forbidden-ubl.js'
import { writeCii, writeUbl } from '../model/write.js'
import { run } from '../rules/engine.js'
import { programFor, ruleCatalog } from '../rules/index.js'
import { parseXml } from '../xml/parse.js'
import { HAND_MADE } from './hand-made.js'
import { sampleVariants } from './examples.js'
import { applyMutation, familyOf, mutationNames } from './mutants.js'

const wanted = new Set(ruleCatalog().map((r) => `${r.family} ${r.id}`))
const found = new Map<string, string>()
const FILE = new URL('rule-examples.txt', import.meta.url)
const search = process.argv.includes('--search')
if (existsSync(FILE)) {
  for (const row of readFileSync(FILE, 'utf8').trim().split('\n')) {
    const [key = '', variant, mutation] = row.split('|')
    if (wanted.has(key)) found.set(key, `${variant}|${mutation}`)
  }
}

function attempt(source: string, base: ReadonlySet<string>, variant: string, mutation: string): void {
  let doc
  try {
    doc = parseXml(applyMutation(source, mutation))
  } catch {
    return
  }
  const family = familyOf(doc)
  for (const { id } of run(programFor(family, true), doc)) {
    const key = `${family} ${id}`
    if (wanted.has(key) && !found.has(key) && !base.has(id)) found.set(key, `${variant}|${mutation}`)
  }
}

/** Contexts of a table row that the invoice has, with the path to add. */
function* additions(table: Readonly<Record<string, string>>, root: string): Generator<string> {
  for (const [place, rows] of Object.entries(table)) {
    for (const row of rows.trim().split('\n')) {
      const path = (row.split(' ')[2] ?? '').replace('LINE', root === 'cn:CreditNote' ? 'cac:CreditNoteLine' : 'cac:InvoiceLine')
      for (const at of place.split(' ')) if (at.startsWith(`/${root}`)) yield `add ${at} ${path.replace(/^\/\//, '')}`
    }
  }
}

for (const { name, invoice } of sampleVariants()) {
  for (const write of [writeUbl, writeCii]) {
    const source = write(invoice)
    const doc = parseXml(source)
    const base = new Set(run(programFor(familyOf(doc), true), doc).map((b) => b.id))
    const tried = new Set<string>()
    const all = [...search ? additions(write === writeUbl ? UBL : CII, doc.root.name) : [], ...HAND_MADE.filter(([v, root]) => v === name && root === doc.root.name).map(([, , m]) => m),
      ...search ? mutationNames(doc, name === 'Rechnung' || name === 'Gutschrift') : []]
    for (const m of all) {
      if (tried.has(m)) continue
      tried.add(m)
      attempt(source, base, name, m)
    }
  }
  console.log(name, found.size, 'of', wanted.size)
}
const lines = [...found].sort(([a], [b]) => a < b ? -1 : 1).map(([key, example]) => `${key}|${example}`)
writeFileSync(FILE, `${lines.join('\n')}\n`)
console.log('without example:', [...wanted].filter((k) => !found.has(k)).join(', '))
