import { LIMITS } from './limits.js'
import type { Befund, Flow, ModelNode, ProcessModel } from './model.js'
import { ModellFehler } from './model.js'
import type { Element, ReadWarning } from './moddle.js'
import { body, child, flag, list, readXml, text } from './moddle.js'
import { parseNode } from './parse-node.js'

export type ParseOptions = { processId?: string }

type Draft = {
  nodes: Map<string, ModelNode>
  flows: Map<string, Flow>
  befunde: Befund[]
  lanes: Map<string, { name: string, gruppe: string | undefined }>
}

/** Elements without behaviour: they document. */
const SILENT = new Set(['DataObject', 'DataObjectReference', 'DataStoreReference'])

/**
 * Reads one process of a BPMN 2.0 document. Several processes: the one named in the options, else the one marked as
 * executable, else the first that has elements.
 *
 * @throws ModellFehler with a German sentence: no XML, no BPMN, no process, too large, duplicate ids
 */
export async function parseModel(xml: string, options: ParseOptions = {}): Promise<ProcessModel> {
  if (xml.length > LIMITS.xmlLength) throw new ModellFehler('Das Modell ist zu groß.')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw new ModellFehler('Das Modell enthält eine Dokumenttyp-Angabe. Das ist nicht erlaubt.')
  }
  const { rootElement: definitions, warnings } = await readXml(xml).catch((error: unknown) => {
    throw error instanceof ModellFehler ? error : new ModellFehler('Die Datei ist kein lesbares BPMN-2.0-Modell.', { cause: error })
  })
  if (definitions.$type !== 'bpmn:Definitions') throw new ModellFehler('Die Datei ist kein BPMN-2.0-Modell.')
  const processes = list(definitions, 'rootElements').filter((element) => element.$type === 'bpmn:Process')
  const { process, befunde } = chooseProcess(processes, options.processId)
  befunde.push(...warnings.flatMap((warning) => unread(warning, process)))
  const draft: Draft = { nodes: new Map(), flows: new Map(), befunde, lanes: new Map() }
  readContainer(process, draft, undefined, 0)
  connect(draft)
  const version = text(process, 'stadtkern:version')
  const documentation = documentationOf(process)
  return deepFreeze({
    processId: idOf(process),
    name: process.name ?? idOf(process),
    ...(version && { version }),
    ...(documentation && { documentation }),
    executable: flag(process, 'isExecutable'),
    nodes: Object.fromEntries(draft.nodes),
    flows: Object.fromEntries(draft.flows),
    befunde: draft.befunde,
  })
}

function chooseProcess(processes: Element[], wanted: string | undefined): { process: Element, befunde: Befund[] } {
  if (wanted !== undefined) {
    const process = processes.find((candidate) => candidate.id === wanted)
    if (!process) throw new ModellFehler(`Das Modell enthält keinen Prozess „${wanted}“.`)
    return { process, befunde: [] }
  }
  const filled = processes.filter((candidate) => list(candidate, 'flowElements').length > 0)
  const executable = filled.filter((candidate) => flag(candidate, 'isExecutable'))
  const process = executable[0] ?? filled[0] ?? processes[0]
  if (!process) throw new ModellFehler('Das Modell enthält keinen Prozess.')
  const several = executable.length > 1 || (executable.length === 0 && filled.length > 1)
  const befund: Befund = {
    code: 'mehrereProzesse', schwere: 'fehler', elementId: idOf(process), name: process.name ?? '',
    text: 'Das Modell enthält mehrere Prozesse. Markieren Sie genau einen als ausführbar oder teilen Sie es auf.',
  }
  return { process, befunde: several ? [befund] : [] }
}

/** References whose loss would change what the process does. */
const VITAL = new Set(['bpmn:errorRef', 'bpmn:messageRef', 'bpmn:default', 'bpmn:attachedToRef'])

/** The reader drops what it does not understand: that must not happen in silence. */
function unread(warning: ReadWarning, process: Element): Befund[] {
  const duplicate = /duplicate ID <([^>]*)>/.exec(warning.message)
  if (duplicate) throw new ModellFehler(`Die Kennung „${duplicate[1]}“ kommt mehrfach vor.`)
  const base = { schwere: 'fehler' as const, elementId: warning.element?.id ?? idOf(process),
    name: warning.element?.name ?? '' }
  const unparsable = /unparsable content <([^>]*)>/.exec(warning.message)
  if (unparsable) {
    return [{ ...base, code: 'nichtLesbar', text: `Das Element <${unparsable[1]}> gehört nicht zu BPMN 2.0.` }]
  }
  if (!VITAL.has(warning.property ?? '')) return []
  return [{ ...base, code: 'verweis',
    text: `Ein Verweis zeigt auf „${warning.value ?? ''}“. Dieses Element gibt es nicht.` }]
}

function idOf(element: Element): string {
  const id = element.id ?? ''
  if (id === '' || id === '__proto__') {
    throw new ModellFehler(`Ein Element (${element.$type}) hat keine gültige Kennung.`)
  }
  return id
}

export function documentationOf(element: Element): string | undefined {
  const texts = list(element, 'documentation').map((entry) => text(entry, 'text'))
    .filter((entry) => entry !== undefined)
  return texts.length > 0 ? texts.join('\n\n') : undefined
}

function readContainer(container: Element, draft: Draft, inherited: string | undefined, depth: number): void {
  if (depth > LIMITS.depth) throw new ModellFehler('Das Modell ist zu tief verschachtelt.')
  const parent = idOf(container)
  for (const laneSet of list(container, 'laneSets')) readLanes(laneSet, draft)
  for (const element of list(container, 'flowElements')) {
    const kind = element.$type.replace('bpmn:', '')
    if (SILENT.has(kind)) continue
    const id = idOf(element)
    if (draft.nodes.has(id) || draft.flows.has(id)) throw new ModellFehler(`Die Kennung „${id}“ kommt mehrfach vor.`)
    if (draft.nodes.size + draft.flows.size >= LIMITS.elements) {
      throw new ModellFehler('Das Modell hat zu viele Elemente.')
    }
    if (kind === 'SequenceFlow') {
      draft.flows.set(id, readFlow(element, parent))
      continue
    }
    const lane = draft.lanes.get(id)
    const node = parseNode(element, id, parent, documentationOf(element))
    if (lane) node.lane = lane.name
    const gruppe = node.gruppe ?? lane?.gruppe ?? inherited
    if (gruppe) node.gruppe = gruppe
    const defaultFlow = child(element, 'default')?.id
    if (defaultFlow) node.defaultFlow = defaultFlow
    draft.nodes.set(id, node)
    if (element.get('flowElements') !== undefined) readContainer(element, draft, gruppe, depth + 1)
  }
}

function readLanes(laneSet: Element, draft: Draft): void {
  for (const lane of list(laneSet, 'lanes')) {
    const entry = { name: lane.name ?? lane.id ?? '', gruppe: text(lane, 'stadtkern:gruppe') }
    for (const node of list(lane, 'flowNodeRef')) if (node.id) draft.lanes.set(node.id, entry)
    const inner = child(lane, 'childLaneSet')
    if (inner) readLanes(inner, draft)
  }
}

function readFlow(element: Element, parent: string): Flow {
  const condition = body(element, 'conditionExpression')
  const language = text(child(element, 'conditionExpression'), 'language')
  return {
    id: element.id ?? '',
    name: element.name ?? '',
    source: child(element, 'sourceRef')?.id ?? '',
    target: child(element, 'targetRef')?.id ?? '',
    parent,
    ...(condition && { condition }),
    ...(language && { conditionLanguage: language }),
  }
}

function connect(draft: Draft): void {
  for (const flow of draft.flows.values()) {
    draft.nodes.get(flow.source)?.outgoing.push(flow.id)
    draft.nodes.get(flow.target)?.incoming.push(flow.id)
  }
  for (const node of draft.nodes.values()) {
    if (node.attachedTo) draft.nodes.get(node.attachedTo)?.boundary.push(node.id)
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const item of Object.values(value)) deepFreeze(item)
  }
  return value
}
