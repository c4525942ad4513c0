import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readSheet } from 'read-excel-file/node'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../test/app.js'
import { testWeb, type Besucher } from '../../../../test/web.js'
import { Forbidden, NotFound } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import { demoPersonal, kontoStatusSetzen } from '../../grundlagen/konten/index.js'
import { objektAnlegen, objekteVon, strategien } from '../programm/index.js'
import { lageAnsehen } from './ansehen/query.js'
import { ansichtAendern, ansichtLoeschen, ansichtSpeichern, startansichtSetzen } from './ansichten/command.js'
import { ansichtenlisteAnsehen, ansichtsformular } from './ansichten/query.js'
import { lagebild } from './db/tables.js'
import { auslastungAnsehen, listeAnsehen } from './liste/query.js'

const { app, settle } = await testApp()
const STAEDTE = { musterstadt, beispielhausen } as const
// The rooms below this one are all it needs of the demo.
for (const [stadt, mandantId] of Object.entries(STAEDTE)) {
  for (const raum of ['organisation', 'konten', 'verwaltung', 'programm', 'planung', 'finanzplan', 'berichte', 'lagebild']) {
    await app.module.find(({ name }) => name === raum)?.seed?.(app, mandantId, stadt)
  }
}
await settle()
const web = await testWeb(app)
async function als(kennung: string, stadt: keyof typeof STAEDTE = 'musterstadt', host = stadt): Promise<Besucher> {
  const besucher = web.besucher(`${host}.localhost`)
  await besucher.mitSitzung('personal', demoPersonal(stadt).personal.find((eine) => eine.kennung === kennung)?.id ?? assert.fail(kennung), STAEDTE[stadt])
  return besucher
}
const PFAD = '/arbeitsplatz/lagebild'
const entschluessle = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"')

/** Every figure of a page that leads somewhere, with the number it shows: segments, cells of tables, tiles. */
function zahlenMitZiel(html: string): Map<string, number> {
  const ziele = new Map<string, number>()
  const merke = (href: string | undefined, zahl: string | undefined) => {
    if (!href || zahl === undefined) return
    const ziel = entschluessle(href)
    if (ziele.has(ziel)) assert.equal(ziele.get(ziel), Number(zahl), `two figures for ${ziel}`)
    ziele.set(ziel, Number(zahl))
  }
  for (const [tag] of html.matchAll(/<a\b[^>]*data-count="[^>]*>/g)) merke(/href="([^"]*)"/.exec(tag)?.[1], /data-count="(\d+)"/.exec(tag)?.[1])
  for (const [, href, zahl] of html.matchAll(/<a class="sk-stats__link" href="([^"]*)">[^<]*<\/a><\/dt><dd class="sk-stats__value">(\d+)<\/dd>/g)) merke(href, zahl)
  return ziele
}

async function pruefeZiele(wer: Besucher, seite: string): Promise<number> {
  const { html, status } = await wer.get(seite)
  assert.equal(status, 200, seite)
  const ziele = zahlenMitZiel(html)
  for (const [ziel, zahl] of ziele) {
    const liste = await wer.get(ziel)
    assert.equal(liste.status, 200, ziel)
    assert.equal(Number(/data-zeilen="(\d+)"/.exec(liste.html)?.[1]), zahl, `${ziel} behind ${seite}`)
  }
  return ziele.size
}

test('every figure of every view leads to a list with exactly as many rows', async () => {
  const [buero, vorstand, einheit] = [await als('p.plan'), await als('v.vogt'), await als('d.dorn')]
  assert.ok(await pruefeZiele(buero, `${PFAD}/programmbuero?zeitraum=12`) > 40)
  assert.ok(await pruefeZiele(vorstand, `${PFAD}/vorstand`) > 20)
  assert.ok(await pruefeZiele(einheit, `${PFAD}/einheit`) > 10)
  const feld = (await app.db.withMandant(musterstadt, (tx) => objekteVon(tx, { arten: ['baustein'] }))).find(({ nummer }) => nummer === 'B1')?.id
  assert.ok(await pruefeZiele(buero, `${PFAD}/programmbuero?feld=${feld}&prioritaet=hoch&status=laufend`) > 5)
})

test('the demo shows trouble where there is some', async () => {
  const { html } = await (await als('p.plan')).get(`${PFAD}/programmbuero`)
  for (const wort of ['Meilensteine überfällig', 'Berichte fehlen', 'Hohe Risiken', 'Entscheidungen offen', 'Auslastung']) assert.ok(html.includes(wort), wort)
  const zahlen = [...zahlenMitZiel(html)]
  for (const teil of ['frist=spaet', 'stufe=hoch', 'licht=fehlt', 'licht=rot']) assert.ok(zahlen.some(([ziel, zahl]) => ziel.includes(teil) && zahl > 0), teil)
})

test('filters stay in the address and in the form, and lead back from a list', async () => {
  const buero = await als('p.plan')
  const { html } = await buero.get(`${PFAD}/programmbuero/liste/vorhaben?prioritaet=hoch&zeitraum=12&status=laufend`)
  assert.match(html, /<option value="hoch" selected/)
  assert.ok(html.includes(`${PFAD}/programmbuero?zeitraum=12&amp;prioritaet=hoch&amp;status=laufend`), 'the breadcrumb keeps them')
  const teil = await buero.get(`${PFAD}/programmbuero/liste/berichte?licht=rot`)
  assert.match(teil.html, /<input type="hidden" name="licht" value="rot"/)
})

test('a filter whose value is gone is left out and said so', async () => {
  const buero = await als('p.plan')
  const { html, status } = await buero.get(`${PFAD}/programmbuero?feld=${newId()}&einheit=${newId()}&strategie=gibt-es-nicht`)
  assert.equal(status, 200)
  assert.ok(html.includes('Ein Filter passt nicht mehr') && html.includes('Handlungsfeld gibt es in dieser Strategie nicht') && html.includes('Die gewählte Einheit gibt es nicht mehr') && html.includes('Strategie gibt es nicht mehr'))
  assert.equal(zahlenMitZiel(html).get(`${PFAD}/programmbuero/liste/vorhaben`), zahlenMitZiel((await buero.get(`${PFAD}/programmbuero`)).html).get(`${PFAD}/programmbuero/liste/vorhaben`))
})

test('CSV and Excel hold what the list shows, and nothing in them runs', async () => {
  const [strategie] = await app.db.withMandant(musterstadt, (tx) => strategien(tx))
  const feld = (await app.db.withMandant(musterstadt, (tx) => objekteVon(tx, { arten: ['baustein'] }))).find(({ nummer }) => nummer === 'B1')
  assert.ok(strategie && feld)
  const boese = '=HYPERLINK("http://x.example";"Klick")'
  await app.execute(system(), objektAnlegen, { id: newId(), strategieId: strategie.id, art: 'massnahme', felder: { name: boese, oberId: feld.id } })
  const buero = await als('p.plan')
  const datei = async (liste: string) => {
    const headers = { cookie: [...buero.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    return Buffer.from(await (await fetch(`${web.url}${PFAD}/programmbuero/liste/${liste}`, { headers })).arrayBuffer())
  }
  const csv = (await datei(`vorhaben/export.csv?feld=${feld.id}`)).toString()
  assert.ok(csv.startsWith('\ufeff') && csv.includes(';Handlungsfeld;') && csv.includes(`"'=HYPERLINK(""http://x.example"";""Klick"")"`))
  const geldCsv = (await datei('geld/export.csv?jahr=2026')).toString()
  assert.match(geldCsv, /;01\.10\.01;783100;2026;420\.000,00;318\.450,75;431\.900,00;11\.900,00\r\n/)
  const excel = async (liste: string) => readSheet(await datei(liste))
  const vorhaben = await excel(`vorhaben/export.xlsx?feld=${feld.id}`)
  const seite = await buero.get(`${PFAD}/programmbuero/liste/vorhaben?feld=${feld.id}`)
  assert.equal(vorhaben.length - 1, Number(/data-zeilen="(\d+)"/.exec(seite.html)?.[1]))
  assert.ok(vorhaben.some((zeile) => zeile.includes(boese)), 'a text, and no formula')
  const kopf = vorhaben[0] ?? []
  assert.ok(vorhaben.some((zeile) => zeile[kopf.indexOf('Geplantes Ende')] instanceof Date))
  const geld = await excel('geld/export.xlsx?jahr=2026')
  const zeile = geld.find((eine) => eine.includes('783100') && eine.includes(420000))
  assert.deepEqual([zeile?.[(geld[0] ?? []).indexOf('Produkt')], zeile?.[(geld[0] ?? []).indexOf('Sachkonto')], zeile?.[(geld[0] ?? []).indexOf('Jahr')], zeile?.[(geld[0] ?? []).indexOf('Ist')]], ['01.10.01', '783100', 2026, 318450.75])
})

test('each view is for those who hold its right, and a unit sees only what is its own', async () => {
  const [dorn, vogt, admin] = [await als('d.dorn'), await als('v.vogt'), await als('a.admin')]
  const status = async (wer: Besucher, pfad: string) => (await wer.get(`${PFAD}${pfad}`)).status
  assert.deepEqual(await Promise.all(['/programmbuero', '/vorstand', '/einheit', '/vorstand/liste/geld', '/einheit/liste/geld', '/einheit/liste/risiken'].map((pfad) => status(dorn, pfad))), [403, 403, 200, 403, 404, 404])
  assert.deepEqual(await Promise.all(['/programmbuero', '/vorstand', '/vorstand/liste/geld', '/vorstand/liste/personen', '/programmbuero/liste/personen'].map((pfad) => status(vogt, pfad))), [403, 200, 200, 404, 403])
  assert.equal(await status(admin, '/einheit'), 403)
  const { html } = await dorn.get(`${PFAD}/einheit/liste/vorhaben`)
  const eigene = (await app.db.withMandant(musterstadt, (tx) => objekteVon(tx, { arten: ['massnahme', 'projekt'] }))).filter(({ einheitId }) => einheitId === '01900000-0000-7000-8000-00000000e010')
  assert.ok(eigene.length > 3 && eigene.every(({ name }) => html.includes(name)))
  assert.equal(Number(/data-zeilen="(\d+)"/.exec(html)?.[1]), eigene.length)
  const fremde = await dorn.get(`${PFAD}/einheit/liste/vorhaben?einheit=01900000-0000-7000-8000-00000000e020`)
  assert.equal(Number(/data-zeilen="(\d+)"/.exec(fremde.html)?.[1]), eigene.length, 'another unit is no choice')
})

test('another town sees nothing of it', async () => {
  const nachbar = await als('p.plan', 'beispielhausen')
  const { html } = await nachbar.get(`${PFAD}/programmbuero`)
  assert.ok(!html.includes('E-Government-Strategie Musterstadt') && !html.includes('E-Poststelle'))
  assert.notEqual((await (await als('p.plan', 'beispielhausen', 'musterstadt')).get(`${PFAD}/programmbuero`)).status, 200)
})

const ansichtId = (name: string) => app.db.withMandant(musterstadt, async (tx) => (await lagebild(tx).selectFrom('lagebild.ansicht').select('id').where('name', '=', name).executeTakeFirst())?.id ?? assert.fail(name))

test('a view is saved, opened, renamed, made the start, and deleted after a question', async () => {
  const vogt = await als('v.vogt')
  const neu = `${PFAD}/ansichten/neu?sicht=vorstand&frage=prioritaet%3Dhoch%26boese%3D1`
  const leer = await vogt.senden(neu, { name: '' }, `${PFAD}/ansichten/neu`)
  assert.equal(leer.status, 422)
  const gespeichert = await vogt.senden(neu, { name: 'Hohe Priorität' }, `${PFAD}/ansichten/neu`)
  assert.deepEqual([gespeichert.status, gespeichert.location], [303, `${PFAD}/vorstand?prioritaet=hoch`])
  const doppelt = await vogt.senden(neu, { name: 'hohe priorität' }, `${PFAD}/ansichten/neu`)
  assert.ok(doppelt.status === 422 && doppelt.html.includes('schon eine Ansicht mit diesem Namen') && doppelt.html.includes('value="hohe priorität"'))
  const id = await ansichtId('Hohe Priorität')
  assert.equal((await vogt.senden(`${PFAD}/ansichten/${id}`, { name: 'Wichtiges' })).status, 303)
  assert.equal((await vogt.senden(`${PFAD}/ansichten`, {}, `${PFAD}/ansichten/${id}/start`)).status, 303)
  assert.equal((await vogt.get(PFAD)).location, `${PFAD}/vorstand?prioritaet=hoch`)
  assert.match((await vogt.get(`${PFAD}/ansichten/${id}/loeschen`)).html, /Wichtiges“ löschen\?/)
  assert.equal((await vogt.senden(`${PFAD}/ansichten/${id}/loeschen`, {})).status, 303)
  assert.equal((await vogt.get(`${PFAD}/ansichten/${id}`)).status, 404)
  assert.equal((await vogt.get(PFAD)).location, `${PFAD}/vorstand`, 'the start went with it')
})

test('a shared view is seen by its role, changed by its owner only, and tidied up when the owner has left', async () => {
  const [vogt, plan, dorn, berg] = [await als('v.vogt'), await als('p.plan'), await als('d.dorn'), await als('b.berg')]
  const name = 'Monatsgespräch mit dem Verwaltungsvorstand'
  const id = await ansichtId(name)
  assert.ok((await vogt.get(`${PFAD}/ansichten`)).html.includes(name))
  assert.ok(!(await berg.get(`${PFAD}/ansichten`)).html.includes(name), 'another role')
  assert.ok(!(await dorn.get(`${PFAD}/ansichten`)).html.includes(name))
  assert.deepEqual([(await vogt.get(`${PFAD}/ansichten/${id}`)).status, (await dorn.get(`${PFAD}/ansichten/${id}`)).status], [403, 404])
  const teilen = await dorn.senden(`${PFAD}/ansichten/neu?sicht=einheit`, { name: 'Für alle', rolle: 'projektleitung' }, `${PFAD}/ansichten/neu`)
  assert.ok(teilen.status === 422 && teilen.html.includes('nur für sich selbst'))
  assert.equal((await plan.senden(`${PFAD}/ansichten/neu?sicht=vorstand`, { name: 'Eigene', rolle: 'gibt-es-nicht' }, `${PFAD}/ansichten/neu`)).status, 422)
  // Somebody else's shared view: the one who made it leaves.
  const orth = demoPersonal('musterstadt').personal.find(({ kennung }) => kennung === 'o.orth')?.id ?? assert.fail()
  const verwaist = newId()
  await app.db.withMandant(musterstadt, (tx) => lagebild(tx).insertInto('lagebild.ansicht').values({ id: verwaist, konto_id: orth, name: 'Alt', sicht: 'vorstand', frage: '', rolle: 'vorstand', created_at: app.clock.now(), geaendert_am: app.clock.now() }).execute())
  assert.equal((await plan.get(`${PFAD}/ansichten/${verwaist}`)).status, 403)
  await app.execute(system(), kontoStatusSetzen, { id: orth, status: 'ausgeschieden', grund: 'Austritt' })
  assert.ok((await vogt.get(`${PFAD}/ansichten`)).html.includes('arbeitet nicht mehr hier'))
  assert.equal((await plan.senden(`${PFAD}/ansichten/${verwaist}/loeschen`, {})).status, 303)
})

test('names on the load list are on record', async () => {
  const { html } = await (await als('p.plan')).get(`${PFAD}/programmbuero/liste/personen`)
  assert.ok(html.includes('Paula Plan'))
  const { rows: zugriffe } = await app.db.withMandant(musterstadt, (tx) => sql`select 1 from platform.zugriff where abfrage = 'lagebild.auslastungAnsehen'`.execute(tx))
  assert.ok(zugriffe.length > 0)
})

test('the same rules hold without pages: who may ask, and whose a view is', async () => {
  const [einheit, buero] = [personalActor(['lagebild.lesen'], { id: newId() }), personalActor(['lagebild.lesen', 'lagebild.programm'], { id: newId() })]
  await assert.rejects(app.ask(einheit, lageAnsehen, { sicht: 'vorstand', filter: {} }), Forbidden)
  await assert.rejects(app.ask(einheit, listeAnsehen, { sicht: 'einheit', liste: 'geld', filter: {}, ausschnitt: {} }), NotFound)
  await assert.rejects(app.ask(einheit, auslastungAnsehen, { filter: {}, ausschnitt: {} }), Forbidden)
  await assert.rejects(app.execute(einheit, ansichtSpeichern, { name: 'Fremd', sicht: 'vorstand', frage: '', rolle: '' }), Forbidden)
  const { id } = await app.execute(buero, ansichtSpeichern, { name: 'Mein', sicht: 'programmbuero', frage: 'zeitraum=12&unsinn=1', rolle: '' })
  assert.deepEqual((await app.ask(buero, ansichtenlisteAnsehen, {})).map(({ name, frage, eigene }) => [name, frage, eigene]), [['Mein', 'zeitraum=12', true]])
  await assert.rejects(app.ask(einheit, ansichtsformular, { id }), NotFound)
  await assert.rejects(app.execute(einheit, ansichtAendern, { id, name: 'X', rolle: '' }), NotFound)
  await assert.rejects(app.execute(einheit, ansichtLoeschen, { id }), NotFound)
  await assert.rejects(app.execute(einheit, startansichtSetzen, { id }), NotFound)
  await app.execute(buero, ansichtAendern, { id, name: 'Mein', rolle: '' })
  await app.execute(buero, startansichtSetzen, { id })
  assert.equal((await app.ask(buero, ansichtenlisteAnsehen, {}))[0]?.start, true)
  const { kennzahlen } = await app.ask(buero, lageAnsehen, { sicht: 'programmbuero', filter: {} })
  assert.equal(kennzahlen, undefined, 'without the right to read them')
})
