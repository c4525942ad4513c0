import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from '../../../../test/browser/browser.js'
import { musterstadt, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'
import { module } from '../../../modules.js'
import { beispielBewertung, beispielEvaluation, beispielKennzahl, beispielModell } from './beispiel.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung', 'programm', 'kennzahlen']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const { url, besucher } = await testWeb(app)
const buero = besucher()
await buero.mitSitzung('personal', '01900000-0000-7000-8000-00000000a011', musterstadt)

test('every page of the figures: axe finds nothing, 320 px need no sideways scrolling', async () => {
  const PFAD = '/arbeitsplatz/kennzahlen'
  const [kennzahl, gemessen, aendern, wert, modell, modellAendern, baustein, evaluieren] = await Promise.all([beispielKennzahl()(app), beispielKennzahl('', true)(app), beispielKennzahl('/aendern')(app), beispielKennzahl('/wert')(app), beispielModell()(app), beispielModell('/aendern')(app), beispielBewertung(app), beispielEvaluation(app)])
  const seiten = { baum: PFAD, gefiltert: `${PFAD}?status=verfehlt`, kennzahl, gemessen, neu: `${PFAD}/neu`, aendern, wert, modelle: `${PFAD}/reifegrade`, modell, modellAendern, baustein, evaluation: `${PFAD}/evaluation`, evaluieren }
  await withBrowser(async (browser) => {
    for (const width of [1280, 320]) {
      const page = await newPage(browser, { width })
      await page.context().addCookies([{ name: 'sk_sitzung', value: buero.cookies.get('sk_sitzung') ?? '', url }])
      for (const [name, path] of Object.entries(seiten)) {
        const antwort = await page.goto(url + String(path))
        assert.equal(antwort?.status(), 200, name)
        if (process.env['STADTKERN_SHOTS']) await page.screenshot({ path: `${process.env['STADTKERN_SHOTS']}/${width}-${name}.png`, fullPage: true })
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }
    }
  })
})
