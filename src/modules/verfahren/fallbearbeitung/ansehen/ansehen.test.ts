import { test } from 'node:test'
import assert from 'node:assert/strict'
import { consoleErrors, expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from '../../../../../test/browser/browser.js'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { aufgabeErledigen, aufgabeUebernehmen, offeneAufgaben } from '../../../grundlagen/aufgaben/index.js'
import { demoStadt, leute, testFall, type Testfall } from '../testfall.js'
import { openSession } from '../../../../platform/auth/session.js'
import { loadSession } from '../../../../platform/http/request.js'

const { app, settle } = await testApp()
await demoStadt(app, musterstadt)
const web = await testWeb(app)

const actor = async (wer: keyof typeof leute) => {
  const token = await app.db.withMandant(musterstadt, (tx) => openSession(tx, Temporal.Now.instant(), { art: 'personal', kontoId: leute[wer] }))
  const found = await loadSession(app, musterstadt, token)
  if (!found) throw new Error(`no ${wer}`)
  return found.actor
}
const naechste = async ({ vorgangId }: Testfall) => (await app.db.withMandant(musterstadt, (tx) => offeneAufgaben(tx, vorgangId)))[0]?.id ?? ''
const erledige = async (fall: Testfall, wer: keyof typeof leute, ergebnis: string) => app.execute(await actor(wer), aufgabeErledigen, { aufgabeId: await naechste(fall), ergebnis })

test('work list and case screen are accessible, with a mouse, on a phone and at 400 %', { timeout: 120_000 }, async () => {
  const faelle = [await testFall(app, musterstadt), await testFall(app, musterstadt, { person: 'Deniz Yılmaz' }), await testFall(app, musterstadt, { person: 'Maximiliane von der Hohenlohe-Waldenburg-Schillingsfürst' })]
  const [erster, zweiter, dritter] = faelle as [Testfall, Testfall, Testfall]
  await app.execute(await actor('thal'), aufgabeUebernehmen, { aufgabeId: await naechste(zweiter) })
  await erledige(dritter, 'sommer', 'genehmigen')
  await erledige(dritter, 'sommer', 'entworfen')
  await erledige(dritter, 'lenz', 'gezeichnet')
  await settle()
  const seiten = [['sommer', '/arbeitsplatz'], ['lenz', '/arbeitsplatz?ansicht=alle'], ['sommer', `/arbeitsplatz/vorgaenge/${erster.vorgangsnummer}`],
    ['sommer', `/arbeitsplatz/vorgaenge/${zweiter.vorgangsnummer}`], ['sommer', `/arbeitsplatz/vorgaenge/${dritter.vorgangsnummer}`]] as const
  await withBrowser(async (browser) => {
    for (const width of [1280, 320]) {
      for (const [index, [wer, pfad]] of seiten.entries()) {
        const besucher = web.besucher()
        await besucher.mitSitzung('personal', leute[wer], musterstadt)
        const page = await newPage(browser, { width, height: 900 })
        await page.context().addCookies([...besucher.cookies].map(([name, value]) => ({ name, value, url: web.url })))
        await page.goto(web.url + pfad)
        if (process.env['BILDER']) await page.screenshot({ path: `${process.env['BILDER']}/${index}-${width}.png`, fullPage: true })
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
        assert.deepEqual(consoleErrors(page), [])
        await page.context().close()
      }
    }
  })
})
