/**
 * Runs rules over a document. A pattern is an ordered list of contexts; an element is judged by the first context of a
 * pattern that fits it, as Schematron defines. Works on fragments: a rule speaks wherever its context occurs.
 */
import { intern, memoSlot } from '../xml/tree.js'
import type { Doc, El, Kind } from '../xml/tree.js'
import { hitsBelow, judgeAttributes, judgeHits } from './forbidden.js'
import type { AttributeHits, Forbidden, ForbiddenRule, Hit } from './forbidden.js'

export type Level = 'error' | 'warning' | 'information'

/** `true`: kept. `false`: broken at the context. An element: broken there. */
export type Verdict = boolean | El

export interface Assertion {
  readonly id: string
  readonly level: Level
  readonly test: (el: El, doc: Doc) => Verdict
}

export interface RuleContext {
  readonly place: string
  readonly when: ((el: El, doc: Doc) => boolean) | undefined
  readonly assertions: readonly Assertion[]
  readonly forbidden: Forbidden | undefined
  /** Chooses among the assertions by content; `undefined` when none of them applies and the context does not fit. */
  readonly pick: ((el: El, doc: Doc) => readonly Assertion[] | undefined) | undefined
}

export interface Pattern {
  readonly name: string
  readonly contexts: readonly RuleContext[]
}

/** A broken rule, before texts are added. */
export interface Breach {
  readonly id: string
  readonly level: Level
  readonly el: El
}

/**
 * A context. `place` names where it applies: `a:B/a:C` anywhere, `/a:B/a:C` from the root, several separated by a
 * space; the last step may end in `*Suffix`, followed by `!a:D` for an exception.
 */
export function at(
  place: string, assertions: readonly Assertion[], when?: (el: El, doc: Doc) => boolean, forbidden?: Forbidden,
): RuleContext {
  return { place, when, assertions, forbidden, pick: undefined }
}

/** A context for many similar rules: `pick` names those that apply to an element, all of them are listed for the catalog. */
export function choose(place: string, listed: readonly Assertion[], pick: (el: El, doc: Doc) => readonly Assertion[] | undefined): RuleContext {
  return { place, when: undefined, assertions: listed, forbidden: undefined, pick }
}

export const must = (id: string, test: Assertion['test']): Assertion => ({ id, level: 'error', test })
export const should = (id: string, test: Assertion['test']): Assertion => ({ id, level: 'warning', test })
export const inform = (id: string, test: Assertion['test']): Assertion => ({ id, level: 'information', test })

/** Thrown by accessors where a value is no number, date or single value: the rule then counts as broken. */
export class RuleFault extends Error {}
const FAULT = new RuleFault('value cannot be used')
export const fault = (): never => { throw FAULT }

interface Step { readonly exact: string, readonly prefix: string, readonly suffix: string, readonly except: string }
interface Matcher { readonly rooted: boolean, readonly steps: readonly Step[] }

function step(source: string): Step {
  const [body = '', except = ''] = source.split('!')
  const star = body.indexOf('*')
  return star === -1
    ? { exact: intern(body), prefix: '', suffix: '', except }
    : { exact: '', prefix: body.slice(0, star), suffix: body.slice(star + 1), except }
}

const matchers = (place: string): readonly Matcher[] => place.split(' ').filter(Boolean).map((part) => ({
  rooted: part.startsWith('/'), steps: part.replace(/^\//, '').split('/').map(step).reverse(),
}))

const stepFits = (s: Step, name: string) => s.exact !== ''
  ? s.exact === name : name.startsWith(s.prefix) && name.endsWith(s.suffix) && name !== s.except

function placeFits(m: Matcher, kind: Kind): boolean {
  let cursor: Kind | null = kind
  for (const s of m.steps) {
    if (!cursor || !stepFits(s, cursor.name)) return false
    cursor = cursor.parent
  }
  return !m.rooted || cursor === null
}

interface Candidate {
  readonly pattern: number
  readonly matchers: readonly Matcher[]
  readonly context: RuleContext
}

/**
 * What a program asks of elements of one kind. The place of a context depends on the kind alone, so only conditions are left
 * to look at: of each group (the contexts of one pattern, in order) the first that fits speaks.
 */
interface Plan {
  readonly groups: readonly (readonly RuleContext[])[]
  /** What contexts at or above this place forbid here. */
  readonly hits: readonly Hit[]
  readonly attributeHits: AttributeHits
  readonly forbidden: readonly Forbidden[]
}

/** Patterns prepared for running. */
export interface Program {
  readonly candidates: readonly Candidate[]
  /** Candidates by the exact name of their last step, and those without one. */
  readonly byName: ReadonlyMap<string, readonly Candidate[]>
  readonly open: readonly Candidate[]
  readonly slot: number
}

export function compile(patterns: readonly Pattern[]): Program {
  const candidates = patterns.flatMap((p, pattern) => p.contexts.map((context): Candidate => ({ pattern, context, matchers: matchers(context.place) })))
  const byName = new Map<string, Candidate[]>()
  for (const c of candidates) {
    for (const name of new Set(c.matchers.map((m) => m.steps[0]?.exact ?? ''))) byName.set(name, [...byName.get(name) ?? [], c])
  }
  return { candidates, byName, open: byName.get('') ?? [], slot: memoSlot() }
}

function makePlan(program: Program, kind: Kind): Plan {
  const named = program.byName.get(kind.name) ?? []
  const groups: RuleContext[][] = []
  // In the order of the program, whichever list a candidate comes from.
  const possible = [...new Set([...named, ...program.open])].sort((a, b) => program.candidates.indexOf(a) - program.candidates.indexOf(b))
  let pattern = -1
  let settled = false
  for (const c of possible) {
    if (c.pattern === pattern && settled) continue
    if (!c.matchers.some((m) => placeFits(m, kind))) continue
    if (c.pattern !== pattern) groups.push([])
    pattern = c.pattern
    groups.at(-1)?.push(c.context)
    settled = !c.context.when && !c.context.pick
  }
  const hits = hitsOf(program, kind, groups)
  const attributeHits = Map.groupBy(hits.filter((h) => h.attr !== ''), (h) => h.attr)
  return { groups: groups.filter((g) => g.some((c) => c.assertions.length > 0)), hits: hits.filter((h) => h.attr === ''), attributeHits, forbidden: forbiddenIn(groups) }
}

/** Contexts that forbid something have no conditions, so the first of a pattern is the one that speaks. */
const forbiddenIn = (groups: readonly (readonly RuleContext[])[]): Forbidden[] => groups.flatMap((g) => g[0]?.forbidden ?? [])

function hitsOf(program: Program, kind: Kind, groups: readonly (readonly RuleContext[])[]): Hit[] {
  const own = forbiddenIn(groups)
  const outer: Forbidden[][] = []
  for (let above = kind.parent; above; above = above.parent) outer.push([...planFor(program, above).forbidden])
  return [own, ...outer].flatMap((list, up) => list.flatMap((f) => hitsBelow(f, kind, up)))
}

function planFor(program: Program, kind: Kind): Plan {
  let plan = kind.memo[program.slot] as Plan | undefined
  if (!plan) {
    plan = makePlan(program, kind)
    kind.memo[program.slot] = plan
  }
  return plan
}

/** The assertions for an element, or `undefined` where the context does not fit. */
function applicable(context: RuleContext, el: El, doc: Doc): readonly Assertion[] | undefined {
  const { when, pick, assertions } = context
  if (!when && !pick) return assertions
  try {
    if (pick) return pick(el, doc)
    return when?.(el, doc) ? assertions : undefined
  } catch (error) {
    if (error instanceof RuleFault) return undefined
    throw error
  }
}

function judge(assertions: readonly Assertion[], el: El, doc: Doc, out: Breach[]): void {
  for (const a of assertions) {
    let verdict: Verdict
    try {
      verdict = a.test(el, doc)
    } catch (error) {
      if (!(error instanceof RuleFault)) throw error
      verdict = false
    }
    if (verdict !== true) out.push({ id: a.id, level: a.level, el: verdict === false ? el : verdict })
  }
}

/** Judges a whole document; breaches come in document order of their context. */
export function run(program: Program, doc: Doc): Breach[] {
  const out: Breach[] = []
  const seen = new Map<ForbiddenRule, El>()
  const report = (rule: ForbiddenRule, el: El): void => { out.push({ id: rule.id, level: rule.level, el }) }
  for (const { kind, elements, attributed } of doc.lists) {
    const { groups, hits, attributeHits } = planFor(program, kind)
    if (groups.length > 0) for (const el of elements) for (const group of groups) judgeGroup(group, el, doc, out)
    if (hits.length > 0) judgeHits(hits, elements, seen, report)
    if (attributed && attributeHits.size > 0) judgeAttributes(attributeHits, elements, seen, report)
  }
  return out.sort((a, b) => a.el.offset - b.el.offset)
}

function judgeGroup(group: readonly RuleContext[], el: El, doc: Doc, out: Breach[]): void {
  for (const context of group) {
    const assertions = applicable(context, el, doc)
    if (!assertions) continue
    judge(assertions, el, doc, out)
    return
  }
}
