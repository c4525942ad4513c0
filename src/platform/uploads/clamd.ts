import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

export type ClamdAddress = { host: string; port: number } | { socket: string }

export type ScanOptions = {
  /** Whole scan, in milliseconds. */
  timeoutMs?: number
  /** More is not sent. Keep it at or below clamd's StreamMaxLength (25 MB by default). */
  maxBytes?: number
}

/** `ungeprueft` is no verdict: the caller keeps the file in quarantine and tries again. */
export type ScanResult =
  | { verdict: 'sauber' }
  | { verdict: 'befallen'; signatur: string }
  | { verdict: 'ungeprueft'; grund: string }

/**
 * Has a stream scanned by ClamAV (clamd, command INSTREAM). Never throws: an unreachable, slow or refusing scanner
 * gives `ungeprueft` with the reason. The stream is read to its end or destroyed.
 */
export async function scanWithClamd(
  address: ClamdAddress,
  content: Readable,
  { timeoutMs = 60_000, maxBytes = 25 * 1024 * 1024 }: ScanOptions = {},
): Promise<ScanResult> {
  const socket = 'socket' in address ? connect(address.socket) : connect(address.port, address.host)
  const signal = AbortSignal.timeout(timeoutMs)
  const stop = (): void => {
    socket.destroy(new Error('timeout'))
    content.destroy()
  }
  signal.addEventListener('abort', stop, { once: true })
  // Both may fail at any time, also while nobody waits for them; the awaits below report it.
  socket.on('error', () => {})
  content.on('error', () => {})
  try {
    await once(socket, 'connect')
    const reply = readReply(socket)
    reply.catch(() => {})
    await send(socket, content, maxBytes, reply)
    return interpret(await reply)
  } catch (error) {
    return { verdict: 'ungeprueft', grund: signal.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error) }
  } finally {
    signal.removeEventListener('abort', stop)
    socket.destroy()
    content.destroy()
  }
}

/** Sends the command and the chunks; stops early when clamd has answered already (size limit, error). */
async function send(socket: Socket, content: Readable, maxBytes: number, reply: Promise<string>): Promise<void> {
  let answered = false
  const noteAnswer = reply.then(
    () => (answered = true),
    () => (answered = true),
  )
  socket.write('zINSTREAM\0')
  let sent = 0
  for await (const piece of content as AsyncIterable<Buffer | string>) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
    if (chunk.length === 0) continue
    sent += chunk.length
    if (sent > maxBytes) throw new Error(`larger than the scan limit of ${maxBytes} bytes`)
    if (answered || socket.destroyed) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), noteAnswer])
  }
  if (!answered && !socket.destroyed) socket.write(Buffer.alloc(4))
}

async function readReply(socket: Socket): Promise<string> {
  let text = ''
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8')
    if (text.length > 4096) throw new Error('answer too long')
    if (text.includes('\0')) break
  }
  return text.replace(/\0[^]*$/, '').trim()
}

function interpret(reply: string): ScanResult {
  if (reply === 'stream: OK') return { verdict: 'sauber' }
  const signatur = /^stream: (.+) FOUND$/.exec(reply)?.[1]
  if (signatur !== undefined) return { verdict: 'befallen', signatur }
  return { verdict: 'ungeprueft', grund: reply === '' ? 'connection closed without an answer' : reply.slice(0, 200) }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}
