import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { parseModel } from './index.js'
import { bpmn, flows, model, play } from './test-models.js'

const user = (id: string) => `<userTask id="${id}"/>`
const split = `<startEvent id="s"/><inclusiveGateway id="i" default="i_d"/>${user('a')}${user('b')}${user('c')}
  ${user('d')}
  <inclusiveGateway id="j"/>${user('z')}<endEvent id="e"/>`
const ways = ['s>i', 'i>a:a', 'i>b:b', 'i>c:c', 'i>d', 'a>j', 'b>j', 'c>j', 'd>j', 'j>z', 'z>e']

test('an inclusive join reached by three tokens passes once, after the third', async () => {
  const run = play(await model(split + flows(...ways)), { a: true, b: true, c: true })
  assert.deepEqual(run.open(), ['a', 'b', 'c'])
  run.task('c')
  run.task('a')
  assert.deepEqual(run.open(), ['b'])
  run.task('b')
  assert.deepEqual(run.open(), ['z'])
  run.task('z')
  assert.equal(run.visits('z'), 1)
  assert.equal(run.state().status, 'completed')
})

test('an inclusive join reached by one token, or by the default way, does not wait', async () => {
  const process = await model(split + flows(...ways))
  const one = play(process, { a: false, b: true, c: false })
  one.task('b')
  assert.deepEqual(one.open(), ['z'])
  const none = play(process, { a: false, b: false, c: false })
  none.task('d')
  assert.deepEqual(none.open(), ['z'])
})

test('an inclusive join waits for a token far away, and no longer once that turns off', async () => {
  const run = play(await model(`<startEvent id="s"/><parallelGateway id="p"/>${user('a')}${user('b')}
    <exclusiveGateway id="x" default="x_e"/>${user('c')}<inclusiveGateway id="j"/>${user('z')}<endEvent id="e"/>`
    + flows('s>p', 'p>a', 'p>b', 'a>j', 'b>x', 'x>c:weiter', 'x>e', 'c>j', 'j>z', 'z>e')))
  run.task('a')
  assert.deepEqual(run.open(), ['b'])
  run.task('b', { weiter: false })
  assert.deepEqual(run.open(), ['z'])
})

test('a token in a boundary path is waited for; a cancelled one is not', async () => {
  const run = play(await model(`<startEvent id="s"/><parallelGateway id="p"/>${user('a')}${user('b')}
    <boundaryEvent id="t" attachedToRef="b"><timerEventDefinition><timeDuration>P1D</timeDuration>
    </timerEventDefinition></boundaryEvent>
    ${user('c')}<inclusiveGateway id="j"/>${user('z')}<endEvent id="e"/>`
    + flows('s>p', 'p>a', 'p>b', 'a>j', 'b>e', 't>c', 'c>j', 'j>z', 'z>e')))
  run.task('a')
  assert.deepEqual(run.open(), ['b'])
  run.wait('P1D')
  assert.deepEqual(run.open(), ['c'])
  run.task('c')
  assert.deepEqual(run.open(), ['z'])
})

test('an inclusive join inside a loop works in every round', async () => {
  const run = play(await model(`<startEvent id="s"/><exclusiveGateway id="m"/><inclusiveGateway id="i"/>${user('a')}
    ${user('b')}
    <inclusiveGateway id="j"/>${user('z')}<exclusiveGateway id="x" default="x_e"/><endEvent id="e"/>`
    + flows('s>m', 'm>i', 'i>a:true', 'i>b:not(true)', 'a>j', 'b>j', 'j>z', 'z>x', 'x>m:nochmal', 'x>e')),
      { nochmal: true })
  for (let round = 0; round < 3; round += 1) {
    run.task('a')
    run.task('z', { nochmal: round < 2 })
  }
  assert.equal(run.visits('z'), 3)
  assert.equal(run.state().status, 'completed')
})

test('a token that can also come over a way that has arrived is not waited for (the letter of 13.4.3)', async () => {
  const run = play(await model(`<startEvent id="s"/><parallelGateway id="p"/>${user('a')}${user('b')}
    <exclusiveGateway id="m"/>
    <exclusiveGateway id="x" default="x_m"/>${user('c')}<inclusiveGateway id="j"/>${user('z')}<endEvent id="e"/>`
    + flows('s>p', 'p>a', 'p>b', 'a>m', 'm>j', 'b>x', 'x>m', 'x>c:umweg', 'c>j', 'j>z', 'z>e')))
  run.task('a')
  assert.deepEqual(run.open(), ['b', 'z'])
  run.task('b', { umweg: true })
  run.task('c')
  assert.deepEqual(run.open(), ['z', 'z'])
})

test('instances of a sub-process do not wait for each other at an inclusive join', async () => {
  const run = play(await model(`<startEvent id="s"/><subProcess id="u"><multiInstanceLoopCharacteristics>
    <loopCardinality>2</loopCardinality>
    </multiInstanceLoopCharacteristics><startEvent id="us"/><parallelGateway id="p"/>${user('a')}${user('b')}
    <inclusiveGateway id="j"/>
    <exclusiveGateway id="x" default="x_ue"/><endEvent id="ue"/>${user('z')}
    ${flows('us>p', 'p>a', 'p>b', 'a>j', 'b>x', 'x>j:weiter', 'x>ue', 'j>z')}</subProcess>
    <endEvent id="e"/>` + flows('s>u', 'u>e')))
  run.task('a')
  run.task('b', { weiter: false })
  assert.deepEqual(run.open(), ['a', 'b', 'z'])
  assert.equal(run.visits('z'), 1)
})

/** A random graph: gateways lead forward only, tasks anywhere, so that every loop has a task in it. */
type Graph = { kinds: ('task' | 'xor' | 'par' | 'inc')[],
  edges: { from: number, to: number, condition: number | null }[] }

const SIZE = 8
const graphs: fc.Arbitrary<Graph> = fc.array(fc.record({
  kind: fc.constantFrom('task' as const, 'task' as const, 'inc' as const, 'inc' as const, 'xor' as const,
    'par' as const),
  targets: fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 3 }),
  conditions: fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }),
}), { minLength: SIZE, maxLength: SIZE }).map((rows) => {
  const edges: Graph['edges'] = []
  rows.forEach((row, from) => {
    const targets = row.kind === 'task' ? row.targets.slice(0, 1) : row.targets
    targets.forEach((target, position) => {
      const to = row.kind === 'task' ? target % (SIZE + 1) : from + 1 + (target % (SIZE - from))
      const decides = (row.kind === 'xor' || row.kind === 'inc') && position > 0
      edges.push({ from, to, condition: decides ? (row.conditions[position] ?? 0) : null })
    })
  })
  return { kinds: rows.map(({ kind }) => kind), edges }
})

function toXml({ kinds, edges }: Graph): string {
  const element = { task: 'userTask', xor: 'exclusiveGateway', par: 'parallelGateway', inc: 'inclusiveGateway' }
  const nodes = kinds.map((kind, index) => {
    const first = edges.findIndex((edge) => edge.from === index)
    const isDefault = (kind === 'xor' || kind === 'inc') && edges.filter((edge) => edge.from === index).length > 1
    return `<${element[kind]} id="n${index}" ${isDefault ? `default="f${first}"` : ''}/>`
  })
  const arrows = edges.map(({ from, to, condition },
    index) => `<sequenceFlow id="f${index}" sourceRef="n${from}" targetRef="n${to}">`
    + `${condition === null ? '' : `<conditionExpression>b${condition}</conditionExpression>`}</sequenceFlow>`)
  return bpmn(`<startEvent id="s"/><endEvent id="n${SIZE}"/><sequenceFlow id="fs" sourceRef="s" targetRef="n0"/>
    ${nodes}${arrows}`)
}

/** The graph as the brute force sees it: flows are indexes of edges, -1 is the flow from the start event. */
function waysOf(graph: Graph, values: boolean[]) {
  const incoming = (node: number) => [...(node === 0 ? [-1] : []),
    ...graph.edges.flatMap((edge, i) => (edge.to === node ? [i] : []))]
  const targetOf = (flow: number) => (flow === -1 ? 0 : (graph.edges[flow]?.to ?? SIZE))
  /** Walks forward along every path: the incoming flows of the join that a token on this flow can reach. */
  const reaches = (flow: number, join: number): Set<number> => {
    const found = new Set<number>()
    const walk = (current: number, path: number[]): void => {
      const node = targetOf(current)
      if (node === join) {
        found.add(current)
        return
      }
      graph.edges.forEach((edge, next) => {
        if (edge.from === node && !path.includes(next)) walk(next, [...path, next])
      })
    }
    walk(flow, [flow])
    return found
  }
  const out = (node: number): number[] => {
    const ways = graph.edges.flatMap((edge, i) => (edge.from === node ? [i] : []))
    const kind = graph.kinds[node]
    if (ways.length < 2 || kind === 'par' || kind === 'task') return ways
    const [standard = -1, ...others] = ways
    const holding = others.filter((way) => values[graph.edges[way]?.condition ?? 0])
    return holding.length === 0 ? [standard] : kind === 'xor' ? holding.slice(0, 1) : holding
  }
  return { incoming, targetOf, reaches, out }
}

/**
 * The brute force: tokens lie on flows, and whether a join may pass is decided by walking forward from every token,
 * straight from the words of the specification.
 */
function bruteForce(graph: Graph, values: boolean[]) {
  const { incoming, targetOf, reaches, out } = waysOf(graph, values)
  const tokens: number[] = []
  const remove = (flow: number) => tokens.splice(tokens.indexOf(flow), 1)
  const move = (moving: number[]): void => {
    const queue = [...moving]
    for (let flow = queue.shift(); flow !== undefined; flow = queue.shift()) {
      const node = targetOf(flow)
      const kind = graph.kinds[node]
      const joins = incoming(node).length > 1
      if (node === SIZE) continue
      if (kind === 'task' || (kind === 'inc' && joins)) tokens.push(flow)
      else if (kind === 'par' && joins) {
        tokens.push(flow)
        if (incoming(node).every((way) => tokens.includes(way))) {
          incoming(node).forEach(remove)
          queue.push(...out(node))
        }
      } else queue.push(...out(node))
    }
    const ready = tokens.find((flow) => mayPass(targetOf(flow)))
    if (ready === undefined) return
    const join = targetOf(ready)
    const marked = incoming(join).filter((way) => tokens.includes(way))
    marked.forEach(remove)
    move(out(join))
  }
  const mayPass = (join: number): boolean => {
    if (graph.kinds[join] !== 'inc' || incoming(join).length < 2) return false
    return tokens.every((flow) => {
      const ends = [...reaches(flow, join)]
      return !ends.some((end) => !tokens.includes(end)) || ends.some((end) => tokens.includes(end))
    })
  }
  move([-1])
  return {
    open: () => tokens.filter((flow) => graph.kinds[targetOf(flow)] === 'task')
      .map((flow) => `n${targetOf(flow)}`).toSorted(),
    joins: () => tokens.filter((flow) => graph.kinds[targetOf(flow)] !== 'task')
      .map((flow) => `n${targetOf(flow)}`).toSorted(),
    complete: (task: string) => {
      const flow = tokens.find((candidate) => `n${targetOf(candidate)}` === task)
      if (flow === undefined) throw new Error(task)
      remove(flow)
      move(out(targetOf(flow)))
    },
  }
}

test('random unstructured graphs: the joins pass exactly when the brute force says so', async () => {
  let compared = 0
  await fc.assert(fc.asyncProperty(
    graphs, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    fc.array(fc.nat({ max: 99 }), { minLength: 10, maxLength: 10 }),
    async (graph, values, choices) => {
      const process = await parseModel(toXml(graph))
      const run = play(process, Object.fromEntries(values.map((value, index) => [`b${index}`, value])))
      const oracle = bruteForce(graph, values)
      for (const choice of choices) {
        const parked = run.state().tokens.filter((token) => token.state === 'join')
          .map((token) => token.nodeId).toSorted()
        assert.deepEqual([run.open(), parked], [oracle.open(), oracle.joins()])
        compared += parked.length > 0 ? 1 : 0
        const open = run.open()
        const task = open[choice % open.length]
        if (task === undefined || open.length > 12) return
        run.task(task)
        oracle.complete(task)
      }
    },
  ), { numRuns: 600 })
  assert.ok(compared > 100, `only ${compared} states with waiting joins`)
})
