import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flows, model, play } from './test-models.js'

const START = '<startEvent id="s"/>'
const END = '<endEvent id="e"/>'
const user = (id: string, more = '') => `<userTask id="${id}" stadtkern:gruppe="amt" ${more}/>`

test('a sequence asks for one task after the other and completes with the variables', async () => {
  const run = play(await model(START + user('a',
    'name="Prüfen" stadtkern:formular="f1" stadtkern:frist="P14D"') + user('b') + END
    + flows('s>a', 'a>b', 'b>e')), { x: 1 })
  const [created] = run.ofType('taskCreated')
  assert.equal(created?.formular, 'f1')
  assert.equal(created?.gruppe, 'amt')
  assert.equal(created?.frist, '2027-01-18T08:00:00Z')
  assert.deepEqual(created?.input, { x: 1 })
  run.task('a', { y: 2 })
  assert.deepEqual(run.open(), ['b'])
  run.task('b')
  assert.equal(run.state().status, 'completed')
  assert.deepEqual(run.ofType('completed'), [{ type: 'completed', variables: { x: 1, y: 2 } }])
  assert.deepEqual(run.state().tokens, [])
})

test('an exclusive gateway takes the first way that holds, else the default', async () => {
  const process = await model(`${START}<exclusiveGateway id="x" default="x_c"/>${user('a')}${user('b')}${user('c')}
    ${END}`
    + flows('s>x', 'x>a:n > 10', 'x>b:n > 5', 'x>c', 'a>e', 'b>e', 'c>e'))
  assert.deepEqual(play(process, { n: 11 }).open(), ['a'])
  assert.deepEqual(play(process, { n: 6 }).open(), ['b'])
  assert.deepEqual(play(process, { n: 1 }).open(), ['c'])
})

test('a condition that cannot be evaluated is an incident; after the repair a retry goes on', async () => {
  const run = play(await model(`${START}<exclusiveGateway id="x" default="x_b"/>${user('a')}${user('b')}${END}`
    + flows('s>x', 'x>a:n > 10', 'x>b', 'a>e', 'b>e')))
  assert.deepEqual(run.incidents(), ['feel'])
  const [incident] = run.state().incidents
  run.send({ type: 'variablesSet', variables: { n: 11 } })
  assert.equal(run.send({ type: 'incidentRetried', incidentId: incident?.id ?? '' }), 'ok')
  assert.deepEqual(run.open(), ['a'])
  assert.deepEqual(run.incidents(), [])
})

test('parallel gateways split and join', async () => {
  const run = play(await model(`${START}<parallelGateway id="p"/>${user('a')}${user('b')}<parallelGateway id="j"/>
    ${user('c')}${END}`
    + flows('s>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>c', 'c>e')))
  assert.deepEqual(run.open(), ['a', 'b'])
  run.task('b')
  assert.deepEqual(run.open(), ['a'])
  run.task('a')
  assert.deepEqual(run.open(), ['c'])
  run.task('c')
  assert.equal(run.state().status, 'completed')
})

test('a parallel join that can never be complete is reported, not silent', async () => {
  const run = play(await model(`${START}<exclusiveGateway id="x" default="x_b"/>${user('a')}${user('b')}
    <parallelGateway id="j"/>${END}`
    + flows('s>x', 'x>a:true', 'x>b', 'a>j', 'b>j', 'j>e')))
  run.task('a')
  assert.deepEqual(run.incidents(), ['verklemmung'])
  assert.equal(run.send({ type: 'cancelled', reason: 'Modell falsch' }), 'ok')
  assert.equal(run.state().status, 'terminated')
})

test('services: answer, technical failure with retry, business error to the boundary', async () => {
  const process = await model(`${START}<serviceTask id="d" stadtkern:dienst="register"><extensionElements>
    <stadtkern:eingabe ziel="nr" ausdruck="akte.nr"/><stadtkern:ausgabe ziel="ok" ausdruck="ergebnis.status = 200"/>
    </extensionElements></serviceTask>
    <boundaryEvent id="f" attachedToRef="d"><errorEventDefinition errorRef="E1"/></boundaryEvent>
    <boundaryEvent id="g" attachedToRef="d"><errorEventDefinition/></boundaryEvent>${user('x')}${user('y')}
    ${user('a')}${END}`
    + flows('s>d', 'd>a', 'a>e', 'f>x', 'x>e', 'g>y', 'y>e'), '<error id="E1" errorCode="gesperrt"/>')
  const good = play(process, { akte: { nr: 7 } })
  assert.deepEqual(good.ofType('serviceRequested')[0]?.input, { nr: 7 })
  good.service('d', { status: 200 })
  assert.deepEqual(good.variables(), { akte: { nr: 7 }, ok: true })
  const technical = play(process, { akte: { nr: 7 } })
  const token = technical.tokenAt('d')
  technical.fail('d')
  assert.deepEqual(technical.incidents(), ['fehler'])
  assert.equal(technical.send({ type: 'serviceCompleted', tokenId: token }), 'falschesEreignis')
  technical.send({ type: 'incidentRetried', incidentId: technical.state().incidents[0]?.id ?? '' })
  assert.equal(technical.ofType('serviceRequested').length, 2)
  technical.service('d', { status: 500 })
  assert.deepEqual(technical.open(), ['a'])
  const business = play(process, { akte: { nr: 7 } })
  business.fail('d', 'gesperrt')
  assert.deepEqual(business.open(), ['x'])
  const other = play(process, { akte: { nr: 7 } })
  other.fail('d', 'anders')
  assert.deepEqual(other.open(), ['y'])
})

test('an output mapping that fails keeps the result and can be retried', async () => {
  const run = play(await model(`${START}<serviceTask id="d" stadtkern:dienst="r"><extensionElements>
    <stadtkern:ausgabe ziel="z" ausdruck="faktor * wert"/></extensionElements></serviceTask>${user('a')}${END}`
    + flows('s>d', 'd>a', 'a>e')))
  run.service('d', { wert: 3 })
  assert.deepEqual(run.incidents(), ['feel'])
  run.send({ type: 'variablesSet', variables: { faktor: 2 } })
  run.send({ type: 'incidentRetried', incidentId: run.state().incidents[0]?.id ?? '' })
  assert.equal(run.variables()['z'], 6)
  assert.deepEqual(run.open(), ['a'])
})

test('messages are sent by send tasks, throw events and end events', async () => {
  const run = play(await model(`${START}<sendTask id="m" stadtkern:nachricht="eins"/>
    <intermediateThrowEvent id="t"><messageEventDefinition messageRef="M"/></intermediateThrowEvent>
    <endEvent id="e" stadtkern:schluessel="nr"><messageEventDefinition stadtkern:nachricht="drei"/></endEvent>`
    + flows('s>m', 'm>t', 't>e'), '<message id="M" name="zwei"/>'), { nr: 5 })
  assert.deepEqual(run.ofType('messageSent').map(({ message, key }) => [message, key]),
    [['eins', null], ['zwei', null], ['drei', '5']])
  assert.equal(run.state().status, 'completed')
})

test('messages are received by key, by receive task and catch event', async () => {
  const run = play(await model(`${START}<receiveTask id="r" messageRef="M"/>
    <intermediateCatchEvent id="c" stadtkern:schluessel="nr"><messageEventDefinition messageRef="M"/>
    </intermediateCatchEvent>${END}`
    + flows('s>r', 'r>c', 'c>e'), '<message id="M" name="antwort"/>'), { nr: 'A-1' })
  assert.equal(run.message('anders'), 'nachrichtUnerwartet')
  assert.equal(run.message('antwort', undefined, { a: 1 }), 'ok')
  assert.equal(run.state().subscriptions[0]?.key, 'A-1')
  assert.equal(run.message('antwort', 'A-2'), 'nachrichtUnerwartet')
  assert.equal(run.message('antwort', 'A-1', { b: 2 }), 'ok')
  assert.deepEqual(run.variables(), { nr: 'A-1', a: 1, b: 2 })
  assert.equal(run.state().status, 'completed')
  assert.deepEqual(run.state().subscriptions, [])
})

test('a call activity hands over input and takes results', async () => {
  const run = play(await model(`${START}<callActivity id="c" calledElement="anhoerung"/>${END}` + flows('s>c', 'c>e')),
    { x: 1 })
  assert.deepEqual(run.ofType('callStarted').map(({ calledElement, input }) => [calledElement, input]),
    [['anhoerung', { x: 1 }]])
  run.send({ type: 'callCompleted', tokenId: run.tokenAt('c'), variables: { y: 2 } })
  assert.deepEqual(run.variables(), { x: 1, y: 2 })
})

test('an event-based gateway goes the way of the first event and forgets the others', async () => {
  const process = await model(`${START}<eventBasedGateway id="g"/>
    <intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>P14D</timeDuration></timerEventDefinition>
    </intermediateCatchEvent>
    <intermediateCatchEvent id="m"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>${user('a')}
    ${user('b')}${END}`
    + flows('s>g', 'g>t', 'g>m', 't>a', 'm>b', 'a>e', 'b>e'), '<message id="M" name="antwort"/>')
  const late = play(process)
  late.wait('P14D')
  assert.deepEqual(late.open(), ['a'])
  assert.equal(late.message('antwort'), 'nachrichtUnerwartet')
  const early = play(process)
  early.message('antwort')
  assert.deepEqual(early.open(), ['b'])
  assert.deepEqual(early.state().timers, [])
})

test('links jump', async () => {
  const run = play(await model(`${START}<intermediateThrowEvent id="t"><linkEventDefinition name="L"/>
    </intermediateThrowEvent>
    <intermediateCatchEvent id="c"><linkEventDefinition name="L"/></intermediateCatchEvent>${user('a')}${END}`
    + flows('s>t', 'c>a', 'a>e')))
  assert.deepEqual(run.open(), ['a'])
})

test('terminate ends the whole process, or the sub-process it stands in', async () => {
  const run = play(await model(`${START}<parallelGateway id="p"/>${user('a')}${user('b')}
    <endEvent id="t"><terminateEventDefinition/></endEvent>${END}` + flows('s>p', 'p>a', 'p>b', 'a>t', 'b>e')))
  run.task('a')
  assert.equal(run.state().status, 'terminated')
  assert.deepEqual(run.ofType('taskCancelled').map(({ nodeId }) => nodeId), ['b'])
  assert.equal(run.ofType('terminated')[0]?.by, 't')
  const inner = play(await model(`${START}<subProcess id="u"><startEvent id="us"/><parallelGateway id="p"/>
    ${user('a')}${user('b')}
    <endEvent id="t"><terminateEventDefinition/></endEvent>${flows('us>p', 'p>a', 'p>b', 'a>t')}</subProcess>
    ${user('c')}${END}`
    + flows('s>u', 'u>c', 'c>e')))
  inner.task('a')
  assert.deepEqual(inner.open(), ['c'])
})

test('an error end event goes to the boundary of the enclosing sub-process, over levels', async () => {
  const process = await model(`${START}<subProcess id="o"><startEvent id="os"/><subProcess id="i">
    <startEvent id="is"/>${user('a')}
    <endEvent id="x"><errorEventDefinition errorRef="E1"/></endEvent>${flows('is>a',
      'a>x')}</subProcess>${flows('os>i')}</subProcess>
    <boundaryEvent id="f" attachedToRef="o"><errorEventDefinition errorRef="E1"/></boundaryEvent>${user('b')}${END}`
    + flows('s>o', 'o>e', 'f>b', 'b>e'), '<error id="E1" errorCode="k"/>')
  const run = play(process)
  run.task('a')
  assert.deepEqual(run.open(), ['b'])
  assert.equal(run.state().scopes.length, 1)
  const top = play(await model(`${START}<endEvent id="x"><errorEventDefinition errorRef="E1"/></endEvent>
    ${flows('s>x')}`,
    '<error id="E1" errorCode="k"/>'))
  assert.equal(top.state().status, 'failed')
  assert.equal(top.ofType('failed')[0]?.code, 'k')
})

test('sub-process: own variables by input mapping, results by output mapping', async () => {
  const run = play(await model(`${START}<subProcess id="u"><extensionElements>
    <stadtkern:eingabe ziel="n" ausdruck="zahl + 1"/>
    <stadtkern:ausgabe ziel="ergebnisInnen" ausdruck="n * 10"/></extensionElements><startEvent id="us"/>${user('a')}
    ${flows('us>a')}
    </subProcess>${END}` + flows('s>u', 'u>e')), { zahl: 1 })
  run.task('a', { n: 5, neu: true })
  assert.deepEqual(run.variables(), { zahl: 1, neu: true, ergebnisInnen: 50 })
})

test('four eyes: the same person is refused in both directions, also without a name', async () => {
  const run = play(await model(START + user('a') + user('b', 'stadtkern:nichtPerson="a"') + END + flows('s>a', 'a>b',
    'b>e')))
  assert.equal(run.task('a'), 'personFehlt')
  run.task('a', {}, 'anna')
  assert.deepEqual(run.ofType('taskCreated')[1]?.excludedPersons, ['anna'])
  assert.equal(run.task('b', {}, 'anna'), 'vierAugen')
  assert.equal(run.task('b', {}, 'bernd'), 'ok')
  assert.equal(run.state().status, 'completed')
})

test('four eyes hold when the first task was inside a sub-process that has ended', async () => {
  const run = play(await model(`${START}<subProcess id="u"><startEvent id="us"/>${user('a')}${flows('us>a')}
    </subProcess>
    ${user('b', 'stadtkern:nichtPerson="a"')}${END}` + flows('s>u', 'u>b', 'b>e')))
  run.task('a', {}, 'anna')
  assert.equal(run.task('b', {}, 'anna'), 'vierAugen')
})

test('conditional flows out of a task take all ways that hold', async () => {
  const run = play(await model(`${START}<userTask id="a" default="a_d"/>${user('b')}${user('c')}${user('d')}${END}`
    + flows('s>a', 'a>b:x > 1', 'a>c:x > 2', 'a>d', 'b>e', 'c>e', 'd>e')))
  run.task('a', { x: 3 })
  assert.deepEqual(run.open(), ['b', 'c'])
})

test('a way without condition out of a task is always taken, the default one only when no condition holds',
  async () => {
  const process = await model(`${START}<userTask id="a" default="a_d"/>${user('b')}${user('c')}${user('d')}${END}`
    + flows('s>a', 'a>b', 'a>c:x > 2', 'a>d', 'b>e', 'c>e', 'd>e'))
  const [with3, with1] = [play(process), play(process)]
  with3.task('a', { x: 3 })
  assert.deepEqual(with3.open(), ['b', 'c'])
  with1.task('a', { x: 1 })
  assert.deepEqual(with1.open(), ['b', 'd'])
})

test('a loop of gateways without end is an incident that names the element', async () => {
  const run = play(await model(`${START}<exclusiveGateway id="x" name="Kreis" default="x_e"/>
    <exclusiveGateway id="y"/>${END}`
    + flows('s>x', 'x>y:true', 'y>x', 'x>e')))
  assert.deepEqual(run.incidents(), ['zuVieleSchritte'])
})

test('tokens that multiply without end are stopped', async () => {
  const run = play(await model(`${START}<exclusiveGateway id="x"/><parallelGateway id="p"/>${user('a')}${END}`
    + flows('s>x', 'x>p', 'p>x', 'p>a', 'p>a', 'a>e')))
  assert.ok(run.incidents().length > 0)
  assert.ok(run.state().tokens.length < 5_000)
})
