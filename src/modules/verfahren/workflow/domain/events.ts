import { finishInstance, throwError } from './ending.js'
import type { NodeKind } from './model.js'
import type { Run } from './run.js'
import { enqueue, nodeOf, park } from './run.js'
import { assign, disarm, excludedPersons, recordCompleter } from './scopes.js'
import type { EngineEvent, IgnoredCode, Ignored, Subscription, Timer, Token, Variables } from './state.js'
import { addDuration } from './time.js'

const TEXTS: Record<IgnoredCode, string> = {
  instanzBeendet: 'Der Ablauf ist schon beendet.',
  tokenUnbekannt: 'Dieser Schritt ist schon erledigt oder abgebrochen.',
  falschesEreignis: 'Dieser Schritt wartet auf etwas anderes.',
  timerUnbekannt: 'Diese Frist gilt nicht mehr.',
  timerZuFrueh: 'Diese Frist ist noch nicht abgelaufen.',
  nachrichtUnerwartet: 'Auf diese Nachricht wartet der Ablauf nicht.',
  stoerungUnbekannt: 'Diese Störung ist schon behoben.',
  bereichUnbekannt: 'Diesen Teil des Ablaufs gibt es nicht mehr.',
  vierAugen: 'Diese Aufgabe muss eine andere Person erledigen als die vorherige (Vier-Augen-Prinzip).',
  personFehlt: 'Für diese Aufgabe muss feststehen, wer sie erledigt (Vier-Augen-Prinzip).',
}

export function ignored(reason: IgnoredCode): Ignored {
  return { ignored: true, reason, text: TEXTS[reason] }
}

/** Takes an event into the run, or says why it changes nothing. */
export function receive(run: Run, event: EngineEvent): Ignored | undefined {
  switch (event.type) {
    case 'taskCompleted': return taskCompleted(run, event.tokenId, event.personId, event.variables ?? {})
    case 'serviceCompleted': return answered(run, event.tokenId, 'serviceTask', event.variables ?? {})
    case 'callCompleted': return answered(run, event.tokenId, 'callActivity', event.variables ?? {})
    case 'serviceFailed': return failed(run, 'serviceTask', event)
    case 'callFailed': return failed(run, 'callActivity', event)
    case 'taskFailed': return failed(run, 'userTask', event)
    case 'messageReceived': return messageReceived(run, event)
    case 'timerFired': return timerFired(run, event.timerId)
    case 'incidentRetried': return retried(run, event.incidentId)
    case 'variablesSet': {
      const scopeId = event.scopeId ?? run.rootScopeId
      if (!run.scopes.has(scopeId)) return ignored('bereichUnbekannt')
      assign(run, scopeId, event.variables)
      return undefined
    }
    case 'cancelled':
      finishInstance(run, 'terminated', null, event.reason)
      return undefined
  }
}

function waiting(run: Run, tokenId: string, kind: NodeKind): Token | Ignored {
  const token = run.tokens.get(tokenId)
  if (!token) return ignored('tokenUnbekannt')
  return token.state === 'wait' && nodeOf(run, token.nodeId).kind === kind ? token : ignored('falschesEreignis')
}

function answered(run: Run, tokenId: string, kind: NodeKind, variables: Variables): Ignored | undefined {
  const token = waiting(run, tokenId, kind)
  if ('ignored' in token) return token
  enqueue(run, { op: 'complete', nodeId: token.nodeId, scopeId: token.scopeId, tokenId, variables })
  return undefined
}

function taskCompleted(
  run: Run, tokenId: string, personId: string | undefined, variables: Variables,
): Ignored | undefined {
  const token = waiting(run, tokenId, 'userTask')
  if ('ignored' in token) return token
  const node = nodeOf(run, token.nodeId)
  if ((run.index.excludes.get(node.id) ?? []).length > 0) {
    if (personId === undefined) return ignored('personFehlt')
    if (excludedPersons(run, node, token.scopeId).includes(personId)) return ignored('vierAugen')
  }
  if (personId !== undefined) recordCompleter(run, token.scopeId, node.id, personId)
  run.effects.push({ type: 'taskCompleted', tokenId, nodeId: node.id, personId: personId ?? null })
  enqueue(run, { op: 'complete', nodeId: node.id, scopeId: token.scopeId, tokenId, variables })
  return undefined
}

/** A BPMN error goes to the event that catches it; without one it is an incident and can be tried again. */
function failed(
  run: Run, kind: NodeKind, event: { tokenId: string, code?: string, message?: string, variables?: Variables },
): Ignored | undefined {
  const token = waiting(run, event.tokenId, kind)
  if ('ignored' in token) return token
  const code = event.code ?? null
  // An error without a code is a technical one (service not reachable): it is for the operators, not for the model.
  if (code !== null && throwError(run, token, code, event.variables ?? {})) return undefined
  const text = event.message ?? 'Der Schritt ist fehlgeschlagen.'
  park(run, { op: 'resume', nodeId: token.nodeId, scopeId: token.scopeId, tokenId: token.id }, 'fehler', text, code)
  return undefined
}

function messageReceived(run: Run, event: Extract<EngineEvent, { type: 'messageReceived' }>): Ignored | undefined {
  const fits = (row: Subscription) => row.message === event.message
    && (event.subscriptionId === undefined || row.id === event.subscriptionId)
    && (row.key === null || row.key === (event.key ?? null))
  const subscription = [...run.subscriptions.values()].find(fits)
  const token = subscription && run.tokens.get(subscription.tokenId)
  if (!subscription || !token) return ignored('nachrichtUnerwartet')
  const node = nodeOf(run, subscription.nodeId)
  const work = { nodeId: node.id, scopeId: token.scopeId, tokenId: token.id, variables: event.variables ?? {} }
  if (node.kind !== 'boundaryEvent') closeSubscription(run, subscription)
  enqueue(run, node.kind === 'receiveTask' && token.nodeId === node.id
    ? { op: 'complete', ...work } : { op: 'fire', ...work })
  return undefined
}

function closeSubscription(run: Run, subscription: Subscription): void {
  run.subscriptions.delete(subscription.id)
  run.effects.push({ type: 'subscriptionClosed', subscriptionId: subscription.id })
}

function timerFired(run: Run, timerId: string): Ignored | undefined {
  const timer = run.timers.get(timerId)
  const token = timer && run.tokens.get(timer.tokenId)
  if (!timer || !token) return ignored('timerUnbekannt')
  const dueAt = Temporal.Instant.from(timer.dueAt)
  if (Temporal.Instant.compare(run.now, dueAt) < 0) return ignored('timerZuFrueh')
  run.timers.delete(timer.id)
  const node = nodeOf(run, timer.nodeId)
  if (node.kind === 'boundaryEvent' && !node.interrupting) repeat(run, timer, dueAt)
  enqueue(run, { op: 'fire', nodeId: node.id, scopeId: token.scopeId, tokenId: token.id, variables: {} })
  return undefined
}

/** The next firing of a cycle is a new row: a repeated event for the old one finds nothing. */
function repeat(run: Run, timer: Timer, dueAt: Temporal.Instant): void {
  if (timer.interval === null || timer.remaining === 0) return
  run.counter += 1
  const next: Timer = {
    ...timer,
    id: `z${run.counter}`,
    dueAt: addDuration(dueAt, timer.interval).toString(),
    remaining: timer.remaining === null ? null : timer.remaining - 1,
  }
  run.timers.set(next.id, next)
  run.effects.push({ type: 'timerScheduled', timer: next })
}

function retried(run: Run, incidentId: string): Ignored | undefined {
  const incident = run.incidents.get(incidentId)
  const token = incident && run.tokens.get(incident.tokenId)
  if (!incident || !token) return ignored('stoerungUnbekannt')
  run.incidents.delete(incident.id)
  run.effects.push({ type: 'incidentResolved', incidentId })
  if (token.state !== 'incident' || !token.work) return undefined
  const { work, prior, ...rest } = token
  if (prior) {
    run.tokens.set(token.id, { ...rest, state: prior })
  } else {
    run.tokens.delete(token.id)
    disarm(run, token.id)
  }
  enqueue(run, work)
  return undefined
}
