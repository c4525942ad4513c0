import { LIMITS } from './limits.js'
import type { ModelNode, ProcessModel } from './model.js'
import type { ModelIndex } from './reach.js'
import { indexOf } from './reach.js'
import type {
  Effect, Incident, IncidentCode, InstanceState, InstanceStatus, Scope, StepResult, Subscription, Timer, Token,
  TraceEntry, Work,
} from './state.js'

/** The working copy of an instance during one step. Rows in it are replaced, never changed. */
export type Run = {
  model: ProcessModel
  index: ModelIndex
  now: Temporal.Instant
  status: InstanceStatus
  rootScopeId: string
  counter: number
  scopes: Map<string, Scope>
  tokens: Map<string, Token>
  timers: Map<string, Timer>
  subscriptions: Map<string, Subscription>
  incidents: Map<string, Incident>
  effects: Effect[]
  trace: TraceEntry[]
  queue: Work[]
  steps: number
}

/** Something in the model went wrong at run time: becomes an incident at the element, never an exception outside. */
export class Stoerung extends Error {
  override name = 'Stoerung'
  readonly code: IncidentCode

  constructor(code: IncidentCode, message: string) {
    super(message)
    this.code = code
  }
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}

export function openRun(model: ProcessModel, instance: InstanceState, now: Temporal.Instant): Run {
  return {
    model, index: indexOf(model), now,
    status: instance.status, rootScopeId: instance.rootScopeId, counter: instance.counter,
    scopes: byId(instance.scopes), tokens: byId(instance.tokens), timers: byId(instance.timers),
    subscriptions: byId(instance.subscriptions), incidents: byId(instance.incidents),
    effects: [], trace: [], queue: [], steps: 0,
  }
}

export function closeRun(run: Run): StepResult {
  return {
    ignored: false,
    instance: {
      processId: run.model.processId, status: run.status, rootScopeId: run.rootScopeId, counter: run.counter,
      scopes: [...run.scopes.values()], tokens: [...run.tokens.values()], timers: [...run.timers.values()],
      subscriptions: [...run.subscriptions.values()], incidents: [...run.incidents.values()],
    },
    effects: run.effects,
    trace: run.trace,
  }
}

/** Ids come from one counter, so the same events always give the same ids. */
export function newId(run: Run, prefix: string): string {
  run.counter += 1
  return `${prefix}${run.counter}`
}

export function nodeOf(run: Run, id: string): ModelNode {
  const node = run.index.nodes.get(id)
  if (!node) throw new Stoerung('fehler', `Das Element „${id}“ gibt es in diesem Modell nicht.`)
  return node
}

export function scopeOf(run: Run, id: string): Scope {
  const scope = run.scopes.get(id)
  if (!scope) throw new Stoerung('fehler', `Der Bereich „${id}“ gibt es in diesem Ablauf nicht.`)
  return scope
}

export function nameOf(node: ModelNode): string {
  return node.name === '' ? node.id : node.name
}

export function addToken(run: Run, token: Omit<Token, 'id'>): Token {
  if (run.tokens.size + run.queue.length >= LIMITS.tokens) {
    throw new Stoerung('zuVieleToken', 'Der Ablauf hat zu viele gleichzeitige Wege.')
  }
  const row: Token = { id: newId(run, 't'), ...token }
  run.tokens.set(row.id, row)
  return row
}

export function enqueue(run: Run, work: Work): void {
  run.queue.push(work)
}

export function trace(run: Run, nodeId: string, what: TraceEntry['what'], flowId: string | null = null): void {
  run.trace.push({ nodeId, what, flowId })
}

/** Opens an incident at a token. */
export function openIncident(
  run: Run, token: Token, code: IncidentCode, text: string, errorCode: string | null = null,
  nodeId: string = token.nodeId,
): void {
  const incident: Incident = { id: newId(run, 'i'), tokenId: token.id, nodeId, code, errorCode, text }
  run.incidents.set(incident.id, incident)
  run.effects.push({ type: 'incident', incident })
}

/** Whether work that failed belongs to its token (which then stands still) or gets a token of its own. */
function ownToken(run: Run, work: Work): Token | undefined {
  if (!('tokenId' in work)) return undefined
  if (work.op === 'fire' && run.index.nodes.get(work.nodeId)?.kind === 'boundaryEvent') return undefined
  return run.tokens.get(work.tokenId)
}

/** Puts failed work aside as a token that a retry takes up again. */
export function park(run: Run, work: Work, code: IncidentCode, text: string, errorCode: string | null = null): void {
  const own = ownToken(run, work)
  const token: Token = own
    ? { ...own, state: 'incident', work, ...(own.state !== 'incident' && { prior: own.state }) }
    : { id: newId(run, 't'), nodeId: work.nodeId, scopeId: work.scopeId, state: 'incident', work }
  run.tokens.set(token.id, token)
  const node = run.index.nodes.get(work.nodeId)
  openIncident(run, token, code, `${node ? nameOf(node) : work.nodeId}: ${text}`, errorCode, work.nodeId)
}
