import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { module } from '../../../../modules.js'
import { Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { findPersonal } from '../../../grundlagen/konten/index.js'
import { rolleZuweisen } from '../../../grundlagen/organisation/index.js'
import { objekteVon, type Objekt } from '../lesen.js'
import { mitwirkungAblaufen, mitwirkungBeenden, mitwirkungEinrichten } from './command.js'
import { mitwirkungAm, offeneMitwirkungen } from './lesen.js'
import { meineVorhaben, meinVorhaben, mitwirkungenAnsehen } from './query.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung', 'programm', 'planung', 'finanzplan', 'berichte']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const { besucher } = await testWeb(app)
const in_ = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const NACHBAR = '01900000-0000-7000-8000-00000000a031'
const als = async (id: string) => { const person = besucher(); await person.mitSitzung('personal', id, musterstadt); return person }
const [nachbar, buero] = [await als(NACHBAR), await als('01900000-0000-7000-8000-00000000a011')]
const heute = app.clock.today()
const [erste] = await in_((tx) => offeneMitwirkungen(tx, heute, NACHBAR))
const eigenes = (await in_((tx) => objekteVon(tx, { ids: [erste!.objektId] })))[0] as Objekt
const fremdes = (await in_((tx) => objekteVon(tx, { arten: ['massnahme'] }))).find(({ id }) => id !== eigenes.id) as Objekt
const MITARBEIT = '/arbeitsplatz/mitarbeit'

test('somebody of another house sees the own Vorhaben without people and money, and nothing else of the steering floor', async () => {
  const { html, status } = await nachbar.get(`${MITARBEIT}/${eigenes.id}`)
  assert.equal(status, 200)
  assert.match(html, new RegExp(eigenes.name))
  assert.doesNotMatch(html, /Kostenklasse|Finanzplan|Ressourcen|VZÄ|Verantwortlich|€/)
  assert.match((await nachbar.get(MITARBEIT)).html, new RegExp(eigenes.name))
  assert.equal((await nachbar.get(`${MITARBEIT}/${fremdes.id}`)).status, 404)
  const menue = /<nav class="sk-side"[\s\S]*?<\/nav>/.exec((await nachbar.get(MITARBEIT)).html)?.[0] ?? ''
  assert.match(menue, /Meine Vorhaben/)
  assert.doesNotMatch(menue, /Ideen|Vertretungen|Aufgaben|Programm/, 'the menu names only what opens')
  const zu = ['/arbeitsplatz/programm', `/arbeitsplatz/programm/objekte/${eigenes.id}`, '/arbeitsplatz/programm/externe', '/arbeitsplatz/planung', '/arbeitsplatz/planung/kalender', '/arbeitsplatz/finanzplan', '/arbeitsplatz/berichte', '/arbeitsplatz/berichte/uebersicht']
  for (const pfad of zu) assert.equal((await nachbar.get(pfad)).status, 403, pfad)
  await assert.rejects(app.ask(personalActor(['programm.mitwirken']), meinVorhaben, { objektId: eigenes.id }), NotFound, 'another account of the kind')
  await assert.rejects(app.ask(personalActor(['programm.lesen']), meineVorhaben, {}), Forbidden)
  assert.deepEqual(await app.ask(personalActor(['programm.mitwirken'], { id: NACHBAR, mandantId: beispielhausen }), meineVorhaben, {}), [])
})

test('the Statusbericht of the own Vorhaben can be written where that was allowed, and only there', async () => {
  const { html } = await nachbar.get(`${MITARBEIT}/${eigenes.id}`)
  const bericht = /href="(\/arbeitsplatz\/mitarbeit\/[^"]+\/bericht\/[^"]+)"/.exec(html)?.[1] ?? ''
  assert.equal((await nachbar.get(bericht)).status, 200)
  const version = /name="version" value="(\d+)"/.exec((await nachbar.get(bericht)).html)?.[1] ?? '0'
  const gruen = { 'zeit.ampel': 'gelb', 'zeit.begruendung': 'Lieferung fehlt', 'zeit.gegenmassnahme': 'Nachfragen', 'ressourcen.ampel': 'gruen', 'qualitaet.ampel': 'gruen', aktivitaeten: 'Von außen geliefert.', korrektur: 'Lieferung nachgetragen', version, tun: 'einreichen' }
  assert.equal((await nachbar.senden(bericht, gruen)).location, `${MITARBEIT}/${eigenes.id}`)
  assert.equal((await nachbar.get(bericht.replace(eigenes.id, fremdes.id))).status, 404)
  await app.execute(system(), mitwirkungEinrichten, { kontoId: NACHBAR, objektId: eigenes.id, haus: 'Regionales Rechenzentrum', berichtet: false, bis: heute.add({ days: 30 }).toString() })
  assert.equal((await nachbar.get(bericht)).status, 404)
  assert.doesNotMatch((await nachbar.get(`${MITARBEIT}/${eigenes.id}`)).html, /Statusbericht/)
})

test('the Programmbüro lets in with every error at its field, never for longer than a year, and only such accounts', async () => {
  const falsch = await buero.senden('/arbeitsplatz/programm/externe', { kontoId: NACHBAR, objektId: fremdes.id, haus: 'Kreis', bis: heute.add({ days: 400 }).toString() })
  assert.equal(falsch.status, 422)
  assert.match(falsch.html, /Höchstens ein Jahr/)
  const angabe = { objektId: fremdes.id, haus: 'Kreis', berichtet: false, bis: heute.add({ days: 5 }).toString() }
  await assert.rejects(app.execute(system(), mitwirkungEinrichten, { ...angabe, kontoId: '01900000-0000-7000-8000-00000000a001' }), Invalid)
  await assert.rejects(app.execute(personalActor(['programm.bearbeiten']), mitwirkungEinrichten, { ...angabe, kontoId: NACHBAR }), Forbidden)
  assert.equal((await buero.senden('/arbeitsplatz/programm/externe', { kontoId: NACHBAR, objektId: fremdes.id, haus: 'Kreis', bis: angabe.bis })).status, 303)
  const { zeilen } = await app.ask(personalActor(['programm.verwalten']), mitwirkungenAnsehen, {})
  assert.deepEqual(zeilen.map(({ person, offen }) => [person, offen]), [['Nina Nachbar', true], ['Nina Nachbar', true]])
})

test('it ends on its day by itself, and with the last one the account is locked; by hand at once', async () => {
  const [bald] = await in_((tx) => offeneMitwirkungen(tx, heute, NACHBAR))
  assert.equal((await in_((tx) => offeneMitwirkungen(tx, heute.add({ days: 6 }), NACHBAR))).length, 1, 'over by its day, before any job ran')
  const vorher = await app.execute(system(), mitwirkungAblaufen, { id: bald!.id })
  assert.equal(vorher, undefined)
  assert.equal((await in_((tx) => offeneMitwirkungen(tx, heute, NACHBAR))).length, 2, 'not before its day')
  assert.equal((await buero.senden('/arbeitsplatz/programm/externe', { grund: '' }, `/arbeitsplatz/programm/externe/${bald!.id}/beenden`)).status, 422)
  assert.equal((await buero.senden('/arbeitsplatz/programm/externe', { grund: 'Auftrag erledigt' }, `/arbeitsplatz/programm/externe/${bald!.id}/beenden`)).status, 303)
  assert.equal((await in_((tx) => findPersonal(tx, 'n.nachbar')))?.status, 'aktiv')
  assert.equal((await nachbar.get(`${MITARBEIT}/${bald!.objektId}`)).status, 404)
  const [letzte] = await in_((tx) => offeneMitwirkungen(tx, heute, NACHBAR))
  await app.execute(system(), mitwirkungBeenden, { id: letzte!.id, grund: 'Vertrag endet' })
  assert.equal((await in_((tx) => findPersonal(tx, 'n.nachbar')))?.status, 'gesperrt')
  assert.equal((await nachbar.get(MITARBEIT)).status, 303, 'signed out')
  assert.equal(await in_((tx) => mitwirkungAm(tx, NACHBAR, letzte!.objektId)), undefined)
})

test('who has another role here keeps the account', async () => {
  const konto = '01900000-0000-7000-8000-00000000a012'
  await app.execute(system(), rolleZuweisen, { kontoId: konto, rolle: 'extern' })
  const { id } = await app.execute(system(), mitwirkungEinrichten, { kontoId: konto, objektId: fremdes.id, haus: 'Zweckverband', berichtet: false, bis: heute.toString() })
  await app.execute(system(), mitwirkungBeenden, { id, grund: 'fertig' })
  assert.equal((await in_((tx) => findPersonal(tx, 'd.dorn')))?.status, 'aktiv')
})
