import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { step } from './index.js'
import type { EngineEvent, InstanceState } from './index.js'
import { flows, model, NOW, play } from './test-models.js'

const everything = `<startEvent id="s"/><parallelGateway id="p"/><userTask id="a"/>
  <serviceTask id="d" stadtkern:dienst="x"/>
  <callActivity id="c" calledElement="y"/><receiveTask id="r" messageRef="M"/>
  <intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>
  </intermediateCatchEvent>
  <subProcess id="u"><startEvent id="us"/><userTask id="b"/>${flows('us>b')}</subProcess><parallelGateway id="j"/>
  <endEvent id="e"/>`
  + flows('s>p', 'p>a', 'p>d', 'p>c', 'p>r', 'p>t', 'p>u', 'a>j', 'd>j', 'c>j', 'r>j', 't>j', 'u>j', 'j>e')
const MESSAGE = '<message id="M" name="m"/>'

test('every event at the wrong place is ignored with a reason and changes nothing', async () => {
  const run = play(await model(everything, MESSAGE))
  const types = ['taskCompleted', 'serviceCompleted', 'callCompleted', 'serviceFailed', 'callFailed',
    'taskFailed'] as const
  const right: Record<string, string[]> = { a: ['taskCompleted', 'taskFailed'], b: ['taskCompleted', 'taskFailed'],
    d: ['serviceCompleted', 'serviceFailed'], c: ['callCompleted', 'callFailed'] }
  for (const token of run.state().tokens) {
    for (const type of types) {
      if (right[token.nodeId]?.includes(type)) continue
      assert.equal(run.send({ type, tokenId: token.id }), 'falschesEreignis', `${type} at ${token.nodeId}`)
    }
  }
  for (const type of types) assert.equal(run.send({ type, tokenId: 't999' }), 'tokenUnbekannt')
  assert.equal(run.send({ type: 'timerFired', timerId: 'z999' }), 'timerUnbekannt')
  assert.equal(run.send({ type: 'timerFired', timerId: run.state().timers[0]?.id ?? '' }), 'timerZuFrueh')
  assert.equal(run.message('x'), 'nachrichtUnerwartet')
  assert.equal(run.send({ type: 'messageReceived', message: 'm', subscriptionId: 'n999' }), 'nachrichtUnerwartet')
  assert.equal(run.send({ type: 'incidentRetried', incidentId: 'i999' }), 'stoerungUnbekannt')
  assert.equal(run.send({ type: 'variablesSet', variables: {}, scopeId: 's999' }), 'bereichUnbekannt')
})

test('each event works once: its repetition is ignored, in every order of events', async () => {
  const process = await model(everything, MESSAGE)
  await fc.assert(fc.asyncProperty(fc.shuffledSubarray(['a', 'b', 'd', 'c', 'r', 't'], { minLength: 6 }),
    async (order) => {
    const run = play(process)
    for (const nodeId of order) {
      const tokenId = run.tokenAt(nodeId)
      const timerId = run.state().timers[0]?.id ?? ''
      if (nodeId === 't') run.wait('P1D')
      const event: EngineEvent = nodeId === 't' ? { type: 'timerFired', timerId }
        : nodeId === 'r' ? { type: 'messageReceived', message: 'm' }
          : nodeId === 'd' ? { type: 'serviceCompleted', tokenId }
            : nodeId === 'c' ? { type: 'callCompleted', tokenId } : { type: 'taskCompleted', tokenId }
      if (nodeId !== 't') assert.equal(run.send(event), 'ok')
      assert.notEqual(run.send(event), 'ok', 'the repetition')
    }
    assert.equal(run.state().status, 'completed')
    assert.equal(run.visits('e'), 1)
    assert.equal(run.send({ type: 'cancelled', reason: 'x' }), 'instanzBeendet')
  }), { numRuns: 50 })
})

test('the same events give the same state: ids come from a counter', async () => {
  const process = await model(everything, MESSAGE)
  const [one, two] = [play(process), play(process)]
  for (const run of [one, two]) {
    run.task('b')
    run.wait('P2D')
  }
  assert.deepEqual(one.state(), two.state())
})

test('rows that did not change stay the same objects', async () => {
  const process = await model(everything, MESSAGE)
  const before = play(process).state()
  const task = before.tokens.find((token) => token.nodeId === 'a')
  const after = step(process, before, { type: 'taskCompleted', tokenId: task?.id ?? '' }, NOW)
  assert.ok(!after.ignored)
  const kept = before.tokens.filter((token) => after.instance.tokens.includes(token))
  assert.equal(kept.length, before.tokens.length - 1)
})

test('an instance read back from JSON, with a model read back from JSON, goes on', async () => {
  const process = await model(everything, MESSAGE)
  const instance = play(process).state()
  const task = instance.tokens.find((token) => token.nodeId === 'a')
  const event: EngineEvent = { type: 'taskCompleted', tokenId: task?.id ?? '' }
  const again = step(JSON.parse(JSON.stringify(process)), JSON.parse(JSON.stringify(instance)), event, NOW)
  assert.deepEqual(again, step(process, instance, event, NOW))
})

const wild = `<startEvent id="s"/><subProcess id="u"><multiInstanceLoopCharacteristics>
  <loopCardinality>3</loopCardinality>
  <completionCondition>numberOfCompletedInstances = 2</completionCondition></multiInstanceLoopCharacteristics>
  <startEvent id="us"/>
  <parallelGateway id="p"/><userTask id="a"/><serviceTask id="d" stadtkern:dienst="x"/><inclusiveGateway id="j"/>
  <endEvent id="ue"><errorEventDefinition errorRef="E"/></endEvent><boundaryEvent id="f" attachedToRef="d">
  <errorEventDefinition
  errorRef="F"/></boundaryEvent>${flows('us>p', 'p>a', 'p>d', 'a>j', 'd>j', 'j>uf',
    'f>ue')}<endEvent id="uf"/></subProcess>
  <boundaryEvent id="bt" attachedToRef="u" cancelActivity="false"><timerEventDefinition><timeCycle>R3/P1D</timeCycle>
  </timerEventDefinition></boundaryEvent><boundaryEvent id="be" attachedToRef="u"><errorEventDefinition/>
  </boundaryEvent>
  <boundaryEvent id="bm" attachedToRef="u"><messageEventDefinition messageRef="M"/></boundaryEvent><userTask id="n"/>
  <exclusiveGateway id="x" default="x_e"/><endEvent id="e"/>
  ${flows('s>u', 'u>x', 'bt>n', 'be>x', 'bm>x', 'x>u:nochmal', 'x>e')}`

test('after any events in any order the rows fit together, and nothing throws', async () => {
  const process = await model(wild,
    '<message id="M" name="m"/><error id="E" errorCode="e"/><error id="F" errorCode="f"/>')
  const move = fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 99 }), fc.boolean())
  await fc.assert(fc.asyncProperty(fc.array(move, { maxLength: 40 }), async (moves) => {
    const run = play(process, { nochmal: true })
    for (const [kind, choice, nochmal] of moves) {
      const pick = <T>(rows: T[]) => rows[choice % rows.length]
      const tokenId = pick(run.state().tokens)?.id ?? 't0'
      const events: EngineEvent[] = [
        { type: 'taskCompleted', tokenId, variables: { nochmal } }, { type: 'serviceCompleted', tokenId },
        { type: 'serviceFailed', tokenId, code: 'f' }, { type: 'serviceFailed', tokenId },
        { type: 'messageReceived', message: 'm' },
        { type: 'incidentRetried', incidentId: pick(run.state().incidents)?.id ?? 'i0' },
        { type: 'taskFailed', tokenId, code: 'g' }, { type: 'variablesSet', variables: { nochmal } },
      ]
      if (choice % 10 === 0) run.wait('P1D')
      else run.send(pick([events[kind]]) ?? { type: 'cancelled', reason: '' })
      assertRowsFit(run.state())
    }
  }), { numRuns: 200 })
})

function assertRowsFit({ tokens, scopes, timers, subscriptions, incidents, status }: InstanceState): void {
  const tokenIds = new Set(tokens.map((token) => token.id))
  const scopeIds = new Set(scopes.map((scope) => scope.id))
  for (const row of [...timers, ...subscriptions, ...incidents]) assert.ok(tokenIds.has(row.tokenId),
    `token of ${row.id}`)
  for (const token of tokens) {
    assert.ok(scopeIds.has(token.scopeId), `scope of ${token.id}`)
    if (token.state === 'incident') {
      assert.ok(incidents.some((incident) => incident.tokenId === token.id), `incident of ${token.id}`)
    }
  }
  for (const scope of scopes) {
    if (scope.parentId !== null) {
      assert.ok(scopeIds.has(scope.parentId) && tokenIds.has(scope.tokenId ?? ''), `place of ${scope.id}`)
    }
  }
  if (status === 'active') assert.ok(tokens.length > 0)
  else assert.deepEqual([tokens, timers, subscriptions, incidents, scopes.length], [[], [], [], [], 1])
}
