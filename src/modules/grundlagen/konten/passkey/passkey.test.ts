import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../../test/app.js'
import { consoleErrors, expectAccessible, newPage, withBrowser } from '../../../../../test/browser/browser.js'
import { testWeb } from '../../../../../test/web.js'
import { historyOf } from '../../../../platform/events/record.js'
import { passwortHash } from '../geheimnisse.js'
import { buergerAnlegen } from '../index.js'

const { app } = await testApp()
const { url } = await testWeb(app)
const PASSWORT = 'korrekt pferd batterie'

// The sign-in page names the same path in its address, so a pattern over the whole address would not wait.
const sicherheit = ({ pathname }: URL) => pathname === '/konto/sicherheit'

test('a real browser adds a passkey, signs in with it, and a recorded answer opens nothing', async () => {
  const { id } = await app.execute(system(), buergerAnlegen, { nachname: 'Schlüssel', email: 'pass@example.org', passwortHash: await passwortHash(PASSWORT) })
  const basis = url.replace('127.0.0.1', 'musterstadt.localhost')
  await withBrowser(async (browser) => {
    const page = await newPage(browser)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
    await page.goto(`${basis}/anmelden?ziel=/konto/sicherheit`)
    await expectAccessible(page)
    await page.fill('[name=kennung]', 'pass@example.org')
    await page.fill('form[action="/anmelden"] [name=passwort]', PASSWORT)
    await page.click('form[action="/anmelden"] button')
    await page.waitForURL(sicherheit)
    await expectAccessible(page)
    await page.click('text=Passkey hinzufügen')
    await expectAccessible(page)
    await page.fill('[name=bezeichnung]', 'Prüfgerät')
    await page.fill('[name=passwort]', PASSWORT)
    await page.click('form[data-passkey] button')
    await page.waitForURL(sicherheit)
    assert.match(await page.content(), /Prüfgerät/)
    await page.context().clearCookies()
    await page.goto(`${basis}/anmelden?ziel=/konto/sicherheit`)
    const antwort = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/anmelden/passkey'))
    await page.click('text=Mit Passkey anmelden')
    const gesendet = new URLSearchParams((await antwort).postData() ?? '').get('antwort') ?? ''
    await page.waitForURL(sicherheit)
    assert.ok(gesendet.includes('clientDataJSON'))
    await page.context().clearCookies()
    await page.goto(`${basis}/anmelden`)
    await page.evaluate((text) => {
      const form = document.querySelector<HTMLFormElement>('form[data-passkey]')
      const feld = form?.querySelector<HTMLInputElement>('[name=antwort]')
      if (feld) feld.value = text
      form?.submit()
    }, gesendet)
    await page.waitForSelector('#fehler')
    assert.match(await page.content(), /Passkey wurde nicht angenommen/)
    assert.deepEqual(consoleErrors(page).filter((text) => !text.includes('422')), [])
  })
  const typen = (await app.db.withMandant(musterstadt, (tx) => historyOf(tx, { art: 'konto', id }))).map((row) => row.typ)
  assert.deepEqual(typen.slice(1), ['konten.anmeldung.erfolgt/1', 'konten.zweitfaktor.eingerichtet/1', 'konten.anmeldung.erfolgt/1', 'konten.anmeldung.fehlgeschlagen/1'])
})
