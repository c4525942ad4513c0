import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync } from 'node:fs'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, afterEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { projectRoot } from '../../config/root.js'
import { chooseAccount, handOver } from './account.js'
import { repairLinks } from './binaries.js'
import { ensureEmbeddedPostgres, stopEmbedded } from './index.js'
import { layoutOf } from './layout.js'
import { birthOf, isAlive } from './processes.js'
import { otherUsers } from './registry.js'

interface Message {
  ready?: boolean
  kind?: string
  pid: number
  adopted: boolean
  url: string
}

const folder = mkdtempSync(join(tmpdir(), 'stadtkern-pg-'))
// As root the server runs as another user, who has to get past this folder; the one below is closed on purpose.
chmodSync(folder, 0o755)
const dataDir = join(folder, 'data')
mkdirSync(dataDir, { mode: 0o700 })
const layout = layoutOf(dataDir)
const children = new Set<ChildProcess>()

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all([...children].map((child) => (child.exitCode ?? child.signalCode) === null && once(child, 'exit')))
  children.clear()
  await stopEmbedded(dataDir)
})
after(() => rmSync(folder, { recursive: true, force: true }))

function startNode(mode = ''): { child: ChildProcess; next(want: (m: Message) => boolean): Promise<Message> } {
  const program = join(projectRoot, 'src/platform/database/embedded/test-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataDir, mode], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  const seen: Message[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => seen.push(JSON.parse(line) as Message))
  return {
    child,
    async next(want) {
      for (let waited = 0; waited < 60_000; waited += 20) {
        const found = seen.find(want)
        if (found) return found
        await sleep(20)
      }
      throw new Error(`nothing of the kind in ${JSON.stringify(seen.map(({ kind, ready }) => ({ kind, ready })))}`)
    },
  }
}

const ready = (m: Message) => m.ready === true

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
  children.delete(child)
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows.map((row: Record<string, T>) => Object.values(row)[0] as T)
  } finally {
    await client.end()
  }
}

async function gone(pid: number, within = 8_000): Promise<boolean> {
  for (let waited = 0; waited < within && birthOf(pid) !== undefined; waited += 20) await sleep(20)
  return birthOf(pid) === undefined
}

test('a fresh start gives a German-sorting UTF-8 database', async () => {
  const server = await ensureEmbeddedPostgres({ dataDir, extraSettings: { shared_buffers: '16MB' } })
  try {
    assert.equal(server.adopted, false)
    assert.match(server.version, /^18\.\d+$/)
    const words = `select w from unnest(array['Zebra','Ärger','arm','Öl']) w order by w collate "de-x-icu"`
    assert.deepEqual(await ask(server.url, words), ['Ärger', 'arm', 'Öl', 'Zebra'])
    assert.deepEqual(await ask(server.url, "select lower('ÄÖÜ')"), ['äöü'])
    assert.deepEqual(await ask(server.url, "select to_tsvector('german', '„Haus“ – Straßen')::text"), ["'haus':1 'strass':2"])
    assert.deepEqual(await ask(server.url, "select current_setting('fsync')"), ['on'])
    assert.deepEqual(await ask(server.url, "select current_setting('wal_level')"), ['replica'])
    const withoutPassword = server.url.replace(/:[^:@/]+@/, ':falsch@')
    await assert.rejects(ask(withoutPassword, 'select 1'), { code: '28P01' })
    if (process.platform !== 'win32') assert.equal(statSync(layout.credentials).mode & 0o777, 0o600)
    const owner = statSync(layout.cluster).uid
    assert.equal(owner, chooseAccount(layout)?.uid ?? process.getuid?.() ?? owner)
  } finally {
    await server.release()
  }
  assert.ok(await gone(server.pid), 'the only user stops the server')
})

test('a second process adopts; the server ends with the last one', async () => {
  const first = startNode()
  const one = await first.next(ready)
  const second = startNode()
  const two = await second.next(ready)
  assert.deepEqual([one.adopted, two.adopted, two.pid, two.url], [false, true, one.pid, one.url])
  assert.deepEqual(otherUsers(layout).toSorted(), [first.child.pid, second.child.pid].toSorted())
  await end(first.child, 'SIGTERM')
  assert.deepEqual(await ask(two.url, 'select 1'), [1])
  await end(second.child, 'SIGTERM')
  assert.ok(await gone(two.pid))
})

test('two processes that start at once on an empty folder end with one server', async () => {
  rmSync(dataDir, { recursive: true })
  const both = [startNode(), startNode()]
  const [one, two] = await Promise.all(both.map(({ next }) => next(ready)))
  assert.equal(one?.pid, two?.pid)
  assert.equal(one?.url, two?.url)
  assert.deepEqual(await ask(one?.url ?? '', 'select 1'), [1])
})

test('a folder is handed over while a server in it makes and removes files', { skip: process.platform === 'win32' }, async () => {
  const place = mkdtempSync(join(folder, 'betrieb-'))
  const busy = spawn('sh', ['-c', 'while :; do : > "$0/a"; : > "$0/b"; rm "$0/a" "$0/b"; done', place], { stdio: 'ignore' })
  const { uid = 0, gid = 0 } = { uid: process.getuid?.(), gid: process.getgid?.() }
  try {
    for (let round = 0; round < 300; round++) {
      handOver(place, { name: 'ich', uid, gid })
      if (round % 10 === 0) await sleep(1)
    }
  } finally {
    const ended = once(busy, 'exit')
    busy.kill('SIGKILL')
    await ended
  }
})

test('kill -9 of the node process leaves the server, and the next start adopts it', async () => {
  const first = startNode()
  const one = await first.next(ready)
  await end(first.child, 'SIGKILL')
  assert.ok(isAlive(one.pid))
  const second = startNode()
  const two = await second.next(ready)
  assert.deepEqual([two.adopted, two.pid], [true, one.pid])
  assert.deepEqual(otherUsers(layout), [second.child.pid], 'the dead are no users')
})

test('kill -9 of the server: the surviving processes end with one new server at the same address', async () => {
  const both = [startNode('supervised'), startNode('supervised')]
  const [before] = await Promise.all(both.map(({ next }) => next(ready)))
  assert.ok(before)
  await sleep(300)
  process.kill(before.pid, 'SIGKILL')
  const [one, two] = await Promise.all(both.map(({ next }) => next((m) => m.kind === 'restored')))
  assert.notEqual(one?.pid, before.pid)
  assert.equal(one?.pid, two?.pid)
  assert.deepEqual(await ask(before.url, 'select 1'), [1])
})

test('kill -9 of everything: the next start recovers', async () => {
  const first = startNode('supervised')
  const one = await first.next(ready)
  await ask(one.url, 'create table if not exists bleibt as select 42 as wert')
  await end(first.child, 'SIGKILL')
  process.kill(one.pid, 'SIGKILL')
  const two = await startNode().next(ready)
  assert.equal(two.adopted, false)
  assert.deepEqual(await ask(two.url, 'select wert from bleibt'), [42])
})

test('a stale lock file with the number of another program is removed', async () => {
  const started = await ensureEmbeddedPostgres({ dataDir })
  const lock = join(layout.cluster, 'postmaster.pid')
  const content = readFileSync(lock, 'utf8')
  await started.release()
  // What a crash leaves behind once the number has been given to another program: here, to this test.
  writeFileSync(lock, content.replace(/^\d+/, String(process.pid)))
  const again = await ensureEmbeddedPostgres({ dataDir })
  assert.equal(again.adopted, false)
  assert.deepEqual(await ask(again.url, 'select 1'), [1])
  await again.release()
})

test('a path too long for a socket file gets a port on 127.0.0.1', async () => {
  const deep = join(folder, 'ein-sehr-langer-ordnername-'.repeat(4))
  const server = await ensureEmbeddedPostgres({ dataDir: deep, extraSettings: { fsync: false } })
  try {
    assert.equal(new URL(server.url).hostname, '127.0.0.1')
    assert.deepEqual(await ask(server.url, "select current_setting('listen_addresses')"), ['127.0.0.1'])
  } finally {
    await server.release()
  }
})

test(
  'as root, a closed folder above the data is named with the ways out',
  { skip: process.getuid?.() !== 0 && 'needs root' },
  async () => {
    const closed = join(folder, 'home')
    mkdirSync(closed, { mode: 0o700 })
    await assert.rejects(ensureEmbeddedPostgres({ dataDir: join(closed, 'data') }), (error: Error) => {
      return error.message.includes(`${closed} nicht`) && error.message.includes('DATABASE_URL')
    })
  },
)

test('missing library links are made, existing ones left alone', async () => {
  const root = join(folder, 'package')
  mkdirSync(join(root, 'native/lib'), { recursive: true })
  writeFileSync(join(root, 'native/lib/libx.so.1.2'), 'x')
  const links = ['libx.so.1', 'libx.so'].map((name) => ({
    source: 'native/lib/libx.so.1.2',
    target: `native/lib/${name}`,
  }))
  writeFileSync(join(root, 'native/pg-symlinks.json'), JSON.stringify(links))
  repairLinks(root)
  repairLinks(root)
  assert.equal(readlinkSync(join(root, 'native/lib/libx.so')), 'libx.so.1.2')
})
