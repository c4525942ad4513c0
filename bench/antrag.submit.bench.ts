/**
 * An application with an attachment from POST until it is acknowledged: checked, Eingang, Akte, Vorgang, documents, process, events
 * and jobs committed, the file synced; 8 clients, a web process with a PostgreSQL that syncs every commit. Against raw SQL of as many
 * connections that writes the same rows in one transaction and syncs as many bytes in a file. Goal of the ratio: at least 0.3.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureEmbeddedPostgres } from '../src/platform/database/embedded/index.js'
import { application, attachment, openSender, serviceAccount } from './antrag-load.js'
import { openRawWriter, rowsOf } from './antrag-rows.js'
import { paired, perSecond, print, round } from './measure.js'
import { processorTime } from './processor.js'
import { atRest, installation } from './program.js'

const CLIENTS = 8
const SECONDS = Number(process.env['ANTRAG_BENCH_SECONDS'] ?? 4)
const ROUNDS = Number(process.env['ANTRAG_BENCH_ROUNDS'] ?? 5)

const place = installation()
const whole = await place.start({ demo: true })
await atRest(whole.url)
await whole.stop()
// What reactions and jobs do later is `antrag.durchlauf`; here nobody does it meanwhile.
const program = await place.start({ demo: true, env: { STADTKERN_ROLLE: 'web', ...(process.env['ANTRAG_BENCH_NODE'] ? { NODE_OPTIONS: process.env['ANTRAG_BENCH_NODE'] } : {}) } })
const server = await ensureEmbeddedPostgres({ dataDir: place.data })
const sender = openSender(program.url, await serviceAccount({ STADTKERN_DATA: place.data }), CLIENTS)
let number = 0
for (let warm = 0; warm < 20; warm++) await sender.send(application(number++))
const rows = await rowsOf(server.url, (await sender.send(application(number++))).vorgangsnummer)
const raw = openRawWriter(server.url, rows, CLIENTS)
const folder = join(place.folder, 'raw')
mkdirSync(folder)

/** The file as the blob store owes it: bytes synced under a temporary name, then moved, the folder synced. */
async function writeFileSynced(bytes: Buffer): Promise<void> {
  const path = join(folder, randomUUID())
  const file = await open(`${path}.part`, 'w')
  await file.writeFile(bytes)
  await file.sync()
  await file.close()
  await rename(`${path}.part`, path)
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}

const submissions = () => perSecond(() => sender.send(application(number++)), { seconds: SECONDS, callers: CLIENTS })
const rawSql = () => perSecond(async () => { await writeFileSynced(attachment(number++)); await raw.write() }, { seconds: SECONDS, callers: CLIENTS })
await submissions()
await rawSql()
const [before, first] = [processorTime(program.child.pid, place.data), number]
await submissions()
const counted = number - first
const processor = (processorTime(program.child.pid, place.data) - before) / counted
const { value, ratio } = await paired(submissions, rawSql, ROUNDS)
print({ name: 'antrag.submit', value: round(value), unit: 'antraege/s', yardstick: `raw SQL, same ${rows.count} rows and file`, ratio: round(ratio), n: ROUNDS })
print({ name: 'antrag.submit.processor', value: round(processor), unit: 'ms', yardstick: '', ratio: null, n: counted })
sender.close()
await raw.close()
await program.stop()
await server.release()
await place.remove()
