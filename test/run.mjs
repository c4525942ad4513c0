// Runs the tests: node test/run.mjs [PART_OF_A_PATH…]. One PostgreSQL serves all test files; each makes its own database.
import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { pathToFileURL } from 'node:url'
import { bundleSources } from './bundle.mjs'

const root = dirname(import.meta.dirname)
const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const interrupted = new AbortController()

process.chdir(root)
process.env.NODE_ENV = 'test'
process.exitCode = await main()

async function main() {
  const sources = globSync('{src,test}/**/*.test.{ts,tsx}')
    .filter((file) => filters.length === 0 || filters.some((part) => file.includes(part.replace(/^\.\//, ''))))
    // Those over all rooms take longest; begun last, they would run alone at the end.
    .toSorted((a, b) => Number(b.startsWith('test/')) - Number(a.startsWith('test/')) || (a < b ? -1 : 1))
  if (sources.length === 0) {
    console.error(`No test file matches ${filters.join(' ')}`)
    return 2
  }
  const server = 'src/platform/database/embedded/index.ts'
  const place = await bundleSources(root, [server, 'src/platform/pdf/apart-process.ts', ...sources])
  // What one test file prepares for those after it (test/demo.ts, test/system/programm.ts) lies here.
  const folder = mkdtempSync(join(tmpdir(), 'stadtkern-test-run-'))
  // As root PostgreSQL runs as somebody else, who has to get past this folder.
  chmodSync(folder, 0o755)
  process.env.STADTKERN_TEST_RUN = folder
  const database = await startDatabase(place(server))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interrupted.abort())
  try {
    const passed = await runFiles(new Map(sources.map((source) => [place(source), source])))
    if (interrupted.signal.aborted) return 130
    return passed ? 0 : 1
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A superuser's address for the test files, in the environment; nothing on this server has to survive. */
async function startDatabase(server) {
  if (process.env.STADTKERN_TEST_DATABASE_URL) return { stop: async () => {} }
  const { ensureEmbeddedPostgres } = await import(pathToFileURL(server).href)
  const dataDir = mkdtempSync(join(tmpdir(), 'stadtkern-test-'))
  const extraSettings = { fsync: false, synchronous_commit: false, full_page_writes: false, max_connections: 200 }
  const postgres = await ensureEmbeddedPostgres({ dataDir, extraSettings })
  process.env.STADTKERN_TEST_DATABASE_URL = postgres.url
  return {
    async stop() {
      await postgres.release()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** @param {Map<string, string>} sources by their bundles */
async function runFiles(sources) {
  let passed = true
  const durations = new Map()
  const stream = run({
    files: [...sources.keys()],
    // One more than there are cores: a test file waits for PostgreSQL, a browser or a clock half of its time.
    concurrency: availableParallelism() + 1,
    timeout: 600_000,
    execArgv: ['--enable-source-maps'],
    signal: interrupted.signal,
  })
  // The slowest files come before the runner's summary, because readers and programs look for that at the end.
  const events = stream.compose(async function* withSlowest(source) {
    for await (const event of source) {
      const { type, data } = event
      if (type === 'test:fail' && data.todo === undefined && data.skip === undefined) passed = false
      if (type === 'test:summary' && data.file) durations.set(sources.get(data.file) ?? data.file, data.duration_ms)
      if (type === 'test:diagnostic' && data.nesting === 0 && /^tests \d+$/.test(data.message)) yield* slowest(durations)
      yield event
    }
  })
  const output = events.compose(spec)
  output.pipe(process.stdout)
  await new Promise((resolve, reject) => output.once('end', resolve).once('error', reject))
  return passed
}

function* slowest(durations) {
  const rows = [...durations].toSorted(([, a], [, b]) => b - a).slice(0, 10)
  for (const [file, duration] of rows) {
    const message = `${(duration / 1000).toFixed(1).padStart(6)} s  ${file}`
    yield { type: 'test:diagnostic', data: { nesting: 0, message, level: 'info' } }
  }
}
