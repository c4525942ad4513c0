/** What stands before several web processes: lets them take turns, and leaves one out as soon as it no longer calls itself ready. */
import { once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Verteiler {
  readonly url: string
  /** How many requests each process has answered, in the order of `ziele`. */
  readonly beantwortet: readonly number[]
  close(): void
}

const FRAGT_ALLE_MS = 100

/** @param ziele addresses of the processes; one that is not there is tried again with every look at `/readyz` */
export async function openVerteiler(ziele: readonly string[]): Promise<Verteiler> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const bereit = ziele.map(() => true)
  const beantwortet = ziele.map(() => 0)
  let reihe = 0
  const frage = async (url: string, index: number): Promise<void> => {
    bereit[index] = await fetch(`${url}/readyz`).then(({ ok }) => ok, () => false)
  }
  const fragt = setInterval(() => { ziele.forEach((url, index) => { void frage(url, index) }) }, FRAGT_ALLE_MS)
  const server = createServer((von, an) => { void nimmAn(von, an) })
  async function nimmAn(von: IncomingMessage, an: ServerResponse): Promise<void> {
    reihe++
    const wahl = ziele.map((_, index) => (index + reihe) % ziele.length).toSorted((a, b) => Number(bereit[b]) - Number(bereit[a]))
    reiche(von, Buffer.concat(await von.toArray() as Buffer[]), an, wahl)
  }
  function reiche(von: IncomingMessage, inhalt: Buffer, an: ServerResponse, [index = -1, ...andere]: readonly number[]): void {
    const url = ziele[index]
    if (url === undefined) { an.writeHead(502).end(); return }
    const weiter = request(url + (von.url ?? '/'), { method: von.method ?? 'GET', headers: von.headers, agent }, (antwort) => {
      beantwortet[index] = (beantwortet[index] ?? 0) + 1
      an.writeHead(antwort.statusCode ?? 502, antwort.rawHeaders)
      antwort.pipe(an)
    })
    // Where nobody listens nothing was asked: then the next one. Everything else is an error that somebody meets.
    weiter.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') reiche(von, inhalt, an, andere)
      else an.destroy(error)
    })
    weiter.end(inhalt)
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, beantwortet,
    close() { clearInterval(fragt); agent.destroy(); server.close(); server.closeAllConnections() },
  }
}
