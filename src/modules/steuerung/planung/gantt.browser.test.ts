import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { expectAccessible, expectNoSidewaysScroll, newPage, withBrowser, consoleErrors } from '../../../../test/browser/browser.js'
import { demoApp } from '../../../../test/demo.js'
import { system } from '../../../../test/app.js'
import { planAendern } from './aendern/command.js'
import { planAnlegen } from './anlegen/command.js'
import type { Aenderung } from './domain/aenderung.js'

const demo = await demoApp()
const PLAN = '/arbeitsplatz/planung/01900000-0000-7000-8000-0000000f1a00'
const id = (nummer: number) => `01900000-0000-7000-8000-0000000f1a${String(nummer).padStart(2, '0')}`

async function seite(browser: Browser, pfad: string, options: { width?: number; javaScript?: boolean; kennung?: string } = {}): Promise<Page> {
  const page = await newPage(browser, options)
  const { origin } = new URL(demo.url)
  await page.context().addCookies([...(await demo.als(options.kennung ?? 'p.plan')).cookies].map(([name, value]) => ({ name, value, url: origin })))
  await page.goto(`${origin}${pfad}`)
  return page
}
const datum = async (browser: Browser, nummer: number): Promise<string> => {
  const page = await seite(browser, `${PLAN}?ansicht=tabelle`, { javaScript: false })
  const text = await page.locator('tbody tr').filter({ has: page.locator('td:first-child', { hasText: new RegExp(`^${nummer}$`) }) }).locator('td', { hasText: /\d\d\.\d\d\.\d{4}/ }).first().innerText()
  await page.context().close()
  return text
}

test('a bar is dragged with the mouse: effects first, saved after confirming', () => withBrowser(async (browser) => {
  const vorher = await datum(browser, 10)
  const page = await seite(browser, `${PLAN}?zoom=tag`)
  const balken = page.locator(`[data-balken="${id(10)}"] rect`).first()
  await page.evaluate(`document.querySelector('[data-gantt]').scrollLeft = ${await balken.evaluate((e) => Number(e.getAttribute('x')))} - 100`)
  await balken.scrollIntoViewIfNeeded()
  const kasten = await balken.boundingBox()
  assert.ok(kasten)
  const [x, y] = [Math.max(kasten.x + 6, 560), kasten.y + kasten.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 24 * 7, y, { steps: 5 })
  assert.match(await page.locator('[data-gantt-status]').innerText(), /Neuer Beginn/)
  await Promise.all([page.waitForURL('**/verschieben'), page.mouse.up()])
  assert.match(await page.locator('main').innerText(), /Noch ist nichts gespeichert[\s\S]*Aktenplan abstimmen/)
  assert.equal(await datum(browser, 10), vorher)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Änderung speichern' }).click()
  await page.waitForURL(`**${PLAN}`)
  const [tag, monat, jahr] = vorher.split('.').map(Number) as [number, number, number]
  const eineWocheSpaeter = new Temporal.PlainDate(jahr, monat, tag).add({ days: 7 })
  assert.equal(await datum(browser, 10), `${String(eineWocheSpaeter.day).padStart(2, '0')}.${String(eineWocheSpaeter.month).padStart(2, '0')}.${eineWocheSpaeter.year}`)
  assert.deepEqual(consoleErrors(page), [])
}))

test('the same with keys alone: arrows move, Escape takes back, Enter shows the effects', () => withBrowser(async (browser) => {
  const page = await seite(browser, `${PLAN}?zoom=woche`)
  const name = page.locator(`a[data-id="${id(11)}"]`)
  await name.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  assert.match(await page.locator('[data-gantt-status]').innerText(), /Neuer Beginn: \w\w\., \d\d\.\d\d\.\d{4}/)
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('[data-gantt-status]').innerText(), '')
  await page.keyboard.press('Shift+ArrowRight')
  await Promise.all([page.waitForURL('**/verschieben'), page.keyboard.press('Enter')])
  assert.match(await page.locator('main').innerText(), /Technik einrichten/)
  assert.deepEqual(consoleErrors(page), [])
}))

test('without script the same change is a form; effects, back with everything typed, beyond the threshold a request', () => withBrowser(async (browser) => {
  const page = await seite(browser, `${PLAN}/eintrag/${id(7)}`, { javaScript: false, width: 320 })
  await page.getByLabel('Dauer (freiwillig)').fill('5')
  await page.getByRole('button', { name: 'Weiter: Auswirkungen ansehen' }).click()
  assert.match(await page.locator('main').innerText(), /braucht eine Genehmigung[\s\S]*Zuschlag: \d+ Arbeitstage/)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Zurück zum Formular' }).click()
  assert.equal(await page.getByLabel('Dauer (freiwillig)').inputValue(), '5')
  await page.getByRole('button', { name: 'Weiter: Auswirkungen ansehen' }).click()
  await page.getByLabel('Warum ist die Änderung nötig?').fill('Rüge im Vergabeverfahren')
  await page.getByRole('button', { name: 'Änderung beantragen' }).click()
  assert.match(await page.locator('main').innerText(), /Antrag 1[\s\S]*offen[\s\S]*Rüge im Vergabeverfahren/)
  const vorstand = await seite(browser, `${PLAN}/genehmigung`, { kennung: 'v.vogt' })
  await expectAccessible(vorstand)
  await vorstand.getByRole('button', { name: 'Genehmigen und übernehmen' }).click()
  assert.match(await vorstand.locator('main').innerText(), /in den Plan übernommen[\s\S]*Basisplan 2/)
}))

test('somebody else changed the same field: both values are shown, nothing typed is lost', () => withBrowser(async (browser) => {
  const page = await seite(browser, `${PLAN}/eintrag/${id(12)}`, { javaScript: false })
  await demo.app.execute(system(), planAendern, { planId: PLAN.split('/').at(-1) ?? '', aenderungen: [{ art: 'eintrag', id: id(12), felder: { titel: 'Schulungen und Übungen', notiz: 'Raum gebucht' } }] })
  await page.getByLabel('Titel').fill('Fortbildungen')
  await page.getByRole('button', { name: 'Weiter: Auswirkungen ansehen' }).click()
  assert.match(await page.locator('main').innerText(), /Jemand hat dasselbe geändert[\s\S]*„Fortbildungen“, inzwischen gespeichert „Schulungen und Übungen“/)
  assert.deepEqual([await page.getByLabel('Titel').inputValue(), await page.getByLabel('Notiz (freiwillig)').inputValue()], ['Fortbildungen', 'Raum gebucht'])
  await page.getByRole('button', { name: 'Weiter: Auswirkungen ansehen' }).click()
  await page.getByRole('button', { name: 'Änderung speichern' }).click()
  await page.goto(page.url() + `/eintrag/${id(12)}`)
  assert.deepEqual([await page.getByLabel('Titel').inputValue(), await page.getByLabel('Notiz (freiwillig)').inputValue()], ['Fortbildungen', 'Raum gebucht'])
}))

test('a circle is refused at the form, by name, with the choice kept', () => withBrowser(async (browser) => {
  const page = await seite(browser, `${PLAN}/abhaengigkeiten`, { javaScript: false })
  await page.getByLabel('Dieser Eintrag wartet').selectOption(id(2))
  await page.getByLabel('auf diesen Eintrag').selectOption(id(14))
  await page.getByRole('button', { name: 'Weiter: Auswirkungen ansehen' }).click()
  assert.match(await page.locator('main').innerText(), /Kreis: „.*„Alle Ämter arbeiten mit der E-Akte“/)
  assert.equal(await page.getByLabel('auf diesen Eintrag').inputValue(), id(14))
}))

test('every view is accessible and fits a phone', () => withBrowser(async (browser) => {
  for (const rest of ['?zoom=woche', '?ansicht=tabelle', '?kritisch=ja&zoom=quartal', '/risiken', '/entscheidungen', '/trend', '/auslastung', '/beteiligung', '/genehmigung', '/abhaengigkeiten', `/eintrag/${id(8)}`, '/eintrag/neu']) {
    for (const width of [320, 1280]) {
      const page = await seite(browser, `${PLAN}${rest}`, { width })
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      assert.deepEqual(consoleErrors(page), [], rest)
      await page.context().close()
    }
  }
}))

test('a thousand bars are there', () => withBrowser(async (browser) => {
  const neu = (i: number) => `01900000-0000-7000-8000-0000010${String(i).padStart(5, '0')}`
  const { planId } = await demo.app.execute(system(), planAnlegen, { titel: 'Tausend Balken', beginn: '2026-01-05' })
  const aenderungen: Aenderung[] = Array.from({ length: 1000 }, (_, i) => ({ art: 'neu', id: neu(i), felder: { titel: `Maßnahme ${i}`, dauer: String(5 + i % 40) } }))
  for (let i = 10; i < 1000; i++) aenderungen.push({ art: 'verbinden', vonId: neu(i - 10), nachId: neu(i), typ: 'FS', abstand: i % 5 })
  await demo.app.execute(system(), planAendern, { planId, aenderungen: aenderungen as never })
  const page = await seite(browser, `/arbeitsplatz/planung/${planId}`)
  assert.equal(await page.locator('[data-balken]').count(), 1000)
  await page.context().close()
}))
