import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from '../../../../../test/browser/browser.js'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { aufgabeErledigen } from '../../../grundlagen/aufgaben/index.js'
import { linesOf, readDiagram } from '../domain/index.js'
import { bpmn, flows } from '../domain/test-models.js'
import { registerDienst } from '../dienste.js'
import { beschaeftigte, offeneAufgabe, starteTestverfahren, testverfahren } from '../testdaten.js'

const { app, settle } = await testApp()
for (const name of ['organisation', 'konten', 'verwaltung']) await app.module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
let kaputt = true
registerDienst('test.buchen', async (ctx) => { if (kaputt) throw new TypeError('Kasse nicht erreichbar'); ctx.unchanged() })
const web = await testWeb(app)
const als = async (ende: string) => { const besucher = web.besucher(); await besucher.mitSitzung('personal', `01900000-0000-7000-8000-00000000${ende}`, musterstadt); return besucher }
const admin = await als('a005')
const einheitId = '01900000-0000-7000-8000-00000000e321'
const xml = testverfahren()
const erster = await starteTestverfahren(app, musterstadt, { xml, schluessel: 'parken', einheitId })
await starteTestverfahren(app, musterstadt, { xml, schluessel: 'parken', einheitId })
const sommer = beschaeftigte(musterstadt, 'sachbearbeitung', einheitId)
await app.execute(sommer, aufgabeErledigen, { aufgabeId: (await offeneAufgabe(app, musterstadt, erster.vorgangId)).id, ergebnis: 'rueckfrage' })
const gestoert = await starteTestverfahren(app, musterstadt, { schluessel: 'kasse', einheitId, xml: bpmn(`<startEvent id="s"/><serviceTask id="d" name="Buchen" stadtkern:dienst="test.buchen"/><endEvent id="e"/>${flows('s>d', 'd>e')}`) })
await settle()

test('a drawing is read with its labels; a document without one has none; long names break at words', async () => {
  const bild = await readDiagram(xml)
  assert.equal(bild?.shapes.length, 17)
  assert.equal(bild?.edges.length, 17)
  assert.deepEqual(bild?.shapes.find(({ id }) => id === 'pruefen'), { id: 'pruefen', x: 280, y: 160, width: 100, height: 80, label: null })
  assert.ok((bild?.view.width ?? 0) > 1300 && (bild?.view.x ?? 0) < 92)
  assert.equal(await readDiagram(bpmn('<startEvent id="s"/>')), undefined)
  assert.deepEqual(linesOf('Auf Antwort warten', 12), ['Auf Antwort', 'warten'])
  assert.deepEqual(linesOf('Donaudampfschifffahrt', 5), ['Donaudampfschifffahrt'])
})

test('the list counts what runs and names what stands still; trying again repairs it; only administration may look', async () => {
  const liste = await admin.get('/verwaltung/prozesse')
  assert.equal(liste.status, 200)
  assert.match(liste.html, /Buchen: Kasse nicht erreichbar/)
  assert.doesNotMatch(liste.html, /Erika Muster/, 'administration sees no content of cases')
  assert.equal((await (await als('a001')).get('/verwaltung/prozesse')).status, 403)
  kaputt = false
  const ziel = `/verwaltung/prozesse/laufend/${gestoert.instanzId}`
  assert.equal((await admin.senden(ziel, {}, `${ziel}/erneut`)).status, 303)
  await settle()
  assert.match((await admin.get(ziel)).html, /beendet/)
  assert.doesNotMatch((await admin.get('/verwaltung/prozesse')).html, /Kasse nicht erreichbar/)
})

test('a version shows how many wait at each step, an instance its way; unknown ids are not there', async () => {
  const modell = await admin.get(`/verwaltung/prozesse/${erster.modellId}`)
  assert.match(modell.html, /<svg/)
  assert.match(modell.html, /Auf Antwort warten/)
  const instanz = await admin.get(`/verwaltung/prozesse/laufend/${erster.instanzId}`)
  assert.match(instanz.html, /Zeitgeber: Frist ohne Antwort verstrichen/)
  for (const falsch of ['x', '01900000-0000-7000-8000-00000000ffff']) for (const vor of ['', 'laufend/']) assert.equal((await admin.get(`/verwaltung/prozesse/${vor}${falsch}`)).status, 404)
})

test('the pages are accessible, wide and narrow', { timeout: 120_000 }, async () => {
  await withBrowser(async (browser) => {
    for (const width of [1280, 320]) {
      for (const [index, pfad] of ['/verwaltung/prozesse', `/verwaltung/prozesse/${erster.modellId}`, `/verwaltung/prozesse/laufend/${erster.instanzId}`].entries()) {
        const page = await newPage(browser, { width })
        await page.context().addCookies([...admin.cookies].map(([name, value]) => ({ name, value, url: web.url })))
        await page.goto(web.url + pfad)
        if (process.env['BILDER']) await page.screenshot({ path: `${process.env['BILDER']}/p${index}-${width}.png`, fullPage: true })
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
        await page.context().close()
      }
    }
  })
})
