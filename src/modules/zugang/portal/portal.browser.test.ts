import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consoleErrors, expectAccessible, expectNoSidewaysScroll, expectVisibleFocus, newPage, withBrowser } from '../../../../test/browser/browser.js'
import { musterstadt, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'
import { module } from '../../../modules.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'aktenplan', 'leistungen']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const { url } = await testWeb(app)

const pages = [
  '/', '/leistungen', '/leistungen?q=Umzug', '/leistungen?q=quuxquux', '/leistungen/bewohnerparkausweis', '/leistungen/personalausweis', '/leistungen/briefwahl',
  '/leistungen/fuehrungszeugnis', '/leistungen/kfz-zulassung', '/hilfe', '/barrierefreiheit', '/datenschutz', '/impressum', '/sprache', '/rueckmeldung', '/rueckmeldung/danke?nummer=RM-2026-0001',
]

test('every public page is accessible and fits on narrow and wide screens, in both languages', async () => {
  await withBrowser(async (browser) => {
    const shots = process.env['STADTKERN_SHOTS']
    for (const width of [1280, 320]) {
      const page = await newPage(browser, { width })
      for (const path of pages) {
        await page.goto(url + path)
        if (shots) await page.screenshot({ path: `${shots}/${width}${path.replaceAll(/[/?=]/g, '_')}.png`, fullPage: true })
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }
      await page.goto(`${url}/leistungen/bewohnerparkausweis?sprache=en`)
      if (shots) await page.screenshot({ path: `${shots}/${width}_en.png`, fullPage: true })
      await expectAccessible(page)
      assert.deepEqual(consoleErrors(page), [])
    }
  })
})

test('with the keyboard every stop can be seen', async () => {
  await withBrowser(async (browser) => {
    const page = await newPage(browser)
    for (const path of ['/', '/leistungen', '/leistungen/bewohnerparkausweis']) {
      await page.goto(url + path)
      assert.ok(await expectVisibleFocus(page) > 15)
    }
  })
})
