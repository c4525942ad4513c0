/**
 * Lists and search of a big town, whole pages through HTTP, with the rights of clerks and team leads under row-level security, 16 people at once.
 * `STADTKERN_BENCH_DATA=DIR` is a data folder that `stadtkern demo --vorgaenge N --mandanten M` has filled (the program must not run);
 * without it the bench fills one of its own with BENCH_VORGAENGE (10,000). Goals: lists 60 ms, search 80 ms at p95. The yardstick
 * names what can be compared on a busy machine: the median of one person alone, and the processor time of program and PostgreSQL for a page.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/config/root.js'
import { percentiles, percentilesAtOnce, print, round } from './measure.js'
import { processorTime } from './processor.js'
import { atRest, installation } from './program.js'
import { sitzungen, ziele } from './listen-town.js'

const LEUTE = 16
const seconds = Number(process.env['BENCH_SECONDS'] ?? 4)
const fertig = process.env['STADTKERN_BENCH_DATA']
const place = installation(fertig)
if (!fertig) {
  const first = await place.start({ demo: true })
  await atRest(first.url)
  await first.stop()
  const gefuellt = spawnSync(join(projectRoot, 'bin/stadtkern'), ['demo', '--vorgaenge', process.env['BENCH_VORGAENGE'] ?? '10000', '--mandanten', process.env['BENCH_TOWNS'] ?? '10', '--json'], {
    env: { ...process.env, STADTKERN_DATA: place.data, STADTKERN_MODE: 'demo' }, encoding: 'utf8',
  })
  if (gefuellt.status !== 0) throw new Error(`filling failed: ${gefuellt.stderr}${gefuellt.stdout}`)
}
const program = await place.start({ demo: false })
const cookies = await sitzungen(place.data, LEUTE)
const { adressen, vorgaenge } = await ziele(place.data)
for (const { name, ziel, pfade } of adressen) {
  let nr = 0
  const get = async () => {
    const pfad = pfade[nr++ % pfade.length] ?? ''
    const response = await fetch(program.url + pfad, { headers: { cookie: cookies[nr % cookies.length] ?? '' }, redirect: 'manual' })
    const bytes = (await response.arrayBuffer()).byteLength
    if (response.status !== 200 || bytes < 2_000) throw new Error(`${name} ${pfad} answered ${response.status}`)
  }
  const allein = await percentiles(get, 20, cookies.length)
  const [programm, datenbank] = [processorTime(program.child.pid), processorTime(undefined, place.data)]
  const { p95, n } = await percentilesAtOnce(get, { callers: LEUTE, seconds })
  const [imProgramm, inDerDatenbank] = [(processorTime(program.child.pid) - programm) / n, (processorTime(undefined, place.data) - datenbank) / n]
  print({ name: `listen.${name}`, value: round(p95), unit: 'ms p95', yardstick: `goal ${ziel} ms; alone ${round(allein.p50)}, processor ${round(imProgramm)} + ${round(inDerDatenbank)} ms a page, ${vorgaenge} Vorgänge`, ratio: round(p95 / ziel), n })
}
await program.stop()
await place.remove()
