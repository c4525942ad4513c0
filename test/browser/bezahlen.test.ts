import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { anbieterFestlegen } from '../../src/modules/finanzen/bezahlung/anbieter/command.js'
import { demoApp } from '../demo.js'
import { system } from '../app.js'
import { expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from './browser.js'

/**
 * A service that is paid before it is sent, as a guest without JavaScript on a screen of 320 pixels: apply, pay, return, receipt.
 * Then what the treasury and the administration see of it. Every page on the way is checked by axe in a second window.
 */
const demo = await demoApp()
await demo.app.execute(system(), anbieterFestlegen, { basisUrl: `${demo.url}/demo/bezahldienst`, originatorId: 'stadtkern', endPointId: 'musterstadt' })

const ANTWORTEN: Readonly<Record<string, string>> = {
  'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Muster', 'anschrift.strasse': 'Lindenweg', 'anschrift.hausnummer': '12', 'anschrift.plz': '45991', 'anschrift.ort': 'Musterstadt',
  'gesuchtePerson.vornamen': 'Şükrü', 'gesuchtePerson.familienname': 'Öztürk', letzteAnschrift: 'Hauptstraße 3, 45991 Musterstadt', gewerblich: 'nein', email: 'erika@example.org', zustellung: 'post', keineWerbung: 'ja',
}

async function fillPage(page: Page): Promise<void> {
  const fields = await page.locator('main form[method=post] :is(input,select,textarea):not([type=hidden])').evaluateAll((elements) => elements.map((element) => ({ name: (element as HTMLInputElement).name, type: (element as HTMLInputElement).type })))
  for (const { name, type } of fields) {
    const answer = ANTWORTEN[name]
    if (answer === undefined) continue
    if (type === 'radio' || type === 'checkbox') await page.locator(`[name="${name}"][value="${answer}"]`).check()
    else await page.fill(`[name="${name}"]`, answer)
  }
}

/** axe needs JavaScript: the same page with the same cookies in a window that has it. Shots go where SHOTS says. */
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

test('apply, pay, return, receipt', async (story) => {
  await withBrowser(async (browser) => {
    const page = await newPage(browser, { width: 320, javaScript: false })
    page.setDefaultTimeout(10_000)
    const text = () => page.locator('main').innerText()

    await story.test('the check page says what it costs and that it is paid first', async () => {
      await page.goto(`${demo.url}/leistungen/melderegisterauskunft`)
      assert.match(await text(), /11,00/)
      await page.getByRole('link', { name: /Jetzt online beantragen/ }).click()
      await page.getByRole('button', { name: /Ohne Anmeldung/ }).click()
      for (let steps = 0; steps < 12 && !page.url().endsWith('/pruefen'); steps++) {
        await fillPage(page)
        await page.locator('main form[method=post] button:not(.sk-sr-only)', { hasText: 'Weiter' }).first().click()
      }
      assert.match(await text(), /So setzt sich die Gebühr zusammen[\s\S]*11,00/)
      await pruefe(page, 'pruefen')
    })

    await story.test('the person pays at the provider and comes back to the confirmation', async () => {
      await page.getByRole('button', { name: 'Antrag verbindlich absenden und bezahlen' }).click()
      await pruefe(page, 'gebuehr')
      await page.getByRole('button', { name: 'Online bezahlen' }).click()
      await pruefe(page, 'zahlung')
      await page.getByRole('link', { name: 'Weiter zum Bezahldienst' }).click()
      await pruefe(page, 'simulator')
      await page.getByRole('button', { name: 'Weiter' }).click()
      assert.match(await text(), /Ihr Antrag ist eingegangen[\s\S]*Gebühr: Bezahlt/)
      await pruefe(page, 'bestaetigung')
    })

    await story.test('the receipt lies with the Vorgang', async () => {
      await demo.settle()
      await page.getByRole('link', { name: 'Stand und Unterlagen ansehen' }).click()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Zahlungsbeleg/ }).first().click()])
      assert.match(download.suggestedFilename(), /^Zahlungsbeleg-\d{13}\.pdf$/)
    })

    await story.test('the treasury sees the claim paid; its pages and those of the administration are accessible', async () => {
      for (const [kennung, pfad, name] of [['k.kaiser', '/arbeitsplatz/kasse', 'kasse'], ['k.kaiser', '/arbeitsplatz/kasse/forderungen?sicht=erledigt', 'forderungen'], ['z.zahn', '/arbeitsplatz/kasse/erstattungen', 'erstattungen'],
        ['a.admin', '/verwaltung/gebuehren', 'gebuehren'], ['a.admin', '/verwaltung/gebuehren/geburtsurkunde', 'gebuehrenblatt'], ['a.admin', '/verwaltung/bezahldienst', 'bezahldienst']] as const) {
        for (const width of [320, 1280]) {
          const staff = await newPage(browser, { width, javaScript: false })
          await staff.context().addCookies([...(await demo.als(kennung)).cookies].map(([cookie, value]) => ({ name: cookie, value, url: demo.url })))
          await staff.goto(demo.url + pfad)
          await pruefe(staff, name, width)
          if (name === 'forderungen') {
            await staff.getByRole('link', { name: /^\d{4} \d{4} \d{4} \d$/ }).first().click()
            await pruefe(staff, 'kassenblatt', width)
          }
          await staff.context().close()
        }
      }
    })
    await page.context().close()
  })
})
