/**
 * The first view of a plan with 1,000 bars in Chromium: from asking for the address until all bars are there and painted, in a new
 * browser context each time. Goal: 1 s. Skipped with a message where no browser starts.
 */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { createApp } from '../src/create-app.js'
import { demoPersonal } from '../src/modules/grundlagen/konten/index.js'
import { planAendern, planAnlegen } from '../src/modules/steuerung/planung/index.js'
import type { Aenderung } from '../src/modules/steuerung/planung/domain/aenderung.js'
import { openSession } from '../src/platform/auth/session.js'
import { loadConfig } from '../src/platform/config/index.js'
import { ensureEmbeddedPostgres } from '../src/platform/database/embedded/index.js'
import { openLog } from '../src/platform/log/log.js'
import { newId } from '../src/platform/time/index.js'
import { systemActor } from '../src/platform/usecases/actor.js'
import { newPage, withBrowser } from '../test/browser/browser.js'
import { print, round } from './measure.js'
import { atRest, installation, type Running } from './program.js'
import { town } from './town.js'

const BARS = 1_000
const RUNS = 7

/** Chains of fifty, each entry after the one before; each tenth is a milestone. */
function entries(): Aenderung[] {
  const ids = Array.from({ length: BARS }, () => newId())
  return [
    ...ids.map((id, i): Aenderung => ({ art: 'neu', id, felder: { titel: `Arbeitspaket ${i + 1}`, ...(i % 10 === 9 ? { art: 'meilenstein' } : { dauer: String(3 + i % 20) }) } })),
    ...ids.flatMap((id, i): Aenderung[] => (i % 50 === 0 ? [] : [{ art: 'verbinden', vonId: ids[i - 1] ?? '', nachId: id, typ: 'FS', abstand: 0 }])),
  ]
}

/** Makes the plan beside the running program, in its database; gives the page's path and a signed-in session. */
async function prepare(folder: string): Promise<{ path: string; token: string }> {
  const dataDir = join(folder, 'data')
  const server = await ensureEmbeddedPostgres({ dataDir })
  const config = loadConfig({ STADTKERN_DATA: dataDir, STADTKERN_MODE: 'demo', PORT: '0', STADTKERN_LOG_LEVEL: 'error' })
  const app = await createApp({ config, databaseUrl: server.url, worker: false, log: openLog('error') })
  const system = systemActor(town, 'bench')
  const { planId } = await app.execute(system, planAnlegen, { titel: 'Plan mit 1.000 Balken', beginn: '2026-01-05' })
  await app.execute(system, planAendern, { planId, aenderungen: entries() as never })
  const kontoId = demoPersonal('musterstadt').personal.find(({ kennung }) => kennung === 'p.plan')?.id ?? ''
  const token = await app.db.withMandant(town, (tx) => openSession(tx, Temporal.Now.instant(), { art: 'personal', kontoId }))
  await app.close()
  return { path: `/arbeitsplatz/planung/${planId}`, token }
}

async function firstView(browser: Browser, { url }: Running, { path, token }: { path: string; token: string }): Promise<number> {
  const page = await newPage(browser, {})
  await page.context().addCookies([{ name: 'sk_sitzung', value: token, url }])
  const begin = performance.now()
  await page.goto(`${url}${path}`, { waitUntil: 'commit' })
  await page.locator('[data-balken]').nth(BARS - 1).waitFor({ state: 'attached' })
  // The second frame begins when the first one is on the screen.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  const time = performance.now() - begin
  await page.context().close()
  return time
}

async function measure(): Promise<void> {
  const place = installation()
  const program = await place.start({ demo: true })
  await atRest(program.url)
  const plan = await prepare(place.folder)
  await withBrowser(async (browser) => {
    await firstView(browser, program, plan)
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) times.push(await firstView(browser, program, plan))
    print({ name: 'planung.gantt', value: round(times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0), unit: 'ms', yardstick: `goal 1000 ms, ${BARS} bars`, ratio: round((times[Math.floor(RUNS / 2)] ?? 0) / 1_000), n: RUNS })
  })
  await program.stop()
  await place.remove()
}

const browser = await withBrowser(async () => true).catch((error: Error) => { console.error(`planung.gantt is skipped: no browser starts (${error.message.split('\n')[0]})`); return false })
if (browser) await measure()
