import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { musterpaket, musterleistung } from '../../src/modules/grundlagen/leistungen/test/muster.js'
import { pdf } from '../../src/modules/zugang/onlineantrag/test-antrag.js'
import { musterstadt, testApp } from '../app.js'
import { testWeb } from '../web.js'
import { consoleErrors, expectAccessible, expectNoSidewaysScroll, expectVisibleFocus, newPage, withBrowser } from './browser.js'

/** The way of a citizen through the demo form, with the pages as people see them. SCREENSHOTS names a folder for pictures. */
const demo = (datei: string) => readFileSync(new URL(`../../demo/leistungen/bewohnerparkausweis/${datei}`, import.meta.url), 'utf8')
const START = '/leistungen/musterleistung/antrag'
const { app } = await testApp()
await musterleistung(app, musterstadt, {
  ...musterpaket({
    bezeichnung: 'Bewohnerparkausweis', unterlagen: [{ name: 'Fahrzeugschein', hinweis: 'Zulassungsbescheinigung Teil I' }, { name: 'Bei Firmenwagen: Bescheinigung der Firma' }],
    voraussetzungen: ['Sie wohnen mit Hauptwohnung in einem Gebiet mit Bewohnerparken.', 'Sie haben keinen privaten Stellplatz.'], bearbeitungsdauer: 'Etwa eine Woche',
  }),
  'formular.json': demo('formular.json'), 'texte.de.yaml': demo('texte.de.yaml'), 'texte.en.yaml': demo('texte.en.yaml'), 'gebuehr.yaml': 'rechtsgrundlage: § 2 Mustersatzung\ngebuehrenfrei: true\n',
})
const web = await testWeb(app)
const base = web.url.replace('127.0.0.1', 'localhost')
let browser: Browser
let close: () => void
before(async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  close = resolve
  browser = await new Promise<Browser>((ready, failed) => { withBrowser(async (one) => { ready(one); await promise }).catch(failed) })
})
after(() => { close() })

async function bild(page: Page, name: string): Promise<void> {
  const ordner = process.env['SCREENSHOTS']
  if (!ordner) return
  mkdirSync(ordner, { recursive: true })
  await page.screenshot({ path: join(ordner, `${name}.png`), fullPage: true })
}

/** Looks at the page as axe, at 320 px and in a picture do. */
async function ansehen(page: Page, name: string, script: boolean): Promise<void> {
  await expectNoSidewaysScroll(page).catch((error: unknown) => { if (script) throw error })
  if (script) await expectAccessible(page)
  await bild(page, name)
}

const weiter = (page: Page, text = 'Weiter') => page.locator('.sk-button-row').getByRole('button', { name: text, exact: true }).click()
/** The page may still scroll to its error summary while one clicks: set by the keyboard's way, not by coordinates. */
const waehle = (page: Page, feld: string, wert: string) => ankreuzen(page, `input[name="${feld}"][value="${wert}"]`)
const ankreuzen = async (page: Page, auswahl: string) => {
  const knopf = page.locator(auswahl)
  for (let versuch = 0; versuch < 5 && !(await knopf.isChecked()); versuch++) { await knopf.focus(); await page.keyboard.press('Space'); if (!(await knopf.isChecked())) await page.waitForTimeout(200) }
  assert.ok(await knopf.isChecked(), auswahl)
}

/** Page by page: empty, with mistakes, filled. */
async function ausfuellen(page: Page, script: boolean, marke: string): Promise<void> {
  let nummer = 0
  const seite = async (name: string, fuellen: () => Promise<void>, mitFehlern = true) => {
    nummer += 1
    await page.waitForURL(`**/${name}*`, { timeout: 10_000 }).catch(async (error: unknown) => { await bild(page, `${marke}-haengt-${name}`); throw error })
    await ansehen(page, `${marke}-${nummer}-${name}-leer`, script)
    if (mitFehlern) { await weiter(page); await page.locator('.sk-error-summary').waitFor(); await ansehen(page, `${marke}-${nummer}-${name}-fehler`, script) }
    await fuellen()
    await ansehen(page, `${marke}-${nummer}-${name}-voll`, script)
    await weiter(page)
  }
  await seite('check', async () => { await waehle(page, 'hauptwohnung', 'ja'); await waehle(page, 'stellplatz', 'nein') })
  await seite('datenschutz', async () => undefined, false)
  await seite('anliegen', async () => { await waehle(page, 'anliegen', 'neu') })
  await seite('person', async () => {
    await page.fill('[name="antragsteller.vornamen"]', 'Erika'); await page.fill('[name="antragsteller.familienname"]', 'Muster')
    for (const [index, wert] of ['12', '8', '1984'].entries()) await page.locator('[name^="geburtsdatum"]').nth(index).fill(wert)
  })
  await seite('wohnung', async () => {
    await page.fill('[name="anschrift.strasse"]', 'Lindenstraße'); await page.fill('[name="anschrift.hausnummer"]', '12'); await page.fill('[name="anschrift.plz"]', '45991'); await page.fill('[name="anschrift.ort"]', 'Musterstadt')
    const zone = page.locator('select[name="zone"]')
    if (await zone.count()) await zone.selectOption('B'); else await waehle(page, 'zone', 'B')
  })
  await seite('fahrzeug', async () => { await waehle(page, 'fahrzeugArt', 'firma') })
  await seite('fahrzeug-daten', async () => {
    const kfz = page.locator('[name^="kfz"]')
    if (await kfz.count() === 1) await kfz.fill('MS-AB 123'); else await kfz.evaluateAll((felder) => { felder.forEach((feld, index) => { (feld as unknown as { value: string }).value = ['MS', 'AB', '123'][index] ?? '' }) })
    await page.fill('[name="firma"]', 'Muster GmbH')
  })
  await seite('beginn', async () => {
    const tag = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 14 })
    const teile = page.locator('[name^="beginn"]')
    if (await teile.count() === 1) await teile.fill(`${tag.day}.${tag.month}.${tag.year}`)
    else for (const [index, wert] of [tag.day, tag.month, tag.year].entries()) await teile.nth(index).fill(String(wert))
  })
  await seite('nachweise', async () => {
    await page.setInputFiles('[name="fahrzeugschein"]', [{ name: 'Fahrzeugschein Vorderseite.pdf', mimeType: 'application/pdf', buffer: pdf('vorn') }, { name: 'Fahrzeugschein Rückseite.pdf', mimeType: 'application/pdf', buffer: pdf('hinten') }])
    await page.getByRole('button', { name: 'Ausgewählte Dateien hochladen' }).click()
    await page.locator('.sk-uploads__name', { hasText: 'Fahrzeugschein Rückseite.pdf' }).waitFor()
    await ankreuzen(page, '[name="firmenbescheinigung.nachreichen"]')
  })
  await seite('kontakt', async () => {
    await page.fill('[name="email"]', 'erika@example.org')
    await waehle(page, 'zustellung', 'elektronisch')
  })
  await seite('erklaerung', async () => { await waehle(page, 'richtig', 'ja').catch(() => ankreuzen(page, '[name="richtig"]')); await ankreuzen(page, '[name="aenderungen"]') })
  await page.waitForURL('**/pruefen')
  await ansehen(page, `${marke}-pruefen`, script)
}

for (const [marke, breite, script] of [['schmal', 320, true], ['ohne-script', 320, false], ['breit', 1280, true]] as const) {
  test(`from start to confirmation at ${breite} px ${script ? 'with' : 'without'} JavaScript`, async () => {
    const page = await newPage(browser, { width: breite, javaScript: script })
    await page.goto(base + START)
    await ansehen(page, `${marke}-0-start`, script)
    await page.getByRole('button', { name: 'Ohne Anmeldung beginnen' }).click()
    await ausfuellen(page, script, marke)
    await page.getByRole('button', { name: 'Antrag verbindlich absenden' }).click()
    await page.waitForURL('**/bestaetigung')
    await ansehen(page, `${marke}-bestaetigung`, script)
    assert.match(await page.content(), /Ihr Antrag ist eingegangen/)
    assert.deepEqual(consoleErrors(page).filter((text) => !/status of 4(22|09|04|13)/.test(text)), [])
  })
}

test('saving, code and going on; English; keyboard', async () => {
  const page = await newPage(browser, { width: 320 })
  await page.goto(base + START)
  await page.getByRole('button', { name: 'Ohne Anmeldung beginnen' }).click()
  await page.waitForURL('**/check')
  assert.ok(await expectVisibleFocus(page) > 8)
  await page.getByRole('button', { name: 'Speichern und später weitermachen' }).click()
  await page.getByText('Ihr Code zum Weitermachen').waitFor()
  await ansehen(page, 'code', true)
  const code = await page.locator('.sk-panel__ref strong').textContent() ?? ''
  const handy = await newPage(browser, { width: 320 })
  await handy.goto(`${base}${START}/fortsetzen`)
  await ansehen(handy, 'fortsetzen', true)
  await weiter(handy, 'Weitermachen')
  await handy.locator('.sk-error-summary').waitFor()
  await ansehen(handy, 'fortsetzen-fehler', true)
  await handy.fill('[name="code"]', code)
  await weiter(handy, 'Weitermachen')
  await handy.waitForURL('**/check')
  await ansehen(handy, 'fortgesetzt', true)
  await page.reload().catch(() => undefined)
  await page.goto(page.url().replace(/\/check.*$/, '/gespeichert'))
  await ansehen(page, 'nicht-gefunden', true)
  await handy.goto(`${handy.url()}?sprache=en`)
  assert.equal(await handy.locator('html').getAttribute('lang'), 'en')
  await ansehen(handy, 'englisch', true)
  await handy.goto(base + START)
  await ansehen(handy, 'start-englisch', true)
})
