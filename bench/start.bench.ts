/** How long until the program answers: with nothing there (cold), with everything there (warm); and what it then keeps in memory. */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { print, round } from './measure.js'
import { installation } from './program.js'

const place = installation()
const cold = await place.start({ demo: true })
print({ name: 'start.cold', value: round(cold.seconds.ready), unit: 's', yardstick: 'none', ratio: null, n: 1 })
print({ name: 'start.cold.demo', value: round(cold.seconds.demo), unit: 's', yardstick: 'none', ratio: null, n: 1 })
await cold.stop()
const times: number[] = []
for (let run = 0; run < 3; run++) {
  const warm = await place.start({ demo: false })
  times.push(warm.seconds.ready)
  if (run === 2) await memory(warm.child.pid)
  await warm.stop()
}
print({ name: 'start.warm', value: round(times.sort((a, b) => a - b)[1] ?? 0), unit: 's', yardstick: 'none', ratio: null, n: 3 })
await place.remove()

/** Resident memory after half a minute without work would be lower still; three seconds are what a bench can wait. */
async function memory(pid: number | undefined): Promise<void> {
  if (process.platform !== 'linux') return
  await sleep(3_000)
  const kib = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  print({ name: 'memory.idle', value: round(kib / 1024), unit: 'MiB', yardstick: 'none', ratio: null, n: 1 })
}
