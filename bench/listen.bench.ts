/**
 * Lists and search of a big town, whole pages through HTTP, with the rights of clerks and team leads under row-level security, 16 people.
 * `STADTKERN_BENCH_DATA=DIR` is a data folder that `stadtkern demo --vorgaenge N --mandanten M` has filled (the program must not run);
 * beside it, in turn, an installation of BENCH_VORGAENGE (10,000) in BENCH_TOWNS (10) towns that the bench fills itself, or that lies filled in
 * STADTKERN_BENCH_KLEIN. Goals at p95: lists 60 ms, search 80 ms, and 1.5 times the small installation. Two figures for each kind of page:
 * people who look at a page for BENCH_DENKZEIT (1,000) ms before they ask for the next, and, as `.last`, people who never look, which
 * measures how many pages two cores can make. BENCH_SEITEN=suche.selten,akten asks only those. The yardstick also names what holds on a busy machine: the processor time of a page.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/config/root.js'
import { alsLeute, print, round } from './measure.js'
import { processorTime } from './processor.js'
import { atRest, installation, type Running } from './program.js'
import { sitzungen, ziele, type Adresse } from './listen-town.js'

const LEUTE = 16
const seconds = Number(process.env['BENCH_SECONDS'] ?? 6)
const denkzeit = Number(process.env['BENCH_DENKZEIT'] ?? 1_000)
const fertig = process.env['STADTKERN_BENCH_DATA']

interface Ort { readonly place: ReturnType<typeof installation>; readonly program: Running; readonly cookies: readonly string[]; readonly adressen: readonly Adresse[]; readonly vorgaenge: number }
interface Messung { readonly p50: number; readonly p95: number; readonly n: number; readonly programm: number; readonly datenbank: number }

async function fuelle(): Promise<ReturnType<typeof installation>> {
  const place = installation()
  const first = await place.start({ demo: true })
  await atRest(first.url)
  await first.stop()
  const gefuellt = spawnSync(join(projectRoot, 'bin/stadtkern'), ['demo', '--vorgaenge', process.env['BENCH_VORGAENGE'] ?? '10000', '--mandanten', process.env['BENCH_TOWNS'] ?? '10', '--json'], {
    env: { ...process.env, STADTKERN_DATA: place.data, STADTKERN_MODE: 'demo' }, encoding: 'utf8',
  })
  if (gefuellt.status !== 0) throw new Error(`filling failed: ${gefuellt.stderr}${gefuellt.stdout}`)
  return place
}

async function oeffne(place: ReturnType<typeof installation>): Promise<Ort> {
  const program = await place.start({ demo: false, env: { STADTKERN_ROLLE: 'web' } })
  return { place, program, cookies: await sitzungen(place.data, LEUTE), ...await ziele(place.data) }
}

async function messe({ place, program, cookies }: Ort, { name, pfade }: Adresse, pause: number): Promise<Messung> {
  let nr = 0
  const get = async () => {
    const pfad = pfade[nr++ % pfade.length] ?? ''
    const response = await fetch(program.url + pfad, { headers: { cookie: cookies[nr % cookies.length] ?? '' }, redirect: 'manual' })
    const bytes = (await response.arrayBuffer()).byteLength
    if (response.status !== 200 || bytes < 2_000) throw new Error(`${name} ${pfad} answered ${response.status}`)
  }
  // The first page of a person in this view writes the view into the session, and the first of an address reads it from the disk.
  for (let first = 0; first < Math.max(cookies.length, pfade.length); first++) await get()
  const stand = () => [processorTime(program.child.pid), processorTime(undefined, place.data)] as const
  const vorher = stand()
  const zeiten = await alsLeute(get, { callers: LEUTE, seconds, pause })
  const nachher = stand()
  return { ...zeiten, programm: (nachher[0] - vorher[0]) / zeiten.n, datenbank: (nachher[1] - vorher[1]) / zeiten.n }
}

/** The smaller of two rounds in each place, in turn: another program's moment is no property of the page. */
async function beide(orte: readonly Ort[], index: number, pause: number): Promise<readonly Messung[]> {
  const runden: Messung[][] = orte.map(() => [])
  for (let runde = 0; runde < 2; runde++) for (const [nr, ort] of orte.entries()) runden[nr]?.push(await messe(ort, ort.adressen[index] as Adresse, pause))
  return runden.map((eine) => eine.toSorted((a, b) => a.p95 - b.p95)[0] as Messung)
}

const klein = process.env['STADTKERN_BENCH_KLEIN']
const orte: Ort[] = []
for (const place of [...(fertig ? [installation(fertig)] : []), klein ? installation(klein) : await fuelle()]) orte.push(await oeffne(place))
const [erster] = orte
const nur = process.env['BENCH_SEITEN']?.split(',')
for (const [index, { name, ziel }] of (erster?.adressen ?? []).entries()) {
  if (nur && !nur.includes(name)) continue
  for (const [art, pause] of [['', denkzeit], ['.last', 0]] as const) {
    const [grosse, kleine] = await beide(orte, index, pause)
    if (!grosse) continue
    print({
      name: `listen.${name}${art}`, value: round(grosse.p95), unit: 'ms p95',
      yardstick: `goal ${ziel} ms; median ${round(grosse.p50)}, processor ${round(grosse.programm)} + ${round(grosse.datenbank)} ms a page, ${erster?.vorgaenge} Vorgänge`
        + (kleine ? `; ${round(grosse.p95 / kleine.p95)} × ${orte[1]?.vorgaenge} (${round(kleine.p95)} ms; ${round(kleine.programm)} + ${round(kleine.datenbank)} ms)` : ''),
      ratio: round(grosse.p95 / ziel), n: grosse.n,
    })
  }
}
for (const { program, place } of orte) { await program.stop(); await place.remove() }
