import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { urlOf } from './credentials.js'
import { adoptOrStart, type RunningServer, type Site } from './server.js'

export type SupervisionEvent =
  | { kind: 'lost' }
  /** The server runs again, restarted by this process or by another one. */
  | ({ kind: 'restored' } & RunningServer)
  /** Could not be restarted; tried again every few seconds. */
  | { kind: 'failed'; error: unknown }

export interface Supervision {
  stop(): Promise<void>
}

/**
 * Holds one connection open, because its end is the earliest sign of a dead server, and then adopts or restarts. Every
 * surviving process may do so at once; the lock file of PostgreSQL picks one.
 */
export function supervise(site: Site, firstPid: number, onEvent: (event: SupervisionEvent) => void): Supervision {
  const stopping = new AbortController()
  let client: Client | undefined
  const loop = (async () => {
    let pid = firstPid
    while (!stopping.signal.aborted) {
      client = new Client({
        connectionString: urlOf(site.layout, site.credentials, 'postgres'),
        application_name: 'stadtkern supervise',
        keepAlive: true,
      })
      await heldUntilLost(client)
      if (stopping.signal.aborted) break
      pid = await restore(site, pid, onEvent, stopping.signal)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await client?.end().catch(() => {})
      await loop
    },
  }
}

/** Connects and resolves when the connection is gone, whatever the reason. */
async function heldUntilLost(client: Client): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    client.once('end', resolve)
    client.on('error', () => resolve())
  })
  try {
    await client.connect()
  } catch {
    return
  }
  await gone
  await client.end().catch(() => {})
}

async function restore(
  site: Site,
  before: number,
  onEvent: (event: SupervisionEvent) => void,
  signal: AbortSignal,
): Promise<number> {
  let told = false
  const tell = () => {
    if (!told) onEvent({ kind: 'lost' })
    told = true
  }
  for (;;) {
    try {
      const notice = setTimeout(tell, 50)
      const server = await adoptOrStart(site, signal).finally(() => clearTimeout(notice))
      // Only our connection was cut, the server lives: nobody needs to know.
      if (server.pid === before && !told) return before
      tell()
      onEvent({ kind: 'restored', pid: server.pid, version: server.version })
      return server.pid
    } catch (error) {
      if (signal.aborted) return before
      onEvent({ kind: 'failed', error })
      await sleep(3_000, undefined, { signal }).catch(() => {})
      if (signal.aborted) return before
    }
  }
}
