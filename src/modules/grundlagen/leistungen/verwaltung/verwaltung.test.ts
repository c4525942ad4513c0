import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from '../../../../../test/browser/browser.js'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { module } from '../../../../modules.js'
import { alsZip } from '../exportieren/query.js'
import { musterleistung, musterpaket } from '../test/muster.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung', 'aktenplan', 'leistungen']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
await musterleistung(app, musterstadt)
const { url, besucher } = await testWeb(app)
const admin = besucher()
await admin.mitSitzung('personal', '01900000-0000-7000-8000-00000000a005', musterstadt)
const seite = '/verwaltung/leistungen/musterleistung'

const datei = async (dateien: Readonly<Record<string, string>>) => new File([new Uint8Array(await alsZip(dateien))], 'paket.zip', { type: 'application/zip' })

test('only who may administer services gets in', async () => {
  assert.equal((await besucher().get('/verwaltung/leistungen')).status, 303)
  const sachbearbeitung = besucher()
  await sachbearbeitung.mitSitzung('personal', '01900000-0000-7000-8000-00000000a001', musterstadt)
  assert.equal((await sachbearbeitung.get('/verwaltung/leistungen')).status, 403)
  const { status, html } = await admin.get('/verwaltung/leistungen')
  assert.equal(status, 200)
  assert.match(html, /Musterausweis/)
})

test('a package uploaded in the browser waits as a draft, is published, and given back', async () => {
  const antwort = await admin.senden('/verwaltung/leistungen/einspielen', { wie: 'entwurf', paket: await datei(musterpaket({ kurztext: 'Zweite Fassung.' })) })
  assert.deepEqual([antwort.status, antwort.location], [303, seite])
  assert.ok(!(await besucher().get('/leistungen/musterleistung')).html.includes('Zweite Fassung.'))
  const { html } = await admin.get(seite)
  const versionId = /name="versionId" value="([^"]+)"/.exec(html)?.[1] ?? ''
  assert.equal((await admin.senden(seite, { versionId }, `${seite}/veroeffentlichen`)).status, 303)
  assert.ok((await besucher().get('/leistungen/musterleistung')).html.includes('Zweite Fassung.'))
  const paket = await admin.get(`${seite}/paket/${versionId}`)
  assert.equal(paket.headers.get('content-type'), 'application/zip')
  assert.equal((await admin.get(`${seite}/paket/quatsch`)).status, 422)
})

test('a package with faults names every reason and changes nothing', async () => {
  const antwort = await admin.senden('/verwaltung/leistungen/einspielen', { wie: 'veroeffentlichen', paket: await datei({ ...musterpaket({ einheit: undefined, akte: undefined }), 'gebuehr.yaml': 'x: 1' }) })
  assert.equal(antwort.status, 422)
  assert.match(antwort.html, /gebuehr\.yaml/)
  assert.equal((await admin.senden('/verwaltung/leistungen/einspielen', { wie: 'entwurf', paket: new File(['PK'], 'x.zip') })).status, 422)
  assert.equal((await admin.senden('/verwaltung/leistungen/einspielen', { wie: 'entwurf' })).status, 422)
})

test('closing and lifting, withdrawing with a reason', async () => {
  const heute = app.clock.today()
  const von = { 'von.tag': String(heute.day), 'von.monat': String(heute.month), 'von.jahr': String(heute.year) }
  assert.equal((await admin.senden(seite, { ...von, grund: '' }, `${seite}/schliessen`)).status, 422)
  assert.equal((await admin.senden(seite, { ...von, grund: 'Umbau' }, `${seite}/schliessen`)).status, 303)
  assert.match((await besucher().get('/leistungen/musterleistung')).html, /Umbau/)
  const schliessungId = /name="schliessungId" value="([^"]+)"/.exec((await admin.get(seite)).html)?.[1] ?? ''
  await admin.senden(seite, { schliessungId }, `${seite}/aufheben`)
  assert.ok(!(await besucher().get('/leistungen/musterleistung')).html.includes('Umbau'))
  assert.equal((await admin.senden(seite, { zurueckziehenGrund: '' }, `${seite}/zurueckziehen`)).status, 422)
  assert.equal((await admin.senden(seite, { zurueckziehenGrund: 'Vorbei' }, `${seite}/zurueckziehen`)).status, 303)
  assert.equal((await besucher().get('/leistungen/musterleistung')).status, 404)
})

test('the pages are accessible on narrow and wide screens', async () => {
  await withBrowser(async (browser) => {
    for (const width of [1280, 320]) {
      const page = await newPage(browser, { width })
      await page.context().addCookies([{ name: 'sk_sitzung', value: admin.cookies.get('sk_sitzung') ?? '', url }])
      for (const path of ['/verwaltung/leistungen', seite, '/verwaltung/leistungen/einspielen', '/verwaltung/leistungen/suchluecken', '/verwaltung/rueckmeldungen']) {
        const antwort = await page.goto(url + path)
        assert.equal(antwort?.status(), 200, path)
        if (process.env['STADTKERN_SHOTS']) await page.screenshot({ path: `${process.env['STADTKERN_SHOTS']}/${width}${path.replaceAll('/', '_')}.png`, fullPage: true })
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }
    }
  })
})
