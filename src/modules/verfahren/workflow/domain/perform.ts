import { complete, enterActivity, finishSubProcess, outputsOf, resume, sendMessage, startBody } from './activity.js'
import { endEmptyScopes, endError, endTerminate, reportDeadlock } from './ending.js'
import { FeelFehler } from './feel.js'
import { leave } from './flow.js'
import { arriveInclusive, arriveParallel, fireInclusiveJoin } from './joins.js'
import { LIMITS } from './limits.js'
import { finishInstance } from './multi.js'
import { linkKey } from './reach.js'
import type { Run } from './run.js'
import { addToken, enqueue, nodeOf, park, Stoerung, trace } from './run.js'
import { assign, cancelToken, removeToken } from './scopes.js'
import type { Work } from './state.js'
import { ZeitFehler } from './time.js'
import { arm, prepare } from './waiting.js'

/** Does all there is to do until every token waits. */
export function drain(run: Run): void {
  do {
    for (let work = run.queue.shift(); work !== undefined; work = run.queue.shift()) attempt(run, work)
    if (run.status !== 'active') return
  } while (endEmptyScopes(run) || (run.status === 'active' && fireInclusiveJoin(run)))
  if (run.status === 'active') reportDeadlock(run)
}

/** Handlers work everything out before they change anything, so failed work can be put aside whole and tried again. */
function attempt(run: Run, work: Work): void {
  if (!run.scopes.has(work.scopeId)) return
  run.steps += 1
  try {
    if (run.steps > LIMITS.steps) {
      throw new Stoerung('zuVieleSchritte',
        `Der Ablauf dreht sich im Kreis (mehr als ${LIMITS.steps} Schritte ohne Warten).`)
    }
    perform(run, work)
  } catch (error) {
    if (error instanceof Stoerung) park(run, work, error.code, error.message)
    else if (error instanceof FeelFehler) park(run, work, 'feel', error.message)
    else if (error instanceof ZeitFehler) park(run, work, 'zeitangabe', error.message)
    else throw error
  }
}

function perform(run: Run, work: Work): void {
  switch (work.op) {
    case 'enter': return enter(run, work)
    case 'leave': return leave(run, work)
    case 'body': return startBody(run, work)
    case 'resume': return resume(run, work)
    case 'complete': return complete(run, work)
    case 'scopeEnded': return scopeEnded(run, work)
    case 'fire': return fire(run, work)
  }
}

function enter(run: Run, work: Extract<Work, { op: 'enter' }>): void {
  const node = nodeOf(run, work.nodeId)
  const { scopeId } = work
  const goOn = () => enqueue(run, { op: 'leave', nodeId: node.id, scopeId })
  trace(run, node.id, 'entered', work.flowId)
  switch (node.kind) {
    case 'startEvent': case 'exclusive': return goOn()
    case 'parallel': return arriveParallel(run, work)
    case 'inclusive': return arriveInclusive(run, work)
    case 'catchEvent': return node.event === 'link' ? goOn() : waitAt(run, work)
    case 'eventBased': return waitAt(run, work)
    case 'throwEvent': return enterThrow(run, work)
    case 'endEvent': return enterEnd(run, work)
    case 'userTask': case 'serviceTask': case 'sendTask': case 'receiveTask': case 'callActivity': case 'subProcess':
      return enterActivity(run, work)
    case 'boundaryEvent': case 'unsupported':
      throw new Stoerung('fehler', 'Dieses Element kann nicht ausgeführt werden.')
  }
}

/** A catch event waits for itself, an event-based gateway for the first of the events behind it. */
function waitAt(run: Run, work: Extract<Work, { op: 'enter' }>): void {
  const node = nodeOf(run, work.nodeId)
  const awaited = node.kind === 'eventBased'
    ? node.outgoing.map((id) => nodeOf(run, run.index.flows.get(id)?.target ?? ''))
    : [node]
  const armed = prepare(run, awaited, work.scopeId)
  const token = addToken(run, { nodeId: node.id, scopeId: work.scopeId, state: 'wait' })
  arm(run, armed, token.id)
}

function enterThrow(run: Run, work: Extract<Work, { op: 'enter' }>): void {
  const node = nodeOf(run, work.nodeId)
  if (node.event === 'link') {
    const target = run.index.links.get(linkKey(node))
    if (!target) throw new Stoerung('keinWeg', 'Das Ziel der Verknüpfung fehlt.')
    return enqueue(run, { op: 'enter', nodeId: target.id, scopeId: work.scopeId, flowId: null })
  }
  if (node.event === 'message') sendMessage(run, node, work.scopeId)
  enqueue(run, { op: 'leave', nodeId: node.id, scopeId: work.scopeId })
}

function enterEnd(run: Run, work: Extract<Work, { op: 'enter' }>): void {
  const node = nodeOf(run, work.nodeId)
  if (node.event === 'message') sendMessage(run, node, work.scopeId)
  if (node.event === 'terminate') endTerminate(run, node, work.scopeId)
  if (node.event === 'error') endError(run, node, work.scopeId)
}

function scopeEnded(run: Run, work: Extract<Work, { op: 'scopeEnded' }>): void {
  const scope = run.scopes.get(work.scopeId)
  const host = run.tokens.get(work.tokenId)
  // A host that stands still takes up its ended scopes after the retry: see endEmptyScopes.
  if (!scope || !host || host.state === 'incident') return
  if (host.state === 'multi') finishInstance(run, host, scope)
  else finishSubProcess(run, host, scope)
}

/** A timer or message event happened: at a boundary, at a catch event, or behind an event-based gateway. */
function fire(run: Run, work: Extract<Work, { op: 'fire' }>): void {
  const token = run.tokens.get(work.tokenId)
  if (!token) return
  const node = nodeOf(run, work.nodeId)
  const outputs = outputsOf(run, node, token.scopeId, work.variables)
  if (node.kind === 'boundaryEvent') {
    if (node.interrupting) cancelToken(run, token)
  } else {
    removeToken(run, token)
    if (token.nodeId !== node.id) trace(run, token.nodeId, 'left')
  }
  if (token.nodeId !== node.id) trace(run, node.id, 'entered')
  assign(run, token.scopeId, outputs)
  enqueue(run, { op: 'leave', nodeId: node.id, scopeId: token.scopeId })
}
