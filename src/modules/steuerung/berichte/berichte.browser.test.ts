import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from '../../../../test/browser/browser.js'
import { musterstadt, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'
import { module } from '../../../modules.js'
import { beispielBericht, beispielSchreiben, beispielVerlauf } from './beispiel.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung', 'programm', 'planung', 'berichte']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const { url, besucher } = await testWeb(app)
const buero = besucher()
await buero.mitSitzung('personal', '01900000-0000-7000-8000-00000000a011', musterstadt)

test('every page of the reports: axe finds nothing, 320 px need no sideways scrolling', async () => {
  const PFAD = '/arbeitsplatz/berichte'
  const [schreiben, bericht, druck, verlauf] = await Promise.all([beispielSchreiben(app), beispielBericht()(app), beispielBericht('/druck')(app), beispielVerlauf(app)])
  await withBrowser(async (browser) => {
    for (const width of [1280, 320]) {
      const page = await newPage(browser, { width })
      await page.context().addCookies([{ name: 'sk_sitzung', value: buero.cookies.get('sk_sitzung') ?? '', url }])
      for (const [name, path] of Object.entries({ meine: PFAD, schreiben, bericht, druck, verlauf, uebersicht: `${PFAD}/uebersicht`, gefiltert: `${PFAD}/uebersicht?ampel=rot&monate=12`, kernteam: `${PFAD}/kernteam`, programmberichte: `${PFAD}/programmberichte` })) {
        const antwort = await page.goto(url + String(path))
        assert.equal(antwort?.status(), 200, name)
        if (process.env['STADTKERN_SHOTS']) await page.screenshot({ path: `${process.env['STADTKERN_SHOTS']}/${width}-${name}.png`, fullPage: true })
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }
    }
  })
})
