/** Started by the tests as a process of its own, because what they are about is several processes on one folder. */
import { ensureEmbeddedPostgres } from './index.js'

const [dataDir = '', supervised] = process.argv.slice(2)
const say = (message: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(message)}\n`)

const server = await ensureEmbeddedPostgres({ dataDir, extraSettings: { fsync: false, shared_buffers: '16MB' } })
say({ ready: true, pid: server.pid, adopted: server.adopted, url: server.url, version: server.version })
if (supervised === 'supervised') server.supervise((event) => say({ ...event }))
process.on('SIGTERM', () => void server.release().then(() => process.exit(0)))
// Signals alone do not keep a process alive.
setInterval(() => {}, 60_000)
