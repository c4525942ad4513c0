/**
 * The official rule files as an oracle for tests: read by node-schematron, evaluated by its XPath engine. node-schematron
 * itself needs many seconds for an invoice and gives up on a document at the first value that XPath cannot use; here
 * contexts are found by one query each, and every assertion answers for itself.
 */
import { readFileSync } from 'node:fs'
import * as fonto from 'fontoxpath'
import { Schema } from 'node-schematron'
import { parseXmlDocument } from 'slimdom'
import type { Node } from 'slimdom'
import { conformanceFolder } from './conformance.js'

// The package is CommonJS in an ES module's clothes: its names arrive below `default`.
const { evaluateXPathToBoolean, evaluateXPathToNodes } = 'default' in fonto ? fonto.default as typeof fonto : fonto

/** Answers of the official files: rules that fire, and rules that XPath could not answer. */
export interface Answer { readonly fired: ReadonlySet<string>, readonly unanswered: ReadonlySet<string> }

const sch = (path: string): string => readFileSync(`${conformanceFolder()}/xrechnung/${path}`, 'utf8').replace(/^\uFEFF/, '')

/** XRechnung keeps its variables in a pattern of their own; here they move to the whole schema. */
function xrechnung(family: 'UBL' | 'CII'): string {
  const variables = [...sch('xrechnung-rules/common.sch').matchAll(/<let\s(?:[^>"]|"[^"]*")*\/>/g)].map((m) => m[0]).join('\n')
  return sch(`xrechnung-rules/${family.toLowerCase()}/XRechnung-${family}-validation.sch`)
    .replace(/<xsl:function[\s\S]*?<\/xsl:function>/g, '').replace(/<include [^>]*\/>/, '').replace(/<phase[\s\S]*?<\/phase>/, () => variables)
}

/** Branches of a union outside of brackets and quotes. */
function branches(context: string): string[] {
  const out: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < context.length; i += 1) {
    const c = context[i]
    if (c === '(' || c === '[') depth += 1
    else if (c === ')' || c === ']') depth -= 1
    else if (c === '|' && depth === 0) {
      out.push(context.slice(from, i))
      from = i + 1
    }
  }
  return [...out, context.slice(from)].map((b) => b.trim())
}

const query = (context: string): string => branches(context).map((b) => b.startsWith('/') || b.startsWith('(') ? b : `//${b}`).join(' | ')

type Variables = ReadonlyMap<string, string>

/** Puts the expressions of variables in their places; all of them are absolute or used where they are declared. */
function inline(expression: string, variables: Variables): string {
  return expression.replace(/\$([A-Za-z][\w-]*)/g, (whole, name: string) => variables.has(name) ? `(${variables.get(name)})` : whole)
}

function extend(outer: Variables, list: readonly { name: string, value: string | null }[]): Variables {
  const out = new Map(outer)
  for (const v of list) out.set(v.name, inline(v.value ?? '.', out))
  return out
}

export function oracle(family: 'UBL' | 'CII', set: 'core' | 'xrechnung'): (xml: string) => Answer {
  const f = family.toLowerCase()
  const schema = Schema.fromString(set === 'core' ? sch(`en16931-rules/${f}/preprocessed/EN16931-${family}-validation-preprocessed.sch`) : xrechnung(family))
  const namespaces: Record<string, string> = { xs: 'http://www.w3.org/2001/XMLSchema' }
  for (const n of schema.namespaces) namespaces[n.prefix] = n.uri
  const options = { namespaceResolver: (prefix: string) => namespaces[prefix] ?? null }
  return (xml) => {
    const document = parseXmlDocument(xml)
    const fired = new Set<string>()
    const unanswered = new Set<string>()
    const globals = extend(new Map(), schema.variables)
    for (const pattern of schema.patterns) {
      const locals = extend(globals, pattern.variables)
      const taken = new Set<unknown>()
      for (const rule of pattern.rules) {
        let nodes: Node[] = []
        try {
          nodes = evaluateXPathToNodes(inline(query(rule.context), locals), document, null, {}, options) as Node[]
        } catch {
          for (const a of rule.asserts) unanswered.add(a.id ?? '')
        }
        for (const node of nodes) {
          if (taken.has(node)) continue
          taken.add(node)
          const own = extend(locals, rule.variables)
          for (const a of rule.asserts) {
            try {
              if (!evaluateXPathToBoolean(inline(a.test, own), node, null, {}, options)) fired.add(a.id ?? '')
            } catch {
              unanswered.add(a.id ?? '')
            }
          }
        }
      }
    }
    return { fired, unanswered }
  }
}
