import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Conflict, Invalid } from '../../../platform/errors.js'
import { demoPersonal } from '../../grundlagen/konten/index.js'
import { demoApp } from '../../../../test/demo.js'
import { musterstadt, system } from '../../../../test/app.js'
import { einsatzEntfernen, einsatzPlanen, obergrenzeVereinbaren } from './auslastung/command.js'
import { auslastungAnsehen } from './auslastung/query.js'
import { beteiligungAbschliessen, beteiligungEinleiten } from './beteiligung/command.js'
import { beteiligungsliste } from './beteiligung/query.js'
import { planAendern } from './aendern/command.js'
import { beschlussEintragen, entscheidungAbschliessen, entscheidungErfassen } from './entscheidungen/command.js'
import { entscheidungsregister } from './entscheidungen/query.js'
import { kontoStatusSetzen } from '../../grundlagen/konten/index.js'
import { kalenderzugangEinrichten, kalenderzugangLoeschen } from './kalender/command.js'
import { kalenderzugang, meineTermine } from './kalender/query.js'
import { risikoErfassen, risikoStatusSetzen } from './risiken/command.js'
import { risikoliste } from './risiken/query.js'
import { leitung, planerin, testPlan } from './test-plan.js'
import { prognoseErfassen, prognosenFesthaltenAm } from './trend/command.js'
import { trendAnsehen } from './trend/query.js'
import { planuebersicht } from './uebersicht/query.js'
import { planAusProgramm } from './aus-programm/command.js'

const demo = await demoApp()
const { app } = demo
const person = demoPersonal('musterstadt').personal.find(({ kennung }) => kennung === 't.thal')?.id ?? ''
const risiko = { ursache: '', auswirkungText: '', massnahme: '', faellig: '', pruefungAm: '' }

test('the demo has a plan with baseline, trend, risks and decisions; the seed can run again', async () => {
  const vorher = await app.ask(leitung, planuebersicht, {})
  const demoPlan = vorher.plaene.find(({ titel }) => titel === 'Einführung der E-Akte')
  assert.ok(demoPlan && demoPlan.basis === 1 && demoPlan.eintraege === 15 && demoPlan.offeneRisiken === 3)
  await app.module.find(({ name }) => name === 'planung')?.seed?.(app, musterstadt, 'musterstadt')
  assert.deepEqual(await app.ask(leitung, planuebersicht, {}), vorher)
  const trends = await app.ask(leitung, trendAnsehen, { planId: demoPlan.id })
  assert.equal(trends.stichtage.length, 3)
  assert.match(trends.meilensteine.at(-1)?.trend.satz ?? '', /nach hinten/)
})

test('a risk: recorded, changed by two, realised with what is done, never back', async () => {
  const { planId } = await testPlan(app)
  const { risikoId } = await app.execute(planerin, risikoErfassen, { planId, ...risiko, beschreibung: 'Ausfall', wahrscheinlichkeit: 4, auswirkung: 5 })
  const { risiken: [erstes] } = await app.ask(planerin, risikoliste, { planId })
  await app.execute(leitung, risikoErfassen, { planId, risikoId, version: erstes?.version ?? 0, ...risiko, beschreibung: 'Ausfall des Anbieters', wahrscheinlichkeit: 4, auswirkung: 5 })
  await assert.rejects(app.execute(planerin, risikoErfassen, { planId, risikoId, version: erstes?.version ?? 0, ...risiko, beschreibung: 'x', wahrscheinlichkeit: 1, auswirkung: 1 }), Conflict)
  await assert.rejects(app.execute(planerin, risikoErfassen, { planId, ...risiko, beschreibung: 'halb', wahrscheinlichkeit: 1, auswirkung: 1, restWahrscheinlichkeit: 2 }), Invalid)
  await assert.rejects(app.execute(planerin, risikoStatusSetzen, { planId, risikoId, status: 'eingetreten', problem: '' }), Invalid)
  await app.execute(planerin, risikoStatusSetzen, { planId, risikoId, status: 'eingetreten', problem: 'Anbieter ist insolvent; zweitbester Bieter wird gefragt.' })
  await assert.rejects(app.execute(planerin, risikoStatusSetzen, { planId, risikoId, status: 'offen', problem: '' }), Conflict)
  const { risiken: [jetzt] } = await app.ask(planerin, risikoliste, { planId })
  assert.deepEqual([jetzt?.status, jetzt?.eingetretenAm?.toString(), jetzt?.beschreibung], ['eingetreten', app.clock.today().toString(), 'Ausfall des Anbieters'])
})

test('a decision: needed, decided once, carried out', async () => {
  const { planId } = await testPlan(app)
  const { entscheidungId } = await app.execute(planerin, entscheidungErfassen, { planId, sachverhalt: 'Wer beginnt?', varianten: '', empfehlung: '', gremium: 'Lenkungsausschuss', benoetigtBis: '' })
  const beschluss = { planId, entscheidungId, beschluss: 'Ordnungsamt', gremium: 'Lenkungsausschuss', beschlossenAm: app.clock.today().toString(), umsetzungBis: '' }
  await assert.rejects(app.execute(planerin, beschlussEintragen, { ...beschluss, beschlossenAm: app.clock.today().add({ days: 1 }).toString() }), Invalid)
  await assert.rejects(app.execute(planerin, beschlussEintragen, { ...beschluss, umsetzungBis: '2020-01-01' }), Invalid)
  await assert.rejects(app.execute(planerin, entscheidungAbschliessen, { planId, entscheidungId, status: 'umgesetzt' }), Conflict)
  await app.execute(planerin, beschlussEintragen, beschluss)
  await assert.rejects(app.execute(planerin, beschlussEintragen, beschluss), Conflict)
  await app.execute(planerin, entscheidungAbschliessen, { planId, entscheidungId, status: 'umgesetzt' })
  assert.deepEqual((await app.ask(planerin, entscheidungsregister, { planId })).entscheidungen.map(({ status, beschluss: text }) => [status, text]), [['umgesetzt', 'Ordnungsamt']])
})

test('load counts over all plans and is held against what was agreed', async () => {
  const [eins, zwei] = [await testPlan(app), await testPlan(app)]
  const einsatz = { kontoId: person, anteil: 60, von: '01.09.2026', bis: '30.09.2026' }
  await app.execute(planerin, einsatzPlanen, { planId: eins.planId, ...einsatz })
  const { einsatzId } = await app.execute(planerin, einsatzPlanen, { planId: zwei.planId, ...einsatz, von: '15.09.2026' })
  const zuViel = async () => (await app.ask(planerin, auslastungAnsehen, { planId: eins.planId })).personen[0]?.zuViel.map(({ von, prozent }) => `${von} ${prozent}`)
  assert.deepEqual(await zuViel(), ['2026-09-15 120'])
  await app.execute(planerin, einsatzEntfernen, { planId: zwei.planId, einsatzId })
  assert.deepEqual(await zuViel(), [])
  await app.execute(planerin, obergrenzeVereinbaren, { planId: eins.planId, kontoId: person, anteil: 10 })
  assert.deepEqual(await zuViel(), ['2026-09-01 60'])
  await assert.rejects(app.execute(planerin, einsatzPlanen, { planId: eins.planId, ...einsatz, bis: '31.08.2026' }), Invalid)
})

test('who leaves is named at what is left behind, and gets no more work', async () => {
  const { planId, a } = await testPlan(app)
  await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'eintrag', id: a, felder: { verantwortlichId: person } }] })
  await app.execute(system(), kontoStatusSetzen, { id: person, status: 'gesperrt', grund: 'ausgeschieden' })
  const ansicht = await app.ask(planerin, auslastungAnsehen, { planId })
  assert.deepEqual(ansicht.verantwortlichAusgeschieden.map(({ titel }) => titel), ['Ausschreibung'])
  await assert.rejects(app.execute(planerin, einsatzPlanen, { planId, kontoId: person, anteil: 10, von: '01.09.2026', bis: '02.09.2026' }), Invalid)
})

test('involvement ends with a result, once, and "not necessary" needs a reason', async () => {
  const { planId } = await testPlan(app)
  const { beteiligungId } = await app.execute(planerin, beteiligungEinleiten, { planId, stelle: 'Personalrat', gegenstand: 'E-Akte', eingeleitetAm: '01.09.2026', frist: '15.09.2026' })
  await assert.rejects(app.execute(planerin, beteiligungEinleiten, { planId, stelle: 'x', gegenstand: 'y', eingeleitetAm: '01.09.2026', frist: '31.08.2026' }), Invalid)
  const ende = { planId, beteiligungId, ergebnis: 'nicht_erforderlich' as const, abgeschlossenAm: '02.09.2026', vermerk: '' }
  await assert.rejects(app.execute(planerin, beteiligungAbschliessen, ende), Invalid)
  await app.execute(planerin, beteiligungAbschliessen, { ...ende, vermerk: 'Reine Technik' })
  await assert.rejects(app.execute(planerin, beteiligungAbschliessen, { ...ende, vermerk: 'x' }), Conflict)
  assert.equal((await app.ask(planerin, beteiligungsliste, { planId })).beteiligungen[0]?.ergebnis, 'nicht_erforderlich')
})

test('forecasts of a day are kept once and not improved afterwards', async () => {
  const { planId, a } = await testPlan(app)
  assert.deepEqual(await app.execute(planerin, prognoseErfassen, { planId }), { anzahl: 1 })
  await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'eintrag', id: a, felder: { dauer: '9' } }] })
  assert.deepEqual(await app.execute(planerin, prognoseErfassen, { planId }), { anzahl: 0 })
  await app.execute(system(), prognosenFesthaltenAm, { planId, stichtag: '2099-12-31' })
  const { meilensteine } = await app.ask(planerin, trendAnsehen, { planId })
  assert.deepEqual(meilensteine[0]?.prognosen.map(({ termin }) => termin.toString()), ['2026-09-16', '2026-09-22'])
})

test('the calendar address opens without signing in, ends with a new one, and with the rights of the person', async () => {
  const id = demoPersonal('musterstadt').personal.find(({ kennung }) => kennung === 'l.lenz')?.id ?? ''
  const { planId, a } = await testPlan(app, planerin, 'Kalenderplan')
  await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'eintrag', id: a, felder: { verantwortlichId: id, frist: '30.09.2026' } }] })
  const lenz = { ...planerin, id }
  const adresse = async () => `/kalender/planung/${(await app.execute(lenz, kalenderzugangEinrichten, {})).token}/termine.ics`
  const erste = await adresse()
  const antwort = await demo.besucher().get(erste)
  assert.equal(antwort.status, 200)
  assert.match(antwort.headers.get('content-type') ?? '', /text\/calendar/)
  assert.match(antwort.html, /SUMMARY:Ausschreibung\r\n[\s\S]*SUMMARY:Frist: Ausschreibung|SUMMARY:Frist: Ausschreibung/)
  assert.match(antwort.html, /DTSTART;VALUE=DATE:20260907\r\nDTEND;VALUE=DATE:20260912/)
  assert.equal((await demo.besucher('beispielhausen.localhost').get(erste)).status, 404)
  const zweite = await adresse()
  assert.deepEqual([(await demo.besucher().get(erste)).status, (await demo.besucher().get(zweite)).status], [404, 200])
  assert.ok(await app.ask(lenz, kalenderzugang, {}))
  assert.ok((await app.ask(lenz, meineTermine, {})).length > 0)
  await app.execute(lenz, kalenderzugangLoeschen, {})
  assert.equal((await demo.besucher().get(zweite)).status, 404)
})

test('a plan of its own takes nothing over from a strategy', async () => {
  const { planId } = await testPlan(app)
  await assert.rejects(app.execute(planerin, planAusProgramm, { planId }), Conflict)
})
