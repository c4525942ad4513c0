/**
 * Compares our verdicts with the official rule files on random mutants of valid invoices. As a script:
 * `node --import tsx …/tools/differential.ts COUNT SEED` prints every disagreement.
 */
import { pathToFileURL } from 'node:url'
import { writeCii, writeUbl } from '../model/write.js'
import { run } from '../rules/engine.js'
import { programFor } from '../rules/index.js'
import { parseXml } from '../xml/parse.js'
import { sampleVariants } from './examples.js'
import { applyMutation, mutationNames } from './mutants.js'
import { oracle } from './oracle.js'

/** Small and repeatable random numbers (mulberry32). */
export function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface Disagreement { readonly mutant: string, readonly rule: string, readonly official: 'fires' | 'is silent' }
export interface Comparison { readonly mutants: number, readonly verdicts: number, readonly unanswered: number, readonly disagreements: readonly Disagreement[] }

/** The rules taken over from Peppol are not among the official files here. */
const known = (id: string): boolean => !id.startsWith('PEPPOL-')

/**
 * Sums that the official files compute; the oracle does it with binary floats, so that it may see a difference where there
 * is none (0.1 + 0.2, or an IBAN taken as a number). Only then our silence is right.
 */
const COMPUTED = /^BR-(?:CO-1[0-7]|(?:S|Z|E|AE|IC|G|O|AF|AG)-0[89]|DEX-0[29]|DE-(?:19|20))$/

/** Where the oracle stays silent by a fault of its own: an XSLT processor lets these rules of the official files speak as ours do. */
const MISREAD: ReadonlySet<string> = new Set(['BR-DE-CVD-04'])

/** Checks `count` mutants of one syntax. */
export function compareMutants(family: 'UBL' | 'CII', count: number, seed: number): Comparison {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const write = family === 'UBL' ? writeUbl : writeCii
  const sources = sampleVariants().map(({ name, invoice }) => ({ name, source: write(invoice) }))
  const names = sources.map(({ source }) => [...mutationNames(parseXml(source), true)])
  const official = [oracle(family, 'core'), oracle(family, 'xrechnung')]
  const disagreements: Disagreement[] = []
  let [mutants, verdicts, unanswered] = [0, 0, 0]
  while (mutants < count) {
    const k = Math.floor(next() * sources.length)
    const mutation = Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(names[k] ?? [])).join(' ; ')
    let xml: string
    try {
      xml = applyMutation(sources[k]?.source ?? '', mutation)
    } catch {
      continue // a later part of the mutation needs what an earlier one removed
    }
    mutants += 1
    const own = new Set(run(programFor(family, true), parseXml(xml)).map((b) => b.id).filter(known))
    const answers = official.map((ask) => ask(xml))
    const fired = new Set(answers.flatMap((a) => [...a.fired]))
    const open = new Set(answers.flatMap((a) => [...a.unanswered]))
    verdicts += fired.size
    unanswered += open.size
    const mutant = `${family} ${sources[k]?.name} | ${mutation}`
    for (const rule of fired) if (!own.has(rule) && !COMPUTED.test(rule)) disagreements.push({ mutant, rule, official: 'fires' })
    for (const rule of own) if (!fired.has(rule) && !open.has(rule) && !MISREAD.has(rule)) disagreements.push({ mutant, rule, official: 'is silent' })
  }
  return { mutants, verdicts, unanswered, disagreements }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [count = 500, seed = 1] = process.argv.slice(2).map(Number)
  for (const family of ['UBL', 'CII'] as const) {
    const c = compareMutants(family, count, seed)
    console.log(family, c.mutants, 'mutants', c.verdicts, 'breaches', c.unanswered, 'unanswered', c.disagreements.length, 'disagreements')
    for (const d of c.disagreements) console.log(`  ${d.rule} official ${d.official}: ${d.mutant}`)
  }
}
