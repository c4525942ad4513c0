import type { ModelNode } from './model.js'
import { startInstances } from './multi.js'
import type { Run } from './run.js'
import { addToken, enqueue, nodeOf, scopeOf, Stoerung, trace } from './run.js'
import { addScope, assign, contextOf, excludedPersons, mapped, removeScope, removeToken, setLocal } from './scopes.js'
import type { Effect, Scope, Token, Variables, Work } from './state.js'
import { addDuration } from './time.js'
import { arm, keyOf, prepare, timeText } from './waiting.js'

function boundaryNodes(run: Run, node: ModelNode): ModelNode[] {
  return node.boundary.map((id) => nodeOf(run, id))
}

/** A token arrives at an activity: its boundary events are armed and its work, its inside or its instances start. */
export function enterActivity(run: Run, work: Extract<Work, { op: 'enter' }>): void {
  const node = nodeOf(run, work.nodeId)
  if (node.repetition) {
    startInstances(run, node, work.scopeId, prepare(run, boundaryNodes(run, node), work.scopeId))
  } else if (node.kind === 'subProcess') {
    const armed = prepare(run, boundaryNodes(run, node), work.scopeId)
    const variables = mapped(run, node.inputs, contextOf(run, work.scopeId))
    const token = addToken(run, { nodeId: node.id, scopeId: work.scopeId, state: 'scope' })
    arm(run, armed, token.id)
    const scope = addScope(run, {
      kind: 'subProcess', nodeId: node.id, parentId: work.scopeId, tokenId: token.id, index: 0, variables,
    })
    enterInside(run, node, scope.id)
  } else {
    startWork(run, node, work.scopeId, boundaryNodes(run, node))
  }
}

/** One instance of a repeated activity begins in its own scope; boundary events belong to the activity as a whole. */
export function startBody(run: Run, work: Extract<Work, { op: 'body' }>): void {
  const node = nodeOf(run, work.nodeId)
  if (node.kind !== 'subProcess') return startWork(run, node, work.scopeId, [])
  setLocal(run, work.scopeId, mapped(run, node.inputs, contextOf(run, work.scopeId)))
  enterInside(run, node, work.scopeId)
}

function enterInside(run: Run, node: ModelNode, scopeId: string): void {
  const begin = (run.index.starts.get(node.id) ?? []).find((start) => start.event === 'none')
  if (!begin) throw new Stoerung('keinWeg', 'Der Teilprozess hat kein Startereignis.')
  enqueue(run, { op: 'enter', nodeId: begin.id, scopeId, flowId: null })
}

function startWork(run: Run, node: ModelNode, scopeId: string, boundary: ModelNode[]): void {
  const context = contextOf(run, scopeId)
  const input = node.inputs.length > 0 ? mapped(run, node.inputs, context) : context
  if (node.kind === 'sendTask') {
    sendMessage(run, node, scopeId)
    return finishPassing(run, node, scopeId)
  }
  const armed = prepare(run, node.kind === 'receiveTask' ? [node, ...boundary] : boundary, scopeId)
  const request = requestOf(run, node, scopeId, input)
  const token = addToken(run, { nodeId: node.id, scopeId, state: 'wait' })
  arm(run, armed, token.id)
  if (request) run.effects.push(request(token.id))
}

/** An activity that needs no answer is over at once; inside an instance its scope is now empty and ends by itself. */
function finishPassing(run: Run, node: ModelNode, scopeId: string): void {
  if (scopeOf(run, scopeId).nodeId === node.id) trace(run, node.id, 'left')
  else enqueue(run, { op: 'leave', nodeId: node.id, scopeId })
}

export function sendMessage(run: Run, node: ModelNode, scopeId: string): void {
  const context = contextOf(run, scopeId)
  const key = keyOf(run, node, context)
  const payload = node.inputs.length > 0 ? mapped(run, node.inputs, context) : context
  run.effects.push({ type: 'messageSent', nodeId: node.id, message: node.message?.name ?? node.nachricht ?? '', key,
    payload })
}

/** What the host is asked to do for an activity, as a function of the token that waits for it. */
function requestOf(
  run: Run, node: ModelNode, scopeId: string, input: Variables,
): ((tokenId: string) => Effect) | undefined {
  const nodeId = node.id
  if (node.kind === 'serviceTask') {
    return (tokenId) => ({ type: 'serviceRequested', tokenId, nodeId, dienst: node.dienst ?? '', input })
  }
  if (node.kind === 'callActivity') {
    return (tokenId) => ({ type: 'callStarted', tokenId, nodeId, calledElement: node.calledElement ?? '', input })
  }
  if (node.kind !== 'userTask') return undefined
  const frist = fristOf(run, node, scopeId)
  const excluded = excludedPersons(run, node, scopeId)
  return (tokenId) => ({
    type: 'taskCreated', tokenId, nodeId, scopeId, name: node.name, documentation: node.documentation ?? null,
    gruppe: node.gruppe ?? null, formular: node.formular ?? null, maske: node.maske ?? null,
    frist, excludedPersons: excluded, input,
  })
}

function fristOf(run: Run, node: ModelNode, scopeId: string): string | null {
  if (!node.frist) return null
  const text = timeText(run, node.frist, /^P[\dT]/.test(node.frist), contextOf(run, scopeId))
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDay(text) : addDuration(run.now, text).toString()
}

/** A day that somebody chose stays that day, wherever the clock of the computer is. */
function parseDay(text: string): string {
  try {
    return Temporal.PlainDate.from(text).toString()
  } catch {
    throw new Stoerung('zeitangabe', `Den Tag „${text}“ gibt es nicht.`)
  }
}

/** After an incident: asks the host once more, for the same token. */
export function resume(run: Run, work: Extract<Work, { op: 'resume' }>): void {
  const token = run.tokens.get(work.tokenId)
  if (!token) return
  const node = nodeOf(run, token.nodeId)
  const context = contextOf(run, token.scopeId)
  const input = node.inputs.length > 0 ? mapped(run, node.inputs, context) : context
  const request = requestOf(run, node, token.scopeId, input)
  if (request) run.effects.push(request(token.id))
}

/** The host has answered (or the message has come): results are written and the token goes on. */
export function complete(run: Run, work: Extract<Work, { op: 'complete' }>): void {
  const token = run.tokens.get(work.tokenId)
  if (!token) return
  const node = nodeOf(run, token.nodeId)
  const scope = scopeOf(run, token.scopeId)
  const isBody = scope.nodeId === node.id
  const outputs = outputsOf(run, node, scope.id, work.variables)
  const target = isBody && scope.parentId !== null ? scope.parentId : scope.id
  if (isBody && scope.kind === 'instance') {
    setLocal(run, scope.id, work.variables)
    if (node.outputs.length > 0) assign(run, target, outputs)
  } else {
    assign(run, target, outputs)
  }
  removeToken(run, token)
  if (isBody) trace(run, node.id, 'left')
  else enqueue(run, { op: 'leave', nodeId: node.id, scopeId: token.scopeId })
}

/**
 * Mapped results, or without mappings all of them; expressions see the results by name and all of them as `ergebnis`.
 */
export function outputsOf(run: Run, node: ModelNode, scopeId: string, variables: Variables): Variables {
  if (node.outputs.length === 0) return variables
  return mapped(run, node.outputs, { ...contextOf(run, scopeId), ...variables, ergebnis: variables })
}

/** A sub-process has come to its end. */
export function finishSubProcess(run: Run, token: Token, scope: Scope): void {
  const node = nodeOf(run, token.nodeId)
  const outputs = mapped(run, node.outputs, contextOf(run, scope.id))
  removeScope(run, scope)
  assign(run, token.scopeId, outputs)
  removeToken(run, token)
  enqueue(run, { op: 'leave', nodeId: node.id, scopeId: token.scopeId })
}
