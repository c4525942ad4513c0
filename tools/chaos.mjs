// node tools/chaos.mjs [--rounds 1000] [--seed N]: builds, then breaks a running installation again and again under load (test/chaos).
// For the night: a thousand rounds take about twenty minutes. Prints the seed, every round and one line of JSON; exit 1 with findings.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAll } from '../build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
await buildAll({ quiet: true })
const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'test/chaos/start.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
