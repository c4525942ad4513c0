import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkModel, ModellFehler, parseModel } from './index.js'
import { bpmn, flows } from './test-models.js'

const FRAME = '<startEvent id="s"/><userTask id="a" name="Prüfen" stadtkern:gruppe="g"/><endEvent id="e"/>'
const FLOWS = flows('s>a', 'a>e')
const mapping = (kind: string, attributes: string) => inFrame(
  `<userTask id="x"><extensionElements><stadtkern:${kind} ${attributes}/></extensionElements></userTask>`)
const inFrame = (element: string) => `${FRAME}${element}${flows('s>a', 'a>x', 'x>e')}`

async function findings(content: string, roots = '') {
  const services = new Set(['register'])
  return checkModel(await parseModel(bpmn(content, roots)), { services, processes: new Set(['anhoerung']) })
}

test('a sound model has no findings', async () => {
  assert.deepEqual(await findings(FRAME + FLOWS), [])
})

/** What is drawn, which finding it gets, at which element. */
const REFUSED: [string, string, string][] = [
  [inFrame('<task id="x"/>'), 'nichtUnterstuetzt', 'x'],
  [inFrame('<scriptTask id="x"/>'), 'nichtUnterstuetzt', 'x'],
  [inFrame('<complexGateway id="x"/>'), 'nichtUnterstuetzt', 'x'],
  [inFrame('<transaction id="x"/>'), 'nichtUnterstuetzt', 'x'],
  [inFrame('<adHocSubProcess id="x"/>'), 'nichtUnterstuetzt', 'x'],
  [inFrame('<userTask id="x" isForCompensation="true"/>'), 'nichtUnterstuetzt', 'x'],
  ...['signal', 'escalation', 'conditional', 'compensate', 'cancel'].map((kind): [string, string, string] => [
    inFrame(`<intermediateCatchEvent id="x"><${kind}EventDefinition/></intermediateCatchEvent>`), 'nichtUnterstuetzt',
    'x']),
  [inFrame('<intermediateCatchEvent id="x"><timerEventDefinition/><messageEventDefinition/></intermediateCatchEvent>'),
    'nichtUnterstuetzt', 'x'],
  [inFrame('<intermediateCatchEvent id="x"/>'), 'nichtUnterstuetzt', 'x'],
  [`${FRAME}${FLOWS}<subProcess id="x" triggeredByEvent="true"><startEvent id="y"/></subProcess>`, 'nichtUnterstuetzt',
    'x'],
  [inFrame('<serviceTask id="x"/>'), 'dienstFehlt', 'x'],
  [inFrame('<serviceTask id="x" stadtkern:dienst="nirgends"/>'), 'dienstUnbekannt', 'x'],
  [inFrame('<callActivity id="x"/>'), 'aufrufFehlt', 'x'],
  [inFrame('<callActivity id="x" calledElement="nirgends"/>'), 'aufrufUnbekannt', 'x'],
  [inFrame('<sendTask id="x"/>'), 'nachrichtFehlt', 'x'],
  [inFrame('<receiveTask id="x"/>'), 'nachrichtFehlt', 'x'],
  [inFrame('<userTask id="x" stadtkern:nichtPerson="s"/>'), 'vierAugen', 'x'],
  [inFrame('<userTask id="x"/>'), 'gruppeFehlt', 'x'],
  [inFrame('<userTask id="x" stadtkern:gruppe="g" stadtkern:frist="P14"/>'), 'zeitangabe', 'x'],
  [inFrame('<userTask id="x" stadtkern:gruppe="g" stadtkern:frist="14 Tage"/>'), 'feel', 'x'],
  [inFrame('<intermediateCatchEvent id="x"><timerEventDefinition/></intermediateCatchEvent>'), 'zeitangabe', 'x'],
  [inFrame('<userTask id="x"><multiInstanceLoopCharacteristics/></userTask>'), 'anzahlFehlt', 'x'],
  [inFrame('<userTask id="x"><standardLoopCharacteristics/></userTask>'), 'schleifeOhneEnde', 'x'],
  [mapping('ausgabe', 'ziel="a b" ausdruck="1"'), 'zuordnung', 'x'],
  [mapping('eingabe', 'ziel="a" ausdruck="1 +"'), 'feel', 'x'],
  [inFrame('<subProcess id="x"/>'), 'keinStart', 'x'],
  [inFrame('<intermediateThrowEvent id="x"><linkEventDefinition name="L"/></intermediateThrowEvent>'), 'verknuepfung',
    'x'],
  [`<userTask id="a"/><endEvent id="e"/>${flows('a>e')}`, 'keinStart', 'P'],
  [`${FRAME}${FLOWS}<startEvent id="y"/>${flows('y>a')}`, 'mehrereStarts', 'P'],
  [`${FRAME}${FLOWS}<userTask id="x"/>`, 'unerreichbar', 'x'],
  [`${FRAME}${FLOWS}<boundaryEvent id="x" attachedToRef="a"><errorEventDefinition/></boundaryEvent>`, 'keinWeg', 'x'],
  [`${FRAME}${FLOWS}<boundaryEvent id="x" attachedToRef="e"><errorEventDefinition/></boundaryEvent>${flows('x>e')}`,
    'nichtAngeheftet', 'x'],
  [`${FRAME}${FLOWS}<sequenceFlow id="x" sourceRef="a" targetRef="weg"/>`, 'insLeere', 'x'],
  [`${FRAME}${FLOWS}${flows('e>a')}`, 'wegAusEnde', 'e'],
  [`${FRAME}${FLOWS}${flows('a>s')}`, 'wegInStart', 's'],
  [`${FRAME}${flows('s>a', 'a>x', 'x>e')}<exclusiveGateway id="x"/>${flows('x>a')}`, 'bedingungFehlt', 'x_a'],
  [`${FRAME}<exclusiveGateway id="x"/>${flows('s>a', 'a>x', 'x>e:n > 1', 'x>a:n > 2')}`, 'keinStandardweg', 'x'],
  [`${FRAME}<exclusiveGateway id="x"/>${flows('s>a', 'a>x', 'x>e:n > 1')}`, 'keinStandardweg', 'x'],
  [`${FRAME}<exclusiveGateway id="x" default="x_a"/>${flows('s>a', 'a>x', 'x>e:${n > 1}', 'x>a')}`, 'feel', 'x_e'],
  [`${FRAME}${flows('s>a', 'a>e:n > 1')}`, 'keinStandardweg', 'a'],
  [`${FRAME}<eventBasedGateway id="x"/>${flows('s>a', 'a>x', 'x>e')}`, 'ereignisGateway', 'x'],
  [`${FRAME}${FLOWS}<boundaryEvent id="x" attachedToRef="a"><errorEventDefinition id="d" errorRef="weg"/>
    </boundaryEvent>${flows('x>e')}`, 'verweis', 'd'],
  [`${FRAME}${FLOWS}<unbekannt id="x"/>`, 'nichtLesbar', 'P'],
  [`${FRAME}<subProcess id="u"><startEvent id="us"/></subProcess>${flows('s>a', 'a>u', 'u>e')}${flows('us>e')}`,
    'grenze', 'us_e'],
]

test('everything outside the supported set is refused with element and sentence', async () => {
  for (const [content, code, elementId] of REFUSED) {
    const found = await findings(content)
    const match = found.find((finding) => finding.code === code && finding.elementId === elementId)
    assert.ok(match, `${code} at ${elementId}: ${JSON.stringify(found)}`)
    assert.match(match.text, /^(?:„.+“: |Element \S+: )?[A-ZÄÖÜ„].*[.]$/)
  }
})

test('two conditions of which one negates the other need no default', async () => {
  assert.deepEqual(await findings(`${FRAME}<exclusiveGateway id="x"/>
    ${flows('s>a', 'a>x', 'x>e:n > 1', 'x>a:not(n > 1)')}`), [])
})

test('documents that are no model are errors with a sentence', async () => {
  for (const xml of [
    '', 'Hallo', '<a/>', '<definitions/>', bpmn('').replace(/<process[\s\S]*<\/process>/, ''),
    '<!DOCTYPE a [<!ENTITY x "y">]><a/>',
    bpmn('<userTask id="a"/><userTask id="a"/>'), bpmn('<userTask/>'), bpmn('<userTask id="__proto__"/>'),
    ' '.repeat(2_000_001), bpmn(Array.from({ length: 2_001 }, (_, i) => `<userTask id="t${i}"/>`).join('')),
  ]) {
    await assert.rejects(parseModel(xml), (error: unknown) => error instanceof ModellFehler
      && error.message.endsWith('.'), xml.slice(-200))
  }
})

// The reader looks for the line of each mistake from the beginning again: it took a minute for what is refused here by its form.
test('a document full of mistakes is refused before it is taken apart', async () => {
  const refused = (content: string, words: RegExp) =>
    assert.rejects(parseModel(bpmn(content)), (error: unknown) => error instanceof ModellFehler && words.test(error.message), content.slice(0, 40))
  await refused('<nix id="x"/>'.repeat(60_000), /mehrfach/)
  await refused('<nix/>'.repeat(60_000), /zu viele Elemente/)
  await refused(`${'<subProcess>'.repeat(20_000)}${'</subProcess>'.repeat(20_000)}`, /zu tief/)
  await refused(`<userTask id="a" name="${'<subProcess id="s">'.repeat(50_000)}`, /kein lesbares/)
})

test('the prefix is free, other extensions are ignored, lanes name the group', async () => {
  const process = await parseModel(`<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:sk="https://stadtkern.de/bpmn"
    xmlns:o="http://other.example"><b:process id="P" isExecutable="true" sk:version="3" o:x="1">
      <b:documentation>Wozu</b:documentation>
    <b:laneSet id="l"><b:lane id="l1" name="Bauamt" sk:gruppe="bau"><b:flowNodeRef>a</b:flowNodeRef></b:lane>
    </b:laneSet>
    <b:extensionElements><o:thing>1</o:thing></b:extensionElements>
    <b:startEvent id="s"/><b:userTask id="a" o:assignee="x" sk:maske="m"><b:extensionElements><o:form key="1"/>
    </b:extensionElements></b:userTask>
    <b:sequenceFlow id="f" sourceRef="s" targetRef="a"/></b:process></b:definitions>`)
  assert.deepEqual(checkModel(process), [])
  assert.deepEqual([process.version, process.documentation], ['3', 'Wozu'])
  const { gruppe, lane, maske } = process.nodes['a'] ?? {}
  assert.deepEqual({ gruppe, lane, maske }, { gruppe: 'bau', lane: 'Bauamt', maske: 'm' })
  assert.ok(Object.isFrozen(process.nodes['a']))
})
