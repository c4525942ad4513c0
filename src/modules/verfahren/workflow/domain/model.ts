/**
 * The executable process model: plain JSON, deeply frozen, made by `parseModel` and checked by `checkModel`.
 * Elements that the engine does not know are kept as kind 'unsupported' so that the check can name them.
 */
export type NodeKind =
  | 'startEvent' | 'endEvent' | 'catchEvent' | 'throwEvent' | 'boundaryEvent'
  | 'userTask' | 'serviceTask' | 'sendTask' | 'receiveTask' | 'callActivity' | 'subProcess'
  | 'exclusive' | 'parallel' | 'inclusive' | 'eventBased' | 'unsupported'

export type EventKind = 'none' | 'message' | 'timer' | 'error' | 'terminate' | 'link'

/** A timer as drawn; `text` is an ISO 8601 value or a FEEL expression that yields one. */
export type TimerDefinition = { type: 'date' | 'duration' | 'cycle', text: string }

/** A message by name; `key` is the FEEL expression of the correlation key. */
export type MessageDefinition = { name: string, key?: string }

/** `target` is a variable name, `expression` is FEEL. */
export type Mapping = { target: string, expression: string }

/**
 * Multi-instance (`cardinality` or `collection`) or standard loop (`condition`) of an activity. All expressions are
 * FEEL.
 */
export type Repetition = {
  type: 'parallel' | 'sequential' | 'loop'
  cardinality?: string
  collection?: string
  /** Variable that holds the item of the collection in each instance. */
  element?: string
  completionCondition?: string
  /** FEEL evaluated in each finished instance; the list of the values goes to the variable `resultList`. */
  result?: string
  resultList?: string
  /** Standard loop: goes on while this is true. */
  condition?: string
  testBefore?: boolean
  maximum?: number
}

/** One way in which a person can complete a task: what the process reads, and what the button says. */
export type Ergebnis = { wert: string, text: string }

export type ModelNode = {
  id: string
  name: string
  kind: NodeKind
  /** Local name of the BPMN element, for example 'manualTask'. */
  element: string
  /** Process id or id of the enclosing sub-process. */
  parent: string
  incoming: string[]
  outgoing: string[]
  defaultFlow?: string
  documentation?: string
  lane?: string
  event?: EventKind
  timer?: TimerDefinition
  message?: MessageDefinition
  errorCode?: string
  link?: string
  attachedTo?: string
  /** Boundary events: whether the activity is cancelled. */
  interrupting?: boolean
  boundary: string[]
  repetition?: Repetition
  inputs: Mapping[]
  outputs: Mapping[]
  /** Candidate role key, from stadtkern:gruppe or else from the lane. */
  gruppe?: string
  /** User tasks: FEEL for another unit than that of the process, by id or short sign. */
  einheit?: string
  formular?: string
  maske?: string
  /** ISO 8601 duration, or FEEL that yields one or a day. */
  frist?: string
  /** Ids of user tasks whose completers must not complete this one (four eyes). */
  nichtPerson: string[]
  /** User tasks: how it can end, in the order of the buttons; none: any result. */
  ergebnisse?: Ergebnis[]
  /** User tasks: the variable that keeps the result when later tasks have theirs. */
  ergebnisVariable?: string
  dienst?: string
  nachricht?: string
  calledElement?: string
  /** Why this element cannot run, one German sentence each. */
  unsupported: string[]
}

export type Flow = {
  id: string
  name: string
  source: string
  target: string
  parent: string
  /** FEEL. */
  condition?: string
  conditionLanguage?: string
}

/** One thing wrong with a model, or worth knowing; `text` is a German sentence that says what to do. */
export type Befund = {
  code: string
  schwere: 'fehler' | 'hinweis'
  elementId: string
  name: string
  text: string
}

export type ProcessModel = {
  processId: string
  name: string
  version?: string
  documentation?: string
  executable: boolean
  nodes: Record<string, ModelNode>
  flows: Record<string, Flow>
  /** What parsing alone found wrong; `checkModel` repeats it. */
  befunde: Befund[]
}

/** The document is no model at all: not XML, no process, too large. */
export class ModellFehler extends Error {
  override name = 'ModellFehler'
}
