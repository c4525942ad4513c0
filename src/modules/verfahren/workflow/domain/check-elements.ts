import type { CheckOptions } from './check.js'
import { befund } from './check-structure.js'
import { feelProblem } from './feel.js'
import { expressionText } from '../../../../platform/feel/index.js'
import { LIMITS } from './limits.js'
import type { Befund, Flow, ModelNode, ProcessModel } from './model.js'
import { addDuration, looksIso, schedule, ZeitFehler } from './time.js'

const ACTIVITIES = new Set(['userTask', 'serviceTask', 'sendTask', 'receiveTask', 'callActivity', 'subProcess'])

/** What is wrong with one element: its kind, its attributes, its expressions, its ways out. */
export function checkElement(model: ProcessModel, node: ModelNode, options: CheckOptions): Befund[] {
  const unsupported = node.unsupported.map((text) => befund(node, { code: 'nichtUnterstuetzt', text }))
  if (node.kind === 'unsupported') return unsupported
  return [
    ...unsupported,
    ...checkWays(model, node),
    ...checkAttributes(model, node, options),
    ...checkExpressions(node),
    ...checkTime(node),
    ...checkRepetition(node),
  ]
}

function checkWays(model: ProcessModel, node: ModelNode): Befund[] {
  const findings: Befund[] = []
  const add = (code: string, text: string) => findings.push(befund(node, { code, text }))
  const flows = node.outgoing.map((id) => model.flows[id]).filter((flow) => flow !== undefined)
  if (node.kind === 'endEvent' && flows.length > 0) add('wegAusEnde', 'Aus einem Endereignis darf kein Weg führen.')
  const needsWay = ['boundaryEvent', 'startEvent', 'catchEvent', 'exclusive', 'inclusive', 'parallel', 'eventBased']
  if (needsWay.includes(node.kind) && flows.length === 0) add('keinWeg', 'Von hier führt kein Weg weiter.')
  if (node.kind === 'boundaryEvent') findings.push(...checkHost(model, node))
  if (node.defaultFlow && !node.outgoing.includes(node.defaultFlow)) {
    add('standardweg', 'Der Standardweg beginnt nicht an diesem Element.')
  }
  if (node.defaultFlow && model.flows[node.defaultFlow]?.condition) {
    add('standardweg', 'Der Standardweg darf keine Bedingung haben.')
  }
  if (node.kind === 'exclusive' || node.kind === 'inclusive') findings.push(...checkDecision(node, flows))
  else if (flows.length > 0 && flows.every((flow) => flow.condition) && !complementary(flows)) {
    add('keinStandardweg', 'Alle Wege haben eine Bedingung. Markieren Sie einen als Standardweg.')
  }
  if (node.kind === 'inclusive' && node.incoming.length > LIMITS.inclusiveIncoming) {
    add('zuVieleWege', `Hier kommen mehr als ${LIMITS.inclusiveIncoming} Wege zusammen.`)
  }
  if (node.kind === 'eventBased') findings.push(...checkEventGateway(model, node, flows))
  return findings
}

function checkHost(model: ProcessModel, node: ModelNode): Befund[] {
  const host = model.nodes[node.attachedTo ?? '']
  if (host && ACTIVITIES.has(host.kind) && host.parent === node.parent) return []
  if (host?.kind === 'unsupported') return []
  return [befund(node, { code: 'nichtAngeheftet',
    text: 'Das Ereignis hängt an keiner Aufgabe und keinem Teilprozess.' })]
}

/** A gateway that decides: every way out but the default one needs a condition, and one must always hold. */
function checkDecision(node: ModelNode, flows: Flow[]): Befund[] {
  if (flows.length < 2 && flows[0]?.condition === undefined) return []
  const regular = flows.filter((flow) => flow.id !== node.defaultFlow)
  const findings = regular.filter((flow) => flow.condition === undefined).map((flow) => befund(flow, {
    code: 'bedingungFehlt',
    text: 'Der Weg aus dem Gateway hat keine Bedingung. Tragen Sie eine ein oder machen Sie ihn zum Standardweg.',
  }))
  const safe = regular.length < flows.length || findings.length > 0 || complementary(regular)
  return safe ? findings : [befund(node, {
    code: 'keinStandardweg',
    text: 'Es kann sein, dass keine Bedingung zutrifft. Markieren Sie einen Weg als Standardweg.',
  })]
}

/** Two conditions of which one is the literal negation of the other: together they leave nothing out. */
function complementary(flows: Flow[]): boolean {
  const [first, second] = flows.map((flow) => expressionText(flow.condition ?? '').replaceAll(/\s+/g, ' '))
  if (flows.length !== 2 || !first || !second) return false
  return first === `not(${second})` || second === `not(${first})`
}

function checkEventGateway(model: ProcessModel, node: ModelNode, flows: Flow[]): Befund[] {
  const wrong = flows.some((flow) => {
    const target = model.nodes[flow.target]
    const awaited = target?.kind === 'catchEvent' && target.event !== 'link'
    return !(awaited || target?.kind === 'receiveTask') || target.incoming.length > 1 || target.boundary.length > 0
      || target.repetition !== undefined
  })
  return wrong ? [befund(node, {
    code: 'ereignisGateway',
    text: 'Hier dürfen nur Zeitereignisse, Nachrichten oder Empfangsaufgaben ohne andere Zugänge folgen.',
  })] : []
}

function checkAttributes(model: ProcessModel, node: ModelNode, options: CheckOptions): Befund[] {
  const findings: Befund[] = []
  const add = (code: string, text: string, schwere: Befund['schwere'] = 'fehler') => {
    findings.push(befund(node, { code, text, schwere }))
  }
  if (node.kind === 'serviceTask') {
    if (!node.dienst) add('dienstFehlt', 'Es ist kein Dienst eingetragen (stadtkern:dienst).')
    else if (options.services && !options.services.has(node.dienst)) {
      add('dienstUnbekannt', `Den Dienst „${node.dienst}“ gibt es nicht.`)
    }
  }
  if (node.kind === 'callActivity') {
    if (!node.calledElement) add('aufrufFehlt', 'Es ist kein Prozess eingetragen, der aufgerufen wird.')
    else if (options.processes && !options.processes.has(node.calledElement)) {
      add('aufrufUnbekannt', `Den Prozess „${node.calledElement}“ gibt es nicht.`)
    }
  }
  const needsMessage = node.event === 'message' || node.kind === 'sendTask' || node.kind === 'receiveTask'
  if (needsMessage && !node.message) add('nachrichtFehlt', 'Es ist keine Nachricht eingetragen.')
  if (node.kind === 'endEvent' && node.event === 'error' && !node.errorCode) {
    add('fehlercodeFehlt', 'Das Fehlerereignis hat keinen Fehlercode.')
  }
  if (node.kind === 'userTask' && !node.gruppe) {
    add('gruppeFehlt', 'Es ist nicht eingetragen, wer die Aufgabe erledigt (stadtkern:gruppe).', 'hinweis')
  }
  const results = node.ergebnisse?.map(({ wert }) => wert) ?? []
  if (results.some((wert) => !/^[\w.-]{1,100}$/.test(wert)) || new Set(results).size < results.length) {
    add('ergebnisse', 'Die Ergebnisse (stadtkern:ergebnisse) brauchen verschiedene Werte ohne Leerzeichen und Umlaute.')
  }
  for (const other of node.nichtPerson) {
    const known = Object.hasOwn(model.nodes, other) && model.nodes[other]?.kind === 'userTask'
    if (!known || node.kind !== 'userTask') {
      add('vierAugen', `Das Vier-Augen-Prinzip verweist auf „${other}“. Das ist keine Aufgabe einer Person.`)
    }
  }
  return findings
}

function checkExpressions(node: ModelNode): Befund[] {
  const expressions: [string, string | undefined][] = [
    ...[...node.inputs, ...node.outputs].map((entry): [string, string] => [`Zuordnung zu ${entry.target}`,
      entry.expression]),
    ['Schlüssel der Nachricht', node.message?.key],
    ['Frist', node.frist && !looksIso('duration', node.frist) ? node.frist : undefined],
    ['Zeitangabe', node.timer && !looksIso(node.timer.type, node.timer.text) ? node.timer.text : undefined],
    ['Einheit', node.einheit],
    ['Anzahl', node.repetition?.cardinality],
    ['Sammlung', node.repetition?.collection],
    ['Abschlussbedingung', node.repetition?.completionCondition],
    ['Ergebnis', node.repetition?.result],
    ['Schleifenbedingung', node.repetition?.condition],
  ]
  const findings: Befund[] = []
  for (const [what, expression] of expressions) {
    const problem = expression === undefined ? undefined : feelProblem(expression)
    if (problem) {
      findings.push(befund(node, { code: 'feel', text: `${what} „${expression}“ ist nicht lesbar. ${problem}` }))
    }
  }
  const variable = node.ergebnisVariable ? [{ target: node.ergebnisVariable }] : []
  for (const { target } of [...node.inputs, ...node.outputs, ...variable]) {
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(target)) {
      findings.push(befund(node, { code: 'zuordnung', text: `„${target}“ ist kein Name für eine Angabe.` }))
    }
  }
  return findings
}

function checkTime(node: ModelNode): Befund[] {
  const findings: Befund[] = []
  const attempt = (run: () => unknown) => {
    try {
      run()
    } catch (error) {
      if (!(error instanceof ZeitFehler)) throw error
      findings.push(befund(node, { code: 'zeitangabe', text: error.message }))
    }
  }
  const { timer, frist } = node
  const epoch = Temporal.Instant.fromEpochMilliseconds(0)
  if (node.event === 'timer' && !timer) {
    findings.push(befund(node, { code: 'zeitangabe', text: 'Das Zeitereignis hat keine Zeitangabe.' }))
  }
  if (timer && looksIso(timer.type, timer.text)) attempt(() => schedule(timer.type, timer.text, epoch))
  if (frist && looksIso('duration', frist)) attempt(() => addDuration(epoch, frist))
  if (timer?.type === 'cycle' && (node.kind === 'catchEvent' || (node.kind === 'boundaryEvent' && node.interrupting))) {
    findings.push(befund(node, {
      code: 'wiederholung', schwere: 'hinweis',
      text: 'Die Wiederholung wirkt hier nur einmal, weil das Ereignis dann vorbei ist.',
    }))
  }
  return findings
}

function checkRepetition(node: ModelNode): Befund[] {
  const { repetition } = node
  if (!repetition) return []
  const findings: Befund[] = []
  const add = (code: string, text: string) => findings.push(befund(node, { code, text }))
  if (!ACTIVITIES.has(node.kind)) add('wiederholung', 'Dieses Element kann nicht wiederholt werden.')
  if (repetition.type === 'loop') {
    if (repetition.condition === undefined && repetition.maximum === undefined) {
      add('schleifeOhneEnde', 'Die Schleife hat weder Bedingung noch Höchstzahl.')
    }
    if (repetition.maximum !== undefined && !(Number.isInteger(repetition.maximum) && repetition.maximum > 0)) {
      add('schleifeOhneEnde', 'Die Höchstzahl der Schleife ist keine Zahl ab 1.')
    }
  } else if (repetition.collection === undefined && repetition.cardinality === undefined) {
    add('anzahlFehlt', 'Die Mehrfachaufgabe braucht eine Anzahl oder eine Sammlung (stadtkern:sammlung).')
  }
  if (repetition.result && !repetition.resultList) {
    add('ergebnisse', 'Es fehlt der Name der Liste für die Ergebnisse (stadtkern:ergebnisse).')
  }
  return findings
}
