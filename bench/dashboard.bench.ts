/**
 * The Lagebild of one town with 200 measures and 36 months of reports, in a database with 200 such towns, through HTTP, signed in.
 * Goal: 95 of 100 pages within 150 ms. The processor time of program and PostgreSQL stands beside
 * it: on a busy machine it is what can be compared. BENCH_TOWNS makes the database smaller for a first look.
 */
import { join } from 'node:path'
import { percentiles, print, round } from './measure.js'
import { processorTime } from './processor.js'
import { atRest, installation } from './program.js'
import { fillTowns } from './steering-towns.js'

const towns = Number(process.env['BENCH_TOWNS'] ?? 200)
const PAGES = [
  ['lagebild.page', '/programmbuero?strategie=bench&zeitraum=36'], ['lagebild.vorstand', '/vorstand?strategie=bench&zeitraum=36'],
  ['lagebild.liste', '/programmbuero/liste/berichte?strategie=bench&zeitraum=36&licht=rot'],
] as const

const place = installation()
const data = join(place.folder, 'data')
const first = await place.start({ demo: true })
await atRest(first.url)
await first.stop()
const { cookie } = await fillTowns(data, { towns, measures: 200, months: 36 })
const program = await place.start({ demo: false })
await atRest(program.url)
const n = 200
for (const [name, address] of PAGES) {
  const get = async () => {
    const response = await fetch(`${program.url}/arbeitsplatz/lagebild${address}`, { headers: { cookie }, redirect: 'manual' })
    const text = await response.text()
    if (response.status !== 200 || !text.includes('Digitale Stadt')) throw new Error(`${name} answered ${response.status}`)
  }
  for (let warmUp = 0; warmUp < 20; warmUp++) await get()
  const before = processorTime(program.child.pid, data)
  const { p50, p95 } = await percentiles(get, n, 0)
  const processor = (processorTime(program.child.pid, data) - before) / n
  print({ name, value: round(p95), unit: 'ms p95', yardstick: `goal 150 ms, median ${round(p50)}, processor ${round(processor)} ms, ${towns} towns`, ratio: round(p95 / 150), n })
}
await program.stop()
await place.remove()
