/**
 * The Lagebild of one town with 200 measures and 36 months of reports, in a database with 200 such towns, through HTTP, signed in.
 * Goal: 95 of 100 pages within 150 ms. BENCH_TOWNS makes the database smaller for a first look.
 */
import { join } from 'node:path'
import { percentiles, print, round } from './measure.js'
import { atRest, installation } from './program.js'
import { fillTowns } from './steering-towns.js'

const towns = Number(process.env['BENCH_TOWNS'] ?? 200)
const PAGES = [
  ['lagebild.page', '/programmbuero?strategie=bench&zeitraum=36'], ['lagebild.vorstand', '/vorstand?strategie=bench&zeitraum=36'],
  ['lagebild.liste', '/programmbuero/liste/berichte?strategie=bench&zeitraum=36&licht=rot'],
] as const

const place = installation()
const first = await place.start({ demo: true })
await atRest(first.url)
await first.stop()
const { cookie } = await fillTowns(join(place.folder, 'data'), { towns, measures: 200, months: 36 })
const program = await place.start({ demo: false })
await atRest(program.url)
const n = 200
for (const [name, address] of PAGES) {
  const get = async () => {
    const response = await fetch(`${program.url}/arbeitsplatz/lagebild${address}`, { headers: { cookie }, redirect: 'manual' })
    const text = await response.text()
    if (response.status !== 200 || !text.includes('Digitale Stadt')) throw new Error(`${name} answered ${response.status}`)
  }
  const { p50, p95 } = await percentiles(get, n)
  print({ name, value: round(p95), unit: 'ms p95', yardstick: `goal 150 ms, median ${round(p50)}, ${towns} towns`, ratio: round(p95 / 150), n })
}
await program.stop()
await place.remove()
