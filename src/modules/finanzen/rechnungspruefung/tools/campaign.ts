/**
 * Thousands of mutants against the official rule files, run by an XSLT 3 processor with exact decimals. A program outside
 * of the project answers: it reads document paths and prints `path TAB ids` for each. Only for a developer's machine:
 * `node --import tsx …/tools/campaign.ts FAMILY COUNT SEED FOLDER COMMAND…` prints every disagreement.
 */
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { writeCii, writeUbl } from '../model/write.js'
import { run } from '../rules/engine.js'
import { programFor, ruleCatalog } from '../rules/index.js'
import { decodeXml } from '../xml/decode.js'
import { parseXml } from '../xml/parse.js'
import { xpath } from '../xml/tree.js'
import type { El } from '../xml/tree.js'
import { filesBelow, unitCases, xmuteCases } from './cases.js'
import { conformanceFolder } from './conformance.js'
import { random } from './differential.js'
import { sampleVariants } from './examples.js'
import { applyMutation, familyOf, mutationNames } from './mutants.js'

interface Source { readonly name: string, readonly xml: string }

function sources(family: 'UBL' | 'CII'): Source[] {
  const folder = `${conformanceFolder()}/xrechnung`
  const own = sampleVariants().map(({ name, invoice }) => ({ name, xml: (family === 'UBL' ? writeUbl : writeCii)(invoice) }))
  const cases = [...filesBelow(`${folder}/en16931-unit`).filter((f) => !f.includes('testfiles')).flatMap(unitCases), ...filesBelow(`${folder}/xrechnung-xmute`).flatMap(xmuteCases)]
  const files = ['testsuite', 'en16931-examples'].flatMap((d) => filesBelow(`${folder}/${d}`)).map((f) => ({ name: f.split('/').pop() ?? '', xml: decodeXml(readFileSync(f)) }))
  return [...own, ...cases, ...files].filter((s) => familyOf(parseXml(s.xml)) === family && s.xml.length < 200_000)
    .map(({ name, xml }) => ({ name, xml: plain(xml) }))
}

/** Without what the writer of mutants does not know: the encoding, and hints for schema processors. */
const plain = (xml: string): string => xml.replace(/\sxsi:(?:schemaLocation|type|nil)\s*=\s*(?:"[^"]*"|'[^']*')/g, '').replace(/^(<\?xml[^>]*?)\sencoding=("|')[^"']*\2/, '$1')

function ownRules(xml: string, family: 'UBL' | 'CII'): Set<string> {
  return new Set(run(programFor(family, true), parseXml(xml)).map((b) => b.id).filter((id) => !id.startsWith('PEPPOL-')))
}

/** Other forms of a value, near the limits that rules set: cents, signs, white space, letter case, further digits. */
function near(value: string): string[] {
  const number = Number(value)
  const cased = [value.toLowerCase(), value.toUpperCase(), ` ${value} `, `${value} ${value}`, `x${value}`, value.slice(1), value.slice(0, -1)]
  if (value.trim() === '' || Number.isNaN(number)) return cased
  const moved = [0.01, -0.01, 0.02, -0.02, 0.03, 1, -1, 0.99, 1.01, -0.99, -1.01, 0.5, 0.005].map((d) => String(Number((number + d).toFixed(3))))
  return [...cased.slice(2, 4), ...moved, String(-number), `${value}0`, `${value}00`, `+${value}`, `${value}.`, '1e2', 'NaN', '.5', '0.00', '']
}

/** Contents by name of element and attribute in all sources: what stands there elsewhere makes the best mutants. */
function vocabulary(pool: readonly Source[]): Map<string, string[]> {
  const out = new Map<string, Set<string>>()
  const note = (key: string, value: string): void => {
    const set = out.get(key) ?? new Set()
    if (set.size < 60 && value.length < 80 && !value.includes(';')) set.add(value)
    out.set(key, set)
  }
  for (const { xml } of pool) {
    for (const el of elements(parseXml(xml).root)) {
      if (el.children.length === 0) note(el.name, el.text)
      for (const a of el.attrs) note(`@${a.name}`, a.value)
    }
  }
  return new Map([...out].map(([k, v]) => [k, [...v]]))
}

function* elements(el: El): Generator<El> {
  yield el
  for (const child of el.children) yield* elements(child)
}

/** One mutation: half of them change a value to one that is near or stands elsewhere. */
function mutation(source: Source, names: readonly string[], words: ReadonlyMap<string, readonly string[]>, next: () => number): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)]
  if (next() < 0.5) return pick(names) ?? ''
  const leaves = [...elements(parseXml(source.xml).root)].filter((e) => e.children.length === 0)
  const el = pick(leaves)
  if (!el) return pick(names) ?? ''
  const a = pick(el.attrs)
  if (a && next() < 0.4) return `attr ${xpath(el)} ${a.name}=${pick([...words.get(`@${a.name}`) ?? [], ...near(a.value)])}`
  return `text ${xpath(el)} ${pick(next() < 0.5 ? words.get(el.name) ?? [] : near(el.text)) ?? ''}`
}

async function campaign(family: 'UBL' | 'CII', count: number, seed: number, folder: string, command: readonly string[]): Promise<void> {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const pool = sources(family)
  const names = new Map<Source, readonly string[]>()
  const child = spawn(command[0] ?? '', command.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const seen = new Map<string, number>()
  const words = vocabulary(pool)
  const ever = new Set<string>()
  let [done, verdicts, unanswered, disagreements] = [0, 0, 0, 0]
  while (done < count) {
    // The sources themselves come first, then their mutants.
    const source = pool[done] ?? pick(pool)
    if (!names.has(source)) names.set(source, [...mutationNames(parseXml(source.xml), true)])
    const change = done < pool.length ? '' : Array.from({ length: 1 + Math.floor(next() * 3) }, () => mutation(source, names.get(source) ?? [], words, next)).join(' ; ')
    let xml: string
    try {
      xml = change === '' ? source.xml : applyMutation(source.xml, change)
    } catch {
      continue
    }
    const file = `${folder}/${family}-${seed}.xml`
    writeFileSync(file, xml)
    child.stdin.write(`${file}\n`)
    const { value } = await answers.next()
    const ids = (String(value).split('\t')[1] ?? '').split(' ').filter(Boolean)
    const fired = new Set(ids.filter((id) => !id.startsWith('?')))
    const open = new Set(ids.filter((id) => id.startsWith('?')).map((id) => id.slice(1)))
    const own = ownRules(xml, family)
    done += 1
    verdicts += fired.size
    for (const id of fired) ever.add(id)
    unanswered += open.size
    const say = (rule: string, official: string): void => {
      disagreements += 1
      const times = (seen.get(rule + official) ?? 0) + 1
      seen.set(rule + official, times)
      if (times <= 5) console.log(`${rule} official ${official}: ${source.name} | ${change}`)
    }
    for (const rule of fired) if (!own.has(rule)) say(rule, 'fires')
    for (const rule of own) if (!fired.has(rule) && !open.has(rule)) say(rule, 'is silent')
    if (done % 1000 === 0) console.log('#', family, done, 'mutants', verdicts, 'breaches', unanswered, 'unanswered', disagreements, 'disagreements')
  }
  child.stdin.end()
  const silent = ruleCatalog().filter((r) => r.family === family && !r.id.startsWith('PEPPOL-') && !ever.has(r.id)).map((r) => r.id)
  console.log('# never fired:', silent.join(' '))
  console.log('#', family, done, 'mutants', verdicts, 'breaches', unanswered, 'unanswered', disagreements, 'disagreements')
}

const [family, count, seed, folder, ...command] = process.argv.slice(2)
await campaign(family === 'CII' ? 'CII' : 'UBL', Number(count), Number(seed), folder ?? '.', command)
