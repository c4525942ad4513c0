import assert from 'node:assert/strict'
import type { Browser, Locator, Page } from 'playwright-core'
import type { DemoApp } from '../demo.js'
import { pdf } from '../../src/modules/zugang/onlineantrag/test-antrag.js'
import { expectNoSidewaysScroll, newPage } from './browser.js'

/** What journeys share: people at their pages, forms filled in as far as they ask, tasks done. Without JavaScript, citizens at 320 pixels. */
export type Antworten = Readonly<Record<string, string>>

/** Somebody of the demo, signed in; nobody: a visitor. Employees sit at a wide screen. */
export async function seiteVon(browser: Browser, demo: DemoApp, kennung?: string, width = 320): Promise<Page> {
  const page = await newPage(browser, { width, javaScript: false })
  page.setDefaultTimeout(10_000)
  if (kennung === undefined) return page
  const { cookies } = await demo.als(kennung)
  await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: demo.url })))
  return page
}

export const text = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')

/** Fits the screen it is on. With STADTKERN_SHOTS the page is also kept as pictures, narrow and wide, to be looked at. */
export async function passt(page: Page, name: string): Promise<void> {
  await expectNoSidewaysScroll(page)
  const shots = process.env['STADTKERN_SHOTS']
  const bisher = page.viewportSize()
  if (!shots || !bisher) return
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize(bisher)
}

/** `feld.tag`, `.monat` and `.jahr` of a date with three fields. */
export const tag = (feld: string, datum: string): Antworten => {
  const { day, month, year } = Temporal.PlainDate.from(datum)
  return { [`${feld}.tag`]: String(day), [`${feld}.monat`]: String(month), [`${feld}.jahr`]: String(year) }
}

/** Answers the fields that a form asks and for which there is an answer; files are always the same small PDF. */
export async function fuelle(page: Page, formular: string, antworten: Antworten): Promise<void> {
  const felder = await page.locator(`${formular} :is(input,select,textarea):not([type=hidden])`)
    .evaluateAll((elemente) => elemente.map((element) => ({ name: (element as HTMLInputElement).name, art: (element as HTMLInputElement).type, wert: (element as HTMLInputElement).value })))
  for (const { name, art, wert } of felder) {
    const antwort = antworten[name]
    const feld = page.locator(`${formular} [name="${name}"]`)
    if (antwort === undefined || ((art === 'radio' || art === 'checkbox') && wert !== antwort)) continue
    await klappeAuf(feld.first())
    if (art === 'file') await feld.setInputFiles({ name: antwort, mimeType: 'application/pdf', buffer: Buffer.from(pdf(antwort)) })
    else if (art === 'radio' || art === 'checkbox') await page.locator(`${formular} [name="${name}"][value="${wert}"]`).check()
    else if (art === 'select-one') await feld.selectOption(antwort)
    else await feld.fill(antwort)
  }
}

/** Some questions lie behind a summary that one opens. */
async function klappeAuf(feld: Locator): Promise<void> {
  const zu = feld.locator('xpath=ancestor::details[not(@open)]/summary')
  for (let noch = await zu.count(); noch > 0; noch--) await zu.first().click()
}

const FORMULAR = 'main form[method=post]'

/** Page by page from the first to the one on which everything is checked, in whatever order the form asks. */
export async function fuelleAus(page: Page, antworten: Antworten): Promise<void> {
  for (let schritte = 0, amSelbenOrt = 0; amSelbenOrt < 2 && !page.url().endsWith('/pruefen') && schritte < 24; schritte++) {
    const hier = page.url()
    await fuelle(page, FORMULAR, antworten)
    await page.locator(`${FORMULAR} button:not(.sk-sr-only)`, { hasText: /^(Weiter|Speichern)$/ }).first().click()
    // An answer may bring a question on the same page: it is asked the second time.
    amSelbenOrt = page.url() === hier ? amSelbenOrt + 1 : 0
  }
  assert.match(page.url(), /\/pruefen$/, await text(page))
}

/** From the page of the service to the page on which everything is checked. */
export async function beginne(page: Page, demo: DemoApp, leistung: string, antworten: Antworten): Promise<void> {
  await page.goto(`${demo.url}/leistungen/${leistung}`)
  await page.getByRole('link', { name: /^Jetzt online/ }).first().click()
  await page.getByRole('button', { name: /Antrag beginnen|Anzeige beginnen|Ohne Anmeldung|Neu beginnen|beginnen/ }).first().click()
  await fuelleAus(page, antworten)
}

export async function sendeAb(page: Page): Promise<void> {
  await page.getByRole('button', { name: /verbindlich absenden/ }).click()
}

/** Applies and reads the number from the confirmation. */
export async function beantrage(page: Page, demo: DemoApp, leistung: string, antworten: Antworten): Promise<string> {
  await beginne(page, demo, leistung, antworten)
  await sendeAb(page)
  return nummerAuf(page, demo)
}

export async function nummerAuf(page: Page, demo: DemoApp): Promise<string> {
  const gelesen = await text(page)
  const nummer = /[A-Z]{2}-\d{4}-\d{6}-\d/.exec(gelesen)?.[0]
  assert.ok(nummer && page.url().endsWith('/bestaetigung'), `${page.url()}: ${gelesen}`)
  await demo.settle()
  return nummer
}

export const fall = (demo: DemoApp, nummer: string): string => `${demo.url}/arbeitsplatz/vorgaenge/${nummer}`

/** The clerk opens the case, fills in the task whose form has this button and presses it. */
export async function erledige(page: Page, demo: DemoApp, nummer: string, knopf: string, werte: Antworten = {}): Promise<void> {
  await page.goto(fall(demo, nummer))
  const taste = page.locator('form[action*="/aufgaben/"]').getByRole('button', { name: knopf, exact: true }).first()
  const action = await taste.evaluate((element) => (element as HTMLButtonElement).form?.getAttribute('action') ?? '')
  await fuelle(page, `form[action="${action}"]`, werte)
  await taste.click()
  assert.equal(await page.locator('.sk-error-summary').count(), 0, await text(page))
  await demo.settle()
}
