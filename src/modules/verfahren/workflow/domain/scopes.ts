import type { Mapping, ModelNode } from './model.js'
import { feel } from './feel.js'
import type { Run } from './run.js'
import { newId, nodeOf, scopeOf, trace } from './run.js'
import type { Json, Scope, Token, Variables } from './state.js'

/** All variables that are visible in a scope; inner ones hide outer ones. */
export function contextOf(run: Run, scopeId: string): Variables {
  const scope = scopeOf(run, scopeId)
  return scope.parentId === null ? scope.variables : { ...contextOf(run, scope.parentId), ...scope.variables }
}

export function evaluate(run: Run, expression: string, context: Variables): Json {
  return feel(expression, context, { now: run.now })
}

/** Values of input or output mappings; nothing is changed. */
export function mapped(run: Run, mappings: readonly Mapping[], context: Variables): Variables {
  return Object.fromEntries(mappings.map(({ target, expression }) => [target, evaluate(run, expression, context)]))
}

export function setLocal(run: Run, scopeId: string, values: Variables): void {
  if (Object.keys(values).length === 0) return
  const scope = scopeOf(run, scopeId)
  run.scopes.set(scopeId, { ...scope, variables: { ...scope.variables, ...values } })
}

/**
 * Writes each variable where it is already known, looking from the inside out; a new one goes to the process. One
 * instance of a multi-instance activity keeps everything to itself: results leave it by mappings and result lists only,
 * else instances that run side by side would overwrite each other.
 */
export function assign(run: Run, scopeId: string, values: Variables): void {
  for (const [name, value] of Object.entries(values)) {
    let scope = scopeOf(run, scopeId)
    while (scope.parentId !== null && scope.kind !== 'instance' && !Object.hasOwn(scope.variables, name)) {
      scope = scopeOf(run, scope.parentId)
    }
    setLocal(run, scope.id, { [name]: value })
  }
}

export function addScope(run: Run, values: Omit<Scope, 'id' | 'completers'>): Scope {
  const scope: Scope = { id: newId(run, 's'), ...values, completers: {} }
  run.scopes.set(scope.id, scope)
  return scope
}

/** Takes a scope away; who worked in it stays known in the parent (four eyes). */
export function removeScope(run: Run, scope: Scope): void {
  const current = scopeOf(run, scope.id)
  run.scopes.delete(scope.id)
  const parent = scope.parentId === null ? undefined : run.scopes.get(scope.parentId)
  if (!parent || Object.keys(current.completers).length === 0) return
  const completers = { ...parent.completers }
  for (const [nodeId, persons] of Object.entries(current.completers)) {
    completers[nodeId] = [...new Set([...(completers[nodeId] ?? []), ...persons])]
  }
  run.scopes.set(parent.id, { ...parent, completers })
}

export function recordCompleter(run: Run, scopeId: string, nodeId: string, personId: string): void {
  const scope = scopeOf(run, scopeId)
  const persons = scope.completers[nodeId] ?? []
  if (persons.includes(personId)) return
  run.scopes.set(scopeId, { ...scope, completers: { ...scope.completers, [nodeId]: [...persons, personId] } })
}

/**
 * Who must not complete this task. The other task is looked for in the run of the sub-process that both are in (so each
 * instance of a multi-instance sub-process has its own four eyes); if it lies elsewhere, everywhere.
 */
export function excludedPersons(run: Run, node: ModelNode, scopeId: string): string[] {
  const persons = new Set<string>()
  for (const otherId of run.index.excludes.get(node.id) ?? []) {
    const other = run.index.nodes.get(otherId)
    const top = other && enclosing(run, scopeId, other.parent)
    for (const scope of run.scopes.values()) {
      if (top && !isInside(run, scope, top)) continue
      if (Object.hasOwn(scope.completers, otherId)) {
        for (const person of scope.completers[otherId] ?? []) persons.add(person)
      }
    }
  }
  return [...persons]
}

function enclosing(run: Run, scopeId: string, containerId: string): string | undefined {
  for (let scope = run.scopes.get(scopeId); scope; scope = run.scopes.get(scope.parentId ?? '')) {
    if (scope.nodeId === containerId) return scope.id
  }
  return undefined
}

function isInside(run: Run, scope: Scope, topId: string): boolean {
  for (let current: Scope | undefined = scope; current; current = run.scopes.get(current.parentId ?? '')) {
    if (current.id === topId) return true
  }
  return false
}

/** Takes away a token's timers, subscriptions and incidents. */
export function disarm(run: Run, tokenId: string): void {
  for (const timer of run.timers.values()) {
    if (timer.tokenId !== tokenId) continue
    run.timers.delete(timer.id)
    run.effects.push({ type: 'timerCancelled', timerId: timer.id })
  }
  for (const subscription of run.subscriptions.values()) {
    if (subscription.tokenId !== tokenId) continue
    run.subscriptions.delete(subscription.id)
    run.effects.push({ type: 'subscriptionClosed', subscriptionId: subscription.id })
  }
  for (const incident of run.incidents.values()) {
    if (incident.tokenId !== tokenId) continue
    run.incidents.delete(incident.id)
    run.effects.push({ type: 'incidentResolved', incidentId: incident.id })
  }
}

export function removeToken(run: Run, token: Token): void {
  run.tokens.delete(token.id)
  disarm(run, token.id)
}

const CANCEL_EFFECTS = {
  userTask: 'taskCancelled', serviceTask: 'serviceCancelled', callActivity: 'callCancelled',
} as const

/** Ends a token with everything inside it. */
export function cancelToken(run: Run, token: Token): void {
  for (const scope of run.scopes.values()) if (scope.tokenId === token.id) cancelScope(run, scope)
  const { kind } = nodeOf(run, token.nodeId)
  // A task that failed is an incident, yet the host still shows it: its cancellation must be told as well.
  const waits = token.state === 'wait' || (token.state === 'incident' && token.work?.op === 'resume')
  if (waits && kind in CANCEL_EFFECTS) {
    const type = CANCEL_EFFECTS[kind as keyof typeof CANCEL_EFFECTS]
    run.effects.push({ type, tokenId: token.id, nodeId: token.nodeId })
  }
  trace(run, token.nodeId, 'cancelled')
  removeToken(run, token)
}

/** Ends everything in a scope, and the scope. Work that was still to be done in it is dropped by the main loop. */
export function cancelScope(run: Run, scope: Scope): void {
  emptyScope(run, scope.id)
  removeScope(run, scope)
}

/** Ends everything in a scope but keeps the scope. */
export function emptyScope(run: Run, scopeId: string): void {
  for (const token of run.tokens.values()) if (token.scopeId === scopeId) cancelToken(run, token)
  run.queue = run.queue.filter((work) => work.scopeId !== scopeId)
}
