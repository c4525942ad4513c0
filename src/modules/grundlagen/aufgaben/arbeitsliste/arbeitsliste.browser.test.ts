import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consoleErrors, expectAccessible, newPage, withBrowser } from '../../../../../test/browser/browser.js'
import { musterstadt, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { openSession } from '../../../../platform/auth/session.js'
import { openContext } from '../../../../platform/usecases/execute.js'
import { aufgabeAnlegen } from '../index.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung']) await app.module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const web = await testWeb(app)
for (const titel of ['Erste', 'Zweite', 'Dritte']) {
  await app.db.withMandant(musterstadt, async (tx) => {
    const { ctx, finish } = openContext(app, tx, system(musterstadt), 'test.neu')
    await aufgabeAnlegen(ctx, { einheitId: '01900000-0000-7000-8000-00000000e321', gruppe: 'sachbearbeitung', titel, maske: 'allgemein', faelligAm: app.clock.today(), kontext: { betreff: titel }, adresse: '/arbeitsplatz/konto' })
    await finish()
  })
}

test('rows are walked with keys, opened with Enter; typing and the switch keep the keys quiet', async () => {
  await withBrowser(async (browser) => {
    const page = await newPage(browser)
    const token = await app.db.withMandant(musterstadt, (tx) => openSession(tx, Temporal.Now.instant(), { art: 'personal', kontoId: '01900000-0000-7000-8000-00000000a001' }))
    await page.context().addCookies([{ name: 'sk_sitzung', value: token, url: web.url }])
    await page.goto(`${web.url}/arbeitsplatz`)
    const fokus = () => page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('ArrowDown')
    assert.notEqual(await fokus(), 'Erste', 'arrow keys scroll until a row is chosen')
    const gelesen: unknown[] = []
    for (const taste of ['j', 'j', 'ArrowDown', 'k']) { await page.keyboard.press(taste); gelesen.push(await fokus()) }
    assert.deepEqual(gelesen, ['Erste', 'Zweite', 'Dritte', 'Zweite'])
    await page.keyboard.press('/')
    await page.keyboard.type('jk?x')
    assert.equal(await page.inputValue('#suche-kopf'), 'jk?x', 'in fields the keys are letters')
    await page.locator('h1').click()
    await page.keyboard.press('?')
    assert.equal(await page.locator('dialog.sk-shortcuts').isVisible(), true)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/arbeitsplatz/konto')
    await page.getByRole('button', { name: 'Tastenkürzel ausschalten' }).click()
    await page.goto(`${web.url}/arbeitsplatz`)
    await page.keyboard.press('j')
    assert.notEqual(await fokus(), 'Erste')
    assert.deepEqual(consoleErrors(page), [])
  })
})
