/**
 * The run of one process as plain rows. Rows are never changed in place: after a step a row that is still the same
 * object is unchanged, so persistence can write the difference by comparing references.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Variables = { [name: string]: Json }

/** What the engine still has to do at one place; kept as data so that an incident can be retried. */
export type Work =
  | { op: 'enter', nodeId: string, scopeId: string, flowId: string | null }
  | { op: 'leave', nodeId: string, scopeId: string }
  | { op: 'complete', nodeId: string, scopeId: string, tokenId: string, variables: Variables }
  | { op: 'body', nodeId: string, scopeId: string }
  | { op: 'resume', nodeId: string, scopeId: string, tokenId: string }
  | { op: 'scopeEnded', nodeId: string, scopeId: string, tokenId: string }
  | { op: 'fire', nodeId: string, scopeId: string, tokenId: string, variables: Variables }

/**
 * Progress of an activity with instances. `total` is null for a standard loop; `items` are kept for sequential
 * instances that have not started; `results` are pairs of index and value.
 */
export type MultiState = {
  total: number | null
  started: number
  done: number
  items: Json[]
  results: [number, Json][]
}

/**
 * wait: an activity, catch event or event-based gateway waits for an event of the host;
 * join: at a parallel or inclusive gateway, arrived by `flowId`;
 * scope: at a sub-process whose inside is a scope of its own; multi: at an activity with instances of its own;
 * incident: stands still until a retry.
 */
export type Token = {
  id: string
  nodeId: string
  scopeId: string
  state: 'wait' | 'join' | 'scope' | 'multi' | 'incident'
  flowId?: string
  multi?: MultiState
  /** Incidents: what to do again, and the state to return to. */
  work?: Work
  prior?: Exclude<Token['state'], 'incident'>
}

/**
 * A place for variables and tokens: the process, a running sub-process, one instance of a multi-instance activity (its
 * variables stay inside) or one round of a standard loop.
 */
export type Scope = {
  id: string
  kind: 'process' | 'subProcess' | 'instance' | 'loop'
  nodeId: string
  parentId: string | null
  /** The token in the parent scope that stands for this scope. */
  tokenId: string | null
  index: number
  variables: Variables
  /** Who completed which user task in this scope (and in scopes that have ended inside it). */
  completers: Record<string, string[]>
}

export type Timer = {
  id: string
  tokenId: string
  nodeId: string
  /** Instant, ISO 8601 in UTC. */
  dueAt: string
  /** Cycles: ISO 8601 duration to the next firing, and how many firings are left after this one (null: without end). */
  interval: string | null
  remaining: number | null
}

export type Subscription = { id: string, tokenId: string, nodeId: string, message: string, key: string | null }

export type IncidentCode =
  | 'feel' | 'keinWeg' | 'zuVieleSchritte' | 'zuVieleToken' | 'zuVieleInstanzen' | 'zeitangabe' | 'fehler'
  | 'verklemmung'

export type Incident = {
  id: string
  tokenId: string
  nodeId: string
  code: IncidentCode
  errorCode: string | null
  text: string
}

export type InstanceStatus = 'active' | 'completed' | 'terminated' | 'failed'

export type InstanceState = {
  processId: string
  status: InstanceStatus
  rootScopeId: string
  /** Source of all ids of this instance. */
  counter: number
  scopes: Scope[]
  tokens: Token[]
  timers: Timer[]
  subscriptions: Subscription[]
  incidents: Incident[]
}

/** What the host tells the engine. Events for tokens that are gone are ignored. */
export type EngineEvent =
  | { type: 'taskCompleted', tokenId: string, personId?: string, variables?: Variables }
  | { type: 'serviceCompleted', tokenId: string, variables?: Variables }
  | { type: 'serviceFailed', tokenId: string, code?: string, message?: string, variables?: Variables }
  | { type: 'callCompleted', tokenId: string, variables?: Variables }
  | { type: 'callFailed', tokenId: string, code?: string, message?: string, variables?: Variables }
  | { type: 'taskFailed', tokenId: string, code?: string, message?: string, variables?: Variables }
  | { type: 'messageReceived', message: string, key?: string, subscriptionId?: string, variables?: Variables }
  | { type: 'timerFired', timerId: string }
  | { type: 'incidentRetried', incidentId: string }
  | { type: 'variablesSet', variables: Variables, scopeId?: string }
  | { type: 'cancelled', reason: string }

/** What the host has to do, in order, in the same transaction as writing the rows. */
export type Effect =
  | { type: 'taskCreated', tokenId: string, nodeId: string, scopeId: string, name: string, documentation: string | null,
    gruppe: string | null, formular: string | null, maske: string | null, frist: string | null,
    excludedPersons: string[], input: Variables }
  | { type: 'taskCompleted', tokenId: string, nodeId: string, personId: string | null }
  | { type: 'taskCancelled', tokenId: string, nodeId: string }
  | { type: 'serviceRequested', tokenId: string, nodeId: string, dienst: string, input: Variables }
  | { type: 'serviceCancelled', tokenId: string, nodeId: string }
  | { type: 'messageSent', nodeId: string, message: string, key: string | null, payload: Variables }
  | { type: 'callStarted', tokenId: string, nodeId: string, calledElement: string, input: Variables }
  | { type: 'callCancelled', tokenId: string, nodeId: string }
  | { type: 'timerScheduled', timer: Timer }
  | { type: 'timerCancelled', timerId: string }
  | { type: 'subscriptionOpened', subscription: Subscription }
  | { type: 'subscriptionClosed', subscriptionId: string }
  | { type: 'incident', incident: Incident }
  | { type: 'incidentResolved', incidentId: string }
  | { type: 'completed', variables: Variables }
  | { type: 'terminated', by: string | null, reason: string, variables: Variables }
  | { type: 'failed', by: string, code: string | null, variables: Variables }

/** What happened at which element, for history and heat maps; `flowId` with 'entered' says which way was taken. */
export type TraceEntry = { nodeId: string, what: 'entered' | 'left' | 'cancelled', flowId: string | null }

export type IgnoredCode =
  | 'instanzBeendet' | 'tokenUnbekannt' | 'falschesEreignis' | 'timerUnbekannt' | 'timerZuFrueh' | 'nachrichtUnerwartet'
  | 'stoerungUnbekannt' | 'bereichUnbekannt' | 'vierAugen' | 'personFehlt'

export type StepResult = {
  instance: InstanceState
  effects: Effect[]
  trace: TraceEntry[]
  ignored: false
}
export type Ignored = { ignored: true, reason: IgnoredCode, text: string }
