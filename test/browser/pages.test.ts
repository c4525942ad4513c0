import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routeLines } from '../../src/cli/routes.js'
import { demoApp } from '../demo.js'
import { expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from './browser.js'

const demo = await demoApp()
const routes = (await routeLines(demo.app)).filter((route) => route.method === 'GET' && (route.kind === 'page' || route.kind === 'form') && !/\.(csv|pdf|json|xml|ics)$/.test(route.path))

/** Who may open it: nobody in particular, a citizen, or the demo employee whose role holds the permission. */
const ROLES = ['s.sommer', 'l.lenz', 'a.admin', 'p.post', 'r.revision', 'p.plan'] as const
async function visitorFor(access: string) {
  if (access === 'buerger') return demo.als('erika.muster')
  if (access === 'oeffentlich' || access === 'gast') return demo.besucher()
  const recht = access.split(':')[1]
  for (const kennung of ROLES) {
    const visitor = await demo.als(kennung)
    if (!recht) return visitor
    const answer = await demo.app.module.find((modul) => modul.rechteauskunft)?.rechteauskunft?.darf(demo.app, demo.app.mandanten.bySchluessel('musterstadt')?.id ?? '', kennung, recht)
    if (answer?.allowed) return visitor
  }
  throw new Error(`No demo role holds ${recht}`)
}

/** Pages that a stranger cannot be sent to, each with its reason; other tests open them. */
const WITHOUT_EXAMPLE: readonly [RegExp, string][] = [
  [/^\/leistungen\/:key\/antrag\/:entwurf/, 'a draft belongs to the session that began it; test/browser/antrag.test.ts walks them'],
  [/^\/konto\/postfach\/:id/, 'opening a message is an act with legal effect'],
  [/^\/konto\/(dokumente\/:id|vorgaenge\/:nr\/dokumente\/:id)/, 'a file of one person, handed out as such'],
  [/^\/verwaltung\/leistungen\/:key\/paket\/:version/, 'a ZIP file'],
]

test('every page with parameters names an example that works, or stands on the list with its reason', () => {
  assert.ok(routes.length >= 25, `${routes.length} pages`)
  assert.deepEqual(routes.filter((route) => !route.example && !WITHOUT_EXAMPLE.some(([path]) => path.test(route.path))).map((route) => route.path), [])
})

test('every page is accessible and fits a phone', (suite) => withBrowser(async (browser) => {
  for (const route of routes.filter((one) => one.example)) {
    await suite.test(route.path, async () => {
      const visitor = await visitorFor(route.access)
      const answer = await visitor.get(route.example ?? '')
      // A document is handed out as the file that it is.
      if (answer.status === 200 && !answer.headers.get('content-type')?.startsWith('text/html')) return
      const page = await newPage(browser, { width: 320 })
      const url = new URL(demo.url)
      await page.context().addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: url.origin })))
      const response = await page.goto(`${url.origin}${route.example}`)
      assert.equal(response?.status(), 200, `${route.example} gives ${response?.status()}`)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await page.context().close()
    })
  }
}))
