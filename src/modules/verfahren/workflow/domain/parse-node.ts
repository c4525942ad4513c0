import type {
  Ergebnis, EventKind, Mapping, MessageDefinition, ModelNode, NodeKind, Repetition, TimerDefinition,
} from './model.js'
import type { Element } from './moddle.js'
import { body, child, flag, list, text } from './moddle.js'

const KINDS: Record<string, NodeKind> = {
  StartEvent: 'startEvent', EndEvent: 'endEvent', IntermediateCatchEvent: 'catchEvent',
  IntermediateThrowEvent: 'throwEvent', BoundaryEvent: 'boundaryEvent',
  UserTask: 'userTask', ManualTask: 'userTask', ServiceTask: 'serviceTask', BusinessRuleTask: 'serviceTask',
  SendTask: 'sendTask', ReceiveTask: 'receiveTask', CallActivity: 'callActivity', SubProcess: 'subProcess',
  ExclusiveGateway: 'exclusive', ParallelGateway: 'parallel', InclusiveGateway: 'inclusive',
  EventBasedGateway: 'eventBased',
}

/** Elements of BPMN that we refuse, with what to do instead. */
const REFUSED: Record<string, string> = {
  Task: 'Die Aufgabe hat keine Art. Wählen Sie zum Beispiel Benutzeraufgabe oder Dienstaufgabe.',
  ScriptTask: 'Skriptaufgaben werden nicht ausgeführt. Nutzen Sie eine Dienstaufgabe oder einen FEEL-Ausdruck.',
  ComplexGateway: 'Komplexe Gateways werden nicht unterstützt. Nutzen Sie ein inklusives Gateway.',
  Transaction: 'Transaktionen werden nicht unterstützt. Nutzen Sie einen Teilprozess mit Fehlerereignis.',
  AdHocSubProcess: 'Ad-hoc-Teilprozesse werden nicht unterstützt. Zeichnen Sie die Reihenfolge der Aufgaben.',
  CallChoreography: 'Choreografien werden nicht unterstützt.',
}

const EVENTS: Record<string, EventKind> = {
  MessageEventDefinition: 'message', TimerEventDefinition: 'timer', ErrorEventDefinition: 'error',
  TerminateEventDefinition: 'terminate', LinkEventDefinition: 'link',
}

const REFUSED_EVENTS: Record<string, string> = {
  SignalEventDefinition: 'Signalereignisse werden nicht unterstützt. Nutzen Sie eine Nachricht.',
  EscalationEventDefinition:
    'Eskalationsereignisse werden nicht unterstützt. Nutzen Sie ein Fehler- oder Zeitereignis.',
  CompensateEventDefinition: 'Kompensation wird nicht unterstützt. Zeichnen Sie die Gegenmaßnahme als eigene Aufgabe.',
  CancelEventDefinition: 'Abbruchereignisse werden nicht unterstützt. Nutzen Sie ein Fehlerereignis.',
  ConditionalEventDefinition:
    'Bedingungsereignisse werden nicht unterstützt. Nutzen Sie eine Nachricht oder ein Gateway.',
}

const ALLOWED_EVENTS: Partial<Record<NodeKind, EventKind[]>> = {
  startEvent: ['none', 'message', 'timer'],
  endEvent: ['none', 'message', 'error', 'terminate'],
  catchEvent: ['message', 'timer', 'link'],
  throwEvent: ['none', 'message', 'link'],
  boundaryEvent: ['message', 'timer', 'error'],
}

/** Turns one flow element into a node; what the engine cannot run is noted in `unsupported`, never thrown. */
export function parseNode(element: Element, id: string, parent: string, documentation: string | undefined): ModelNode {
  const local = element.$type.replace('bpmn:', '')
  const kind = KINDS[local] ?? 'unsupported'
  const node: ModelNode = {
    id, name: element.name ?? '', kind, element: local.charAt(0).toLowerCase() + local.slice(1), parent,
    incoming: [], outgoing: [], boundary: [],
    nichtPerson: text(element, 'stadtkern:nichtPerson')?.split(/[\s,]+/) ?? [],
    inputs: mappings(element, 'stadtkern:Eingabe'), outputs: mappings(element, 'stadtkern:Ausgabe'), unsupported: [],
  }
  if (documentation) node.documentation = documentation
  for (const name of ['gruppe', 'formular', 'maske', 'frist', 'dienst', 'nachricht', 'einheit'] as const) {
    const value = text(element, `stadtkern:${name}`)
    if (value) node[name] = value
  }
  if (kind === 'unsupported') {
    node.unsupported.push(REFUSED[local] ?? `Elemente der Art ${local} werden nicht unterstützt.`)
  }
  if (kind in ALLOWED_EVENTS) readEvent(element, node)
  else readActivity(element, node)
  return node
}

function mappings(element: Element, type: string): Mapping[] {
  return list(child(element, 'extensionElements'), 'values')
    .filter((entry) => entry.$type === type)
    .map((entry) => ({ target: text(entry, 'ziel') ?? '', expression: text(entry, 'ausdruck') ?? '' }))
}

function readEvent(element: Element, node: ModelNode): void {
  const definitions = list(element, 'eventDefinitions')
  const definition = definitions[0]
  const local = definition?.$type.replace('bpmn:', '')
  if (definitions.length > 1) node.unsupported.push('Ein Ereignis darf nur einen Auslöser haben.')
  if (local && local in REFUSED_EVENTS) node.unsupported.push(REFUSED_EVENTS[local] ?? '')
  const event = local ? EVENTS[local] : 'none'
  if (event) node.event = event
  if (event && !ALLOWED_EVENTS[node.kind]?.includes(event)) {
    node.unsupported.push('Dieser Auslöser ist an dieser Stelle nicht möglich.')
  }
  if (node.kind === 'boundaryEvent') {
    const host = child(element, 'attachedToRef')?.id
    if (host) node.attachedTo = host
    node.interrupting = event === 'error' || element.get('cancelActivity') !== false
  }
  if (definition && event === 'timer') readTimer(definition, node)
  if (definition && event === 'message') setMessage(node, definition, element)
  const errorCode = text(child(definition, 'errorRef'), 'errorCode')
  if (errorCode) node.errorCode = errorCode
  const link = event === 'link' ? text(definition, 'name') : undefined
  if (link) node.link = link
}

function readTimer(definition: Element, node: ModelNode): void {
  const types: [TimerDefinition['type'], string][] = [
    ['date', 'timeDate'], ['duration', 'timeDuration'], ['cycle', 'timeCycle'],
  ]
  for (const [type, name] of types) {
    const value = body(definition, name)
    if (value) node.timer = { type, text: value }
  }
}

function setMessage(node: ModelNode, definition: Element | undefined, owner: Element): void {
  const reference = child(definition, 'messageRef')
  const name = node.nachricht ?? text(definition, 'stadtkern:nachricht') ?? reference?.name
  const key = text(owner, 'stadtkern:schluessel') ?? text(definition, 'stadtkern:schluessel')
    ?? text(reference, 'stadtkern:schluessel')
  if (!name) return
  const message: MessageDefinition = { name }
  if (key) message.key = key
  node.message = message
}

function readActivity(element: Element, node: ModelNode): void {
  if (node.kind === 'sendTask' || node.kind === 'receiveTask') setMessage(node, element, element)
  if (flag(element, 'instantiate')) node.unsupported.push('Das Element darf den Prozess nicht selbst starten.')
  if (node.kind === 'userTask') {
    const ergebnisse = readResults(text(element, 'stadtkern:ergebnisse'))
    if (ergebnisse.length > 0) node.ergebnisse = ergebnisse
    const variable = text(element, 'stadtkern:ergebnisVariable')
    if (variable) node.ergebnisVariable = variable
  }
  if (node.kind === 'callActivity') {
    const called = text(element, 'calledElement')
    if (called) node.calledElement = called
  }
  if (flag(element, 'triggeredByEvent')) {
    node.unsupported.push('Ereignis-Teilprozesse werden nicht unterstützt. Nutzen Sie ein angeheftetes Ereignis.')
  }
  if (flag(element, 'isForCompensation')) node.unsupported.push(REFUSED_EVENTS['CompensateEventDefinition'] ?? '')
  const loop = child(element, 'loopCharacteristics')
  if (loop) node.repetition = readRepetition(loop, node)
}

/** `wert:Text;wert2:Text 2`; a value without text shows itself. */
function readResults(list: string | undefined): Ergebnis[] {
  return (list ?? '').split(';').map((entry) => entry.trim()).filter((entry) => entry !== '').map((entry) => {
    const [wert = '', ...rest] = entry.split(':')
    return { wert: wert.trim(), text: rest.join(':').trim() || wert.trim() }
  })
}

function readRepetition(loop: Element, node: ModelNode): Repetition {
  const maximum = loop.get('loopMaximum')
  const values = {
    cardinality: body(loop, 'loopCardinality'),
    collection: text(loop, 'stadtkern:sammlung') ?? reference(loop, 'loopDataInputRef'),
    element: text(loop, 'stadtkern:element') ?? reference(loop, 'inputDataItem'),
    completionCondition: body(loop, 'completionCondition'),
    result: text(loop, 'stadtkern:ergebnis'),
    resultList: text(loop, 'stadtkern:ergebnisse') ?? reference(loop, 'loopDataOutputRef'),
    condition: body(loop, 'loopCondition'),
  }
  const behavior = loop.get('behavior')
  if (behavior !== undefined && behavior !== 'All') {
    node.unsupported.push('Ereignisse je Durchlauf einer Mehrfachaufgabe werden nicht unterstützt.')
  }
  const standard = loop.$type === 'bpmn:StandardLoopCharacteristics'
  return {
    type: standard ? 'loop' : flag(loop, 'isSequential') ? 'sequential' : 'parallel',
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    ...(standard && { testBefore: flag(loop, 'testBefore') }),
    ...(maximum !== undefined && { maximum: Number(maximum) }),
  }
}

/** A data reference stands for the variable of its name. */
function reference(loop: Element, name: string): string | undefined {
  const target = child(loop, name)
  return target?.name ?? target?.id
}
