import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoApp } from '../demo.js'
import { expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from './browser.js'

/**
 * A service that wants to know for certain who applies, without JavaScript on a screen of 320 pixels: begun with a password, proved with
 * an account elsewhere, filled in, sent; the clerk sees where the answers come from. Every page is checked by axe in a second window.
 */
const demo = await demoApp()

const ANTWORTEN: Readonly<Record<string, string>> = {
  fuerWen: 'selbst', 'geborene.vornamen': 'Anna', 'geborene.familienname': 'Vorlage', 'geboren.tag': '17', 'geboren.monat': '5', 'geboren.jahr': '1990', anzahl: '1', verwendung: 'allgemein', zustellung: 'post',
}

async function fillPage(page: Page): Promise<void> {
  const fields = await page.locator('main form[method=post] :is(input,select,textarea):not([type=hidden])').evaluateAll((elements) => elements.map((element) => ({ name: (element as HTMLInputElement).name, type: (element as HTMLInputElement).type, value: (element as HTMLInputElement).value })))
  for (const { name, type, value } of fields) {
    const answer = ANTWORTEN[name] ?? (type === 'checkbox' && !name.includes('keine') && !name.endsWith('nachreichen') ? value : undefined)
    if (answer === undefined) continue
    if (type === 'radio' || type === 'checkbox') await page.locator(`[name="${name}"][value="${answer}"]`).check()
    else await page.fill(`[name="${name}"]`, answer)
  }
}

async function pruefe(page: Page, name: string, width = 320): Promise<void> {
  await expectNoSidewaysScroll(page)
  const mitSkript = await newPage(page.context().browser() ?? assert.fail('a page has its browser'), { width })
  await mitSkript.context().addCookies(await page.context().cookies())
  await mitSkript.goto(page.url())
  await expectAccessible(mitSkript)
  const shots = process.env['STADTKERN_SHOTS']
  if (shots) await mitSkript.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
  await mitSkript.context().close()
}

test('begin with a password, prove who you are, send, and what the clerk sees', async (story) => {
  await withBrowser(async (browser) => {
    const page = await newPage(browser, { width: 320, javaScript: false })
    page.setDefaultTimeout(10_000)
    const text = () => page.locator('main').innerText()

    await story.test('the page explains why a stronger sign-in is needed', async () => {
      const erika = await demo.als('erika.muster')
      await page.context().addCookies([...erika.cookies].map(([name, value]) => ({ name, value, url: demo.url })))
      await page.goto(`${demo.url}/leistungen/geburtsurkunde/antrag`)
      await page.getByRole('button', { name: /Antrag beginnen/ }).click()
      assert.match(await text(), /müssen wir sicher wissen, wer ihn stellt/)
      await pruefe(page, 'anmeldestufe')
    })

    await story.test('the simulator says what it is; the way back leads into the draft', async () => {
      await page.getByRole('link', { name: 'Weiter mit Nutzerkonto-Simulator' }).click()
      assert.match(await text(), /Alle Personen sind erfunden/)
      await pruefe(page, 'simulator')
      await page.getByLabel(/Anna Beispiel/).check()
      await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
      assert.match(page.url(), /\/antrag\/[0-9a-f-]{36}\/datenschutz$/)
    })

    await story.test('name and address are there; sent without typing them', async () => {
      for (let steps = 0; steps < 12 && !page.url().endsWith('/pruefen'); steps++) {
        if (page.url().endsWith('/person')) {
          assert.match(await text(), /Anna Beispiel[\s\S]*Sie können es hier nicht ändern/)
          await pruefe(page, 'vorbelegt')
        }
        await fillPage(page)
        await page.locator('main form[method=post] button:not(.sk-sr-only)', { hasText: 'Weiter' }).first().click()
      }
      assert.match(await text(), /aus Ihrem Nutzerkonto \(Nutzerkonto-Simulator, Vertrauensniveau substantiell\)/)
      await pruefe(page, 'pruefen')
      await page.getByRole('button', { name: /Antrag verbindlich absenden/ }).click()
      assert.match(await text(), /Ihr Antrag ist eingegangen/)
    })

    await story.test('pages of company and person, and what the clerk and the administration see', async () => {
      const nummer = /[A-Z]{2}-\d{4}-\d{6}-\d/.exec(await text())?.[0] ?? ''
      for (const [pfad, name] of [['/konto/unternehmen', 'unternehmen'], ['/konto/unternehmen/neu', 'unternehmen-neu']] as const) { await page.goto(`${demo.url}${pfad}`); await pruefe(page, name) }
      const sweep: readonly (readonly [string, string, string])[] = [['a.admin', '/verwaltung/identitaet', 'anbieter'], ['a.admin', '/verwaltung/identitaet/01900000-0000-7000-8000-00000001d001', 'anbieter-seite'], ['a.admin', '/verwaltung/identitaet/neu?protokoll=saml', 'anbieter-saml']]
      for (const [kennung, pfad, name] of sweep) {
        const besucher = await demo.als(kennung)
        const arbeitsplatz = await newPage(browser, { width: 1280 })
        await arbeitsplatz.context().addCookies([...besucher.cookies].map(([cookie, value]) => ({ name: cookie, value, url: demo.url })))
        await arbeitsplatz.goto(`${demo.url}${pfad}`)
        await pruefe(arbeitsplatz, name, 1280)
        await arbeitsplatz.context().close()
      }
      assert.ok(nummer)
    })
  })
})
