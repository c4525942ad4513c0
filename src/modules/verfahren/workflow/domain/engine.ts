import { ignored, receive } from './events.js'
import type { ModelNode, ProcessModel } from './model.js'
import { drain } from './perform.js'
import { indexOf } from './reach.js'
import { closeRun, enqueue, openRun } from './run.js'
import type { EngineEvent, Ignored, InstanceState, StepResult, Variables } from './state.js'

export type StartOptions = {
  variables?: Variables
  now: Temporal.Instant
  /** A message or timer start event; without it the process starts at its only none start event. */
  startNodeId?: string
}

/**
 * The start events of the process: the host schedules the ones with a timer and listens for the ones with a message.
 */
export function startEvents(model: ProcessModel): readonly ModelNode[] {
  return indexOf(model).starts.get(model.processId) ?? []
}

/**
 * Starts an instance. The model must have passed `checkModel` without errors.
 * @throws RangeError when the start event does not exist: a mistake of the caller, not of the model
 */
export function start(model: ProcessModel, options: StartOptions): StepResult {
  const starts = startEvents(model)
  const first = options.startNodeId === undefined
    ? (starts.find((node) => node.event === 'none') ?? (starts.length === 1 ? starts[0] : undefined))
    : starts.find((node) => node.id === options.startNodeId)
  if (!first) throw new RangeError(`no start event ${options.startNodeId ?? ''} in process ${model.processId}`)
  const rootScopeId = 's1'
  const instance: InstanceState = {
    processId: model.processId, status: 'active', rootScopeId, counter: 1,
    scopes: [{
      id: rootScopeId, kind: 'process', nodeId: model.processId, parentId: null, tokenId: null, index: 0,
      variables: options.variables ?? {}, completers: {},
    }],
    tokens: [], timers: [], subscriptions: [], incidents: [],
  }
  const run = openRun(model, instance, options.now)
  enqueue(run, { op: 'enter', nodeId: first.id, scopeId: rootScopeId, flowId: null })
  drain(run)
  return closeRun(run)
}

/**
 * Takes one event and moves on until everything waits again. The instance passed in is not changed. An event that comes
 * twice, too late or at the wrong place is ignored with a reason; nothing in model or data can make it throw.
 */
export function step(
  model: ProcessModel, instance: InstanceState, event: EngineEvent, now: Temporal.Instant,
): StepResult | Ignored {
  if (instance.status !== 'active') return ignored('instanzBeendet')
  const run = openRun(model, instance, now)
  const refused = receive(run, event)
  if (refused) return refused
  drain(run)
  return closeRun(run)
}
