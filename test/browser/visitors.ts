import type { Browser, Page } from 'playwright-core'
import { demoPersonal } from '../../src/modules/grundlagen/konten/index.js'
import { openDatabase } from '../../src/platform/database/database.js'
import { addMandant } from '../../src/platform/tenancy/mandanten.js'
import type { DemoApp } from '../demo.js'
import type { Besucher } from '../web.js'
import { newPage } from './browser.js'

/** A town with people and roles and nothing else: what somebody sees on the first day. Named in seeds like the small demo town. */
const LEERSTADT = '01900000-0000-7000-8000-0000000000ee'
const ROOMS_WITH_PEOPLE = ['organisation', 'konten', 'verwaltung']

export async function addEmptyTown({ app, ownerUrl }: DemoApp): Promise<void> {
  const owner = openDatabase({ url: ownerUrl, max: 1 })
  await addMandant(owner, { id: LEERSTADT, schluessel: 'leerstadt', name: 'Leerstadt', hosts: ['leerstadt.localhost'], profil: { land: 'NW' } })
  await owner.close()
  await app.mandanten.reload()
  for (const modul of app.module.filter(({ name }) => ROOMS_WITH_PEOPLE.includes(name))) await modul.seed?.(app, LEERSTADT, 'beispielhausen')
}

export type Town = 'musterstadt' | 'leerstadt'

/** Who opens a route: nobody in particular, a citizen, or the demo employee whose role holds the permission. */
export interface Visitors {
  /** One page (one browser context) for each person and town, kept for the whole file. */
  pageFor(access: string, town?: Town): Promise<Page>
  /** The page of a visitor who already has cookies, e.g. the guest to whom a draft belongs. */
  pageOf(key: string, visitor: Besucher): Promise<Page>
  url(path: string, town?: Town): string
}

/** `width` in CSS pixels: 320 is a phone, and what 1280 at 400 % zoom gives. */
export function visitors(demo: DemoApp, browser: Browser, width = 320): Visitors {
  const pages = new Map<string, Promise<Page>>()
  const roles = new Map<string, Promise<string>>()
  const url = (path: string, town: Town = 'musterstadt') => `http://${town}.localhost:${new URL(demo.url).port}${path}`

  async function open(visitor: Besucher, town: Town): Promise<Page> {
    const page = await newPage(browser, { width })
    page.setDefaultTimeout(10_000)
    // A changed form asks before one leaves it.
    page.on('dialog', (dialog) => { void dialog.accept() })
    await page.context().addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: url('/', town) })))
    return page
  }
  const once = (key: string, make: () => Promise<Page>) => { if (!pages.has(key)) pages.set(key, make()); return pages.get(key) as Promise<Page> }

  async function roleWith(recht: string, town: Town): Promise<string> {
    const mandantId = demo.app.mandanten.bySchluessel(town)?.id ?? ''
    for (const { kennung } of people(town).personal) {
      const answer = await demo.app.module.find((modul) => modul.rechteauskunft)?.rechteauskunft?.darf(demo.app, mandantId, kennung, recht)
      if (answer?.allowed) return kennung
    }
    throw new Error(`Nobody in ${town} holds ${recht}`)
  }
  const memo = (recht: string, town: Town) => { const key = `${town} ${recht}`; if (!roles.has(key)) roles.set(key, roleWith(recht, town)); return roles.get(key) as Promise<string> }

  async function signedIn(kennung: string, town: Town): Promise<Besucher> {
    const { personal, buerger } = people(town)
    const visitor = demo.besucher(`${town}.localhost`)
    const person = personal.find((one) => one.kennung === kennung)
    const id = person?.id ?? buerger.find((one) => one.kennung === kennung)?.id ?? ''
    await visitor.mitSitzung(person ? 'personal' : 'buerger', id, demo.app.mandanten.bySchluessel(town)?.id ?? '')
    return visitor
  }

  return {
    url,
    pageOf: (key, visitor) => once(key, () => open(visitor, 'musterstadt')),
    async pageFor(access, town = 'musterstadt') {
      if (access === 'oeffentlich' || access === 'gast') return once(`${town} gast`, () => open(demo.besucher(`${town}.localhost`), town))
      const recht = access.split(':')[1]
      const kennung = access === 'buerger' ? people(town).buerger[0]?.kennung ?? '' : recht ? await memo(recht, town) : people(town).personal[0]?.kennung ?? ''
      return once(`${town} ${kennung}`, async () => open(await signedIn(kennung, town), town))
    },
  }
}

const people = (town: Town) => demoPersonal(town === 'leerstadt' ? 'beispielhausen' : town)
