import assert from 'node:assert/strict'
import { test } from 'node:test'
import readExcelFile from 'read-excel-file/node'
import { expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from '../../../../test/browser/browser.js'
import { beispielhausen, musterstadt, personalActor, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'
import { module } from '../../../modules.js'
import { kontoStatusSetzen } from '../../grundlagen/konten/index.js'
import { Forbidden, NotFound } from '../../../platform/errors.js'
import { gastActor, systemActor } from '../../../platform/usecases/actor.js'
import { objektAnsehen, objektauswahl } from './ansehen/query.js'
import { ebenenBenennen, kostenklassenFestlegen } from './einrichten/command.js'
import { einrichtungAnsehen } from './einrichten/query.js'
import { strategieFortschreiben } from './fortschreiben/command.js'
import { fortschreibungAnsehen, fortschreibungenAnsehen } from './fortschreiben/query.js'
import { freigabeSetzen } from './freigeben/command.js'
import { findObjekt, objekteVon, objektAendern, statusSetzen, strategieAnlegen, type Objekt } from './index.js'
import { kontextErfassen } from './kontext/command.js'
import { kontextAnsehen } from './kontext/query.js'
import { objektFormular } from './objekt-aendern/query.js'
import { objektEntfernen } from './objekt-entfernen/command.js'
import { roadmapAnsehen, vorhabenAnsehen } from './roadmap/query.js'
import { alsExcel } from './uebersicht/export.js'
import { programmUebersicht } from './uebersicht/query.js'
import { verknuepfungenSetzen } from './verknuepfen/command.js'
import { zielabgleich } from './zielabgleich/query.js'

const { app } = await testApp({ worker: false })
for (const [id, stadt] of [[musterstadt, 'musterstadt'], [beispielhausen, 'beispielhausen']] as const) {
  for (const name of ['organisation', 'konten', 'verwaltung', 'programm']) await module.find((modul) => modul.name === name)?.seed?.(app, id, stadt)
}
const { url, besucher } = await testWeb(app)
const als = async (ende: string) => { const person = besucher(); await person.mitSitzung('personal', `01900000-0000-7000-8000-00000000${ende}`, musterstadt); return person }
const [buero, leitung, vorstand, sachbearbeitung] = [await als('a011'), await als('a012'), await als('a013'), await als('a001')]
const bestand = (stadt = musterstadt): Promise<Objekt[]> => app.db.withMandant(stadt, (tx) => objekteVon(tx))
const mit = async (kennung: string) => (await bestand()).find((objekt) => objekt.kennung === kennung)!
const lies = (id: string) => app.db.withMandant(musterstadt, async (tx) => (await findObjekt(tx, id))!)
const PFAD = '/arbeitsplatz/programm'
const adresse = (objekt: Objekt) => `${PFAD}/objekte/${objekt.id}`

test('who may not read the programme does not get in; the search for 1A shows both', async () => {
  assert.equal((await besucher().get(PFAD)).status, 303)
  assert.equal((await sachbearbeitung.get(PFAD)).status, 403)
  const { html } = await vorstand.get(`${PFAD}?text=1A`)
  assert.match(html, /Einheitlicher produktorientierter Aktenplan/)
  assert.match(html, /Einheitliche digitale Wissensplattformen/)
  assert.match(html, /2 Treffer/)
  assert.ok(!html.includes('Bürger-App'))
  const gefiltert = await vorstand.get(`${PFAD}?status=laufend&prioritaet=mittel`)
  assert.match(gefiltert.html, /IT-Strategie/)
  assert.ok(!gefiltert.html.includes('Zentrales DMS und E-Akte'))
})

test('a Maßnahme moved to another Baustein: the history names both, and it carries the kind of the new one', async () => {
  const massnahme = (await bestand()).find(({ art, oberId }) => art === 'massnahme' && oberId)!
  const alt = (await bestand()).find(({ id }) => id === massnahme.oberId)!
  const ziel = (await bestand()).find(({ art, id, strategieId, bausteinart }) => art === 'baustein' && id !== alt.id && strategieId === massnahme.strategieId && bausteinart !== alt.bausteinart)!
  await app.execute(systemActor(musterstadt, 'test'), objektAendern, { id: massnahme.id, version: massnahme.version, felder: { oberId: ziel.id, nummer: '99Z' }, grund: 'Neuer Zuschnitt' })
  assert.deepEqual([(await lies(massnahme.id)).oberId, (await lies(massnahme.id)).bausteinart], [ziel.id, ziel.bausteinart])
  const { html } = await buero.get(adresse(massnahme))
  assert.ok(html.includes(`Gehört zu: ${alt.name} → ${ziel.name}`), 'both by name')
  assert.match(html, /Neuer Zuschnitt/)
  await app.execute(systemActor(musterstadt, 'test'), objektAendern, { id: massnahme.id, version: massnahme.version + 1, felder: { oberId: alt.id, nummer: massnahme.nummer ?? '' }, grund: 'zurück' })
})

test('two people edit one Steckbrief: the second sees both versions, loses nothing, and may decide', async () => {
  const objekt = await mit('B1-C')
  const seite = `${adresse(objekt)}/bearbeiten`
  const felder = { version: String(objekt.version), name: objekt.name, 'texte.beschreibung': 'Vom Büro', dauerMonate: '24', beginn: '2028-07-24', ende: '2030-07-23' }
  assert.equal((await buero.senden(seite, felder)).status, 303)
  const zweite = await leitung.senden(seite, { ...felder, 'texte.beschreibung': 'Von der Projektleitung', verantwortlich: 'Team E-Poststelle' })
  assert.equal(zweite.status, 409)
  for (const text of ['Vom Büro', 'Von der Projektleitung', 'Zwei Fassungen', 'Team E-Poststelle']) assert.ok(zweite.html.includes(text), text)
  assert.deepEqual([(await lies(objekt.id)).texte['beschreibung'], (await lies(objekt.id)).verantwortlich], ['Vom Büro', objekt.verantwortlich])
  const version = /name="version" value="(\d+)"/.exec(zweite.html)?.[1] ?? ''
  assert.equal((await leitung.senden(seite, { ...felder, version, 'texte.beschreibung': 'Von der Projektleitung', verantwortlich: 'Team E-Poststelle' })).status, 303)
  assert.equal((await lies(objekt.id)).texte['beschreibung'], 'Von der Projektleitung')
  assert.match((await buero.get(adresse(objekt))).html, /Vom Büro → Von der Projektleitung/)
})

test('a leader changes what is in the own unit only; wrong dates are said at their field', async () => {
  const [eigenes, fremdes] = [await mit('B4-A'), await mit('B2-B')]
  assert.equal((await leitung.senden(`${adresse(fremdes)}/status`, { status: 'abgeschlossen' }, `${adresse(fremdes)}/status`)).status, 403)
  const { status, html } = await leitung.senden(`${adresse(eigenes)}/bearbeiten`, { version: String(eigenes.version), name: eigenes.name, beginn: '2027-02-29', dauerMonate: '24' })
  assert.equal(status, 422)
  assert.match(html, /Diesen Tag gibt es nicht/)
  const mitGrund = `${adresse(eigenes)}/status`
  assert.equal((await leitung.senden(mitGrund, { status: 'zurueckgestellt', grund: '' })).status, 422)
  assert.equal((await leitung.senden(mitGrund, { status: 'zurueckgestellt', grund: 'Personal fehlt' })).status, 303)
  assert.match((await vorstand.get(adresse(eigenes))).html, /Personal fehlt/)
})

test('a responsible person who leaves is shown as missing', async () => {
  const objekt = await mit('B5-A')
  const person = '01900000-0000-7000-8000-00000000a012'
  assert.equal((await buero.senden(`${adresse(objekt)}/bearbeiten`, { version: String(objekt.version), name: objekt.name, verantwortlichKontoId: person })).status, 303)
  assert.match((await vorstand.get(adresse(objekt))).html, /Daniel Dorn/)
  const geht = async (status: 'ausgeschieden' | 'aktiv') => app.execute(systemActor(musterstadt, 'test'), kontoStatusSetzen, { id: person, status, grund: 'Wechsel' })
  await geht('ausgeschieden')
  assert.match((await vorstand.get(adresse(objekt))).html, /Daniel Dorn arbeitet nicht mehr hier/)
  await geht('aktiv')
  await leitung.mitSitzung('personal', person, musterstadt)
})

test('new objects, references and removal through the pages', async () => {
  const seite = `${PFAD}/objekte/neu?strategie=egovernment&art=massnahme`
  const baustein = await mit('B5')
  const doppelt = await buero.senden(seite, { name: 'Noch eine', nummer: '5A', oberId: baustein.id }, `${PFAD}/objekte/neu`)
  assert.equal(doppelt.status, 422)
  const { location } = await buero.senden(seite, { name: '=HYPERLINK("böse")', nummer: '5C', oberId: baustein.id }, `${PFAD}/objekte/neu`)
  const neu = (await bestand()).find(({ nummer }) => nummer === '5C')!
  assert.equal(location, adresse(neu))
  const ziel = await mit('ziel-klima')
  assert.match((await buero.get(`${PFAD}/ziele`)).html, /ohne Maßnahmen \(1\)/)
  assert.equal((await buero.senden(`${adresse(neu)}/verweise`, { zielbezug: [ziel.id] })).status, 303)
  assert.match((await buero.get(`${PFAD}/ziele`)).html, /ohne Maßnahmen \(0\)/)
  assert.match((await buero.get(`${PFAD}/ziele`)).html, /6B/)
  const csv = (await buero.get(`${PFAD}/export.csv`)).html
  assert.ok(csv.includes(`"'=HYPERLINK(""böse"")"`))
  const xlsx = await alsExcel(await app.ask(systemActor(musterstadt, 'test'), programmUebersicht, { text: '5C' }))
  const zeilen = (await readExcelFile(xlsx))[0]?.data ?? []
  assert.deepEqual([zeilen.length, zeilen[1]?.[1], zeilen[1]?.[4]], [2, '5C', '=HYPERLINK("böse")'])
  assert.equal((await buero.senden(`${adresse(neu)}/entfernen`, { grund: 'Nur ein Versuch' })).status, 303)
  assert.equal((await buero.get(adresse(neu))).status, 404)
  assert.equal((await buero.senden(`${adresse(baustein)}/entfernen`, { grund: 'Weg damit' })).status, 409)
})

test('a version is frozen; the change list says what came after', async () => {
  const seite = `${PFAD}/fortschreibungen`
  assert.match((await vorstand.get(seite)).html, /Erste Fassung/)
  assert.match((await vorstand.get(seite)).html, /Beschreibung: .* → Von der Projektleitung/)
  assert.equal((await buero.senden(seite, { bezeichnung: '' })).status, 422)
  const { location } = await buero.senden(seite, { bezeichnung: 'Fortschreibung 2027', beschlossenAm: '2026-12-10', gremium: 'Rat' })
  const fassung = await vorstand.get(location ?? '')
  assert.match(fassung.html, /Fassung 2/)
  assert.match(fassung.html, /Geändert gegenüber Fassung 1/)
  assert.equal((await vorstand.post(seite, new URLSearchParams({ bezeichnung: 'x' }))).status, 403)
})

test('levels get the names of the town; classes without overlap', async () => {
  const seite = `${PFAD}/einrichten`
  assert.equal((await leitung.get(seite)).status, 403)
  const namen = Object.fromEntries(['handlungsfeld', 'ziel', 'baustein', 'massnahme', 'projekt', 'meilenstein', 'aufgabe'].flatMap((art) => [[`${art}.einzahl`, art === 'massnahme' ? 'Empfehlung' : art], [`${art}.mehrzahl`, art === 'massnahme' ? 'Empfehlungen' : `${art}e`]]))
  assert.equal((await buero.senden(seite, namen, `${seite}/ebenen`)).status, 303)
  assert.match((await vorstand.get(PFAD)).html, /Empfehlung/)
  const klassen = await buero.senden(seite, { ueber1: '', bis1: '100.000', ueber2: '50.000', bis2: '200.000,00' }, `${seite}/kostenklassen`)
  assert.equal(klassen.status, 422)
  assert.match(klassen.html, /überschneidet sich/)
  assert.equal((await buero.senden(seite, { bis1: '100.000', ueber2: '100.000', bis2: '200.000,00' }, `${seite}/kostenklassen`)).status, 303)
  assert.equal((await buero.senden(seite, { name: 'Digital 2030', kennung: 'digital-2030', jahrVon: '2020', jahrBis: '2025' }, `${seite}/strategie`)).status, 303)
})

test('a plan is tried first and taken over with a second click', async () => {
  const seite = `${PFAD}/einlesen`
  const datei = new File(['programm: 1\nstrategien: [{ kennung: probe, name: Probe, jahrVon: 2020, objekte: [{ art: projekt, name: Eins, benoetigt: [Zwei] }] }]'], 'probe.yaml')
  const pruefung = await buero.senden(seite, { datei })
  assert.equal(pruefung.status, 200)
  assert.match(pruefung.html, /ungelöster Verweis/)
  assert.ok(!(await bestand()).some(({ name }) => name === 'Eins'))
  const versteckt = Object.fromEntries(['_csrf', '_token', 'quelle', 'text'].map((name) => [name, (new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(pruefung.html.slice(pruefung.html.indexOf('einlesen/uebernehmen')))?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')]))
  assert.equal((await buero.post(`${seite}/uebernehmen`, new URLSearchParams(versteckt))).status, 303)
  assert.ok((await bestand()).some(({ name }) => name === 'Eins'))
  assert.equal((await buero.senden(seite, { datei: new File([new Uint8Array([0xfc, 0xff])], 'x.yaml') })).status, 422)
})

test('the public sees released fields only, in every form, of its own town', async () => {
  const alle = await besucher().get('/roadmap')
  assert.match(alle.html, /Bürger-App/)
  assert.ok(!alle.html.includes('Moderne IT-Arbeitsplatzausstattung'), 'not released')
  const geheim = await mit('B5-B')
  assert.equal((await besucher().get(`/roadmap/${geheim.id}`)).status, 404)
  assert.equal((await besucher('beispielhausen.localhost').get(`/roadmap/${(await mit('B3-D')).id}`)).status, 404)
  const objekt = await mit('B3-D')
  await app.execute(systemActor(musterstadt, 'test'), objektAendern, { id: objekt.id, version: objekt.version, felder: { beteiligte: 'Agentur Geheim', 'texte.begruendung': 'Nur intern' } })
  assert.equal((await buero.senden(`${adresse(objekt)}/freigabe`, { oeffentlich: 'ja', felder: ['status', 'beschreibung'] })).status, 303)
  for (const pfad of ['/roadmap', `/roadmap/${objekt.id}`, '/roadmap.json', '/roadmap.csv', '/roadmap.rss']) {
    const { status, html } = await besucher().get(pfad)
    assert.equal(status, 200, pfad)
    assert.match(html, /Bürger-App/, pfad)
    for (const geheimnis of ['Agentur Geheim', 'Nur intern']) assert.ok(!html.includes(geheimnis), `${pfad}: ${geheimnis}`)
  }
  const { vorhaben } = JSON.parse((await besucher().get('/roadmap.json')).html) as { vorhaben: Record<string, unknown>[] }
  const eintrag = vorhaben.find(({ id }) => id === objekt.id)!
  assert.deepEqual(Object.keys(eintrag).sort(), ['art', 'ebene', 'geaendertAm', 'id', 'name', 'status', 'strategie', 'teilVon', 'texte', 'url'])
  await buero.senden(`${adresse(objekt)}/freigabe`, { oeffentlich: 'nein' })
  assert.equal((await besucher().get(`/roadmap/${objekt.id}`)).status, 404)
})

test('the Roadmap filters by field, status and year', async () => {
  const baustein = await mit('B1')
  const { html } = await besucher().get(`/roadmap?feld=${baustein.id}&status=laufend&jahr=2027`)
  assert.match(html, /Zentrales DMS und E-Akte/)
  assert.ok(!html.includes('IT-Strategie') && !html.includes('Langzeitarchivierung'))
  assert.equal((await besucher().get('/roadmap?feld=quatsch&status=x&jahr=99999')).status, 200)
  assert.match((await besucher('beispielhausen.localhost').get('/roadmap')).html, /Ausweitung der elektronischen Aktenführung/)
})

test('every use case refuses whoever may not even read the programme; the Roadmap is for everybody', async () => {
  const { id } = await mit('B1-A')
  const strategieId = (await mit('B1-A')).strategieId
  const fremd = personalActor(['aufgabe.bearbeiten'])
  const nein = (versuch: Promise<unknown>) => assert.rejects(versuch, (error: unknown) => error instanceof Forbidden || error instanceof NotFound)
  await nein(app.ask(fremd, objektAnsehen, { id }))
  await nein(app.ask(fremd, objektauswahl, { strategieId }))
  await nein(app.ask(fremd, objektFormular, { id }))
  await nein(app.ask(fremd, programmUebersicht, {}))
  await nein(app.ask(fremd, zielabgleich, {}))
  await nein(app.ask(fremd, fortschreibungenAnsehen, {}))
  await nein(app.ask(fremd, fortschreibungAnsehen, { id }))
  await nein(app.ask(fremd, einrichtungAnsehen, {}))
  await nein(app.execute(fremd, verknuepfungenSetzen, { id, zielbezug: [], korrespondiert: [], erledigt: [] }))
  await nein(app.execute(fremd, freigabeSetzen, { id, oeffentlich: true, felder: [] }))
  await nein(app.execute(fremd, statusSetzen, { id, status: 'laufend' }))
  await nein(app.execute(fremd, objektEntfernen, { id, grund: 'x' }))
  await nein(app.execute(fremd, ebenenBenennen, { namen: [] }))
  await nein(app.execute(fremd, kostenklassenFestlegen, { klassen: [] }))
  await nein(app.execute(fremd, strategieAnlegen, { kennung: 'x1', name: 'Xx' }))
  await nein(app.execute(fremd, strategieFortschreiben, { strategieId, bezeichnung: 'x' }))
  await nein(app.execute(personalActor(['programm.verwalten', 'programm.lesen'], { mandantId: beispielhausen }), objektEntfernen, { id, grund: 'x' }))
  const gast = gastActor(musterstadt, '')
  assert.ok((await app.ask(gast, roadmapAnsehen, {})).eintraege.length > 10)
  assert.equal((await app.ask(gast, vorhabenAnsehen, { id })).eintrag.id, id)
})

test('what the strategy starts from is kept with day and source; a newer one replaces it, the older stays readable', async () => {
  const seite = `${PFAD}/ausgangslage`
  const { html } = await vorstand.get(seite)
  assert.match(html, /Kurze Wege zwischen den Ämtern/)
  assert.ok(!html.includes('Ausgangslage festhalten'), 'who only reads sees no form')
  const strategieId = (await bestand())[0]!.strategieId
  const baustein = (await bestand()).find(({ art }) => art === 'baustein')!
  const alte = /<option value="([0-9a-f-]{36})">Stärken und Schwächen/.exec((await buero.get(seite)).html)?.[1] ?? ''
  const neu = { strategieId, art: 'swot', titel: 'Stärken 2026', stand: app.clock.today().toString(), quelle: '', quelleLink: '', objektId: baustein.id, ersetztId: alte, staerken: '', schwaechen: '', chancen: '', risiken: '', inhalt: '' }
  const falsch = await buero.senden(seite, { ...neu, inhalt: 'Text', quelleLink: 'javascript:x' })
  assert.equal(falsch.status, 422)
  for (const feld of ['quelle', 'quelleLink', 'staerken', 'inhalt']) assert.match(falsch.html, new RegExp(`href="#f-${feld}"`))
  assert.equal((await buero.senden(seite, { ...neu, quelle: 'Klausur', staerken: 'Ein Team\nEin Plan' })).status, 303)
  assert.equal((await buero.senden(seite, { ...neu, quelle: 'Klausur', staerken: 'Noch einmal' })).status, 422, 'replaced once')
  assert.match((await vorstand.get(seite)).html, /ersetzt[\s\S]*Kurze Wege/)
  assert.match((await vorstand.get(adresse(baustein))).html, /Ein Plan/)
  assert.deepEqual((await app.ask(personalActor(['programm.lesen']), kontextAnsehen, {})).kontexte.map(({ ersetzt }) => ersetzt), [false, false, true])
  await assert.rejects(app.execute(personalActor(['programm.lesen']), kontextErfassen, { ...neu, objektId: baustein.id, quelle: 'x', staerken: 'y', art: 'swot' as const }), Forbidden)
})

test('the pages are accessible on narrow and wide screens', async () => {
  const objekt = await mit('B1-B')
  const fassung = /fortschreibungen\/([0-9a-f-]{36})/.exec((await buero.get(`${PFAD}/fortschreibungen`)).html)?.[1] ?? ''
  await withBrowser(async (browser) => {
    for (const width of [1280, 320]) {
      const page = await newPage(browser, { width })
      await page.context().addCookies([{ name: 'sk_sitzung', value: buero.cookies.get('sk_sitzung') ?? '', url }])
      for (const path of [PFAD, `${PFAD}?text=1A`, adresse(objekt), `${adresse(objekt)}/bearbeiten`, `${adresse(objekt)}/verweise`, `${PFAD}/ziele`, `${PFAD}/fortschreibungen`, `${PFAD}/fortschreibungen/${fassung}`, `${PFAD}/einrichten`, `${PFAD}/einlesen`, '/roadmap', `/roadmap/${objekt.id}`]) {
        const antwort = await page.goto(url + path)
        assert.equal(antwort?.status(), 200, path)
        if (process.env['STADTKERN_SHOTS']) await page.screenshot({ path: `${process.env['STADTKERN_SHOTS']}/${width}${path.replaceAll(/[/?]/g, '_').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')}.png`, fullPage: true })
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }
    }
  })
})
