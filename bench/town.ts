import { join } from 'node:path'
import { chmodSync, mkdirSync } from 'node:fs'
import { createApp, migrationSources } from '../src/create-app.js'
import type { App } from '../src/platform/app.js'
import { loadConfig } from '../src/platform/config/index.js'
import { openDatabase } from '../src/platform/database/database.js'
import { ensureEmbeddedPostgres } from '../src/platform/database/embedded/index.js'
import { migrate } from '../src/platform/database/migrate.js'
import { openLog } from '../src/platform/log/log.js'
import { addMandant } from '../src/platform/tenancy/mandanten.js'

export const town = '01900000-0000-7000-8000-000000000001'

/** The program without web and worker on an empty database with the settings of an installation (every commit reaches the disk). */
export async function emptyTown(folder: string): Promise<{ app: App; close(): Promise<void> }> {
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir, { recursive: true })
  chmodSync(dataDir, 0o755)
  const server = await ensureEmbeddedPostgres({ dataDir })
  await migrate(server.url, migrationSources)
  const owner = openDatabase({ url: server.url, max: 1 })
  await addMandant(owner, { id: town, schluessel: 'musterstadt', name: 'Musterstadt', hosts: ['localhost'] })
  await owner.close()
  const config = loadConfig({ STADTKERN_DATA: dataDir, STADTKERN_MODE: 'demo', PORT: '0', STADTKERN_LOG_LEVEL: 'error' })
  const app = await createApp({ config, databaseUrl: server.url, worker: false, log: openLog('error') })
  return { app, async close() { await app.close(); await server.release() } }
}
