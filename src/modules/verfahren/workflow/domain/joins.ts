import type { Run } from './run.js'
import { addToken, enqueue, nodeOf } from './run.js'
import type { Token, Work } from './state.js'

/** A parallel join waits for one token on every incoming flow; further ones stay for the next round. */
export function arriveParallel(run: Run, work: Extract<Work, { op: 'enter' }>): void {
  const node = nodeOf(run, work.nodeId)
  if (node.incoming.length > 1 && work.flowId !== null) {
    addToken(run, { nodeId: node.id, scopeId: work.scopeId, state: 'join', flowId: work.flowId })
    const first = firstPerFlow(run, node.id, work.scopeId)
    if (first.size < node.incoming.length) return
    consume(run, first)
  }
  enqueue(run, { op: 'leave', nodeId: node.id, scopeId: work.scopeId })
}

/** An inclusive join is decided when nothing else moves: see `fireInclusiveJoin`. */
export function arriveInclusive(run: Run, work: Extract<Work, { op: 'enter' }>): void {
  const node = nodeOf(run, work.nodeId)
  if (node.incoming.length > 1 && work.flowId !== null) {
    addToken(run, { nodeId: node.id, scopeId: work.scopeId, state: 'join', flowId: work.flowId })
  } else {
    enqueue(run, { op: 'leave', nodeId: node.id, scopeId: work.scopeId })
  }
}

function firstPerFlow(run: Run, nodeId: string, scopeId: string): Map<string, Token> {
  const first = new Map<string, Token>()
  for (const token of run.tokens.values()) {
    if (token.nodeId !== nodeId || token.scopeId !== scopeId || token.state !== 'join' || !token.flowId) continue
    if (!first.has(token.flowId)) first.set(token.flowId, token)
  }
  return first
}

function consume(run: Run, tokens: Map<string, Token>): void {
  for (const token of tokens.values()) {
    run.tokens.delete(token.id)
    for (const incident of run.incidents.values()) {
      if (incident.tokenId !== token.id) continue
      run.incidents.delete(incident.id)
      run.effects.push({ type: 'incidentResolved', incidentId: incident.id })
    }
  }
}

/**
 * Lets one inclusive join pass that may (BPMN 2.0, 13.4.3): it has a token, and every other token of the scope that can
 * reach a flow of it without a token, not passing the join itself, can also reach a flow that already has one. Tokens
 * inside a sub-process count by the token that stands for the sub-process. Called only when no token moves.
 */
export function fireInclusiveJoin(run: Run): boolean {
  const seen = new Set<string>()
  for (const token of run.tokens.values()) {
    if (token.state !== 'join') continue
    const reach = run.index.joinReach.get(token.nodeId)
    const key = `${token.scopeId} ${token.nodeId}`
    if (!reach || seen.has(key)) continue
    seen.add(key)
    const { incoming } = nodeOf(run, token.nodeId)
    const arrived = firstPerFlow(run, token.nodeId, token.scopeId)
    const marked = incoming.reduce((bits, flowId, position) => (arrived.has(flowId) ? bits | (1 << position) : bits), 0)
    if (isAwaited(run, token, reach, marked)) continue
    consume(run, arrived)
    enqueue(run, { op: 'leave', nodeId: token.nodeId, scopeId: token.scopeId })
    return true
  }
  return false
}

function isAwaited(run: Run, join: Token, reach: Map<string, number>, marked: number): boolean {
  for (const other of run.tokens.values()) {
    if (other.scopeId !== join.scopeId || other.nodeId === join.nodeId) continue
    const bits = reach.get(other.nodeId) ?? 0
    if ((bits & ~marked) !== 0 && (bits & marked) === 0) return true
  }
  return false
}
