/**
 * Backup of everything while the program runs, and restore into an empty installation: time and size per 100,000 Vorgänge. Measures the
 * data folder named in STADTKERN_BENCH_DATA (made by the demo's generator), else the demo, which is far too small for more than a
 * check that it works. The folder is only read; the program on it is started and stopped here.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/config/root.js'
import { print, round } from './measure.js'
import { atRest, installation } from './program.js'

const given = process.env['STADTKERN_BENCH_DATA']
const source = installation(given)
const program = await source.start({ demo: given === undefined })
if (!given) await atRest(program.url)
const folder = join(source.folder, 'sicherung')

/** The command as an operator gives it; seconds from its start to its end. */
function stadtkern(data: string, ...args: string[]): number {
  const begin = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [join(projectRoot, '.build/cli.js'), ...args, '--json'], { encoding: 'utf8', env: { ...process.env, STADTKERN_DATA: data, STADTKERN_MODE: 'demo' } })
  if (status !== 0) throw new Error(`stadtkern ${args.join(' ')} ended with ${status}: ${stderr}`)
  return (performance.now() - begin) / 1_000
}

const saved = stadtkern(source.data, 'backup', folder)
await program.stop()
const target = installation()
const restored = stadtkern(target.data, 'restore', folder)

const { tabellen } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { tabellen: { name: string; zeilen: number }[] }
const cases = tabellen.find(({ name }) => name === 'akten.vorgang')?.zeilen ?? 0
const bytes = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
const per = 100_000 / Math.max(1, cases)
for (const [name, value, unit] of [['backup.save', saved * per, 's/100,000'], ['backup.restore', restored * per, 's/100,000'], ['backup.size', (bytes / 1_000_000) * per, 'MB/100,000']] as const) {
  print({ name, value: round(value), unit, yardstick: `${cases} Vorgänge in this snapshot`, ratio: null, n: 1 })
}
await target.remove()
await source.remove()
