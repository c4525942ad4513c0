import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { musterstadt, personalActor, system, testApp } from '../../../test/app.js'
import { einheitAnlegen } from '../../modules/grundlagen/organisation/index.js'
import { contentOf, der, insideOf, oid, readDer, TAG, toUnsigned, unsigned } from './der.js'
import { sealEvents, verifyTown } from './seal.js'
import { stamping } from './stamping.js'
import { fetchStamp, imprintOf, readToken, stampRequest, tokenOf } from './timestamp.js'

const { app, ownerUrl } = await testApp({ worker: false })
const never = new AbortController().signal

/** What an authority answers to a request; `twist` falsifies it. The signature is left out: nobody here looks at it. */
function answerTo(request: Buffer, twist: { imprint?: Buffer; nonce?: bigint; status?: bigint } = {}): Buffer {
  const [, messageImprint, nonce] = insideOf(readDer(request).value, TAG.sequence)
  const [algorithm, hashed] = insideOf(messageImprint, TAG.sequence)
  const info = der(TAG.sequence, unsigned(1n), oid('1.2.3.4'), der(TAG.sequence, der(TAG.sequence, algorithm?.content ?? Buffer.alloc(0)), der(TAG.octets, twist.imprint ?? hashed?.content ?? Buffer.alloc(0))),
    unsigned(77n), der(TAG.time, Buffer.from('20261122093000.5Z')), der(TAG.sequence, unsigned(1n)), unsigned(twist.nonce ?? toUnsigned(contentOf(nonce, TAG.integer))))
  const signed = der(TAG.sequence, unsigned(3n), der(TAG.set), der(TAG.sequence, oid('1.2.840.113549.1.9.16.1.4'), der(TAG.context0, der(TAG.octets, info))), der(TAG.set))
  return der(TAG.sequence, der(TAG.sequence, unsigned(twist.status ?? 0n)), der(TAG.sequence, oid('1.2.840.113549.1.7.2'), der(TAG.context0, signed)))
}

let answer: (request: Buffer) => Buffer = answerTo
const authority = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part)).on('end', () => response.setHeader('content-type', 'application/timestamp-reply').end(answer(Buffer.concat(parts))))
}).listen(0, '127.0.0.1')
await once(authority, 'listening')
after(() => authority.close())
const url = `http://127.0.0.1:${(authority.address() as AddressInfo).port}/`
;(app.config as { tsa: unknown }).tsa = { url }
const stamp = () => stamping.run({ app, mandantId: musterstadt, actor: system(), signal: never })
const stamps = async () => Number((await app.db.withMandant(musterstadt, async (tx) => (await tx.selectFrom('platform.zeitstempel' as never).selectAll().execute()).length)))

test('the newest seal gets one time stamp; verify finds it in order', async () => {
  await stamp()
  assert.equal(await stamps(), 0, 'nothing is sealed yet')
  await app.execute(personalActor(['organisation.verwalten']), einheitAnlegen, { kuerzel: 'A', name: 'Amt A' })
  while (await app.db.withMandant(musterstadt, sealEvents) === 0) await new Promise((resolve) => { setTimeout(resolve, 100) })
  await stamp()
  await stamp()
  assert.equal(await stamps(), 1)
  assert.deepEqual((await verifyTown(app, musterstadt)).problems, [])
})

test('what is no time stamp over just this is refused', async () => {
  const data = Buffer.from('kette')
  for (const [was, twisted] of [
    ['another hash', (request: Buffer) => answerTo(request, { imprint: Buffer.alloc(32) })], ['another request', (request: Buffer) => answerTo(request, { nonce: 5n })],
    ['refused', (request: Buffer) => answerTo(request, { status: 2n })], ['garbage', () => Buffer.from('no')], ['cut off', (request: Buffer) => answerTo(request).subarray(0, 90)],
    ['longer', (request: Buffer) => Buffer.concat([answerTo(request), Buffer.from([0])])], ['endless', () => Buffer.alloc(200_000, 0x30)], ['indefinite length', () => Buffer.from('30800000', 'hex')],
  ] as const) {
    answer = twisted
    await assert.rejects(fetchStamp(url, data, never), was)
  }
  answer = answerTo
  assert.equal((await fetchStamp(url, data, never)).zeit.toString(), '2026-11-22T09:30:00.5Z')
})

test('a token of another seal, or a spoilt one, is found', async () => {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  for (const [token, text] of [[tokenOf(answerTo(stampRequest(imprintOf(Buffer.from('x')), 1n))), /anderen Siegel/], [Buffer.from('3003020100', 'hex'), /unlesbar/]] as const) {
    await owner.query('update platform.zeitstempel set token = $1', [token])
    assert.match((await verifyTown(app, musterstadt)).problems[0]?.text ?? '', text)
  }
  await owner.end()
})

test('a token of OpenSSL is read, and OpenSSL reads our request', { skip: !hasOpenssl() && 'openssl is not installed' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'stadtkern-tsa-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
  writeFileSync(join(folder, 'tsa.cnf'), '[req]\ndistinguished_name=dn\nx509_extensions=ext\nprompt=no\n[dn]\nCN=Probe\n[ext]\nextendedKeyUsage=critical,timeStamping\n[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ncrypto_device=builtin\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\naccuracy=secs:1\nordering=yes\n')
  writeFileSync(join(folder, 'serial'), '01\n')
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-days', '2', '-config', 'tsa.cnf')
  const imprint = imprintOf(Buffer.from('kette'))
  writeFileSync(join(folder, 'request.tsq'), stampRequest(imprint, 0xfedcba9876543210n))
  openssl('ts', '-reply', '-config', 'tsa.cnf', '-section', 't', '-queryfile', 'request.tsq', '-inkey', 'key.pem', '-signer', 'cert.pem', '-out', 'reply.tsr')
  const read = readToken(tokenOf(readFileSync(join(folder, 'reply.tsr'))))
  assert.ok(read.imprint.equals(imprint))
  assert.equal(read.nonce, 0xfedcba9876543210n)
  assert.ok(Math.abs(read.zeit.epochMilliseconds - Date.now()) < 60_000)
})

function hasOpenssl(): boolean {
  try { execFileSync('openssl', ['version'], { stdio: 'ignore' }); return true } catch { return false }
}
