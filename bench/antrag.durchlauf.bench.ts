/**
 * From the first POST of 2,000 applications until the confirmation of every one is filed, its task stands in the work list and no job
 * or delivery waits: web and worker in one process, as `npm start` runs it. Fewer with ANTRAG_DURCHLAUF.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { ensureEmbeddedPostgres } from '../src/platform/database/embedded/index.js'
import { application, openSender, serviceAccount } from './antrag-load.js'
import { print, round } from './measure.js'
import { atRest, installation } from './program.js'

const COUNT = Number(process.env['ANTRAG_DURCHLAUF'] ?? 2_000)
const CLIENTS = 8

const place = installation()
const program = await place.start({ demo: true, ...(process.env['ANTRAG_BENCH_NODE'] ? { env: { NODE_OPTIONS: process.env['ANTRAG_BENCH_NODE'] } } : {}) })
await atRest(program.url)
const server = await ensureEmbeddedPostgres({ dataDir: place.data })
const account = await serviceAccount({ STADTKERN_DATA: place.data })
const sender = openSender(program.url, account, CLIENTS)
const owner = new Client({ connectionString: server.url })
await owner.connect()

/** Applications that lack something of what is owed, and jobs that are not done. */
async function missing(): Promise<number> {
  const { rows: [row] } = await owner.query<{ open: number }>(`select (count(*) filter (where a.bestaetigung_id is null or a.kopie_id is null or not exists
      (select from aufgaben.aufgabe t where t.vorgang_id = a.vorgang_id)))::int + (select count(*)::int from pgboss.job where state in ('created', 'retry', 'active')) as open
    from antraege.antrag a where a.einreicher_id = $1`, [account.kontoId])
  return row?.open ?? 0
}

const begin = performance.now()
let number = 0
await Promise.all(Array.from({ length: CLIENTS }, async () => { while (number < COUNT) await sender.send(application(number++)) }))
const acknowledged = (performance.now() - begin) / 1_000
while (await missing() > 0) await sleep(200)
const seconds = (performance.now() - begin) / 1_000
print({ name: 'antrag.durchlauf', value: round(seconds), unit: 's', yardstick: `all acknowledged after ${round(acknowledged)} s`, ratio: null, n: COUNT })
print({ name: 'antrag.durchlauf.rate', value: round(COUNT / seconds), unit: 'antraege/s', yardstick: '', ratio: null, n: COUNT })
sender.close()
await owner.end()
await program.stop()
await server.release()
await place.remove()
