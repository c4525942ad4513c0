import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { verifyTown } from '../../src/platform/audit/seal.js'
import { anbieterFestlegen } from '../../src/modules/finanzen/bezahlung/anbieter/command.js'
import { musterstadt, system } from '../app.js'
import { demoApp, type DemoApp } from '../demo.js'
import { expectAccessible, newPage, withBrowser } from './browser.js'

/**
 * The whole way of one application, as people walk it: without JavaScript, the citizen on a screen of 320 pixels. From finding
 * the service to the closed Vorgang, with a question in between and two people signing.
 */
const demo = await demoApp()
await demo.app.execute(system(), anbieterFestlegen, { basisUrl: `${demo.url}/demo/bezahldienst`, originatorId: 'stadtkern', endPointId: 'musterstadt' })

async function open(browser: Browser, app: DemoApp, kennung: string, width: number): Promise<Page> {
  const page = await newPage(browser, { width, javaScript: false })
  const visitor = await app.als(kennung)
  await page.context().addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: app.url })))
  page.setDefaultTimeout(10_000)
  return page
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\nxref\n0 4\ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF')

/** What Erika Muster answers, page by page in whatever order the form asks. */
const ANTWORTEN: Readonly<Record<string, string>> = {
  hauptwohnung: 'ja', stellplatz: 'nein', anliegen: 'neu', 'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Müller-Łukasiewicz',
  'geburtsdatum.tag': '29', 'geburtsdatum.monat': '2', 'geburtsdatum.jahr': '1964', 'anschrift.strasse': 'Lindenweg', 'anschrift.hausnummer': '12 a-c', 'anschrift.plz': '45991', 'anschrift.ort': 'Musterstadt',
  zone: 'A', fahrzeugArt: 'eigenes', kfz: 'MS-EM 123', 'beginn.tag': '1', 'beginn.monat': '1', 'beginn.jahr': '2027', email: 'erika.muster@example.org', zustellung: 'elektronisch', richtig: 'ja', aenderungen: 'ja',
}

async function fillPage(page: Page): Promise<void> {
  const fields = await page.locator('main form[method=post] :is(input,select,textarea):not([type=hidden])').evaluateAll((elements) => elements.map((element) => ({ name: (element as HTMLInputElement).name, type: (element as HTMLInputElement).type })))
  for (const { name, type } of fields) {
    const answer = ANTWORTEN[name]
    if (type === 'file') await page.locator(`[name="${name}"]`).setInputFiles({ name: 'Fahrzeugschein.pdf', mimeType: 'application/pdf', buffer: PDF })
    else if (answer === undefined) continue
    else if (type === 'radio' || type === 'checkbox') await page.locator(`[name="${name}"][value="${answer}"]`).check()
    else await page.fill(`[name="${name}"]`, answer)
  }
}

async function apply(page: Page): Promise<string> {
  await page.goto(`${demo.url}/leistungen?q=parkausweiss`)
  await page.getByRole('main').getByRole('link', { name: 'Bewohnerparkausweis', exact: true }).first().click()
  await page.getByRole('link', { name: /Jetzt online beantragen/ }).click()
  await page.locator('main form[method=post] button').first().click()
  for (let steps = 0; steps < 20 && !page.url().endsWith('/pruefen'); steps++) {
    await fillPage(page)
    await page.locator('main form[method=post] button:not(.sk-sr-only)', { hasText: 'Weiter' }).first().click()
    assert.equal(await page.locator('.sk-error-summary').count(), 0, `${page.url()}: ${await page.locator('.sk-error-summary').allTextContents()}`)
  }
  assert.match(await page.locator('main').innerText(), /Müller-Łukasiewicz/)
  await page.getByRole('button', { name: 'Antrag verbindlich absenden' }).click()
  const number = /[A-Z]{2}-\d{4}-\d{6}-\d/.exec(await page.locator('main').innerText())?.[0]
  assert.ok(number, 'the confirmation names the number')
  return number
}

test('from the search to the closed Vorgang', { timeout: 240_000 }, (story) => withBrowser(async (browser) => {
  const erika = await open(browser, demo, 'erika.muster', 320)
  const sommer = await open(browser, demo, 's.sommer', 1280)
  const lenz = await open(browser, demo, 'l.lenz', 1280)
  let number = ''
  const fall = () => `${demo.url}/arbeitsplatz/vorgaenge/${number}`
  const text = (page: Page) => page.locator('main').innerText()

  await story.test('the citizen finds the service, answers, uploads, checks and submits', async () => { number = await apply(erika) })

  await story.test('the receipt lies in the account, as a document and as a message', async () => {
    await demo.settle()
    await erika.goto(`${demo.url}/konto/vorgaenge/${number}`)
    assert.match(await text(erika), /Eingangsbestätigung/)
  })

  await story.test('the case worker takes the task from the list and asks back', async () => {
    await sommer.goto(`${demo.url}/arbeitsplatz`)
    await sommer.getByRole('button', { name: new RegExp(`Übernehmen.*Antrag prüfen.*${number}`) }).click()
    await sommer.goto(fall())
    assert.match(await text(sommer), /Müller-Łukasiewicz/)
    await sommer.locator('summary', { hasText: 'Rückfrage' }).first().click()
    await sommer.locator('[name=frage1]').fill('Bitte schicken Sie uns die Rückseite des Fahrzeugscheins.')
    await sommer.getByRole('button', { name: 'Rückfrage stellen' }).click()
    await demo.settle()
  })

  await story.test('the citizen answers in the account', async () => {
    await erika.goto(`${demo.url}/konto/vorgaenge/${number}`)
    assert.match(await text(erika), /Rückseite des Fahrzeugscheins/)
    const antworten = erika.getByRole('link', { name: /antworten|beantworten/i }).first()
    if (await antworten.count() > 0) await antworten.click()
    await erika.locator('main form textarea').first().fill('Die Rückseite ist leer.')
    await erika.getByRole('button', { name: /senden/i }).first().click()
    assert.equal(await erika.locator('.sk-error-summary').count(), 0, await erika.locator('main').innerText())
    await demo.settle()
  })

  await story.test('the case worker drafts the decision, but cannot sign it herself', async () => {
    await sommer.goto(fall())
    assert.match(await text(sommer), /Die Rückseite ist leer/)
    await sommer.getByRole('button', { name: 'Genehmigen' }).click()
    await sommer.goto(fall())
    await sommer.getByRole('button', { name: 'Zur Zeichnung geben' }).click()
    await sommer.goto(fall())
    assert.equal(await sommer.getByRole('button', { name: 'Zeichnen', exact: true }).count(), 0)
  })

  await story.test('a second person signs; the decision is issued into the inbox', async () => {
    await lenz.goto(fall())
    await lenz.getByRole('checkbox', { name: /Ich habe den Bescheid gelesen/ }).press('Space')
    await lenz.getByRole('button', { name: 'Zeichnen', exact: true }).click()
    await demo.settle()
    await erika.goto(`${demo.url}/konto/postfach`)
    assert.match(await text(erika), /Entscheidung|Bescheid/, await text(erika))
    await erika.getByRole('main').getByRole('link', { name: /Bescheid|Entscheidung/ }).first().click()
    assert.match(await text(erika), /Bescheid/)
    await sommer.goto(fall())
    assert.match(await text(sommer), /bekannt|Bekanntgabe/i)
  })

  await story.test('what is not paid is not closed; the fee is paid online and the receipt is there', async () => {
    await sommer.goto(fall())
    await sommer.locator('[name=schlussvermerk]').fill('Zu früh.')
    await sommer.getByRole('button', { name: /Zu den Akten/ }).click()
    assert.match(await text(sommer), /noch nicht ausgeglichen/)
    await erika.goto(`${demo.url}/konto/vorgaenge/${number}`)
    await erika.getByRole('link', { name: 'Jetzt bezahlen' }).click()
    await erika.getByRole('button', { name: 'Online bezahlen' }).click()
    await erika.getByRole('link', { name: 'Weiter zum Bezahldienst' }).click()
    await erika.getByRole('button', { name: 'Weiter' }).click()
    await demo.settle()
    assert.match(await text(erika), /Gebühr: Bezahlt/)
    await erika.reload()
    assert.match(await text(erika), /Zahlungsbeleg/)
  })

  await story.test('the Vorgang is closed with its retention date', async () => {
    await sommer.goto(fall())
    await sommer.locator('[name=schlussvermerk]').fill('Bescheid erlassen, nichts offen.')
    await sommer.getByRole('button', { name: /Zu den Akten/ }).click()
    await sommer.goto(fall())
    assert.match(await text(sommer), /z\. ?d\. ?A\.|zu den Akten/i)
    assert.match(await text(sommer), /31\.12\.2031/)
  })

  await story.test('every step is on record and the record verifies', async () => {
    assert.deepEqual((await verifyTown(demo.app, musterstadt)).problems, [])
  })

  await story.test('the filled pages are accessible', async () => {
    for (const [kennung, path, width] of [['erika.muster', `/konto/vorgaenge/${number}`, 320], ['erika.muster', '/konto/postfach', 320], ['s.sommer', `/arbeitsplatz/vorgaenge/${number}`, 1280], ['s.sommer', '/arbeitsplatz', 320]] as const) {
      const page = await newPage(browser, { width })
      await page.context().addCookies([...(await demo.als(kennung)).cookies].map(([name, value]) => ({ name, value, url: demo.url })))
      await page.goto(demo.url + path)
      await expectAccessible(page)
      await page.context().close()
    }
  })
}))
