import { join } from 'node:path'
import { module } from './modules.js'
import { demoMailAufheben } from './modules/grundlagen/maildemo/index.js'
import { assembleApp, type App } from './platform/app.js'
import { createBlobStore } from './platform/blobs/index.js'
import { openClock } from './platform/clock/clock.js'
import { projectRoot } from './platform/config/root.js'
import { loadMasterKey, type Config } from './platform/config/index.js'
import { APP_ROLE, openDatabase } from './platform/database/database.js'
import type { MigrationSource } from './platform/database/migrate.js'
import { openQueue } from './platform/jobs/queue.js'
import { openLog, type Log, type LogLevel } from './platform/log/log.js'
import { openTownMailer, startMailCatcher, type MailCatcher, type TownMailer } from './platform/mail/index.js'
import { openMandanten, type Mandanten } from './platform/tenancy/mandanten.js'

/** The migrations of platform and rooms, in the order in which rooms may refer to each other. */
export const migrationSources: readonly MigrationSource[] = [
  { name: 'platform', folder: join(projectRoot, 'src/platform/database/migrations') },
  ...module.map((modul) => ({ name: modul.name, folder: join(projectRoot, 'src/modules', modul.etage, modul.name, 'db/migrations') })),
]

export interface AppSettings { readonly config: Config; readonly databaseUrl: string; readonly worker: boolean; readonly log?: Log }

/** The one place where the parts and the rooms meet. Opens connections; does not migrate, listen or work. */
export async function createApp(settings: AppSettings): Promise<App> {
  const { config } = settings
  const log = settings.log ?? openLog(config.log.level as LogLevel)
  const db = openDatabase({ url: settings.databaseUrl, role: APP_ROLE, max: config.database.poolSize, onError: (error) => log.warn('datenbank.verbindung', { fehler: error.message }) })
  const clock = await openClock(db, { movable: config.mode === 'demo' })
  const mandanten = await openMandanten(db)
  const queue = await openQueue(settings.databaseUrl, { role: APP_ROLE, worker: settings.worker, onError: (error) => log.warn('warteschlange', { fehler: error.message }) })
  const mailer = openMail(config, mandanten, () => app)
  const app = assembleApp({
    config, db, clock, queue, log, mandanten, module, mailer,
    blobs: createBlobStore({ kind: 'files', root: join(config.data, 'blobs') }),
    masterKey: loadMasterKey(config),
    onClose: [() => queue.close(), () => mailer.close(), () => clock.close(), () => mandanten.close(), () => db.close()],
  })
  return app
}

/** The configured server; in demo mode without one a server of our own that keeps every mail on a page and delivers none. */
function openMail(config: Config, mandanten: Mandanten, app: () => App): TownMailer {
  let catcher: MailCatcher | undefined
  const demo = config.mode === 'demo' && !config.smtp.url
  const mailer = openTownMailer({
    mandanten,
    absender: ({ schluessel }) => (demo ? `${schluessel}@stadtkern.example` : config.smtp.absender ?? ''),
    async smtpUrl() {
      if (!demo) return config.smtp.url
      catcher = await startMailCatcher({ host: '127.0.0.1', port: 0, onMail: (mail) => demoMailAufheben(app(), mail) })
      return catcher.smtpUrl
    },
  })
  return { ...mailer, async close() { await mailer.close(); await catcher?.close() } }
}
