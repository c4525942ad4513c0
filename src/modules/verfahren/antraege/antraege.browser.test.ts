import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consoleErrors, expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from '../../../../test/browser/browser.js'
import { musterstadt, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'
import { openSession } from '../../../platform/auth/session.js'
import { demoStadt, imSystem, leute } from '../fallbearbeitung/testfall.js'
import { buergerin, reicheEin, testAnhang, testLeistung } from './einreichen/test-leistung.js'
import { stelleRueckfragen } from './rueckfrage/stellen.js'

const { app, settle } = await testApp()
await demoStadt(app, musterstadt)
const leistung = await testLeistung(app, musterstadt)
const web = await testWeb(app)
const { vorgangsnummer, vorgangId } = await reicheEin(app, musterstadt, leistung, { anhaenge: [await testAnhang(app, musterstadt)] })
await reicheEin(app, musterstadt, leistung)
await settle()
await imSystem(app, musterstadt, (ctx) => stelleRueckfragen(ctx, vorgangId, {
  fragen: [{ frage: 'Auf dem Foto ist nur die erste Seite zu sehen.\nBitte schicken Sie uns auch die zweite Seite.', bezug: 'meldebescheinigung' }], frist: ctx.today.add({ days: 14 }), gestelltVon: 'test',
}))

const seiten = [
  ['buerger', '/konto'], ['buerger', `/konto/vorgaenge/${vorgangsnummer}`], ['buerger', `/konto/vorgaenge/${vorgangsnummer}/zuruecknehmen`], ['personal', `/arbeitsplatz/vorgaenge/${vorgangsnummer}`],
] as const

test('the pages are accessible and fit on 1280 and 320 pixels', async () => {
  await withBrowser(async (browser) => {
    for (const width of [1280, 320]) {
      for (const [art, pfad] of seiten) {
        const page = await newPage(browser, { width })
        const token = await app.db.withMandant(musterstadt, (tx) => openSession(tx, Temporal.Now.instant(), { art, kontoId: art === 'buerger' ? buergerin(musterstadt).id : leute.sommer }))
        await page.context().addCookies([{ name: 'sk_sitzung', value: token, url: web.url }])
        const antwort = await page.goto(`${web.url}${pfad}`)
        assert.equal(antwort?.status(), 200, pfad)
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
        assert.deepEqual(consoleErrors(page), [])
        const bilder = process.env['STADTKERN_BILDER']
        if (bilder) await page.screenshot({ path: `${bilder}/${pfad.split('/').slice(1, 3).join('-')}-${pfad.endsWith('zuruecknehmen') ? 'z' : 'a'}-${width}.png`, fullPage: true })
        await page.context().close()
      }
    }
  })
})
