import type { Flow, ModelNode, ProcessModel } from './model.js'

/** What the engine looks up all the time, made once per model. Not part of the model: it can always be made again. */
export type ModelIndex = {
  nodes: Map<string, ModelNode>
  flows: Map<string, Flow>
  /** Start events by process or sub-process id. */
  starts: Map<string, ModelNode[]>
  /** Catching link event by `parent` and link name. */
  links: Map<string, ModelNode>
  /**
   * Per inclusive join: from each node, which of the join's incoming flows can be reached without passing the join,
   * as bits in the order of `incoming`. Nodes that reach none are absent.
   */
  joinReach: Map<string, Map<string, number>>
  /** Four eyes in both directions: user tasks whose completers must not complete this one. */
  excludes: Map<string, string[]>
}

const indexes = new WeakMap<ProcessModel, ModelIndex>()

export function indexOf(model: ProcessModel): ModelIndex {
  const known = indexes.get(model)
  if (known) return known
  const index: ModelIndex = {
    nodes: new Map(Object.entries(model.nodes)), flows: new Map(Object.entries(model.flows)),
    starts: new Map(), links: new Map(), joinReach: new Map(), excludes: new Map(),
  }
  for (const node of index.nodes.values()) {
    if (node.kind === 'startEvent') index.starts.set(node.parent, [...(index.starts.get(node.parent) ?? []), node])
    if (node.kind === 'catchEvent' && node.link) index.links.set(linkKey(node), node)
  }
  for (const node of index.nodes.values()) {
    if (node.kind === 'inclusive' && node.incoming.length > 1) index.joinReach.set(node.id, reachOf(index, node))
  }
  for (const node of index.nodes.values()) {
    for (const other of node.nichtPerson) {
      addTo(index.excludes, node.id, other)
      addTo(index.excludes, other, node.id)
    }
  }
  indexes.set(model, index)
  return index
}

function addTo(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key) ?? []
  if (!values.includes(value)) map.set(key, [...values, value])
}

export function linkKey(node: ModelNode): string {
  return `${node.parent} ${node.link ?? ''}`
}

/**
 * Nodes from which a token can come to this node in one move: along a flow, from a host to its boundary, over a link.
 */
export function predecessors(index: ModelIndex, node: ModelNode): string[] {
  const sources = node.incoming.map((id) => index.flows.get(id)?.source ?? '')
  if (node.attachedTo) sources.push(node.attachedTo)
  if (node.kind === 'catchEvent' && node.link) {
    for (const other of index.nodes.values()) {
      if (other.kind === 'throwEvent' && other.event === 'link' && linkKey(other) === linkKey(node)) {
        sources.push(other.id)
      }
    }
  }
  return sources
}

/** The other way round: where a token at this node can go in one move. */
export function successors(index: ModelIndex, node: ModelNode): string[] {
  const targets = node.outgoing.map((id) => index.flows.get(id)?.target ?? '')
  const link = node.kind === 'throwEvent' && node.link ? index.links.get(linkKey(node))?.id : undefined
  return [...targets, ...node.boundary, ...(link ? [link] : [])]
}

function reachOf(index: ModelIndex, join: ModelNode): Map<string, number> {
  const reach = new Map<string, number>()
  join.incoming.forEach((flowId, position) => {
    const bit = 1 << position
    const stack = [index.flows.get(flowId)?.source ?? '']
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const node = index.nodes.get(id)
      const bits = reach.get(id) ?? 0
      if (!node || id === join.id || bits & bit) continue
      reach.set(id, bits | bit)
      stack.push(...predecessors(index, node))
    }
  })
  return reach
}
