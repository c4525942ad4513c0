import type { ModelNode } from './model.js'
import type { Run } from './run.js'
import { enqueue, nameOf, nodeOf, openIncident, scopeOf, trace } from './run.js'
import { assign, cancelToken, contextOf, emptyScope } from './scopes.js'
import type { Scope, Token, Variables, Work } from './state.js'

/**
 * Looks for a boundary error event that catches: first at the activity itself, then outwards. At one activity an event
 * with exactly this code goes before one without a code, which catches all.
 */
function findCatcher(
  run: Run, start: Token | undefined, code: string | null,
): { host: Token, boundary: ModelNode } | undefined {
  let host = start
  while (host) {
    const scope = run.scopes.get(host.scopeId)
    const isBody = scope?.nodeId === host.nodeId
    const events = isBody ? [] : nodeOf(run, host.nodeId).boundary.map((id) => nodeOf(run, id))
      .filter((node) => node.event === 'error')
    const boundary = events.find((node) => node.errorCode !== undefined && node.errorCode === code)
      ?? events.find((node) => node.errorCode === undefined)
    if (boundary) return { host, boundary }
    host = run.tokens.get(scope?.tokenId ?? '')
  }
  return undefined
}

/** Throws a BPMN error from a token; false when nothing catches it. */
export function throwError(run: Run, start: Token | undefined, code: string | null, variables: Variables): boolean {
  const caught = findCatcher(run, start, code)
  if (!caught) return false
  const { host, boundary } = caught
  cancelToken(run, host)
  assign(run, host.scopeId, variables)
  trace(run, boundary.id, 'entered')
  enqueue(run, { op: 'leave', nodeId: boundary.id, scopeId: host.scopeId })
  return true
}

/** End events with behaviour. The token is gone already: a scope without tokens ends by itself. */
export function endTerminate(run: Run, node: ModelNode, scopeId: string): void {
  if (scopeId === run.rootScopeId) finishInstance(run, 'terminated', node.id, 'Endereignis')
  else emptyScope(run, scopeId)
}

export function endError(run: Run, node: ModelNode, scopeId: string): void {
  const code = node.errorCode ?? null
  const start = run.tokens.get(scopeOf(run, scopeId).tokenId ?? '')
  if (throwError(run, start, code, {})) return
  const variables = contextOf(run, run.rootScopeId)
  clear(run)
  run.status = 'failed'
  run.effects.push({ type: 'failed', by: node.id, code, variables })
}

/** Ends the whole instance at once. */
export function finishInstance(run: Run, status: 'completed' | 'terminated', by: string | null, reason: string): void {
  const { variables } = scopeOf(run, run.rootScopeId)
  clear(run)
  run.status = status
  if (status === 'completed') run.effects.push({ type: 'completed', variables })
  else run.effects.push({ type: 'terminated', by, reason, variables })
}

function clear(run: Run): void {
  run.queue = []
  emptyScope(run, run.rootScopeId)
}

/** Scopes without tokens are over: the process ends, a sub-process or an instance goes on outside. */
export function endEmptyScopes(run: Run): boolean {
  const used = new Set<string>()
  for (const token of run.tokens.values()) used.add(token.scopeId)
  const empty: Scope[] = [...run.scopes.values()].filter((scope) => !used.has(scope.id))
  let moved = false
  for (const scope of empty) {
    if (scope.tokenId === null) {
      finishInstance(run, 'completed', null, '')
      return true
    }
    const host = run.tokens.get(scope.tokenId)
    if (!host || host.state === 'incident') continue
    const work: Work = { op: 'scopeEnded', nodeId: scope.nodeId, scopeId: scope.id, tokenId: host.id }
    enqueue(run, work)
    moved = true
  }
  return moved
}

/** When nothing can move any more and nothing is waited for, the joins that block are named. */
export function reportDeadlock(run: Run): void {
  const tokens = [...run.tokens.values()]
  if (tokens.some((token) => token.state === 'wait' || token.state === 'incident')) return
  const reported = new Set([...run.incidents.values()].map((incident) => incident.tokenId))
  for (const token of tokens) {
    if (token.state !== 'join' || reported.has(token.id)) continue
    const node = nodeOf(run, token.nodeId)
    const text = `${nameOf(node)}: Hier wird auf einen Weg gewartet, der nicht mehr kommen kann.`
    openIncident(run, token, 'verklemmung', text)
  }
}
