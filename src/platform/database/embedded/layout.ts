import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/** Where the embedded database keeps its things below the data folder. */
export interface Layout {
  dataDir: string
  /** Owned by the system user that runs PostgreSQL (0700): cluster, log, socket. */
  base: string
  /** PGDATA. Appears complete by a rename, never half-made. */
  cluster: string
  log: string
  /** Owned by the user who runs Stadtkern. */
  keys: string
  credentials: string
  /** One file per process that uses the server. */
  users: string
}

/** Makes the data folder if need be. Its real path is used throughout, because servers are recognised by it. */
export function layoutOf(dataDir: string): Layout {
  mkdirSync(dataDir, { recursive: true })
  const root = realpathSync(dataDir)
  const base = join(root, 'postgres')
  const keys = join(root, 'keys')
  return {
    dataDir: root,
    base,
    cluster: join(base, 'cluster'),
    log: join(base, 'server.log'),
    keys,
    credentials: join(keys, 'postgres.json'),
    users: join(root, 'postgres-users'),
  }
}
