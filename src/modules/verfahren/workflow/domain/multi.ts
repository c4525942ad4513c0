import { feelBoolean } from './feel.js'
import { LIMITS } from './limits.js'
import type { ModelNode, Repetition } from './model.js'
import type { Run } from './run.js'
import { addToken, enqueue, nodeOf, Stoerung } from './run.js'
import { addScope, assign, cancelScope, contextOf, evaluate, mapped, removeScope, removeToken } from './scopes.js'
import type { Json, MultiState, Scope, Token, Variables } from './state.js'
import type { Armed } from './waiting.js'
import { arm } from './waiting.js'

/** Starts the instances of a repeated activity, or the first of them. */
export function startInstances(run: Run, node: ModelNode, scopeId: string, armed: Armed): void {
  const repetition = node.repetition ?? { type: 'loop' }
  const context = contextOf(run, scopeId)
  const items = repetition.type === 'loop' ? null : itemsOf(run, repetition, context)
  const none = items ? items.length === 0 : repetition.testBefore === true && !goesOn(run, repetition, context, 0)
  if (none) {
    if (repetition.resultList) assign(run, scopeId, { [repetition.resultList]: [] })
    enqueue(run, { op: 'leave', nodeId: node.id, scopeId })
    return
  }
  const parallel = repetition.type === 'parallel'
  const total = items ? items.length : null
  const count = parallel && items ? items.length : 1
  if (run.tokens.size + run.queue.length + count >= LIMITS.tokens) {
    throw new Stoerung('zuVieleToken', 'Der Ablauf hat zu viele gleichzeitige Wege.')
  }
  const multi: MultiState = { total, started: count, done: 0, items: parallel || !items ? [] : items, results: [] }
  const host = addToken(run, { nodeId: node.id, scopeId, state: 'multi', multi })
  arm(run, armed, host.id)
  for (let index = 0; index < count; index += 1) spawn(run, host, repetition, index, items?.[index])
}

function itemsOf(run: Run, repetition: Repetition, context: Variables): Json[] {
  const { collection, cardinality } = repetition
  const value = evaluate(run, collection ?? cardinality ?? '', context)
  let items: Json[]
  if (collection !== undefined) {
    if (!Array.isArray(value)) throw new Stoerung('feel', 'Die Sammlung der Mehrfachaufgabe ist keine Liste.')
    items = value
  } else {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
      throw new Stoerung('feel', 'Die Anzahl der Mehrfachaufgabe ist keine ganze Zahl ab 0.')
    }
    if (value > LIMITS.multiInstances) throw tooMany()
    items = Array.from({ length: value }, () => null)
  }
  if (items.length > LIMITS.multiInstances) throw tooMany()
  return items
}

function tooMany(): Stoerung {
  return new Stoerung('zuVieleInstanzen', `Die Aufgabe soll öfter als ${LIMITS.multiInstances} Mal stattfinden.`)
}

function spawn(run: Run, host: Token, repetition: Repetition, index: number, item: Json | undefined): void {
  const variables: Variables = { loopCounter: index + 1 }
  if (repetition.element && repetition.collection !== undefined) variables[repetition.element] = item ?? null
  const scope = addScope(run, {
    kind: repetition.type === 'loop' ? 'loop' : 'instance', nodeId: host.nodeId, parentId: host.scopeId,
    tokenId: host.id,
    index, variables,
  })
  enqueue(run, { op: 'body', nodeId: host.nodeId, scopeId: scope.id })
}

function goesOn(run: Run, repetition: Repetition, context: Variables, rounds: number): boolean {
  if (repetition.maximum !== undefined && rounds >= repetition.maximum) return false
  if (rounds >= LIMITS.multiInstances) throw tooMany()
  return repetition.condition === undefined
    || feelBoolean(repetition.condition, { ...context, loopCounter: rounds }, { now: run.now })
}

/** One instance is over: keep its result, then go on, stop early, or leave. */
export function finishInstance(run: Run, host: Token, scope: Scope): void {
  const node = nodeOf(run, host.nodeId)
  const repetition = node.repetition
  const before = host.multi
  if (!repetition || !before) return
  const inside = contextOf(run, scope.id)
  const results = [...before.results]
  if (repetition.result) results.push([scope.index, evaluate(run, repetition.result, inside)])
  const outputs = node.kind === 'subProcess' ? mapped(run, node.outputs, inside) : {}
  const multi: MultiState = { ...before, done: before.done + 1, results }
  const next = nextMove(run, repetition, multi, { ...inside, ...outputs })
  removeScope(run, scope)
  assign(run, host.scopeId, outputs)
  if (next === 'wait') {
    run.tokens.set(host.id, { ...host, multi })
  } else if (next === 'spawn') {
    run.tokens.set(host.id, { ...host, multi: { ...multi, started: multi.started + 1 } })
    spawn(run, host, repetition, multi.started, multi.items[multi.started])
  } else {
    finishAll(run, host, repetition, multi)
  }
}

function nextMove(run: Run, repetition: Repetition, multi: MultiState, inside: Variables): 'wait' | 'spawn' | 'finish' {
  if (multi.total === null) return goesOn(run, repetition, inside, multi.done) ? 'spawn' : 'finish'
  const counters = {
    numberOfInstances: multi.total, numberOfCompletedInstances: multi.done,
    numberOfActiveInstances: multi.started - multi.done,
  }
  const early = repetition.completionCondition !== undefined
    && feelBoolean(repetition.completionCondition, { ...inside, ...counters }, { now: run.now })
  if (early || multi.done >= multi.total) return 'finish'
  return multi.started < multi.total ? 'spawn' : 'wait'
}

function finishAll(run: Run, host: Token, repetition: Repetition, multi: MultiState): void {
  for (const scope of run.scopes.values()) if (scope.tokenId === host.id) cancelScope(run, scope)
  if (repetition.resultList) {
    const values = multi.results.toSorted(([a], [b]) => a - b).map(([, value]) => value)
    assign(run, host.scopeId, { [repetition.resultList]: values })
  }
  removeToken(run, host)
  enqueue(run, { op: 'leave', nodeId: host.nodeId, scopeId: host.scopeId })
}
