import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createApp, migrationSources } from '../create-app.js'
import { loadConfig, type Config } from '../platform/config/index.js'
import type { App } from '../platform/app.js'
import { ensureEmbeddedPostgres, type Settings } from '../platform/database/embedded/index.js'
import { migrate, stateOf } from '../platform/database/migrate.js'
import { primaryUrl } from '../platform/database/sighting.js'
import { openLog } from '../platform/log/log.js'

interface Server { readonly url: string; readonly pid?: number }

/** The database of this configuration: joins the server that runs, or starts it for as long as `fn` takes. */
export async function withServer<T>(config: Config, fn: (server: Server) => Promise<T>, extraSettings: Settings = {}): Promise<T> {
  if (config.database.url) return fn({ url: await primaryUrl(config.database.url) })
  const server = await ensureEmbeddedPostgres({ dataDir: config.data, extraSettings })
  try { return await fn(server) } finally { await server.release() }
}

/**
 * Runs one command of the command line on the program's database. An empty database is prepared first, so that a town can be added
 * or a snapshot brought back before the first start; with `vorhanden` it is refused instead, because whoever checks or saves
 * nothing has mistaken the folder. `settings` are those of PostgreSQL, if it is started here. An older or newer database is not a command's business.
 */
export async function withApp<T>(fn: (app: App, ownerUrl: string, postgresPid?: number) => Promise<T>, options: { vorhanden?: boolean; settings?: Settings } = {}): Promise<T> {
  const config = loadConfig(process.env)
  const nothing = new Error(`Hier ist noch keine Installation: ${config.database.url ? 'Die Datenbank in DATABASE_URL ist leer.' : config.data}`)
  if (options.vorhanden && !config.database.url && !existsSync(join(config.data, 'postgres/cluster'))) throw nothing
  return withServer(config, async ({ url, pid }) => {
    const state = await stateOf(url, migrationSources)
    if (state === 'leer' && options.vorhanden) throw nothing
    if (state === 'leer') await migrate(url, migrationSources)
    if (state === 'alt') throw new Error('Die Datenbank ist älter als dieses Programm. Bitte zuerst »stadtkern migrate« ausführen oder das Programm starten.')
    if (state === 'neuer') throw new Error('Die Datenbank ist neuer als dieses Programm. Bitte die neuere Fassung des Programms nehmen.')
    const app = await createApp({ config, databaseUrl: url, worker: false, log: openLog('error') })
    try { return await fn(app, url, pid) } finally { await app.close() }
  }, options.settings)
}
