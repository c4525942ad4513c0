import { feelBoolean } from './feel.js'
import type { Flow, ModelNode } from './model.js'
import type { Run } from './run.js'
import { enqueue, nodeOf, Stoerung, trace } from './run.js'
import { contextOf } from './scopes.js'
import type { Work } from './state.js'

/**
 * Sends tokens on: one way out of an exclusive gateway, all true ones out of an inclusive one, all others otherwise.
 */
export function leave(run: Run, work: Extract<Work, { op: 'leave' }>): void {
  const node = nodeOf(run, work.nodeId)
  const flows = node.outgoing.map((id) => run.index.flows.get(id)).filter((flow) => flow !== undefined)
  const chosen = chooseFlows(run, node, flows, work.scopeId)
  trace(run, node.id, 'left')
  for (const flow of chosen) enqueue(run, { op: 'enter', nodeId: flow.target, scopeId: work.scopeId, flowId: flow.id })
}

function chooseFlows(run: Run, node: ModelNode, flows: Flow[], scopeId: string): Flow[] {
  if (node.kind === 'parallel' || flows.every((flow) => flow.condition === undefined)) {
    // Without any condition a gateway with a default still has only one meaning: the check has refused the others.
    return node.kind === 'exclusive' ? flows.slice(0, 1) : flows
  }
  const context = contextOf(run, scopeId)
  const regular = flows.filter((flow) => flow.id !== node.defaultFlow)
  const standard = flows.filter((flow) => flow.id === node.defaultFlow)
  const holds = (flow: Flow) => flow.condition === undefined || feelBoolean(flow.condition, context, { now: run.now })
  if (node.kind === 'exclusive') {
    const first = regular.find(holds)
    if (first) return [first]
  } else {
    const always = regular.filter((flow) => flow.condition === undefined)
    const holding = regular.filter((flow) => flow.condition !== undefined && holds(flow))
    const chosen = new Set([...always, ...(holding.length > 0 ? holding : standard)])
    if (chosen.size > 0) return flows.filter((flow) => chosen.has(flow))
  }
  if (standard.length > 0) return standard
  throw new Stoerung('keinWeg', 'Keine Bedingung trifft zu, und es gibt keinen Standardweg.')
}
