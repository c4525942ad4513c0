import { dateAndTime, evaluate, FeelDate, FeelDateTime, FeelDuration, FeelTime, isFunction, isRange } from 'feelin'
import { feelFunctions } from './feel-functions.js'
import { expressionText, guard, MAX_RANGE } from '../../../../platform/feel/index.js'
import type { Json, Variables } from './state.js'

/** An expression that cannot be read, names something unknown or mixes types. The message is a German sentence. */
export class FeelFehler extends Error {
  override name = 'FeelFehler'
  readonly expression: string

  constructor(message: string, expression: string) {
    super(message)
    this.expression = expression
  }
}

export type FeelOptions = { now: Temporal.Instant }

const WARNINGS: Record<string, string> = {
  NO_VARIABLE_FOUND: 'Eine Angabe fehlt',
  NO_CONTEXT_ENTRY_FOUND: 'Ein Feld fehlt',
  NO_PROPERTY_FOUND: 'Ein Feld fehlt',
  NOT_COMPARABLE: 'Zwei Werte lassen sich nicht vergleichen',
  INVALID_TYPE: 'Ein Wert hat die falsche Art',
  INVALID_ARGUMENTS: 'Eine Funktion bekommt falsche Werte',
  NO_FUNCTION_FOUND: 'Eine Funktion ist unbekannt',
  FUNCTION_INVOCATION_FAILURE: 'Eine Funktion ist fehlgeschlagen',
  UNSUPPORTED: 'Ein Teil des Ausdrucks wird nicht unterstützt',
}

/**
 * Evaluates a FEEL expression to JSON. Unlike plain FEEL nothing passes silently: unknown names, missing fields,
 * comparisons of different types and a null that is not a plain reference are errors.
 *
 * Numbers are floats (`0.1 * 3 = 0.3` is false): money goes in as integer cents and must stay integer. Dates are ISO
 * strings; compare them as strings or reckon with plusTage, plusMonate, tageZwischen and volleJahre, because the
 * durations of the library were found wrong. `now()`, `today()`, `jetzt` and `heute` follow the time passed in
 * and win over variables of the same name, so no form field can pretend another day.
 *
 * @throws FeelFehler
 */
export function feel(expression: string, context: Variables, options: FeelOptions): Json {
  const checked = guard(expression)
  const fail = (message: string): never => {
    throw new FeelFehler(`${message} (Ausdruck: ${checked.text})`, checked.text)
  }
  if (checked.problem) return fail(checked.problem)
  if (checked.nested && longestList(context) > MAX_RANGE) {
    return fail('Die Listen sind zu lang für verschachtelte Schleifen.')
  }
  for (const comparison of checked.comparisons) {
    const problem = comparisonProblem(comparison, context)
    if (problem) return fail(problem)
  }
  let result: ReturnType<typeof evaluate>
  try {
    result = evaluate(checked.text, { ...context, ...feelFunctions(options.now, dateAndTime) })
  } catch {
    return fail('Der Ausdruck ist kein gültiges FEEL.')
  }
  const warning = result.warnings[0]
  if (warning) return fail(`${WARNINGS[warning.type] ?? 'Der Ausdruck ist nicht auswertbar'}: ${warning.message}.`)
  const value = toJson(result.value, fail)
  if (value === null && !checked.mayBeNull) return fail('Der Ausdruck ergibt keinen Wert.')
  return value
}

/** A condition: like `feel`, but the value must be true or false. @throws FeelFehler */
export function feelBoolean(expression: string, context: Variables, options: FeelOptions): boolean {
  const value = feel(expression, context, options)
  if (typeof value === 'boolean') return value
  const text = expressionText(expression)
  throw new FeelFehler(`Die Bedingung ergibt weder wahr noch falsch. (Ausdruck: ${text})`, text)
}

/** Why an expression cannot be read at all, as a German sentence; undefined when it can. Runs nothing that lasts. */
export function feelProblem(expression: string): string | undefined {
  const checked = guard(expression)
  if (checked.problem) return checked.problem
  try {
    evaluate(checked.text, {})
  } catch (error) {
    // The library throws its SyntaxError for text it cannot parse, and other errors only for values it cannot use.
    if (error instanceof Error && error.constructor.name === 'SyntaxError') {
      return 'Der Ausdruck ist kein gültiges FEEL.'
    }
  }
  return undefined
}

function comparisonProblem(
  { left, right, ordering }: { left: string, right: string, ordering: boolean }, context: Variables,
): string | null {
  const a = simpleType(left, context)
  const b = simpleType(right, context)
  if (a === undefined || b === undefined) return null
  if (a === 'null' || b === 'null') return ordering ? `Ein Wert fehlt beim Vergleich von ${left} und ${right}.` : null
  return a === b ? null : `Der Vergleich von ${left} und ${right} mischt ${GERMAN[a]} und ${GERMAN[b]}.`
}

function longestList(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0
  const items = Object.values(value)
  return items.reduce((longest: number, item) => Math.max(longest, longestList(item)),
    Array.isArray(value) ? items.length : 0)
}

type SimpleType = 'null' | 'number' | 'string' | 'boolean' | 'list' | 'context'
const GERMAN: Record<SimpleType, string> = {
  null: 'nichts', number: 'Zahl', string: 'Text', boolean: 'Wahrheitswert', list: 'Liste',
  context: 'Gruppe von Feldern',
}

/** The type of a literal or of a variable path; undefined for everything that would need evaluation. */
function simpleType(text: string, context: Variables): SimpleType | undefined {
  if (text === 'null') return 'null'
  if (text === 'true' || text === 'false') return 'boolean'
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return 'number'
  if (/^"[^"\\]*"$/.test(text)) return 'string'
  let value: Json | undefined = context
  for (const part of text.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, part)) {
      return undefined
    }
    value = value[part]
  }
  return value === undefined ? undefined : typeOf(value)
}

function typeOf(value: Json): SimpleType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'context'
  return typeof value as SimpleType
}

function toJson(value: unknown, fail: (message: string) => never): Json {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : fail('Der Ausdruck ergibt keine endliche Zahl.')
  }
  if (Array.isArray(value)) return value.map((item) => toJson(item, fail))
  if (value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime
    || value instanceof FeelDuration) {
    return value.toString()
  }
  if (isFunction(value) || isRange(value) || typeof value !== 'object') {
    return fail('Der Ausdruck ergibt keinen Wert, den man speichern kann.')
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, fail)]))
}
