/**
 * What an expression may cost. FEEL comes from people who write processes, forms and fees, and the library computes whatever it is
 * given: this looks at an expression without running it.
 */
import { parseExpression } from 'feelin'

/** Characters of one expression. */
export const MAX_LENGTH = 2_000

type Comparison = { left: string, right: string, ordering: boolean }

/** What one look at the syntax tells; kept because the same few expressions are evaluated again and again. */
export type GuardedExpression = {
  text: string
  problem: string | null
  comparisons: Comparison[]
  mayBeNull: boolean
  /** Loops inside loops: their cost is the product of the lists. */
  nested: boolean
}

/** Their cost cannot be bounded before they run, or their value would depend on the clock of the machine. */
const FORBIDDEN_FUNCTIONS: Record<string, string> = {
  matches: 'Der Ausdruck darf keine Suchmuster verwenden (matches). Nutzen Sie contains, starts with oder ends with.',
  replace: 'Der Ausdruck darf keine Suchmuster verwenden (replace).',
  split: 'Der Ausdruck darf keine Suchmuster verwenden (split).',
}
const MAX_NESTED_ITERATIONS = 2
/** Also the longest list over which loops may be nested. */
export const MAX_RANGE = 300
const ITERATIONS = new Set(['ForExpression', 'QuantifiedExpression', 'FilterExpression'])
const OWN_CONTEXT = new Set([...ITERATIONS, 'FunctionDefinition', 'Context'])
const CACHE_SIZE = 2_000

const cache = new Map<string, GuardedExpression>()

/** FEEL as other tools write it starts with '=': the sign is no part of the expression. */
export function expressionText(expression: string): string {
  const text = expression.trim()
  return text.startsWith('=') ? text.slice(1).trim() : text
}

/** Looks at an expression without running it: length, forbidden constructs, comparisons whose types can be checked. */
export function guard(expression: string): GuardedExpression {
  const known = cache.get(expression)
  if (known) return known
  const text = expressionText(expression)
  // Nothing to keep: it would fill the memory of those that are in use.
  if (text.length > MAX_LENGTH) return { text, problem: `Der Ausdruck ist länger als ${MAX_LENGTH} Zeichen.`, comparisons: [], mayBeNull: false, nested: false }
  const result: GuardedExpression = { text, problem: simpleProblem(text), comparisons: [], mayBeNull: false,
    nested: false }
  if (!result.problem) walk(text, result)
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(expression, result)
  return result
}

function simpleProblem(text: string): string | null {
  if (text === '') return 'Der Ausdruck ist leer.'
  if (/^[$#]\{/.test(text)) {
    return 'Er ist in der Sprache eines anderen Werkzeugs geschrieben (${…}). Schreiben Sie ihn in FEEL.'
  }
  const withoutStrings = text.replace(/"(?:[^"\\]|\\.)*"/g, '""')
  if (withoutStrings.includes('==')) return 'FEEL vergleicht mit einem einfachen Gleichheitszeichen (=), nicht mit ==.'
  if (/&&|\|\|/.test(withoutStrings)) return 'FEEL verknüpft mit and und or, nicht mit && und ||.'
  return null
}

function walk(text: string, result: GuardedExpression): void {
  const stack: string[] = []
  const slice = (node: { from: number, to: number }) => text.slice(node.from, node.to)
  parseExpression(text, {}, undefined).iterate({
    enter(node) {
      stack.push(node.name)
      if (node.type.isError) result.problem ??= `Der Ausdruck ist an Stelle ${node.from + 1} nicht lesbar.`
      if (node.name === 'FunctionDefinition') result.problem ??= 'Der Ausdruck darf keine eigenen Funktionen enthalten.'
      if (ITERATIONS.has(node.name)) {
        const depth = stack.filter((name) => ITERATIONS.has(name)).length
        if (depth > 1) result.nested = true
        if (depth > MAX_NESTED_ITERATIONS) result.problem ??= 'Der Ausdruck verschachtelt mehr als zwei Schleifen.'
      }
      // `for x in a, y in b` walks over all pairs as well.
      if (node.name === 'InExpressions' && slice(node).includes(',')) result.nested = true
      if (node.name === 'IterationContext') result.problem ??= rangeProblem(slice(node))
      if (node.name === 'FunctionInvocation') {
        const callee = node.node.firstChild
        if (callee) result.problem ??= FORBIDDEN_FUNCTIONS[slice(callee)] ?? null
      }
      if (node.name === 'Comparison' && !stack.slice(0, -1).some((name) => OWN_CONTEXT.has(name))) {
        const [left, operator, right] = [node.node.firstChild, node.node.firstChild?.nextSibling, node.node.lastChild]
        if (left && right && operator?.name === 'CompareOp') {
          result.comparisons.push({ left: slice(left), right: slice(right), ordering: /[<>]/.test(slice(operator)) })
        }
      }
    },
    leave() {
      stack.pop()
    },
  })
  result.mayBeNull = /^(?:null|[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)$/u.test(text)
}

function rangeProblem(text: string): string | null {
  if (!text.includes('..')) return null
  const match = /^\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*$/.exec(text)
  const size = match ? Math.abs(Number(match[2]) - Number(match[1])) : Number.POSITIVE_INFINITY
  return size < MAX_RANGE ? null : `Ein Zahlenbereich braucht feste Grenzen und höchstens ${MAX_RANGE} Werte.`
}
