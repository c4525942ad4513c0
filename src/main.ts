import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createApp, migrationSources } from './create-app.js'
import { loadDemo } from './demo.js'
import type { App } from './platform/app.js'
import { fehlerSeite } from './design/index.js'
import { ConfigError, loadConfig, projectRoot, rememberProduction, type Config } from './platform/config/index.js'
import { connectionProblem, isDatabaseAway } from './platform/database/connection-problem.js'
import { ensureEmbeddedPostgres, EmbeddedPostgresError } from './platform/database/embedded/index.js'
import { migrate } from './platform/database/migrate.js'
import { primaryUrl } from './platform/database/sighting.js'
import { openAssets } from './platform/http/assets.js'
import { createHealth } from './platform/http/health.js'
import { createWeb } from './platform/http/server.js'
import { openTurns, turnLimits } from './platform/http/turns.js'
import { startWorker } from './platform/jobs/worker.js'
import { openLog, type LogLevel } from './platform/log/log.js'

/** Starts web and worker of this process, on one database; ends cleanly on SIGTERM. */
async function main(): Promise<void> {
  const config = loadConfig(process.env, process.argv.slice(2))
  const log = openLog(config.log.level as LogLevel)
  for (const warning of config.warnings) log.warn('konfiguration', { text: warning })
  const closers: (() => Promise<unknown>)[] = []
  let told = false
  const ending = (): boolean => told
  const database = await openServer(config, (text) => log.info('datenbank', { text }))
  closers.push(database.release)
  standBack(config)
  const ownerUrl = await primaryUrl(database.url)
  const ran = await migrate(ownerUrl, migrationSources)
  if (ran.length > 0) log.info('migration', { dateien: ran.length })
  if (config.mode === 'production') rememberProduction(config)
  const app = await createApp({ config, databaseUrl: database.url, worker: config.rolle !== 'web', dauerhaft: true, log })
  closers.unshift(() => app.close())
  const turns = openTurns(turnLimits(app))
  if (config.rolle !== 'web') closers.unshift(await startWorker(app, () => turns.counts().active))
  if (config.rolle !== 'worker') {
    const assets = openAssets(join(projectRoot, '.build/assets'))
    const web = await createWeb(app, {
      assets, turns, trustedProxies: config.trustedProxies, secureCookies: config.mode === 'production', ending,
      errorPage: (c, error) => fehlerSeite(c && { ...c, asset: (name: string) => assets.url(name) }, (name) => assets.url(name), error),
    })
    const address = await web.listen({ port: config.port, host: config.host })
    closers.unshift(() => web.close())
    log.info('bereit', { adresse: address, modus: config.mode })
  }
  if (config.rolle === 'worker') {
    const health = config.workerPort === undefined ? undefined : createHealth(app, ending)
    const adresse = await health?.listen({ port: config.workerPort ?? 0, host: config.host })
    if (health) closers.unshift(() => health.close())
    log.info('bereit', { modus: config.mode, rolle: 'worker', adresse: adresse ?? null })
  }
  endOnSignal({
    begin: (signal) => { told = true; log.info('ende', { text: signal }) },
    // Who sits at a keyboard does not want to wait, and to a worker nobody has to stop sending.
    drainMs: (signal) => (signal === 'SIGTERM' && config.rolle !== 'worker' ? config.drainSeconds * 1_000 : 0),
    closers, say: (text) => log.info('ende', { text }),
  })
  if (config.mode === 'demo') {
    await loadDemoPatiently(app, ownerUrl)
    if (config.rolle !== 'worker') await sayDemo(app)
  }
}

/** This process serves already: it does not end because the database was away for a moment. What was loaded is not loaded twice. */
async function loadDemoPatiently(app: App, ownerUrl: string): Promise<void> {
  for (;;) {
    try { return await loadDemo(app, ownerUrl) } catch (error) {
      if (!isDatabaseAway(error)) throw error
      app.log.warn('datenbank', { text: String(error) })
      await sleep(1_000)
    }
  }
}

/** What somebody wants to read who just started the demo. */
async function sayDemo(app: App): Promise<void> {
  const { port } = app.config
  const logins = await app.module.find((modul) => modul.demoLogins)?.demoLogins?.(app) ?? []
  process.stdout.write([
    '', 'Stadtkern (Demo) ist bereit:', ...app.mandanten.all().map((mandant) => `  ${mandant.name}: http://${mandant.hosts.find((host) => host.endsWith('.localhost')) ?? 'localhost'}:${port}/`),
    `  Arbeitsplatz: http://localhost:${port}/arbeitsplatz   E-Mails der Demo: http://localhost:${port}/demo/mails`, '',
    ...logins.filter((login) => login.mandant === app.mandanten.all()[0]?.schluessel).map((login) => `  ${login.rolle.padEnd(16)} ${login.kennung.padEnd(28)} ${login.passwort}`),
    '', 'Den Code, den Beschäftigte außerdem brauchen, zeigt die Anmeldeseite.', '',
  ].join('\n'))
}

/**
 * Whoever waits for a page goes before letters and deliveries, which somebody reads later. Not where this process may have to start
 * PostgreSQL again, which would stand back for ever with it.
 */
function standBack({ rolle, database }: Config): void {
  if (rolle === 'worker' && database.url) setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
}

async function openServer(config: Config, say: (text: string) => void): Promise<{ url: string; release: () => Promise<void> }> {
  if (config.database.url) return { url: config.database.url, release: async () => undefined }
  const server = await ensureEmbeddedPostgres({ dataDir: config.data, log: say })
  const supervision = server.supervise((event) => say(`PostgreSQL: ${JSON.stringify(event)}`))
  return { url: server.url, release: async () => { await supervision.stop(); await server.release() } }
}

interface Ending {
  begin(signal: string): void
  /** Milliseconds in which a load balancer is to notice that this process wants no more requests. */
  drainMs(signal: string): number
  readonly closers: readonly (() => Promise<unknown>)[]
  say(text: string): void
}

/** Waits until nobody sends any more, then ends within 10 s: running requests and jobs, then the database. A second signal ends at once. */
function endOnSignal({ begin, drainMs, closers, say }: Ending): void {
  let ending = false
  const end = async (signal: string): Promise<void> => {
    if (ending) process.exit(1)
    ending = true
    begin(signal)
    await sleep(drainMs(signal))
    const last = setTimeout(() => process.exit(1), 9_800)
    for (const close of closers) await close().catch((error: unknown) => say(String(error)))
    clearTimeout(last)
    process.exit(0)
  }
  process.on('SIGTERM', () => { void end('SIGTERM') })
  process.on('SIGINT', () => { void end('SIGINT') })
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError || error instanceof EmbeddedPostgresError) {
    process.stderr.write(`${error.message}\n`)
    process.exit('exitCode' in error ? error.exitCode : 1)
  }
  if ((error as { code?: string } | null)?.code === 'EADDRINUSE') {
    process.stderr.write('Dieser Anschluss ist schon belegt. Bitte einen anderen wählen, zum Beispiel: PORT=8081 npm start\n')
    process.exit(1)
  }
  const database = connectionProblem(error)
  if (database) {
    process.stderr.write(`${database}\n`)
    process.exit(1)
  }
  process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
  process.exit(1)
})
