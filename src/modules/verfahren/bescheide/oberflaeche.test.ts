import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { consoleErrors, expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from '../../../../test/browser/browser.js'
import { musterstadt, testApp } from '../../../../test/app.js'
import { testWeb, type Besucher } from '../../../../test/web.js'
import { projectRoot } from '../../../platform/config/index.js'
import { sendungen } from '../../akte/ausgang/test-daten.js'
import { aufgabenVon } from '../../grundlagen/aufgaben/index.js'
import { demoStadt, leute, testFall, type Testfall } from '../fallbearbeitung/testfall.js'
import { registerGrundlage } from './index.js'

const { app, settle } = await testApp()
await demoStadt(app, musterstadt)
const ERIKA = '01900000-0000-7000-8000-00000000b001'
const bilder = process.env['STADTKERN_SCREENSHOTS']
const faelle = new Map<string, 'postfach' | 'post'>()
registerGrundlage(async (_, vorgangId) => {
  const zustellung = faelle.get(vorgangId)
  return zustellung && {
    leistung: 'Bewohnerparkausweis', vorlage: null, daten: { antragsdatum: '2026-11-02' }, zustellung,
    rechtsbehelf: { art: 'KLAGE', stelle: 'dem Verwaltungsgericht Düsseldorf', anschrift: 'Bastionstraße 39, 40213 Düsseldorf' }, bekanntgabe: { post: 'VWVFG_POST', elektronisch: 'OZG_9' },
    empfaenger: { name: 'Erika Muster', anschrift: ['Am Markt 12', '45991 Musterstadt'], kontoId: ERIKA },
  }
})
// The process of the demo service: its tasks ask for the masks of this room.
const verfahren = readFileSync(join(projectRoot, 'demo/leistungen/bewohnerparkausweis/verfahren.bpmn'), 'utf8')
const web = await testWeb(app)
const als = async (art: 'personal' | 'buerger', id: string) => { const besucher = web.besucher(); await besucher.mitSitzung(art, id, musterstadt); return besucher }
const [sommer, lenz, post, erika] = [await als('personal', leute.sommer), await als('personal', leute.lenz), await als('personal', leute.post), await als('buerger', ERIKA)]
const pfad = ({ vorgangsnummer }: Testfall) => `/arbeitsplatz/vorgaenge/${vorgangsnummer}`
async function tue(besucher: Besucher, fall: Testfall, werte: Record<string, string>) {
  const offen = (await app.db.withMandant(musterstadt, (tx) => aufgabenVon(tx, fall.vorgangId))).find(({ status }) => status === 'offen')
  return besucher.senden(pfad(fall), werte, `${pfad(fall)}/aufgaben/${offen?.id ?? ''}`)
}
async function neuerFall(zustellung: 'postfach' | 'post'): Promise<Testfall> {
  const fall = await testFall(app, musterstadt, { xml: verfahren })
  faelle.set(fall.vorgangId, zustellung)
  await tue(sommer, fall, { ergebnis: 'genehmigen' })
  return fall
}
const texte = { art: 'genehmigung', betreff: 'Bewohnerparkausweis', anrede: 'Guten Tag Erika Muster,', tenor: 'Sie erhalten den Ausweis.', nebenbestimmungen: '- Nur für Zone A.', begruendung: 'Sie wohnen dort.', kosten: '30,70 Euro', name: 'Erika Muster', anschrift: 'Am Markt 12\n45991 Musterstadt' }
const versteckt = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const ladeSendung = async (fall: Testfall) => (await sendungen(app, musterstadt, fall.vorgangId))[0]

async function zeichneUndErlasse(fall: Testfall): Promise<void> {
  const seite = await lenz.get(pfad(fall))
  assert.match(seite.html, /Sie zeichnen <strong>Fassung/)
  const gezeichnet = await tue(lenz, fall, { ergebnis: 'gezeichnet', gelesen: 'ja', fassungNr: versteckt(seite.html, 'fassungNr'), fassungHash: versteckt(seite.html, 'fassungHash') })
  assert.equal(gezeichnet.status, 303)
  await settle()
}

async function besuche(wer: Besucher, wege: readonly [string, string][]): Promise<void> {
  await withBrowser(async (browser) => {
    for (const width of [1280, 320]) {
      const page = await newPage(browser, { width })
      await page.context().addCookies([...wer.cookies].map(([name, value]) => ({ name, value, url: web.url })))
      for (const [name, weg] of wege) await pruefe(page, name, weg, width)
    }
  })
}

async function pruefe(page: Page, name: string, weg: string, width: number): Promise<void> {
  const antwort = await page.goto(web.url + weg)
  assert.equal(antwort?.status(), 200, weg)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  assert.deepEqual(consoleErrors(page), [], weg)
  if (bilder) await page.screenshot({ path: join(bilder, `${name}-${width}.png`), fullPage: true })
}

test('a decision over pages only: draft, return, signature by another, mailbox, first fetch', async () => {
  const fall = await neuerFall('postfach')
  const leer = await sommer.get(pfad(fall))
  assert.match(leer.html, /Ihrem Antrag vom 02\.11\.2026 wird entsprochen/)
  const offen = await tue(sommer, fall, { ...texte, tenor: 'Für ‹bitte ergänzen: kfz›.', kanal: 'postfach', ergebnis: 'zeichnen' })
  assert.equal(offen.status, 422)
  assert.match(offen.html, /noch eine Stelle offen/)
  assert.equal((await tue(sommer, fall, { ...texte, tenor: 'Erste Fassung.', kanal: 'postfach', ergebnis: 'speichern' })).location, pfad(fall))
  await besuche(sommer, [['entwerfen', pfad(fall)]])
  assert.equal((await tue(sommer, fall, { ...texte, kanal: 'postfach', ergebnis: 'zeichnen' })).status, 303)
  await besuche(lenz, [['zeichnen', pfad(fall)]])
  await zeichneUndErlasse(fall)
  const sendung = await ladeSendung(fall)
  assert.deepEqual([sendung?.kanal, sendung?.regel, sendung?.abruf_tag], ['postfach', 'OZG_9', null])
  const liste = await erika.get('/konto/postfach')
  assert.match(liste.html, /ungelesen/)
  const [, nachricht = ''] = /href="(\/konto\/postfach\/[0-9a-f-]{36})"/.exec(liste.html) ?? []
  await besuche(erika, [['postfach', '/konto/postfach']])
  assert.equal((await ladeSendung(fall))?.abruf_tag, null, 'looking at the list is no fetch')
  const gelesen = await erika.get(nachricht)
  assert.equal((await ladeSendung(fall))?.status, 'ABGERUFEN')
  const [, dokument = ''] = /href="(\/konto\/postfach\/[^"]+\/dokumente\/[0-9a-f-]{36})"/.exec(gelesen.html) ?? []
  const pdf = await erika.get(dokument)
  assert.deepEqual([pdf.status, pdf.headers.get('content-type'), pdf.html.slice(0, 5)], [200, 'application/pdf', '%PDF-'])
  await besuche(erika, [['nachricht', nachricht]])
  await besuche(sommer, [['fall', pfad(fall)], ['sendung', `/arbeitsplatz/postausgang/${sendung?.id ?? ''}`]])
  const fremd = await als('buerger', '01900000-0000-7000-8000-00000000b003')
  assert.equal((await fremd.get(nachricht)).status, 404)
  assert.equal((await fremd.get(dokument)).status, 404)
  assert.equal((await erika.get('/konto/postfach/x')).status, 404)
})

test('a decision by letter: the post room posts it, the case shows when it is expected to be final', async () => {
  const fall = await neuerFall('post')
  assert.equal((await tue(sommer, fall, { ...texte, kanal: 'post', ergebnis: 'zeichnen' })).status, 303)
  await zeichneUndErlasse(fall)
  const sendung = await ladeSendung(fall)
  await besuche(post, [['postausgang', '/arbeitsplatz/postausgang'], ['postausgangsbuch', '/arbeitsplatz/postausgang?ansicht=buch']])
  const brief = await post.get(`/arbeitsplatz/postausgang/${sendung?.id ?? ''}/brief.pdf`)
  assert.equal(brief.html.slice(0, 5), '%PDF-')
  const { day, month, year } = app.clock.today()
  const tag = { 'am.tag': String(day), 'am.monat': String(month), 'am.jahr': String(year) }
  assert.equal((await post.senden('/arbeitsplatz/postausgang', tag)).status, 422)
  assert.equal((await post.senden('/arbeitsplatz/postausgang', { ...tag, sendung: sendung?.id ?? '' })).status, 303)
  const danach = await sommer.get(pfad(fall))
  assert.match(danach.html, /Voraussichtlich bestandskräftig ab/)
  assert.match(danach.html, /VWVFG_POST\/2025-01-01/)
  const weg = `/arbeitsplatz/postausgang/${sendung?.id ?? ''}`
  assert.equal((await post.senden(weg, { aktion: 'ruecklauf', ...tag, grund: 'Unbekannt verzogen' })).status, 303)
  assert.match((await sommer.get(pfad(fall))).html, /nicht zugegangen/)
})

test('the draft as a file and as a page; nothing for strangers', async () => {
  const fall = await neuerFall('post')
  await tue(sommer, fall, { ...texte, kanal: 'post', ergebnis: 'speichern' })
  const [, vorschau = ''] = /href="(\/arbeitsplatz\/bescheide\/[0-9a-f-]{36})"/.exec((await sommer.get(pfad(fall))).html) ?? []
  await besuche(sommer, [['vorschau', vorschau]])
  assert.equal((await sommer.get(`${vorschau}/entwurf.pdf`)).html.slice(0, 5), '%PDF-')
  assert.equal((await erika.get(vorschau)).status === 200, false)
})
