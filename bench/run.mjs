// npm run bench [-- [--json] NAME…]: builds, then each benchmark measures the project against a yardstick in the same run and prints
// one line. A NAME is that of a result or its beginning: portal.page, start, start.cold, rechnung.validate.
import { readdirSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAll } from '../build.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const json = process.argv.includes('--json')
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const fits = (a, b) => a === b || a.startsWith(b) || a.startsWith(`${b}.`)
const files = readdirSync(here).filter((name) => name.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((word) => fits(file.replace('.bench.ts', ''), word) || fits(word, `${file.replace('.bench.ts', '')}.`) || (word === 'memory.idle' && file === 'start.bench.ts')))
if (files.length === 0) {
  console.error(`No benchmark is called ${wanted.join(' ')}`)
  process.exit(2)
}
await buildAll({ quiet: true })
let failed = false
for (const file of files) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', join(here, file)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } })
  if (run.status !== 0) failed = true
  for (const line of run.stdout.split('\n').filter((text) => text.startsWith('{'))) {
    const result = JSON.parse(line)
    if (wanted.length > 0 && !wanted.some((word) => result.name.startsWith(word) || file.startsWith(`${word}.`))) continue
    if (json) console.log(line)
    else console.log(`${result.name.padEnd(22)} ${String(result.value).padStart(12)} ${result.unit.padEnd(12)} ${result.ratio === null ? '' : `${String(result.ratio).padStart(7)} × ${result.yardstick}`} (n=${result.n})`)
  }
}
process.exit(failed ? 1 : 0)
