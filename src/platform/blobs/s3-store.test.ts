import assert from 'node:assert/strict'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { BlobError, createBlobStore, type BlobStore } from './index.js'
import { emptyPayload, signRequest } from './s3-signature.js'

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: secret }

/**
 * A test double of an S3 store: memory only, path style, pages of two, verifies signatures with its own code. No S3.
 */
const objects = new Map<string, Buffer>()
const server = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray())
  const url = new URL(request.url!, 'http://x')
  const problem = problemOf(request, url, body)
  if (problem) return void response.writeHead(403).end(`<Error><Message>${problem}</Message></Error>`)
  const key = url.pathname.replace('/eimer/', '')
  if (url.searchParams.get('list-type') === '2') return void response.end(listing(url.searchParams))
  if (request.method === 'PUT') objects.set(key, body)
  const found = objects.get(key)
  if (request.method === 'DELETE') objects.delete(key)
  if (!found) return void response.writeHead(404).end()
  response.writeHead(200, { 'content-length': request.method === 'GET' ? found.length : 0 })
  response.end(request.method === 'GET' ? found : undefined)
})

function problemOf(request: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const header = (name: string) => String(request.headers[name] ?? '')
  const parts = /Credential=([^/]+)\/((\d+)\/([^/]+)\/s3\/aws4_request), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
    header('authorization'),
  )
  if (!parts) return 'AccessDenied'
  const [, , scope, day, region, names, signature] = parts
  const query = url.search.slice(1).split('&').sort().join('&')
  const head = names!.split(';').map((name) => `${name}:${header(name)}\n`)
  const hashed = header('x-amz-content-sha256')
  const canonical = `${request.method}\n${url.pathname}\n${query}\n${head.join('')}\n${names}\n${hashed}`
  const digest = createHash('sha256').update(canonical).digest('hex')
  const steps = [day!, region!, 's3', 'aws4_request', `AWS4-HMAC-SHA256\n${header('x-amz-date')}\n${scope}\n${digest}`]
  const start = Buffer.from(`AWS4${secret}`)
  const expected = steps.reduce((key, step) => createHmac('sha256', key).update(step).digest(), start)
  if (expected.toString('hex') !== signature) return 'SignatureDoesNotMatch'
  const actual = createHash('sha256').update(body)
  if (actual.copy().digest('hex') !== hashed) return 'XAmzContentSHA256Mismatch'
  const isPut = request.method === 'PUT'
  return isPut && actual.digest('base64') !== header('x-amz-checksum-sha256') ? 'BadDigest' : undefined
}

function listing(query: URLSearchParams): string {
  const all = [...objects].filter(([key]) => key.startsWith(query.get('prefix')!)).sort()
  const from = Number((query.get('continuation-token') ?? '0').replaceAll(/\D/g, ''))
  const entries = all.slice(from, from + 2).map(([key, bytes]) => {
    const changed = '2027-03-03T13:05:00.000Z'
    return `<Contents><Key>${key}</Key><LastModified>${changed}</LastModified><Size>${bytes.length}</Size></Contents>`
  })
  const next = from + 2 < all.length ? `<NextContinuationToken>+/=&amp;${from + 2}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${entries.join('')}${next}</ListBucketResult>`
}

let store: BlobStore
let tempFolder: string
let endpoint: string
const configOf = (changes = {}) =>
  ({ kind: 's3', endpoint, bucket: 'eimer', region: 'eu-1', ...keys, pathStyle: true, tempFolder, ...changes }) as const

before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  tempFolder = await mkdtemp(join(tmpdir(), 's3-'))
  store = createBlobStore(configOf())
})
after(async () => {
  server.close()
  server.closeAllConnections()
  await rm(tempFolder, { recursive: true })
})

const put = (bytes: Buffer, mandant = 'stadt') => store.put(mandant, Readable.from([bytes]), { maxBytes: 1e7 })
const withCode = (code: string) => (error: unknown) => error instanceof BlobError && error.code === code

test('the signature is the one of the worked examples in the documentation of AWS', () => {
  const credentials = { ...keys, region: 'us-east-1' }
  const now = Temporal.Instant.from('2013-05-24T00:00:00Z')
  const object = new URL('https://examplebucket.s3.amazonaws.com/test.txt')
  const get = signRequest('GET', object, { range: 'bytes=0-9' }, emptyPayload, credentials, now)
  assert.match(get.authorization!, /Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/)
  const list = new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J')
  const listed = signRequest('GET', list, {}, emptyPayload, credentials, now)
  assert.match(listed.authorization!, /Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7$/)
})

test('bytes go to the store and come back; nothing stays on this machine', async () => {
  const bytes = randomBytes(300_000)
  const ref = await put(bytes)
  assert.deepEqual(await put(bytes), ref)
  const { stream, size } = await store.open('stadt', ref.sha256)
  assert.equal(size, bytes.length)
  assert.deepEqual(Buffer.concat(await stream.toArray()), bytes)
  assert.deepEqual(await store.verify('stadt', ref.sha256), { ok: true, size })
  assert.deepEqual(await readdir(tempFolder), [])
  await assert.rejects(store.open('andere', ref.sha256), withCode('fehlt'))
})

test('an empty blob, one over the limit, a damaged one', async () => {
  const empty = await put(Buffer.alloc(0))
  assert.deepEqual(await store.verify('stadt', empty.sha256), { ok: true, size: 0 })
  await Promise.all(Array.from({ length: 300 }, () => assert.rejects(store.put('stadt', Readable.from(['zu viel']), { maxBytes: 3 }), withCode('zuGross'))))
  assert.deepEqual(await readdir(tempFolder), [], 'nothing stays, however early the content fails')
  const { sha256 } = await put(Buffer.from('echt'))
  objects.set([...objects.keys()].find((key) => key.endsWith(sha256))!, Buffer.from('falsch'))
  const checked = await store.verify('stadt', sha256)
  assert.ok(!checked.ok && checked.reason === 'veraendert')
})

test('list follows the pages and shows one town; remove says whether there was one', async () => {
  const refs = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => put(Buffer.from(text), 'liste')))
  const listed = await Array.fromAsync(store.list('liste'))
  assert.deepEqual(listed.map(({ sha256 }) => sha256).sort(), refs.map(({ sha256 }) => sha256).sort())
  assert.ok(listed.every(({ size, storedAt }) => size === 1 && storedAt.epochMilliseconds > 0))
  assert.equal(await store.remove('liste', refs[0]!.sha256), true)
  assert.equal(await store.remove('liste', refs[0]!.sha256), false)
  assert.equal((await Array.fromAsync(store.list('liste'))).length, 4)
})

test('a wrong key, an unreachable store and bad names are typed errors', async () => {
  const thief = createBlobStore(configOf({ secretAccessKey: 'geraten' }))
  await assert.rejects(thief.put('stadt', Readable.from(['x']), { maxBytes: 9 }), withCode('speicher'))
  const nowhere = createBlobStore(configOf({ endpoint: 'http://127.0.0.1:1' }))
  await assert.rejects(nowhere.open('stadt', emptyPayload), withCode('speicher'))
  await assert.rejects(store.open('../stadt', emptyPayload), withCode('ungueltig'))
  await assert.rejects(store.open('stadt', '../x'), withCode('ungueltig'))
  assert.deepEqual(await readdir(tempFolder), [])
})
