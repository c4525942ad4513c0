import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flows, model, play } from './test-models.js'

const START = '<startEvent id="s"/>'
const END = '<endEvent id="e"/>'
const user = (id: string, content = '') => `<userTask id="${id}">${content}</userTask>`
const boundary = (id: string, host: string, timer: string, interrupting = true) =>
  `<boundaryEvent id="${id}" attachedToRef="${host}"
  cancelActivity="${interrupting}"><timerEventDefinition>${timer}</timerEventDefinition></boundaryEvent>`
const multi = (attributes: string, content = '') =>
  `<multiInstanceLoopCharacteristics ${attributes}>${content}</multiInstanceLoopCharacteristics>`

test('a catch timer waits its time, for durations, dates and FEEL', async () => {
  for (const [timer, due] of [
    ['<timeDuration>P1D</timeDuration>', '2027-01-05T08:00:00Z'],
    ['<timeDate>2027-03-31</timeDate>', '2027-03-30T22:00:00Z'],
    ['<timeDate>plusTage(heute, 3)</timeDate>', '2027-01-06T23:00:00Z'],
    ['<timeDuration>dauer</timeDuration>', '2027-01-04T10:00:00Z'],
  ]) {
    const run = play(await model(`${START}<intermediateCatchEvent id="t"><timerEventDefinition>${timer}
      </timerEventDefinition>
      </intermediateCatchEvent>${END}` + flows('s>t', 't>e')), { dauer: 'PT2H' })
    assert.equal(run.state().timers[0]?.dueAt, due)
    assert.equal(run.send({ type: 'timerFired', timerId: run.state().timers[0]?.id ?? '' }), 'timerZuFrueh')
    run.wait('P1Y')
    assert.equal(run.state().status, 'completed')
  }
})

test('an interrupting boundary timer cancels the task; completing in time cancels the timer', async () => {
  const process = await model(START + user('a') + boundary('t', 'a',
    '<timeDuration>P14D</timeDuration>') + user('b') + END
    + flows('s>a', 'a>e', 't>b', 'b>e'))
  const late = play(process)
  const token = late.tokenAt('a')
  late.wait('P14D')
  assert.deepEqual(late.open(), ['b'])
  assert.equal(late.ofType('taskCancelled')[0]?.tokenId, token)
  assert.equal(late.send({ type: 'taskCompleted', tokenId: token }), 'tokenUnbekannt')
  const inTime = play(process)
  const timerId = inTime.state().timers[0]?.id ?? ''
  inTime.task('a')
  assert.equal(inTime.ofType('timerCancelled')[0]?.timerId, timerId)
  assert.equal(inTime.send({ type: 'timerFired', timerId }), 'instanzBeendet')
})

test('a non-interrupting cycle reminds three times and the task stays', async () => {
  const run = play(await model(START + user('a') + boundary('t', 'a', '<timeCycle>R3/P1D</timeCycle>', false)
    + '<sendTask id="m" stadtkern:nachricht="erinnerung"/>' + END + flows('s>a', 'a>e', 't>m')))
  run.wait('P1D')
  assert.equal(run.ofType('messageSent').length, 1)
  run.wait('P10D')
  assert.equal(run.ofType('messageSent').length, 3)
  assert.deepEqual(run.open(), ['a'])
  assert.deepEqual(run.state().timers, [])
  run.task('a')
  assert.equal(run.state().status, 'completed')
})

test('days are calendar days in Berlin across the change of clocks', async () => {
  const run = play(await model(`${START}<intermediateCatchEvent id="t"><timerEventDefinition>
    <timeDuration>P90D</timeDuration>
    </timerEventDefinition></intermediateCatchEvent>${END}` + flows('s>t', 't>e')))
  assert.equal(run.state().timers[0]?.dueAt, '2027-04-04T07:00:00Z')
})

test('boundary messages: interrupting once, non-interrupting as often as they come', async () => {
  const process = await model(`${START}${user('a')}<boundaryEvent id="n" attachedToRef="a" cancelActivity="false">
    <messageEventDefinition messageRef="M1"/></boundaryEvent><boundaryEvent id="i" attachedToRef="a">
    <messageEventDefinition
    messageRef="M2"/></boundaryEvent>${user('b')}${user('c')}${END}` + flows('s>a', 'a>e', 'n>b', 'i>c', 'b>e', 'c>e'),
  '<message id="M1" name="nachtrag"/><message id="M2" name="ruecknahme"/>')
  const run = play(process)
  run.message('nachtrag')
  run.message('nachtrag')
  assert.deepEqual(run.open(), ['a', 'b', 'b'])
  run.message('ruecknahme')
  assert.deepEqual(run.open(), ['b', 'b', 'c'])
  assert.equal(run.message('nachtrag'), 'nachrichtUnerwartet')
})

test('an interrupted sub-process takes everything inside with it', async () => {
  const run = play(await model(`${START}<subProcess id="u"><startEvent id="us"/><parallelGateway id="p"/>${user('a')}
    <serviceTask id="d" stadtkern:dienst="x"/><callActivity id="c" calledElement="y"/>${flows('us>p', 'p>a', 'p>d',
      'p>c')}</subProcess>
    ${boundary('t', 'u', '<timeDuration>P1D</timeDuration>')}${END}` + flows('s>u', 'u>e', 't>e')))
  run.wait('P1D')
  assert.deepEqual(['taskCancelled', 'serviceCancelled', 'callCancelled']
    .map((type) => run.effects.some((e) => e.type === type)),
    [true, true, true])
  assert.equal(run.state().status, 'completed')
  assert.equal(run.state().scopes.length, 1)
})

test('parallel instances over a collection collect their results in order', async () => {
  const run = play(await model(START + user('a', multi('stadtkern:sammlung="aemter" stadtkern:element="amt" '
    + 'stadtkern:ergebnis="{amt: amt, ja: stimme}" stadtkern:ergebnisse="stimmen"')) + END + flows('s>a', 'a>e')),
  { aemter: ['Bau', 'Umwelt', 'Ordnung'] })
  assert.deepEqual(run.ofType('taskCreated').map(({ input }) => [input['amt'], input['loopCounter']]),
    [['Bau', 1], ['Umwelt', 2], ['Ordnung', 3]])
  const [, umwelt] = run.state().tokens.filter((token) => token.state === 'wait')
  run.send({ type: 'taskCompleted', tokenId: umwelt?.id ?? '', variables: { stimme: false } })
  run.task('a', { stimme: true })
  run.task('a', { stimme: true })
  assert.equal(run.state().status, 'completed')
  assert.deepEqual(run.variables()['stimmen'],
    [{ amt: 'Bau', ja: true }, { amt: 'Umwelt', ja: false }, { amt: 'Ordnung', ja: true }])
  assert.equal(run.variables()['stimme'], undefined, 'instances do not overwrite each other')
})

test('sequential instances come one at a time; a completion condition ends early', async () => {
  const run = play(await model(START + user('a',
    multi('isSequential="true" stadtkern:ergebnis="ok" stadtkern:ergebnisse="liste"',
    '<loopCardinality>n</loopCardinality>'
      + '<completionCondition>not(ok) or numberOfCompletedInstances = 3</completionCondition>'))
    + END + flows('s>a', 'a>e')), { n: 4 })
  run.task('a', { ok: true })
  assert.deepEqual(run.open(), ['a'])
  run.task('a', { ok: false })
  assert.equal(run.state().status, 'completed')
  assert.deepEqual(run.variables()['liste'], [true, false])
})

test('no instances at all pass on at once; too many and wrong numbers are incidents', async () => {
  const process = await model(START + user('a', multi('', '<loopCardinality>n</loopCardinality>')) + END + flows('s>a',
    'a>e'))
  assert.equal(play(process, { n: 0 }).state().status, 'completed')
  assert.deepEqual(play(process, { n: 1001 }).incidents(), ['zuVieleInstanzen'])
  assert.deepEqual(play(process, { n: 1.5 }).incidents(), ['feel'])
  assert.deepEqual(play(process, { n: -1 }).incidents(), ['feel'])
  assert.equal(play(process, { n: 1000 }).open().length, 1000)
})

test('instances that end together while the result cannot be worked out wait for the repair', async () => {
  const run = play(await model(`${START}<sendTask id="m" stadtkern:nachricht="n">
    ${multi('stadtkern:ergebnis="faktor * loopCounter" '
    + 'stadtkern:ergebnisse="liste"', '<loopCardinality>3</loopCardinality>')}</sendTask>${user('a')}
      ${END}` + flows('s>m', 'm>a', 'a>e')))
  assert.deepEqual(run.incidents(), ['feel'])
  assert.equal(run.ofType('messageSent').length, 3)
  run.send({ type: 'variablesSet', variables: { faktor: 2 } })
  run.send({ type: 'incidentRetried', incidentId: run.state().incidents[0]?.id ?? '' })
  assert.deepEqual(run.variables()['liste'], [2, 4, 6])
  assert.deepEqual(run.open(), ['a'])
  assert.equal(run.ofType('messageSent').length, 3)
})

test('multi-instance sub-process with a boundary timer for the whole; early completion cancels the rest', async () => {
  const content = `${START}<subProcess id="u">${multi('stadtkern:sammlung="l" stadtkern:element="x"',
    '<completionCondition>numberOfCompletedInstances >= 2</completionCondition>')}<startEvent id="us"/>${user('a')}
      ${user('b')}
    ${flows('us>a', 'a>b')}</subProcess>${boundary('t', 'u', '<timeDuration>P1D</timeDuration>')}${user('c')}${END}`
    + flows('s>u', 'u>e', 't>c', 'c>e')
  const run = play(await model(content), { l: [1, 2, 3] })
  run.task('a')
  run.task('a')
  assert.deepEqual(run.open(), ['a', 'b', 'b'])
  run.task('b')
  run.task('b')
  assert.equal(run.state().status, 'completed')
  assert.deepEqual(run.ofType('taskCancelled').map(({ nodeId }) => nodeId), ['a'])
  const late = play(await model(content), { l: [1, 2, 3] })
  assert.equal(late.state().timers.length, 1)
  late.wait('P1D')
  assert.deepEqual(late.open(), ['c'])
})

test('four eyes are kept per instance of a multi-instance sub-process', async () => {
  const run = play(await model(`${START}<subProcess id="u">${multi('', '<loopCardinality>2</loopCardinality>')}
    <startEvent id="us"/>
    ${user('a')}<userTask id="b" stadtkern:nichtPerson="a"/>${flows('us>a', 'a>b')}</subProcess>
    ${END}` + flows('s>u', 'u>e')))
  run.task('a', {}, 'anna')
  run.task('a', {}, 'bernd')
  assert.equal(run.task('b', {}, 'anna'), 'vierAugen')
  assert.equal(run.task('b', {}, 'bernd'), 'ok')
  assert.equal(run.task('b', {}, 'anna'), 'ok')
})

test('a standard loop repeats while its condition holds, at most as often as said', async () => {
  const process = await model(START + user('a', `<standardLoopCharacteristics loopMaximum="3">
    <loopCondition>not(fertig)</loopCondition>
    </standardLoopCharacteristics>`) + END + flows('s>a', 'a>e'))
  const run = play(process)
  run.task('a', { fertig: false })
  assert.deepEqual(run.open(), ['a'])
  run.task('a', { fertig: true })
  assert.equal(run.state().status, 'completed')
  const endless = play(process)
  for (let round = 0; round < 3; round += 1) endless.task('a', { fertig: false })
  assert.equal(endless.state().status, 'completed')
})

test('sub-process in a sub-process in a loop keeps its tokens apart', async () => {
  const run = play(await model(`${START}<exclusiveGateway id="m"/><subProcess id="u"><startEvent id="us"/>
    <subProcess id="v">
    <startEvent id="vs"/>${user('a')}${flows('vs>a')}</subProcess>${flows('us>v')}</subProcess>
    <exclusiveGateway id="x" default="x_e"/>${END}`
    + flows('s>m', 'm>u', 'u>x', 'x>m:nochmal', 'x>e')))
  run.task('a', { nochmal: true })
  run.task('a', { nochmal: true })
  run.task('a', { nochmal: false })
  assert.equal(run.state().status, 'completed')
  assert.equal(run.visits('u'), 3)
})
