import { Client, type ClientConfig } from 'pg'
import { cut } from './sighting.js'

/** `connected` also after a lost connection came back. */
export interface ListenState { connected(): void; lost(): void }

/** For what was read already: `hear` when the line was lost and came back, because news may have been missed. */
export function hearAgain(hear: () => void): ListenState {
  let missed = false
  return { connected: () => { if (missed) hear() }, lost: () => { missed = true } }
}

export interface Listening {
  readonly connection: ClientConfig & { readonly Client?: typeof Client | undefined }
  readonly channel: string
  onNotify(payload: string): void
  readonly state?: ListenState | undefined
  readonly onError?: ((error: Error) => void) | undefined
}

const AGAIN_AFTER_MS = 1_000
const SIGN_OF_LIFE_EVERY_MS = 10_000
const SIGN_OF_LIFE_WITHIN_MS = 5_000

/**
 * LISTEN on a connection of its own, reconnecting for as long as the process lives; each time to the server that is the
 * primary then. A line that died in silence would be waited at for ever, so it has to answer now and then.
 * @throws when the first connection cannot be made
 */
export async function listen(listening: Listening): Promise<() => Promise<void>> {
  const { connection, channel, onNotify, state, onError } = listening
  let closed = false
  let client: Client | undefined
  let retry: NodeJS.Timeout | undefined
  const tryAgain = () => { connect().catch((error: Error) => { onError?.(error); again() }) }
  const again = () => { if (!closed) retry = setTimeout(tryAgain, AGAIN_AFTER_MS) }
  async function connect(): Promise<void> {
    const options = { ...connection, query_timeout: SIGN_OF_LIFE_WITHIN_MS, keepAlive: true }
    const line = new (connection.Client ?? Client)(options)
    line.on('notification', (message) => onNotify(message.payload ?? ''))
    line.on('error', (error) => onError?.(error))
    await line.connect()
    await line.query(`listen ${line.escapeIdentifier(channel)}`)
      .catch((error: unknown) => { cut(line); throw error })
    if (closed) return line.end()
    const pulse = setInterval(() => { line.query('select 1').catch(() => cut(line)) }, SIGN_OF_LIFE_EVERY_MS)
    pulse.unref()
    client = line
    line.once('end', () => { clearInterval(pulse); client = undefined; state?.lost(); again() })
    state?.connected()
  }
  await connect()
  return async () => { closed = true; clearTimeout(retry); await client?.end() }
}
