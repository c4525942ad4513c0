import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'
import { module } from '../../../modules.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.js'
import { statusSetzen } from '../programm/index.js'
import { berichtAnsehen, verlaufAnsehen } from './ansehen/query.js'
import { LEER, type Angaben } from './domain/bericht.js'
import { berichtEinreichen, berichtNachtragen } from './einreichen/command.js'
import { berichtsmonatEroeffnen } from './eroeffnen/command.js'
import { monatKonsolidieren } from './konsolidiert/query.js'
import { letzteFassungen, pflichten, zeitraeume, type Pflicht, type Zeitraum } from './lesen.js'
import { matrixAnsehen } from './matrix/query.js'
import { meineBerichte } from './meine/query.js'
import { entwurfSpeichern } from './schreiben/command.js'
import { berichtSchreiben } from './schreiben/query.js'
import { objekteVon, strategien } from './vorhaben.js'

const { app, ownerUrl } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung', 'programm', 'planung', 'berichte']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const { besucher } = await testWeb(app)
const als = async (ende: string) => { const person = besucher(); await person.mitSitzung('personal', `01900000-0000-7000-8000-00000000${ende}`, musterstadt); return person }
const [buero, leitung, vorstand, sachbearbeitung] = [await als('a011'), await als('a012'), await als('a013'), await als('a001')]
const in_ = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const PFAD = '/arbeitsplatz/berichte'
const strategie = (await in_((tx) => strategien(tx)))[0]!
const monate: Zeitraum[] = await in_((tx) => zeitraeume(tx, strategie.id))
const dieser = monate[0]!
const offene: Pflicht[] = await in_((tx) => pflichten(tx, [dieser.id]))
const zehn = offene.filter(({ einheitId }) => einheitId?.endsWith('e010'))
const seite = (pflicht: Pflicht) => `${PFAD}/schreiben/${pflicht.zeitraumId}/${pflicht.objektId}`
const GRUEN = { 'zeit.ampel': 'gruen', 'ressourcen.ampel': 'gruen', 'qualitaet.ampel': 'gruen', aktivitaeten: 'Alles getan.', version: '0' }
const gruen: Angaben = { ...LEER, zeit: { ...LEER.zeit, ampel: 'gruen' }, ressourcen: { ...LEER.ressourcen, ampel: 'gruen' }, qualitaet: { ...LEER.qualitaet, ampel: 'gruen' }, aktivitaeten: 'Getan.' }
const schreiber = personalActor(['berichte.lesen', 'berichte.schreiben'])

test('who may not read reports does not get in; what is due is listed for the own unit only', async () => {
  assert.equal((await sachbearbeitung.get(PFAD)).status, 403)
  const { html } = await leitung.get(PFAD)
  assert.ok(zehn.length >= 2)
  for (const { name } of zehn) assert.match(html, new RegExp(name.slice(0, 20)))
  const fremd = offene.find(({ einheitId }) => einheitId?.endsWith('e020'))!
  assert.doesNotMatch(html, new RegExp(fremd.name))
  assert.equal((await leitung.get(seite(fremd))).status, 403, 'visible in the overview, but not to be written')
  assert.equal((await vorstand.get(seite(zehn[0]!))).status, 403)
  await assert.rejects(app.ask(personalActor([]), meineBerichte, {}), Forbidden)
  await assert.rejects(app.execute(personalActor(['berichte.lesen']), berichtEinreichen, { zeitraumId: dieser.id, objektId: fremd.objektId, version: 0, korrektur: '', angaben: gruen }), Forbidden)
})

test('write with last month beside, save a draft, be refused with all reasons, submit, correct by a new version', async () => {
  const [pflicht] = zehn as [Pflicht, ...Pflicht[]]
  const leer = await leitung.get(seite(pflicht))
  assert.match(leer.html, /Getestet|eingerichtet|geklärt|abgeschlossen|ausgewertet/, 'the text of the month before')
  assert.equal((await leitung.senden(seite(pflicht), { tun: 'speichern', aktivitaeten: 'Halb fertig <b>' })).status, 303)
  assert.match((await leitung.get(seite(pflicht))).html, /Halb fertig &lt;b>/)
  const fehlend = await leitung.senden(seite(pflicht), { tun: 'einreichen', 'zeit.ampel': 'gelb', 'ressourcen.ampel': 'rot', 'ressourcen.begruendung': 'Krank', 'meilenstein.termin': '31.02.2027', 'meilenstein.name': 'X', 'entscheidung0.termin': '2027-01-01', 'entscheidung0.text': '' })
  assert.equal(fehlend.status, 422)
  for (const text of ['Zeit ist nicht grün. Begründen', 'Zeit ist nicht grün. Schreiben Sie, was dagegen', 'Ressourcen ist nicht grün. Schreiben', 'Wählen Sie die Ampel für Qualität', 'Februar 2027 hat 28 Tage', 'was entschieden werden muss']) assert.match(fehlend.html, new RegExp(text))
  assert.match(fehlend.html, />Krank</, 'nothing that was typed is lost')
  const da = await leitung.senden(seite(pflicht), { ...GRUEN, tun: 'einreichen', 'zeit.ampel': 'gelb', 'zeit.begruendung': 'Später', 'zeit.gegenmassnahme': 'Schneller', 'entscheidung0.text': 'Mehr Geld', 'entscheidung0.termin': '2027-01-15' })
  assert.equal(da.status, 303)
  const bericht = await leitung.get(da.location!)
  assert.match(bericht.html, /Fassung 1/)
  assert.match(bericht.html, /Mehr Geld, zu entscheiden bis 15\.01\.2027.*Entscheidung \d/s, 'linked with the register of decisions')
  const ohneGrund = await leitung.senden(seite(pflicht), { ...GRUEN, version: '1', tun: 'einreichen' })
  assert.equal(ohneGrund.status, 422)
  assert.equal((await leitung.senden(seite(pflicht), { ...GRUEN, tun: 'einreichen' })).status, 409, 'written for the version before')
  const neu = await leitung.senden(seite(pflicht), { ...GRUEN, version: '1', tun: 'einreichen', korrektur: 'Termin war verwechselt', 'entscheidung0.text': 'Mehr Geld' })
  assert.equal(neu.status, 303)
  assert.match((await leitung.get(da.location!)).html, /Frühere Fassung/)
  assert.match((await leitung.get(da.location!)).html, /Später/, 'the first version says what it said')
  const { bericht: zweite } = await app.ask(schreiber, berichtAnsehen, { id: neu.location!.split('/').at(-1)! })
  const { bericht: erste } = await app.ask(schreiber, berichtAnsehen, { id: da.location!.split('/').at(-1)! })
  assert.equal(zweite.inhalt.entscheidungen[0]?.nummer, erste.inhalt.entscheidungen[0]?.nummer, 'the same need is one decision')
})

test('green with an overdue milestone is refused; what was submitted is changed by nobody, not even by the owner', async () => {
  const [, pflicht] = zehn as [Pflicht, Pflicht]
  const vorher = await in_((tx) => objekteVon(tx, { ids: [pflicht.objektId] }))
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('update programm.objekt set ende = $1, beginn = null, fortlaufend = false, ende_ist = null where id = $2', ['2026-01-31', pflicht.objektId])
  const refused = await leitung.senden(seite(pflicht), { ...GRUEN, tun: 'einreichen' })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /war am 31\.01\.2026 fällig und ist nicht erreicht/)
  assert.equal((await leitung.senden(seite(pflicht), { ...GRUEN, tun: 'einreichen', 'zeit.ampel': 'rot', 'zeit.begruendung': 'a', 'zeit.gegenmassnahme': 'b' })).status, 303)
  await owner.query('update programm.objekt set ende = $1 where id = $2', [vorher[0]?.ende?.toString() ?? null, pflicht.objektId])
  for (const satz of ["update berichte.statusbericht set zeit = 'gruen'", 'delete from berichte.statusbericht', 'delete from berichte.pflicht', 'update berichte.zeitraum set stichtag = faellig_am']) await assert.rejects(owner.query(satz), /corrected by a new version/)
  await owner.end()
  await assert.rejects(in_((tx) => tx.deleteFrom('berichte.statusbericht' as never).execute()), /permission denied/)
})

test('missing is „kein Bericht“ and never the light of before; a status set later does not hide it', async () => {
  const vormonat = monate[1]!
  const da = new Set((await in_((tx) => letzteFassungen(tx, [vormonat.id]))).map(({ objektId }) => objektId))
  const fehlend = (await in_((tx) => pflichten(tx, [vormonat.id]))).find(({ objektId }) => !da.has(objektId))!
  await app.execute(system(), statusSetzen, { id: fehlend.objektId, status: 'abgebrochen', grund: 'Vorbei' })
  const { zeilen, summen, monate: spalten } = await app.ask(schreiber, matrixAnsehen, { monate: '36' })
  const spalte = spalten.findIndex(({ id }) => id === vormonat.id)
  const zeile = zeilen.find(({ pflicht }) => pflicht.objektId === fehlend.objektId)!
  assert.equal(zeile.zellen[spalte]?.art, 'fehlt')
  assert.equal(zeile.zellen[spalte - 1]?.art, 'bericht', 'the month before was reported')
  assert.ok((summen[spalte]?.fehlt ?? 0) >= 1)
  const { ergebnis } = await app.ask(schreiber, monatKonsolidieren, { monat: vormonat.monat.toString().slice(0, 7) })
  assert.equal(ergebnis?.stellen.find(({ pflicht }) => pflicht.objektId === fehlend.objektId)?.bericht, undefined)
  const kernteam = await vorstand.get(`${PFAD}/kernteam?monat=${vormonat.monat.toString().slice(0, 7)}`)
  assert.match(kernteam.html, /Fehlende Berichte zählen nie als Farbe/, 'the rule is shown')
  assert.match(kernteam.html, /kein Bericht/)
  const gefiltert = await vorstand.get(`${PFAD}/uebersicht?ampel=fehlt&monate=12`)
  assert.match(gefiltert.html, new RegExp(fehlend.name.slice(0, 15)))
  assert.match(gefiltert.html, /uebersicht\.csv\?ampel=fehlt&amp;monate=12|uebersicht\.csv\?ampel=fehlt&monate=12/, 'the export keeps the filters')
})

test('history and trend come from the frozen reports; files survive formulas', async () => {
  const erste = offene[0]!
  const { monate: verlauf, trend } = await app.ask(schreiber, verlaufAnsehen, { objektId: erste.objektId })
  assert.equal(verlauf.length, monate.length)
  assert.ok(trend.some(({ name }) => name.startsWith('MS02')))
  const frei = offene.find((pflicht) => !zehn.includes(pflicht) && !pflicht.einheitId) ?? offene.at(-1)!
  await app.execute(schreiber, berichtEinreichen, { zeitraumId: dieser.id, objektId: frei.objektId, version: 0, korrektur: '', angaben: { ...gruen, risiken: '=HYPERLINK("http://x")', zeit: { ampel: 'gelb', begruendung: '+1', gegenmassnahme: '-2' } } })
  const csv = await vorstand.get(`${PFAD}/kernteam.csv?monat=${dieser.monat.toString().slice(0, 7)}`)
  assert.match(csv.html, /'=HYPERLINK/)
  assert.equal((await vorstand.get(`${PFAD}/uebersicht.xlsx`)).status, 200)
  assert.equal((await vorstand.get(`${PFAD}/verlauf/${erste.objektId}`)).status, 200)
})

test('two authors: a draft is not overwritten, a submission counts once; another town sees nothing', async () => {
  const pflicht = offene.find(({ einheitId }) => einheitId?.endsWith('e020'))!
  const ids = { zeitraumId: dieser.id, objektId: pflicht.objektId }
  await app.execute(schreiber, entwurfSpeichern, { ...ids, version: 0, angaben: gruen })
  await assert.rejects(app.execute(schreiber, entwurfSpeichern, { ...ids, version: 0, angaben: LEER }), Conflict)
  assert.equal((await app.ask(schreiber, berichtSchreiben, ids)).angaben.aktivitaeten, 'Getan.')
  const beide = await Promise.allSettled([1, 2].map(() => app.execute(schreiber, berichtEinreichen, { ...ids, version: 0, korrektur: '', angaben: { ...gruen, zeit: { ampel: 'gelb', begruendung: 'a', gegenmassnahme: 'b' } } })))
  assert.deepEqual(beide.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const fremd = personalActor(['berichte.lesen', 'berichte.schreiben'], { mandantId: beispielhausen })
  await assert.rejects(app.ask(fremd, berichtSchreiben, ids), NotFound)
  assert.equal((await app.ask(fremd, matrixAnsehen, {})).zeilen.length, 0)
  await assert.rejects(app.execute(schreiber, berichtNachtragen, { ...ids, version: 1, korrektur: 'x', angaben: gruen, eingereichtAm: '2026-01-01' }), Forbidden)
})

test('the Programmbüro opens a month once; never one that has not begun', async () => {
  const wert = { strategieId: strategie.id, monat: dieser.monat.toString().slice(0, 7) }
  assert.equal((await buero.senden(PFAD, wert, `${PFAD}/monat`)).status, 303)
  assert.equal((await in_((tx) => zeitraeume(tx, strategie.id))).length, monate.length)
  await assert.rejects(app.execute(system(), berichtsmonatEroeffnen, { ...wert, monat: '2099-01' }), Invalid)
  await assert.rejects(app.execute(system(), berichtsmonatEroeffnen, { ...wert, monat: '2026-13' }), Invalid)
})
