import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { routeLines } from '../../src/cli/routes.js'
import { demoApp } from '../demo.js'
import { expectAccessible, expectNoSidewaysScroll, withBrowser } from './browser.js'
import { drafts } from './drafts.js'
import { expectErrorState, formsOf, type FoundForm } from './error-state.js'
import { addEmptyTown, visitors, type Visitors } from './visitors.js'

/**
 * Every page of every room on a phone, as axe sees it: filled (the demo town), empty (a town on its first day) and with errors
 * (its forms sent with nonsense). Browser contexts are shared, one for each person.
 */
const demo = await demoApp()
await addEmptyTown(demo)
const own = await drafts(demo)
const all = await routeLines(demo.app)
const routes = all.filter((route) => route.method === 'GET' && (route.kind === 'page' || route.kind === 'form') && !/\.(csv|pdf|json|xml|ics)$/.test(route.path))
const posts = all.filter((route) => route.method === 'POST' && route.kind === 'form')

/** Pages that only their owner can open: the owner is a guest with drafts in every state, or the citizen who was asked something. */
const DRAFT = '/leistungen/:key/antrag/:entwurf'
const question = /href="([^"#]+)#rueckfragen"/.exec((await (await demo.als('erika.muster')).get('/konto')).html)?.[1] ?? ''
const OWN: Readonly<Record<string, string>> = {
  [DRAFT]: own.begun, [`${DRAFT}/gespeichert`]: `${own.complete}/gespeichert`, [`${DRAFT}/fassung`]: `${own.outdated}/fassung`, [`${DRAFT}/pruefen`]: `${own.complete}/pruefen`,
  [`${DRAFT}/bestaetigung`]: `${own.sent}/bestaetigung`, [`${DRAFT}/verwerfen`]: `${own.begun}/verwerfen`, [`${DRAFT}/:seite`]: `${own.begun}/person`,
  '/konto/vorgaenge/:nr': question, '/konto/vorgaenge/:nr/zuruecknehmen': `/konto/vorgaenge/${own.number}/zuruecknehmen`,
}
/** Pages of a request to one unit, or of one citizen: whoever it belongs to opens them. */
const BRANDT = await demo.als('b.brandt')
const belongsTo = (path: string): Promise<Page> | undefined => (
  path.startsWith('/arbeitsplatz/beteiligungen/:id') ? people.pageOf('b.brandt', BRANDT) : path === '/konto/vorgaenge/:nr/anhoerung' ? people.pageFor('buerger') : undefined)
const ownerOf = (path: string, access: string): Promise<Page> => belongsTo(path) ?? (OWN[path] === undefined ? people.pageFor(access) : OWN[path] === question ? people.pageFor('buerger') : people.pageOf('guest', own.guest))

/** Pages that a stranger cannot be sent to, each with its reason; other tests open them. */
const WITHOUT_EXAMPLE: readonly [RegExp, string][] = [
  [/^\/konto\/postfach\/:id/, 'opening a message is an act with legal effect; the last test of this file opens one'],
  [/^\/konto\/(dokumente\/:id|vorgaenge\/:nr\/dokumente\/:id)/, 'a file of one person, handed out as such'],
  [/^\/leistungen\/:key\/antrag\/:entwurf\/dateien\//, 'an upload of one person, handed out as such'],
  [/^\/verwaltung\/leistungen\/:key\/paket\/:version/, 'a ZIP file'],
  [/^\/konto\/daten\/auskunft\/:id$/, 'a ZIP file with the data of one person'],
  [/^\/arbeitsplatz\/kasse\/kontoauszuege\/:id$/, 'a statement of the bank that was read in: kontoauszug tests'],
  [/^\/(konto\/zahlungen\/:kassenzeichen|leistungen\/:key\/antrag\/:entwurf\/bezahlen|demo\/bezahldienst\/seite)/, 'the claim and the payment of one person: test/browser/bezahlen.test.ts walks them'],
  [/^\/(anmelden\/(mit|oidc|saml)|abgemeldet)\/:anbieter/, 'leads to a provider or back from it: nutzerkonto.test.ts and the tests of identitaet'],
  [/^\/leistungen\/:key\/antrag\/:entwurf\/(anmeldestufe|vertretung|zustimmung)$/, 'a draft that wants a stronger sign-in, or is made for somebody else: nutzerkonto.test.ts, zustimmung.test.ts'],
  [/^\/(zustimmung|konto\/einladung)\/:id$/, 'the link of a mail: zustimmung.test.ts, unternehmen.test.ts'],
]

let browser: Browser
let people: Visitors
let close: () => void
before(async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  close = resolve
  browser = await new Promise<Browser>((ready, failed) => { withBrowser(async (one) => { ready(one); await promise }).catch(failed) })
  people = visitors(demo, browser)
})
after(() => { close() })

/** What a list looks like, filled or empty. */
const LISTS = 'main :is(.sk-table, .sk-linklist, .sk-timeline, .sk-empty)'
/** Pages on which somebody with a further right finds a further form. */
const FURTHER: readonly (readonly [path: string, access: string])[] = [['/arbeitsplatz?ansicht=alle', 'personal:aufgabe.zuweisen']]
const lists: { readonly path: string; readonly access: string }[] = []
const found = new Map<string, { readonly page: () => Promise<Page>; readonly url: string; readonly form: FoundForm }[]>()

async function remember(page: Page, pageOf: () => Promise<Page>, url: string): Promise<void> {
  for (const form of await formsOf(page)) found.set(form.action, [...found.get(form.action) ?? [], { page: pageOf, url, form }])
}

test('every page with parameters names an example that works, or stands on the list with its reason', () => {
  assert.ok(routes.length >= 25, `${routes.length} pages`)
  assert.deepEqual(routes.filter((route) => !route.example && !OWN[route.path] && !WITHOUT_EXAMPLE.some(([path]) => path.test(route.path))).map((route) => route.path), [])
})

/** Opens a page and looks at it; false when it is handed out as the file that it is. */
async function look(page: Page, url: string): Promise<boolean> {
  const response = await page.goto(url).catch((error: Error) => { if (/Download is starting|ERR_ABORTED/.test(error.message)) return null; throw error })
  if (response === null || !response.headers()['content-type']?.startsWith('text/html')) return false
  assert.equal(response.status(), 200, `${url} gives ${response.status()}`)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  return true
}

test('filled: every page is accessible and fits a phone', async (suite) => {
  for (const route of routes) {
    const path = OWN[route.path] ?? route.example
    if (!path) continue
    await suite.test(route.path, async () => {
      const pageOf = () => ownerOf(route.path, route.access)
      const page = await pageOf()
      const url = people.url(path)
      if (!await look(page, url)) return
      if (!route.path.includes(':') && await page.locator(LISTS).count() > 0) lists.push({ path: route.example?.split('?')[0] ?? route.path, access: route.access })
      await remember(page, pageOf, url)
    })
  }
  for (const [path, access] of FURTHER) {
    await suite.test(`${path} with ${access}`, async () => {
      const page = await people.pageFor(access)
      await look(page, people.url(path))
      await remember(page, () => people.pageFor(access), people.url(path))
    })
  }
})

/** Lists that are never empty, not even on the first day, each with its reason. */
const NEVER_EMPTY: readonly [RegExp, string][] = [
  [/^\/verwaltung\/(benutzer|einheiten|rollen|protokoll)$/, 'somebody administers the town, with a role, in a unit, and setting that up is on record'],
  [/\/anmelden(\/|$)/, 'the accounts of the demo'],
  [/^\/(arbeitsplatz\/konto|konto\/sicherheit)$/, 'the session that looks at it'],
  [/^\/arbeitsplatz\/druckliste$/, 'a sheet for the printer that says itself how many tasks it holds'],
  [/^\/verwaltung$/, 'links to the pages of the administration'],
  [/^\/$/, 'links to the situations of life'],
]

test('empty: a town on its first day has lists that say why they are empty and what to do', async (suite) => {
  assert.ok(lists.length >= 15, `${lists.length} lists`)
  for (const { path, access } of lists) {
    await suite.test(path, async () => {
      const page = await people.pageFor(access, 'leerstadt')
      await look(page, people.url(path, 'leerstadt'))
      if (NEVER_EMPTY.some(([pattern]) => pattern.test(path))) return
      const empty = page.locator('main .sk-empty').first()
      assert.ok(await empty.count() > 0, `${path} has no empty state`)
      assert.ok((await empty.innerText()).length > 40, `${path}: ${await empty.innerText()}`)
    })
  }
})

/** Posts that a visitor of this file finds no form for, each with its reason. */
const WITHOUT_FORM: readonly [RegExp, string][] = [
  [/^\/antraege\/:id\/oeffnen$/, 'a button; a key that is none is answered like a page that does not exist: gast.test.ts'],
  [/\/passkeys?\/optionen$/, 'asked by the passkey script'],
  [/\/passkeys?$/, 'filled in and sent by the passkey script; without it the page says so'],
  [/\/(sitzungen\/beenden|passkeys\/entfernen|vertretungen\/(beenden|handeln)|zurueckgeben|erneut|erledigen|veroeffentlichen|aufheben)$/, 'a button that appears when there is something to end, take back or release'],
  [/^\/arbeitsplatz\/anmelden\/(bestaetigen|einrichten)$/, 'second step of the sign-in: anmelden.test.ts'],
  [/^\/arbeitsplatz\/vorgaenge\/:nr\/genehmigungsfiktion\/(weiterlaufen|bescheinigen)$|^\/konto\/vorgaenge\/:nr\/bescheinigung$/, 'buttons that appear when a period rests or has passed: genehmigungsfiktion.test.ts'],
  [/^\/arbeitsplatz\/vorgaenge\/:nr\/zda$/, 'the example has open tasks; the page names them instead of the form'],
  [/^\/arbeitsplatz\/vorgaenge\/:nr\/nachweise\/:id$/, 'three choices and an optional reason at each file; what no browser sends is answered with an error page'],
  [/^\/arbeitsplatz\/programm\/objekte\/:id\/freigabe$/, 'nothing wrong can be chosen: programm.test.ts'],
  [/^\/arbeitsplatz\/programm\/(objekte\/neu|einlesen\/uebernehmen)$/, 'second step, after choosing a level or a file: programm.test.ts'],
  [/^\/verwaltung\/rueckmeldungen$/, 'a button at each message of citizens'],
  [/^\/verwaltung\/schnittstellen\/:id\/widerruf$/, 'appears with the first key: schnittstellen.test.ts'],
  [/^\/arbeitsplatz\/postausgang$/, 'appears with letters to be posted: sendung.test.ts'],
  [/^\/arbeitsplatz\/eingaenge\/:id\/(ablegen|verteilen)$/, 'the example is filed already: eingang tests'],
  [/^\/(konto\/zahlungen\/:kassenzeichen|leistungen\/:key\/antrag\/:entwurf\/bezahlen|demo\/bezahldienst\/seite)/, 'belong to the claim of one person: bezahlen.test.ts'],
  [/^\/arbeitsplatz\/kasse\/(forderungen\/:kassenzeichen\/zahlung|erstattungen\/:id|klaerung\/:id)$/, 'appear with an open claim, a proposed refund, something unclear: forderungen.test.ts, bezahlung.test.ts'],
  [/^\/arbeitsplatz\/planung\/(kalender\/loeschen|:planId\/(uebernehmen|eintrag\/:eintragId\/ordnen|kommunikation\/erledigt|genehmigung(\/zurueckziehen)?|antraege\/:antragId\/(entscheiden|zurueckziehen)))$/, 'a button that appears when there is something to end, take over or decide: tests of planung'],
  [/^\/arbeitsplatz\/ideen\/:id\/zurueckziehen$/, 'beside an approved idea, for those who may take the approval back: projektantraege.test.ts'],
  [/^\/arbeitsplatz\/berichte\/uebergabe$/, 'after choosing a person: uebergabe.test.ts'],
  [/^\/verwaltung\/leistungen\/:key\/antragszeit-streichen$/, 'a button at a time that the administration has entered: antragszeit.test.ts'],
  [/^\/arbeitsplatz\/kasse\/kontoauszuege\/:id\/buchen$/, 'a button below what was read in: kontoauszug tests'],
  [/^\/arbeitsplatz\/lagebild\/ansichten\/start-aufheben$/, 'a button that appears with a start view: lagebild.test.ts'],
  [/^\/arbeitsplatz\/finanzplan\/(uebernehmen|einlesen\/(pruefen|uebernehmen))$/, 'a button, and the steps after choosing a file: finanzplan.test.ts'],
  [/^\/leistungen\/:key\/antrag\/:entwurf\/(vertretung|zustimmung)$/, 'for services that allow acting for others: zustimmung.test.ts'],
  [/^\/(zustimmung|konto\/einladung)\/:id$/, 'the link of a mail: zustimmung.test.ts, unternehmen.test.ts'],
  [/^\/konto\/unternehmen(\/(wechseln|entfernen|neu))?$/, 'for those who have proved who they are and act for a company: unternehmen.test.ts'],
  [/^\/demo\/nutzerkonto\/anmelden$/, 'asks only whom the town has sent: nutzerkonto.test.ts'],
  [/^\/verwaltung\/identitaet\/notfallkonten\/entfernen$/, 'a button at each emergency account: personal.test.ts'],
]

/** The route that an address belongs to: of several that fit, the one with the fewest parameters. */
function routeOf(action: string): string | undefined {
  const fits = (path: string) => new RegExp(`^${path.replaceAll(/:[a-z]+/gi, '[^/]+')}$`).test(action)
  return posts.map(({ path }) => path).filter(fits).toSorted((a, b) => a.split(':').length - b.split(':').length)[0]
}

test('error: every form comes back with a summary, messages at the fields and what was entered', async (suite) => {
  const places = Map.groupBy([...found].flatMap(([action, list]) => list.map((place) => ({ ...place, route: routeOf(action) }))), ({ route }) => route)
  await suite.test('which forms there are', () => {
    const missing = posts.filter(({ path }) => !places.has(path) && !WITHOUT_FORM.some(([pattern]) => pattern.test(path)))
    assert.deepEqual(missing.map(({ path }) => path), [], 'posts without a form on any page')
  })
  for (const { path } of posts) {
    const place = places.get(path)?.find(({ form }) => form.fillable)
    if (!place || WITHOUT_FORM.some(([pattern]) => pattern.test(path))) continue
    await suite.test(path, async () => {
      const page = await place.page()
      await page.goto(place.url)
      await expectErrorState(page, place.form)
    })
  }
})

test('a message that was opened, and pages that do not exist', async () => {
  const page = await people.pageFor('buerger')
  await page.goto(people.url('/konto/postfach'))
  const message = await page.locator('a[href^="/konto/postfach/"]').first().getAttribute('href') ?? ''
  await look(page, people.url(message))
  for (const access of ['oeffentlich', 'buerger', 'personal']) {
    const visitor = await people.pageFor(access)
    const response = await visitor.goto(people.url(`${access === 'personal' ? '/arbeitsplatz' : ''}/gibt/es/nicht`))
    assert.equal(response?.status(), 404)
    assert.equal(await visitor.locator('main h1').count(), 1)
    await expectAccessible(visitor)
    await expectNoSidewaysScroll(visitor)
  }
})
