import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/**
 * Requests per second of one address with some connections at once, each asking again when it has its answer. Speaks HTTP on
 * the socket itself: Node's client costs more than a fast server and would be what is measured.
 * @throws when an answer is not 200 (with `refusals` also 503) or has no length
 */
export async function requestsPerSecond(url: string, options: { seconds: number; connections: number; headers?: Readonly<Record<string, string>>; /** A flood may be told to come later. */ refusals?: true }): Promise<number> {
  const { hostname, port, host, pathname, search } = new URL(url)
  const headers = Object.entries({ host, ...options.headers }).map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const message = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${headers}\r\n`)
  const begin = performance.now()
  const until = begin + options.seconds * 1_000
  const counts = await Promise.all(Array.from({ length: options.connections }, async () => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    await once(socket, 'connect')
    const count = await ask(socket, message, until, options.refusals ? /^HTTP\/1\.1 (200|503)/ : /^HTTP\/1\.1 200/)
    socket.destroy()
    return count
  }))
  return counts.reduce((a, b) => a + b) / ((performance.now() - begin) / 1_000)
}

function ask(socket: Socket, message: Buffer, until: number, good: RegExp): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0
    let missing = -1
    let head: Buffer = Buffer.alloc(0)
    socket.on('error', reject).on('close', () => reject(new Error('the server closed the connection')))
    socket.on('data', (chunk: Buffer) => {
      let bytes = chunk.length
      if (missing < 0) {
        head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const text = head.toString('latin1', 0, end)
        const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1]
        if (!good.test(text) || length === undefined) { reject(new Error(`no page: ${text.slice(0, 200)}`)); return }
        missing = Number(length)
        bytes = head.length - end - 4
        head = Buffer.alloc(0)
      }
      missing -= bytes
      if (missing > 0) return
      missing = -1
      count++
      if (performance.now() >= until) resolve(count)
      else socket.write(message)
    })
    socket.write(message)
  })
}
