/**
 * Derives the facts that the rules need from the official rule files: code lists, and which elements and attributes
 * the core invoice does not use. Run after a new release: `node --import tsx …/tools/derive-rules.ts`.
 * Only facts are taken (codes, ids, paths); the logic of the other rules and all sentences are our own.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { decodeXml } from '../xml/decode.js'
import { parseXml } from '../xml/parse.js'
import { all, attr, localName } from '../xml/tree.js'
import type { Doc, El } from '../xml/tree.js'
import { conformanceFolder } from './conformance.js'

const SCH = 'Q{http://purl.oclc.org/dsdl/schematron}'
const OUT = new URL('../codes/', import.meta.url)

/** Names of the lists by the rule that uses them; a second name where a rule has a second list. */
const LIST_NAMES: Readonly<Record<string, readonly string[]>> = {
  'BR-CL-01': ['invoiceType', 'creditNoteType'], 'BR-CL-03': ['currency'], 'BR-CL-06': ['timePoint'], 'BR-CL-07': ['objectScheme'],
  'BR-CL-08': ['noteSubject'], 'BR-CL-10': ['icd'], 'BR-CL-13': ['itemClassScheme'], 'BR-CL-14': ['country'],
  'BR-CL-16': ['paymentMeans'], 'BR-CL-17': ['vatCategory'], 'BR-CL-19': ['allowanceReason'], 'BR-CL-20': ['chargeReason'],
  'BR-CL-22': ['vatex'], 'BR-CL-23': ['unit'], 'BR-CL-25': ['eas'], 'BR-CO-09': ['vatPrefix'],
  'BR-CL-04': ['currency4'], 'BR-CL-05': ['currency5'], 'BR-CL-11': ['icd11'], 'BR-CL-15': ['country15'], 'BR-CL-18': ['vatCategory18'],
  'BR-CL-21': ['icd21'], 'BR-CL-26': ['icd26'],
}

const asserts = (doc: Doc): readonly El[] => all(doc, `${SCH}assert`)

function literals(test: string): string[] {
  return [...test.matchAll(/'([^']*)'/g)].map((m) => m[1] ?? '').filter((l) => l.startsWith(' ') && l.length > 6)
}

function lists(doc: Doc, syntax: 'ubl' | 'cii'): Map<string, string> {
  const found = new Map<string, string>()
  for (const el of asserts(doc)) {
    const names = LIST_NAMES[attr(el, 'id') ?? '']
    if (!names) continue
    const unique = [...new Set(literals(attr(el, 'test') ?? ''))]
    unique.forEach((list, i) => {
      if (/ {2}/.test(list)) console.warn(`double space in ${attr(el, 'id')} ${syntax}`)
      if (new Set(list.trim().split(' ')).size !== list.trim().split(' ').length) console.warn(`repeated code in ${attr(el, 'id')} ${syntax}`)
      const name = names[i]
      if (!name) throw new Error(`unexpected list ${i} in ${attr(el, 'id')}`)
      found.set(name, list.trim())
    })
  }
  return found
}

function writeLists(ubl: Map<string, string>, cii: Map<string, string>): void {
  const alias = /\d+$/
  const lines: string[] = []
  for (const [name, codes] of ubl) {
    const base = name.replace(alias, '')
    if (name !== base && ubl.get(base) !== codes) console.warn(`UBL: ${name} differs from ${base}`)
    if (name === base) lines.push(entry(name, codes))
  }
  for (const [name, codes] of cii) {
    const base = name.replace(alias, '')
    if (name !== base && cii.get(base) !== codes) console.warn(`CII: ${name} differs from ${base}`)
    if (name === base && ubl.get(name) !== codes) lines.push(entry(`${name}Cii`, codes))
  }
  const head = '/** Code lists of EN 16931 (facts, derived by tools/derive-rules.ts); each one string, codes separated by spaces. */\n'
  writeFileSync(new URL('lists.ts', OUT), `${head}export const LISTS = {\n${lines.join('\n')}\n} as const\n`)
}

function entry(name: string, codes: string): string {
  const rows: string[] = []
  let row = ''
  for (const code of codes.split(' ')) {
    if (row.length + code.length > 100) {
      rows.push(row)
      row = ''
    }
    row += `${code} `
  }
  rows.push(row.trimEnd())
  return `  ${name}: '${rows.join("'\n    + '")}',`
}

/** `not(path)` without predicates, and the same below both kinds of lines. */
const FORBIDDEN = /^not\((\((?:cac:InvoiceLine\|cac:CreditNoteLine)\))?([\w:/@]+)\)$/

/** Our own short notation of where rows apply, read by `at` of the rule engine. */
function place(context: string): string {
  const except = /not ?\(self::([\w:]+)\)/.exec(context)?.[1]
  return context.split('|').map((part) => {
    const suffix = /^\/\/([\w:]*\*)\[ends-with\(name\(\), ?'(\w+)'\)/.exec(part.trim())
    if (suffix) return `${suffix[1]}${suffix[2]}${except ? `!${except}` : ''}`
    return part.trim().replace(/^\/\//, '')
  }).join(' ')
}

function forbidden(doc: Doc, file: string, what: string): void {
  const groups = new Map<string, string[]>()
  for (const rule of all(doc, `${SCH}rule`)) {
    const context = place((attr(rule, 'context') ?? '').replace(/\s+/g, ' ').trim())
    for (const el of rule.children) {
      if (localName(el.name) !== 'assert') continue
      const id = attr(el, 'id') ?? ''
      const match = FORBIDDEN.exec((attr(el, 'test') ?? '').replace(/\s+/g, ''))
      if (!match || !/^(UBL|CII)-/.test(id)) continue
      const level = attr(el, 'flag') === 'fatal' ? 'E' : 'W'
      const path = (match[1] ? 'LINE' : '') + match[2]
      groups.set(context, [...groups.get(context) ?? [], `${id} ${level} ${path}`])
    }
  }
  const body = [...groups].map(([context, rows]) => `  '${context}': \`\n${rows.join('\n')}\n\`,`).join('\n')
  const head = `/**\n * What the core invoice does not use in ${what} (facts, derived by tools/derive-rules.ts): rule id, level, path from the\n`
    + ' * context. LINE stands for both kinds of invoice lines.\n */\n'
  writeFileSync(new URL(file, OUT), `${head}export const FORBIDDEN: Readonly<Record<string, string>> = {\n${body}\n}\n`)
  console.log(file, [...groups.values()].reduce((n, g) => n + g.length, 0))
}

function load(path: string): Doc {
  return parseXml(decodeXml(readFileSync(path)))
}

const folder = conformanceFolder()
if (!folder) throw new Error('conformance folder not found')
const rules = `${folder}/xrechnung/en16931-rules`
const ubl = load(`${rules}/ubl/preprocessed/EN16931-UBL-validation-preprocessed.sch`)
const cii = load(`${rules}/cii/preprocessed/EN16931-CII-validation-preprocessed.sch`)
writeLists(lists(ubl, 'ubl'), lists(cii, 'cii'))
forbidden(ubl, 'forbidden-ubl.ts', 'UBL')
forbidden(cii, 'forbidden-cii.ts', 'CII')
