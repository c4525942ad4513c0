/** node --import tsx test/chaos/start.ts --rounds 1000 --seed 7: prints what happens and, at the end, one line of JSON. Exit 1 with findings. */
import { parseArgs } from 'node:util'
import { chaos } from './chaos.js'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } } })
const bericht = await chaos({ rounds: Number(values.rounds), seed: Number(values.seed), say: (text) => { console.error(text) } })
for (const line of bericht.protokoll) console.error(line)
console.log(JSON.stringify({ ...bericht, protokoll: undefined }))
for (const befund of bericht.befunde) console.error(`✖ ${befund}`)
process.exit(bericht.befunde.length > 0 ? 1 : 0)
