import { join } from 'node:path'
import { module } from './modules.js'
import { assembleApp, type App } from './platform/app.js'
import { createBlobStore } from './platform/blobs/index.js'
import { openClock } from './platform/clock/clock.js'
import { projectRoot } from './platform/config/root.js'
import { loadMasterKey, type Config } from './platform/config/index.js'
import { serversOf } from './platform/database/addresses.js'
import { APP_ROLE, openDatabase } from './platform/database/database.js'
import { openLookout } from './platform/database/lookout.js'
import type { MigrationSource } from './platform/database/migrate.js'
import { openReplica } from './platform/database/replica.js'
import { openChanges } from './platform/events/changes.js'
import { openQueue } from './platform/jobs/queue.js'
import { openLog, type Log, type LogLevel } from './platform/log/log.js'
import { openTownMail } from './platform/mail/index.js'
import { openStorage } from './platform/storage/storage.js'
import { openMandanten } from './platform/tenancy/mandanten.js'

/** The migrations of platform and rooms, in the order in which rooms may refer to each other. */
export const migrationSources: readonly MigrationSource[] = [
  { name: 'platform', folder: join(projectRoot, 'src/platform/database/migrations') },
  ...module.map((modul) => ({ name: modul.name, folder: join(projectRoot, 'src/modules', modul.etage, modul.name, 'db/migrations') })),
]

export interface AppSettings {
  readonly config: Config; readonly databaseUrl: string; readonly worker: boolean; readonly log?: Log
  /** This process serves or works, as opposed to a command that runs for a moment. */
  readonly dauerhaft?: boolean
}

/** The one place where the parts and the rooms meet. Opens connections; does not migrate, listen or work. */
export async function createApp(settings: AppSettings): Promise<App> {
  const { config } = settings
  const log = settings.log ?? openLog(config.log.level as LogLevel)
  const { db, replica, queueConnections, close } = openDatabases(settings, log)
  const clock = await openClock(db, { movable: config.mode === 'demo' })
  const changes = openChanges(db, clock)
  const mandanten = await openMandanten(db)
  const queue = await openQueue(queueConnections.url, {
    ...queueConnections, role: APP_ROLE, worker: settings.worker,
    onError: (error) => log.warn('warteschlange', { fehler: error.message }),
  })
  const mail = openTownMail(db, mandanten, { smtpUrl: config.smtp.url, absender: config.smtp.absender, fangen: config.mode === 'demo' })
  const { storage, blobs } = await openStorage(db, mandanten, createBlobStore(blobConfig(config)), settings.dauerhaft ?? false)
  return assembleApp({
    config, db, replica, clock, changes, queue, log, mandanten, mail, module, blobs, storage,
    masterKey: loadMasterKey(config),
    onClose: [
      () => queue.close(), () => storage.close(), () => mail.close(), () => changes.close(), () => clock.close(), () => mandanten.close(),
      ...close,
    ],
  })
}

/** The primary, wherever it is at the moment, and the replica of a process that serves people. */
function openDatabases({ config, databaseUrl, dauerhaft }: AppSettings, log: Log) {
  const onError = (error: Error) => log.warn('datenbank.verbindung', { fehler: error.message })
  const replicaUrl = dauerhaft && config.rolle !== 'worker' ? config.database.replicaUrl : undefined
  const servers = serversOf(databaseUrl)
  const several = servers.length > 1 || replicaUrl !== undefined
  const lookout = several ? openLookout({ url: databaseUrl, replicaUrl, onError }) : undefined
  const connections = { url: servers[0] ?? databaseUrl, Client: lookout?.Primary }
  const name = dauerhaft ? { name: `stadtkern ${config.rolle} ${process.pid}` } : {}
  const pool = { role: APP_ROLE, max: config.database.poolSize, onError, ...name }
  const db = openDatabase({ ...pool, ...connections })
  const replica = lookout && replicaUrl ? openReplica({
    primary: db, lookout, maxAgeSeconds: config.database.replicaMaxAgeSeconds,
    standby: openDatabase({
      ...pool, url: serversOf(replicaUrl)[0] ?? replicaUrl, Client: lookout.Standby, readOnly: true,
    }),
  }) : undefined
  const close = [() => db.close(), async () => { await replica?.close() }, async () => { await lookout?.close() }]
  return { db, replica, queueConnections: connections, close }
}

/** An S3 store where one is configured, else files below the data folder. */
function blobConfig({ s3, data }: Config): Parameters<typeof createBlobStore>[0] {
  if (!s3.endpoint) return { kind: 'files', root: join(data, 'blobs') }
  return { kind: 's3', endpoint: s3.endpoint, bucket: s3.bucket ?? 'stadtkern', region: s3.region, accessKeyId: s3.accessKeyId ?? '', secretAccessKey: s3.secretAccessKey ?? '', pathStyle: true }
}
