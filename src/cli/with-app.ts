import { createApp } from '../create-app.js'
import { loadConfig } from '../platform/config/index.js'
import type { App } from '../platform/app.js'
import { ensureEmbeddedPostgres } from '../platform/database/embedded/index.js'
import { openLog } from '../platform/log/log.js'

/**
 * Runs one command of the command line on the program's database: joins the server that runs, or starts it for as long as the
 * command takes. Does not migrate: an older or newer database is not a command's business.
 */
export async function withApp<T>(fn: (app: App, ownerUrl: string, postgresPid?: number) => Promise<T>): Promise<T> {
  const config = loadConfig(process.env)
  const server = config.database.url ? undefined : await ensureEmbeddedPostgres({ dataDir: config.data })
  const url = config.database.url ?? server?.url ?? ''
  try {
    const app = await createApp({ config, databaseUrl: url, worker: false, log: openLog('error') })
    try { return await fn(app, url, server?.pid) } finally { await app.close() }
  } finally {
    await server?.release()
  }
}
