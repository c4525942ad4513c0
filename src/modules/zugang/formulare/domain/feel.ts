import { date, evaluate, parseExpression } from 'feelin'
import { guard } from '../../../../platform/feel/index.js'

/** A FEEL expression that cannot be trusted: it does not parse, or it warned while being evaluated. */
export class FeelFehler extends Error {
  override name = 'FeelFehler'
}

/** These never come from a missing answer, only from a mistake in the form. */
const HART = new Set(['NO_VARIABLE_FOUND', 'NO_CONTEXT_ENTRY_FOUND', 'NO_FUNCTION_FOUND', 'INVALID_ARGUMENTS',
  'UNSUPPORTED'])

/**
 * Evaluates FEEL. Unknown names and wrong types are only warnings in FEEL and end as `null`, which would silently
 * hide a question; so here they are errors. `streng: false` lets pass what an unanswered question (`null`) causes,
 * because the release check has already evaluated the expression strictly with sample answers.
 */
export const rechne = (ausdruck: string, umgebung: Readonly<Record<string, unknown>>, streng = true): unknown => {
  const { problem } = guard(ausdruck)
  if (problem) throw new FeelFehler(`„${ausdruck.slice(0, 200)}${ausdruck.length > 200 ? '…' : ''}“ lässt sich nicht lesen: ${problem}`)
  let ergebnis
  try {
    ergebnis = evaluate(ausdruck, umgebung)
  } catch (error) {
    throw new FeelFehler(`„${ausdruck}“ lässt sich nicht lesen: ${error instanceof Error ? error.message : ''}`)
  }
  const warning = ergebnis.warnings.find(({ type }) => streng || HART.has(type))
  if (warning !== undefined) throw new FeelFehler(`„${ausdruck}“ lässt sich nicht auswerten: ${warning.message}`)
  return ergebnis.value
}

const ISO_TAG = /^\d{4}-\d{2}-\d{2}$/

/**
 * A date as FEEL knows it, so that conditions can compare and add (`beginn <= heute + duration("P3M")`); null for what is
 * no date. The API sends any text before anything is checked, and FEEL throws at some, a negative year for one.
 */
export const feelDatum = (iso: string): unknown => (ISO_TAG.test(iso) ? date(iso) : null)

/** Values that may be part of a cache key: choices, not texts or dates of people. */
const kurz = (wert: unknown): boolean => wert === null || typeof wert === 'boolean'
  || (typeof wert === 'string' && wert.length <= 40)

const GEMERKT = 5000
const gemerkt = new Map<string, unknown>()

/**
 * Evaluates a condition. FEEL is parsed anew each time it is evaluated (about 0.1 ms), every request walks a form
 * several
 * times, and conditions nearly always compare choices: so their results are remembered.
 */
export const rechneBedingung = (ausdruck: string, umgebung: Readonly<Record<string, unknown>>): unknown => {
  const namen = [...bezuege(ausdruck).namen]
  if (!namen.every((name) => Object.hasOwn(umgebung, name) && kurz(umgebung[name]))) return rechne(ausdruck, umgebung,
    false)
  const key = JSON.stringify([ausdruck, ...namen.map((name) => umgebung[name])])
  if (!gemerkt.has(key)) {
    const wert = rechne(ausdruck, umgebung, false)
    if (gemerkt.size >= GEMERKT) gemerkt.clear()
    gemerkt.set(key, wert)
  }
  return gemerkt.get(key)
}

/** What a FEEL expression mentions: free variables and called functions. */
export interface Bezuege { readonly namen: ReadonlySet<string>, readonly funktionen: ReadonlySet<string> }

/** Finds the variables and functions an expression mentions; names bound by `some x in …` do not count. */
export const bezuege = (ausdruck: string): Bezuege => {
  const vorhanden = gelesen.get(ausdruck)
  if (vorhanden !== undefined) return vorhanden
  const neu = liesBezuege(ausdruck)
  gelesen.set(ausdruck, neu)
  return neu
}

/** Expressions come from released forms only, so their number is that of the conditions in use. */
const gelesen = new Map<string, Bezuege>()

const liesBezuege = (ausdruck: string): Bezuege => {
  const { problem } = guard(ausdruck)
  if (problem) throw new FeelFehler(`„${ausdruck.slice(0, 200)}“ lässt sich nicht lesen: ${problem}`)
  const namen = new Set<string>()
  const funktionen = new Set<string>()
  const gebunden = new Set<string>()
  parseExpression(ausdruck, {}, undefined).iterate({
    enter(node) {
      const wort = ausdruck.slice(node.from, node.to)
      const parent = node.node.parent
      if (node.name === 'Name' && parent?.name === 'InExpression') gebunden.add(wort)
      if (node.name !== 'VariableName') return
      if (parent?.name === 'FunctionInvocation' && parent.from === node.from) funktionen.add(wort)
      else namen.add(wort)
    },
  })
  for (const name of gebunden) namen.delete(name)
  return { namen, funktionen }
}
