/** What the program leans on, as servers of this process that can be made to fail: object store, mail server, the way to the database. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import { startMailCatcher } from '../../src/platform/mail/index.js'

export type S3Stoerung = 'fehler500' | 'halbesObjekt' | undefined

export interface S3Server {
  readonly endpoint: string
  stoere(stoerung: S3Stoerung): void
  close(): Promise<void>
}

/** Objects in memory behind the S3 protocol, path style; the sum of what is put has to be right. */
export async function openS3(): Promise<S3Server> {
  const objects = new Map<string, { readonly bytes: Buffer; readonly changed: string }>()
  let stoerung: S3Stoerung
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://s3')
    if (stoerung === 'fehler500') {
      request.resume()
      await once(request, 'end')
      response.writeHead(500).end('<Error><Code>InternalError</Code></Error>')
      return
    }
    // Breaks off in the middle of what comes in.
    if (stoerung === 'halbesObjekt' && request.method === 'PUT') { await once(request, 'readable'); request.socket.destroy(); return }
    const body = Buffer.concat(await request.toArray() as Buffer[])
    if (request.method === 'PUT') {
      if (createHash('sha256').update(body).digest('hex') !== request.headers['x-amz-content-sha256']) { response.writeHead(400).end('<Error><Code>XAmzContentSHA256Mismatch</Code></Error>'); return }
      objects.set(url.pathname, { bytes: body, changed: new Date().toISOString() })
      response.end()
      return
    }
    if (url.searchParams.has('list-type')) { response.end(listing(url)); return }
    const found = objects.get(url.pathname)
    if (request.method === 'DELETE') objects.delete(url.pathname)
    if (!found) { response.writeHead(404).end(); return }
    response.writeHead(200, { 'content-length': found.bytes.length })
    if (request.method !== 'GET') { response.end(); return }
    if (stoerung === 'halbesObjekt') { response.write(found.bytes.subarray(0, found.bytes.length / 2), () => response.destroy()); return }
    response.end(found.bytes)
  }
  function listing(url: URL): string {
    const bucket = `${url.pathname.replace(/\/$/, '')}/`
    const entries = [...objects].filter(([path]) => path.startsWith(bucket + (url.searchParams.get('prefix') ?? '')))
      .map(([path, { bytes, changed }]) => `<Contents><Key>${path.slice(bucket.length)}</Key><LastModified>${changed}</LastModified><Size>${bytes.length}</Size></Contents>`)
    return `<?xml version="1.0"?><ListBucketResult>${entries.join('')}</ListBucketResult>`
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stoere: (neu) => { stoerung = neu },
    async close() { server.close(); server.closeAllConnections() },
  }
}

export interface Mailserver {
  readonly smtpUrl: string
  /** Of every mail that was taken: its Message-ID. */
  readonly angenommen: readonly string[]
  stop(): Promise<void>
  start(): Promise<void>
}

export async function openMailserver(): Promise<Mailserver> {
  const angenommen: string[] = []
  const open = (port: number) => startMailCatcher({
    host: '127.0.0.1', port, onMail: (mail) => { angenommen.push(/^message-id:\s*(<[^>]+>)/im.exec(mail.raw.toString('latin1'))?.[1] ?? '?') },
  })
  let server: Awaited<ReturnType<typeof open>> | undefined = await open(0)
  const { smtpUrl, port } = server
  return {
    smtpUrl, angenommen,
    async stop() { const running = server; server = undefined; await running?.close() },
    async start() { server ??= await open(port) },
  }
}

export interface Leitung {
  readonly port: number
  /** Ends every connection in the middle of whatever it does; new ones are refused until `heile`. */
  kappe(): void
  heile(): void
  close(): Promise<void>
}

/** A TCP connection to somewhere else, in pieces when wanted. */
export async function openLeitung(ziel: { readonly path: string } | { readonly host: string; readonly port: number }): Promise<Leitung> {
  const sockets = new Set<Socket>()
  let gekappt = false
  const server = createTcpServer((inner) => {
    if (gekappt) { inner.resetAndDestroy(); return }
    const outer = connect(ziel)
    for (const [one, other] of [[inner, outer], [outer, inner]] as const) {
      sockets.add(one)
      one.setNoDelay(true)
      one.on('error', () => other.destroy()).on('close', () => { sockets.delete(one); other.destroy() })
      one.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    kappe() {
      gekappt = true
      // A socket file knows no reset.
      for (const socket of sockets) if (socket.remoteFamily) socket.resetAndDestroy(); else socket.destroy()
    },
    heile() { gekappt = false },
    async close() { server.close(); for (const socket of sockets) socket.destroy() },
  }
}
