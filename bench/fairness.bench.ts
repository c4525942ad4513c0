/**
 * One town's flood and another town's visitors: pages per second of 16 visitors of one town alone, and while 200 connections of another
 * town ask without a pause. Goal of the ratio (alone : beside the flood): at most 2, because two towns share what there is.
 */
import { requestsPerSecond } from './http-load.js'
import { print, round } from './measure.js'
import { atRest, installation } from './program.js'

// A page that is drawn for each visitor: what comes out of the page cache never waits for a turn.
const PAGE = '/anmelden'
const ROUNDS = 3
const SECONDS = 8
const as = (town: string) => ({ host: `${town}.localhost` })

const place = installation()
const program = await place.start({ demo: true })
await atRest(program.url)
const visitors = () => requestsPerSecond(`${program.url}${PAGE}`, { seconds: SECONDS, connections: 16, headers: as('beispielhausen') })
const flood = (seconds: number) => requestsPerSecond(`${program.url}${PAGE}`, { seconds, connections: 200, headers: as('musterstadt'), refusals: true })
await visitors()
await flood(1)

const rounds: { alone: number; beside: number; flooding: number }[] = []
for (let turn = 0; turn < ROUNDS; turn += 1) {
  const alone = await visitors()
  const flooding = flood(SECONDS + 1)
  await new Promise((resolve) => { setTimeout(resolve, 500) })
  rounds.push({ alone, beside: await visitors(), flooding: await flooding })
}
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
print({ name: 'fairness', value: round(median(rounds.map(({ beside }) => beside))), unit: 'pages/s', yardstick: 'the same town alone (alone : beside the flood)', ratio: round(median(rounds.map(({ alone, beside }) => alone / beside))), n: ROUNDS })
print({ name: 'fairness.flood', value: round(median(rounds.map(({ flooding }) => flooding))), unit: 'pages/s', yardstick: '', ratio: null, n: ROUNDS })
await program.stop()
await place.remove()
