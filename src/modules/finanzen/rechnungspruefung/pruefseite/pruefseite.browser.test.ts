import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../../../test/app.js'
import { consoleErrors, expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from '../../../../../test/browser/browser.js'
import { testWeb } from '../../../../../test/web.js'
import { writeCii, writeUbl, type Invoice } from '../index.js'
import { sampleInvoice } from '../tools/examples.js'

const { app } = await testApp({ worker: false })
const { url } = await testWeb(app)

const dateien: Readonly<Record<string, string | undefined>> = {
  leer: undefined,
  gueltig: writeUbl(sampleInvoice()),
  // Reason and code of the exemption make the table of the taxes as wide as it gets.
  steuerfrei: writeUbl(sampleInvoice('E')),
  ungueltig: writeCii({ ...sampleInvoice(), buyerReference: undefined, payment: undefined } as unknown as Invoice),
  unlesbar: '<Invoice',
  falsch: 'Sehr geehrte Damen und Herren',
}

test('form, acceptance, refusal and errors are accessible and fit on narrow and wide screens, also printed', async () => {
  await withBrowser(async (browser) => {
    const shots = process.env['STADTKERN_SHOTS']
    for (const width of [1280, 320]) {
      const page = await newPage(browser, { width })
      for (const [name, inhalt] of Object.entries(dateien)) {
        await page.goto(`${url}/e-rechnung`)
        if (inhalt !== undefined) {
          await page.setInputFiles('input[type=file]', { name: `${name}.xml`, mimeType: 'application/xml', buffer: Buffer.from(inhalt) })
          await page.click('main button:has-text("Rechnung prüfen")')
          await page.waitForLoadState()
        }
        if (shots) await page.screenshot({ path: `${shots}/${width}-${name}.png`, fullPage: true })
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
        if (name === 'gueltig' && width === 1280) {
          await page.emulateMedia({ media: 'print' })
          if (shots) await page.screenshot({ path: `${shots}/druck.png`, fullPage: true })
          assert.ok(await page.isVisible('h2:has-text("lesbar dargestellt")'))
          await page.emulateMedia({ media: 'screen' })
        }
      }
      // The browser itself notes answers with an error status.
      assert.deepEqual(consoleErrors(page).filter((text) => !text.includes('422')), [])
    }
  })
})
