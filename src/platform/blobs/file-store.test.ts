import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { BlobError, createBlobStore, type BlobStore } from './index.js'

const town = '0190a6f2-1111-7000-8000-000000000001'
const otherTown = '0190a6f2-1111-7000-8000-000000000002'
let root: string
let store: BlobStore

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'blobs-'))
  store = createBlobStore({ kind: 'files', root })
})
after(() => rm(root, { recursive: true, force: true }))

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const put = (bytes: Buffer, mandant = town) => store.put(mandant, Readable.from([bytes]), { maxBytes: 10_000_000 })
const withCode = (code: string) => (error: unknown) => error instanceof BlobError && error.code === code
const tempFiles = () => readdir(join(root, '.temp'))
const fileOf = (sha256: string) => join(root, town, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

test('any content comes back byte for byte under its SHA-256', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (array) => {
      const bytes = Buffer.from(array)
      const ref = await put(bytes)
      assert.deepEqual(ref, { sha256: sha(bytes), size: bytes.length })
      const { stream, size } = await store.open(town, ref.sha256)
      assert.equal(size, bytes.length)
      assert.deepEqual(Buffer.concat(await stream.toArray()), bytes)
    }),
    { numRuns: 20 },
  )
})

test('the same content from many uploads at once is stored once and whole', async () => {
  const bytes = randomBytes(200_000)
  const refs = await Promise.all(Array.from({ length: 8 }, () => put(bytes)))
  assert.equal(new Set(refs.map((ref) => ref.sha256)).size, 1)
  assert.deepEqual(await store.verify(town, sha(bytes)), { ok: true, size: bytes.length })
  assert.deepEqual(await tempFiles(), [])
})

test('one town cannot open what another town stored', async () => {
  const { sha256 } = await put(Buffer.from('nur für eine Stadt'))
  await assert.rejects(store.open(otherTown, sha256), withCode('fehlt'))
  assert.deepEqual(await store.verify(otherTown, sha256), { ok: false, reason: 'fehlt' })
})

test('one byte over the limit is refused and leaves nothing behind; the limit itself is allowed', async () => {
  const bytes = randomBytes(1000)
  await assert.rejects(store.put(town, Readable.from([bytes]), { maxBytes: 999 }), withCode('zuGross'))
  await assert.rejects(store.open(town, sha(bytes)), withCode('fehlt'))
  assert.deepEqual(await tempFiles(), [])
  assert.equal((await store.put(town, Readable.from([bytes]), { maxBytes: 1000 })).size, 1000)
})

test('an upload that breaks off, or is aborted, leaves nothing behind', async () => {
  const broken = new Readable({ read() {} })
  broken.push(randomBytes(70_000))
  setTimeout(() => broken.destroy(new Error('connection lost')), 20)
  await assert.rejects(store.put(town, broken, { maxBytes: 1e6 }), withCode('abgebrochen'))

  const stalled = new Readable({ read() {} })
  const signal = AbortSignal.timeout(20)
  await assert.rejects(store.put(town, stalled, { maxBytes: 1e6, signal }), withCode('abgebrochen'))
  assert.deepEqual(await tempFiles(), [])
})

test('a killed process leaves only a temporary file, which the collector removes when it is old', async () => {
  const script = `
    import { createBlobStore } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
    import { Readable } from 'node:stream'
    const endless = new Readable({ read() { setTimeout(() => this.push(Buffer.alloc(1000)), 1) } })
    setTimeout(() => console.log('writing'), 50)
    await createBlobStore({ kind: 'files', root: process.argv[1] }).put('stadt', endless, { maxBytes: 1e9 })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, root])
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.equal((await tempFiles()).length, 1)
  assert.deepEqual(await Array.fromAsync(store.list('stadt')), [])

  const hourAgo = Temporal.Now.instant().subtract({ hours: 1 })
  assert.equal(await store.collectTemp(hourAgo), 0, 'a young file may still be written')
  const name = (await tempFiles())[0]!
  await utimes(join(root, '.temp', name), new Date(0), new Date(0))
  assert.equal(await store.collectTemp(hourAgo), 1)
  assert.deepEqual(await tempFiles(), [])
})

test('verify finds a changed byte, and putting the true content again repairs it', async () => {
  const bytes = Buffer.from('Bescheid vom 3. März')
  const { sha256 } = await put(bytes)
  const forged = Buffer.from('Bescheid vom 4. März')
  await writeFile(fileOf(sha256), forged)
  assert.deepEqual(await store.verify(town, sha256), {
    ok: false,
    reason: 'veraendert',
    actualSha256: sha(forged),
    size: forged.length,
  })
  await put(bytes)
  assert.equal((await store.verify(town, sha256)).ok, true)
})

test('list names every blob of the town and only those; remove says whether there was one', async () => {
  const mandant = 'liste'
  const refs = await Promise.all(['a', 'b', 'c'].map((text) => put(Buffer.from(text), mandant)))
  const listed = await Array.fromAsync(store.list(mandant))
  assert.deepEqual(listed.map((entry) => entry.sha256).sort(), refs.map((ref) => ref.sha256).sort())
  const hourAgo = Temporal.Now.instant().subtract({ hours: 1 })
  assert.ok(listed.every(({ size, storedAt }) => size === 1 && Temporal.Instant.compare(storedAt, hourAgo) > 0))
  assert.equal(await store.remove(mandant, refs[0]!.sha256), true)
  assert.equal(await store.remove(mandant, refs[0]!.sha256), false)
  assert.equal((await Array.fromAsync(store.list(mandant))).length, 2)
  assert.deepEqual(await Array.fromAsync(store.list('unbekannt')), [])
})

test('names that are no identifiers never reach the file system', async () => {
  const good = sha(Buffer.from(''))
  const badTowns = ['', '.', '..', '.temp', 'a/b', 'a\\b', '../x', 'A', 'ä', 'a\0', `a${'b'.repeat(80)}`, '-a', 'a\n']
  for (const bad of badTowns) {
    await assert.rejects(store.open(bad, good), withCode('ungueltig'), JSON.stringify(bad))
    await assert.rejects(store.put(bad, Readable.from(['x']), { maxBytes: 1 }), withCode('ungueltig'))
    assert.throws(() => store.list(bad), withCode('ungueltig'))
  }
  for (const bad of ['', good.toUpperCase(), good.slice(1), `../${good.slice(3)}`, `${good}\n`]) {
    await assert.rejects(store.open(town, bad), withCode('ungueltig'), JSON.stringify(bad))
    await assert.rejects(store.remove(town, bad), withCode('ungueltig'))
  }
})
