import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { codeOf } from './errors.js'
import type { Layout } from './layout.js'

/** What it takes to reach the server; kept in keys/postgres.json (0600) and never changed while the cluster lives. */
export interface Credentials {
  password: string
  /** Set where the server listens on 127.0.0.1 instead of a socket file. */
  port?: number
}

const socketPort = 5432
/** Bytes in sun_path on Linux without the closing zero; macOS has 103. */
const socketPathLimit = process.platform === 'linux' ? 107 : 103

/**
 * Reads the credentials, or makes them once: of two processes that start together, the first to link its file wins and
 * the other reads that one.
 */
export async function loadCredentials(layout: Layout): Promise<Credentials> {
  mkdirSync(layout.keys, { recursive: true, mode: 0o700 })
  if (!existsSync(layout.credentials)) {
    const made: Credentials = { password: randomBytes(24).toString('base64url') }
    if (!socketFits(layout)) made.port = await freePort()
    const temporary = `${layout.credentials}.${process.pid}`
    writeFileSync(temporary, JSON.stringify(made), { mode: 0o600 })
    try {
      linkSync(temporary, layout.credentials)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    } finally {
      rmSync(temporary, { force: true })
    }
  }
  return JSON.parse(readFileSync(layout.credentials, 'utf8')) as Credentials
}

/** A socket file needs no port, is faster and cannot be taken by a stranger; its path must be short enough, though. */
export function socketFits(layout: Layout): boolean {
  return process.platform !== 'win32' && Buffer.byteLength(`${layout.base}/.s.PGSQL.${socketPort}`) <= socketPathLimit
}

/** Connection address as the superuser; understood by `pg` and by libpq. */
export function urlOf(layout: Layout, { password, port }: Credentials, database: string): string {
  if (port !== undefined) return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  const host = encodeURIComponent(layout.base)
  return `postgres://postgres:${password}@localhost:${socketPort}/${database}?host=${host}`
}

/** The settings that make the server listen there and nowhere else. */
export function listenSettings(layout: Layout, { port }: Credentials): Record<string, string> {
  return port === undefined
    ? { listen_addresses: '', unix_socket_directories: layout.base, port: String(socketPort) }
    : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) }
}

/** A port that is free now on 127.0.0.1; stays recorded, so that addresses survive restarts of the server. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
