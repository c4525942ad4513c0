import type { App } from '../src/platform/app.js'
import { demoPersonal } from '../src/modules/grundlagen/konten/index.js'
import { beispielhausen, musterstadt, testApp, type TestApp } from './app.js'
import { testWeb, type Besucher } from './web.js'

export interface DemoApp extends TestApp {
  readonly url: string
  besucher(host?: string): Besucher
  /** Somebody of the demo, signed in by an open session. */
  als(kennung: string, stadt?: 'musterstadt' | 'beispielhausen'): Promise<Besucher>
}

/** The program with the demo data of both towns, as `npm start` shows it, with worker and web server. */
export async function demoApp(): Promise<DemoApp> {
  const test = await testApp()
  for (const [mandantId, stadt] of [[musterstadt, 'musterstadt'], [beispielhausen, 'beispielhausen']] as const) {
    for (const modul of test.app.module) await modul.seed?.(test.app, mandantId, stadt)
  }
  await test.settle()
  const web = await testWeb(test.app)
  return { ...test, ...web, als: (kennung, stadt = 'musterstadt') => signedIn(test.app, web.besucher(`${stadt}.localhost`), kennung, stadt) }
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
