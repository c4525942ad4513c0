import { join } from 'node:path'
import type { App } from '../src/platform/app.js'
import { demoPersonal } from '../src/modules/grundlagen/konten/index.js'
import { beispielhausen, clonedApp, filledTemplate, musterstadt, testApp, type TestApp } from './app.js'
import { testWeb, type Besucher } from './web.js'

export interface DemoApp extends TestApp {
  readonly url: string
  besucher(host?: string): Besucher
  /** Somebody of the demo, signed in by an open session. */
  als(kennung: string, stadt?: 'musterstadt' | 'beispielhausen'): Promise<Besucher>
}

/** The program with the demo data of both towns, as `npm start` shows it, with worker and web server. */
export async function demoApp(): Promise<DemoApp> {
  const test = await demoDaten()
  const web = await testWeb(test.app)
  return { ...test, ...web, als: (kennung, stadt = 'musterstadt') => signedIn(test.app, web.besucher(`${stadt}.localhost`), kennung, stadt) }
}

/** Loading takes over ten seconds: the first file of a run does it, the others begin with a copy of database and files. */
async function demoDaten(): Promise<TestApp> {
  const lauf = process.env['STADTKERN_TEST_RUN']
  if (!lauf) {
    const test = await testApp()
    await laden(test)
    return test
  }
  const ordner = join(lauf, 'demo')
  return clonedApp(await filledTemplate('vorlage_demo', ordner, laden), { ordner })
}

async function laden({ app, settle }: TestApp): Promise<void> {
  for (const [mandantId, stadt] of [[musterstadt, 'musterstadt'], [beispielhausen, 'beispielhausen']] as const) {
    for (const modul of app.module) await modul.seed?.(app, mandantId, stadt)
  }
  await settle()
}

async function signedIn(_app: App, besucher: Besucher, kennung: string, stadt: 'musterstadt' | 'beispielhausen'): Promise<Besucher> {
  const { personal, buerger } = demoPersonal(stadt)
  const person = personal.find((one) => one.kennung === kennung)
  const citizen = buerger.find((one) => one.kennung === kennung)
  const id = person?.id ?? citizen?.id
  if (!id) throw new Error(`Nobody called ${kennung} in ${stadt}`)
  await besucher.mitSitzung(person ? 'personal' : 'buerger', id, stadt === 'musterstadt' ? musterstadt : beispielhausen)
  return besucher
}
