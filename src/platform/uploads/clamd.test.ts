import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { scanWithClamd } from './index.js'

// The standard test string, in two parts so that scanners on developers' machines leave this file alone.
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${'STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`

/**
 * A test double of clamd: speaks INSTREAM, knows one signature, limits the stream. No virus scanner.
 */
async function startDouble(behaviour: { maxLength?: number; silent?: boolean; hangUp?: boolean } = {}) {
  const received: Buffer[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    if (behaviour.hangUp) socket.end()
    else if (!behaviour.silent) serve(socket, behaviour.maxLength ?? 1e7, received)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  return { address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port }, received }
}

function serve(socket: Socket, maxLength: number, received: Buffer[]): void {
  let buffer = Buffer.alloc(0)
  let command = ''
  const content: Buffer[] = []
  socket.on('data', (data: Buffer) => {
    buffer = Buffer.concat([buffer, data])
    if (command === '') {
      const end = buffer.indexOf(0)
      if (end === -1) return
      command = buffer.toString('latin1', 0, end)
      buffer = buffer.subarray(end + 1)
      if (command !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0')
    }
    while (buffer.length >= 4 && buffer.length >= 4 + buffer.readUInt32BE(0)) {
      const length = buffer.readUInt32BE(0)
      if (length === 0) {
        received.push(Buffer.concat(content))
        const found = Buffer.concat(content).includes(eicar)
        return void socket.end(found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
      }
      content.push(buffer.subarray(4, 4 + length))
      buffer = buffer.subarray(4 + length)
      if (Buffer.concat(content).length > maxLength) return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    }
  })
}

test('a clean file is sauber, and every byte was sent', async () => {
  const { address, received } = await startDouble()
  const content = Buffer.alloc(300_000, 'Rathaus ')
  const chunks = [content.subarray(0, 100), content.subarray(100, 200_000), content.subarray(200_000)]
  assert.deepEqual(await scanWithClamd(address, Readable.from(chunks)), { verdict: 'sauber' })
  assert.deepEqual(received[0], content)
})

test('the EICAR test file is befallen, also when split over chunks', async () => {
  const { address } = await startDouble()
  const result = await scanWithClamd(address, Readable.from([eicar.slice(0, 20), eicar.slice(20)]))
  assert.deepEqual(result, { verdict: 'befallen', signatur: 'Eicar-Test-Signature' })
})

test('no scanner, a silent one, one that hangs up: ungeprueft with a reason, never an exception', async () => {
  const unreachable = await scanWithClamd({ host: '127.0.0.1', port: 1 }, Readable.from(['x']))
  assert.deepEqual(unreachable, { verdict: 'ungeprueft', grund: 'ECONNREFUSED' })
  const noSocket = await scanWithClamd({ socket: '/nonexistent/clamd.ctl' }, Readable.from(['x']))
  assert.deepEqual(noSocket, { verdict: 'ungeprueft', grund: 'ENOENT' })
  const silent = await startDouble({ silent: true })
  const late = await scanWithClamd(silent.address, Readable.from(['x']), { timeoutMs: 50 })
  assert.deepEqual(late, { verdict: 'ungeprueft', grund: 'no answer within 50 ms' })
  const rude = await startDouble({ hangUp: true })
  assert.equal((await scanWithClamd(rude.address, Readable.from(['x']))).verdict, 'ungeprueft')
})

test('what is larger than either side allows is ungeprueft', async () => {
  const { address } = await startDouble({ maxLength: 1000 })
  const theirs = await scanWithClamd(address, Readable.from([Buffer.alloc(900), Buffer.alloc(900), Buffer.alloc(900)]))
  assert.deepEqual(theirs, { verdict: 'ungeprueft', grund: 'INSTREAM size limit exceeded. ERROR' })
  const ours = await scanWithClamd(address, Readable.from([Buffer.alloc(900)]), { maxBytes: 100 })
  assert.deepEqual(ours, { verdict: 'ungeprueft', grund: 'larger than the scan limit of 100 bytes' })
})

test('an upload that breaks off while it is scanned is ungeprueft', async () => {
  const { address } = await startDouble()
  const broken = new Readable({ read() {} })
  broken.push('x')
  setTimeout(() => broken.destroy(new Error('connection lost')), 20)
  assert.deepEqual(await scanWithClamd(address, broken), { verdict: 'ungeprueft', grund: 'connection lost' })
})
