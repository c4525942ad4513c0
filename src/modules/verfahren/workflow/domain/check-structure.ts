import { feelProblem } from './feel.js'
import type { Befund, Flow, ModelNode, ProcessModel } from './model.js'
import { indexOf, linkKey, successors } from './reach.js'

type Finding = Pick<Befund, 'code' | 'text'> & { schwere?: Befund['schwere'] }

export function befund(element: { id: string, name: string }, finding: Finding): Befund {
  const { code, text, schwere = 'fehler' } = finding
  return { code, schwere, elementId: element.id, name: element.name, text: `${label(element)}: ${text}` }
}

function label(element: { id: string, name: string }): string {
  const name = element.name.replaceAll(/\s+/g, ' ').trim()
  return name === '' ? `Element ${element.id}` : `„${name}“`
}

/** Starts, flows, ways to nowhere and elements that no token can reach. */
export function checkStructure(model: ProcessModel): Befund[] {
  const containers = [
    { id: model.processId, name: model.name },
    ...Object.values(model.nodes).filter((node) => node.kind === 'subProcess' && node.unsupported.length === 0),
  ]
  return [
    ...containers.flatMap((container) => checkStarts(model, container)),
    ...Object.values(model.flows).flatMap((flow) => checkFlow(model, flow)),
    ...unreachable(model).map((node) => befund(node, {
      code: 'unerreichbar', text: 'Kein Weg führt vom Start hierher. Verbinden Sie das Element oder löschen Sie es.',
    })),
    ...checkLinks(model),
    ...(model.executable ? [] : [befund({ id: model.processId, name: model.name }, {
      code: 'nichtAusfuehrbar', schwere: 'hinweis', text: 'Der Prozess ist nicht als ausführbar markiert.',
    })]),
  ]
}

function checkStarts(model: ProcessModel, container: { id: string, name: string }): Befund[] {
  const starts = indexOf(model).starts.get(container.id) ?? []
  const none = starts.filter((node) => node.event === 'none')
  const isProcess = container.id === model.processId
  if (starts.length === 0) {
    return [befund(container, { code: 'keinStart', text: 'Es fehlt ein Startereignis. Zeichnen Sie genau eines.' })]
  }
  const findings: Befund[] = []
  if (none.length > 1) {
    findings.push(befund(container, { code: 'mehrereStarts', text: 'Es gibt mehrere Startereignisse ohne Auslöser.' }))
  }
  if (!isProcess && (none.length === 0 || starts.length > 1)) {
    findings.push(befund(container, {
      code: 'startImTeilprozess', text: 'Ein Teilprozess braucht genau ein Startereignis ohne Auslöser.',
    }))
  }
  for (const node of starts) {
    if (node.incoming.length > 0) {
      findings.push(befund(node, { code: 'wegInStart', text: 'In ein Startereignis darf kein Weg führen.' }))
    }
  }
  return findings
}

function checkFlow(model: ProcessModel, flow: Flow): Befund[] {
  const index = indexOf(model)
  const source = index.nodes.get(flow.source)
  const target = index.nodes.get(flow.target)
  if (!source || !target) {
    return [befund(flow,
      { code: 'insLeere', text: 'Der Pfeil beginnt oder endet im Leeren. Verbinden Sie beide Enden.' })]
  }
  const findings: Befund[] = []
  if (source.parent !== target.parent || source.parent !== flow.parent) {
    findings.push(befund(flow, { code: 'grenze', text: 'Der Pfeil führt über die Grenze eines Teilprozesses.' }))
  }
  if (target.kind === 'boundaryEvent') {
    findings.push(befund(flow, { code: 'wegInAngeheftet', text: 'In ein angeheftetes Ereignis darf kein Weg führen.' }))
  }
  if (flow.condition === undefined) return findings
  if (flow.conditionLanguage && !/feel|dmn/i.test(flow.conditionLanguage)) {
    findings.push(befund(flow, {
      code: 'bedingungSprache',
      text: `Die Bedingung ist in „${flow.conditionLanguage}“ geschrieben. Schreiben Sie sie in FEEL.`,
    }))
  }
  const problem = feelProblem(flow.condition)
  if (problem) {
    findings.push(befund(flow, { code: 'feel',
      text: `Die Bedingung „${flow.condition}“ ist nicht lesbar. ${problem}` }))
  }
  if (['parallel', 'eventBased', 'startEvent'].includes(source.kind)) {
    findings.push(befund(flow, { code: 'bedingungUnwirksam', text: 'An dieser Stelle ist keine Bedingung erlaubt.' }))
  }
  return findings
}

function unreachable(model: ProcessModel): ModelNode[] {
  const index = indexOf(model)
  const seen = new Set<string>()
  const stack = [...index.starts.values()].flat().map((node) => node.id)
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const node = index.nodes.get(id)
    if (!node || seen.has(id)) continue
    seen.add(id)
    stack.push(...successors(index, node))
  }
  return [...index.nodes.values()].filter((node) => !seen.has(node.id) && node.unsupported.length === 0)
}

function checkLinks(model: ProcessModel): Befund[] {
  const index = indexOf(model)
  const counts = new Map<string, number>()
  const nodes = [...index.nodes.values()].filter((node) => node.event === 'link')
  for (const node of nodes) {
    if (node.kind === 'catchEvent') counts.set(linkKey(node), (counts.get(linkKey(node)) ?? 0) + 1)
  }
  return nodes.filter((node) => !node.link || counts.get(linkKey(node)) !== 1).map((node) => befund(node, {
    code: 'verknuepfung', text: 'Zu jeder Verknüpfung gehört genau ein Ziel mit demselben Namen im selben Bereich.',
  }))
}
