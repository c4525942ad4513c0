import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { test } from 'node:test'
import { beispielhausen, musterstadt, testApp } from '../../../test/app.js'
import { testWeb } from '../../../test/web.js'
import { Refused } from '../errors.js'
import type { Modul } from '../modul.js'
import { access, html, page } from './route.js'
import { openTurns, type Turn } from './turns.js'

const LIMITS = { atOnce: 2, waitingPerTown: 3, longestMs: 5_000 }
const answer = () => new EventEmitter() as unknown as ServerResponse

test('towns take turns, two each; one that floods has one for two of the others', async () => {
  const orderOf = async (waitingOfA: number, first: number): Promise<string> => {
    const turns = openTurns({ atOnce: 1, waitingPerTown: 100, longestMs: 5_000 })
    const order: string[] = []
    const begun = await turns.take('A', answer())
    const ask = async (town: string) => { const turn = await turns.take(town, answer()); order.push(town); turn.end() }
    const all = [...Array.from({ length: waitingOfA }, () => ask('A')), ...Array.from({ length: 5 }, () => ask('B'))]
    assert.deepEqual(turns.counts(), { active: 1, waiting: waitingOfA + 5, refused: 0 })
    begun.end()
    await Promise.all(all)
    assert.deepEqual(turns.counts(), { active: 0, waiting: 0, refused: 0 })
    return order.slice(0, first).join('')
  }
  assert.equal(await orderOf(5, 10), 'AABBAABBAB')
  assert.equal(await orderOf(80, 9), 'ABBABBABA')
})

test('who finds the queue of the town full, or waits too long, is told to come back', async () => {
  const turns = openTurns({ ...LIMITS, longestMs: 20 })
  const running = [await turns.take('A', answer()), await turns.take('A', answer())]
  const waiting = [1, 2, 3].map(() => turns.take('A', answer()))
  const isRefused = (error: unknown) => error instanceof Refused && error.status === 503 && error.retryAfterSeconds > 0
  await assert.rejects(turns.take('A', answer()), isRefused)
  for (const one of waiting) await assert.rejects(one, isRefused)
  assert.deepEqual(turns.counts(), { active: 2, waiting: 0, refused: 4 })
  for (const turn of running) { turn.end(); turn.end() }
  assert.equal(turns.counts().active, 0, 'a turn ends once')
})

test('whoever hangs up leaves the queue; whoever waits outside lets others in', async () => {
  const turns = openTurns(LIMITS)
  const [first, second] = [await turns.take('A', answer()), await turns.take('A', answer())]
  const gone = answer()
  const waiting = turns.take('A', gone)
  ;(gone as unknown as EventEmitter).emit('close')
  await assert.rejects(waiting, Refused)
  const { promise, resolve } = Promise.withResolvers<void>()
  const next = turns.take('B', answer())
  const outside = first.outside(() => promise)
  const entered: Turn = await next
  assert.equal(turns.counts().active, 2)
  resolve()
  await outside
  assert.equal(turns.counts().active, 3, 'what was begun is finished')
  first.end()
  second.end()
  entered.end()
  const last = await turns.take('A', answer())
  const late = Promise.withResolvers<void>()
  const after = last.outside(() => late.promise)
  last.end()
  late.resolve()
  await after
  assert.equal(turns.counts().active, 0)
})

const open = Promise.withResolvers<void>()
let arrived = 0
const served: string[] = []
const probe: Modul = {
  name: 'probe', etage: 'zugang', dependsOn: [],
  routes: [
    page({ path: '/probe/langsam', access: access.public, async handle() { arrived++; await open.promise; return html('<p>fertig</p>') } }),
    page({ path: '/probe/draussen', access: access.public, async handle(c) { arrived++; await c.outside(() => open.promise); return html('<p>fertig</p>') } }),
    page({ path: '/probe/schnell', access: access.public, async handle(c) { served.push(c.mandant.id); return html('<p>da</p>') } }),
  ],
}
const { app } = await testApp({ worker: false })
const { besucher } = await testWeb({ ...app, module: [...app.module, probe] })

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!await holds()) await nextTurn()
}

test('over HTTP: beyond capacity 503 with Retry-After, and another town gets in first', async () => {
  const atOnce = 2 * app.config.database.poolSize
  assert.ok(app.mandanten.byHost('musterstadt.localhost')?.id === musterstadt)
  const [here, there] = [besucher(), besucher('beispielhausen.localhost')]
  const outside = Array.from({ length: atOnce + 5 }, () => here.get('/probe/draussen'))
  await until(() => arrived === atOnce + 5)
  assert.match((await here.get('/probe/schnell')).html, /da/, 'those who wait outside hold nobody up')
  const slow = Array.from({ length: atOnce }, () => here.get('/probe/langsam'))
  await until(() => arrived === 2 * atOnce + 5)
  const flood = Array.from({ length: 401 }, () => here.get('/probe/schnell'))
  const refused = await Promise.race(flood)
  assert.equal(refused.status, 503)
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
  assert.match(refused.html, /in ein paar Sekunden noch einmal/)
  served.length = 0
  const other = there.get('/probe/schnell')
  await until(async () => (await here.get('/metrics')).html.includes('stadtkern_anfragen{stand="wartend"} 401'))
  open.resolve()
  assert.equal((await other).status, 200)
  await Promise.all([...outside, ...slow, ...flood])
  assert.equal(served.length, 401)
  assert.ok(served.indexOf(beispielhausen) < 3, `the other town came ${served.indexOf(beispielhausen) + 1}th`)
})
