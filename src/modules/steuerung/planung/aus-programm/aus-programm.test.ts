import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../../../platform/time/index.js'
import { openContext } from '../../../../platform/usecases/execute.js'
import { musterstadt, system } from '../../../../../test/app.js'
import { demoApp } from '../../../../../test/demo.js'
import { findObjekt, objekteVon, strategien, verknuepfungenVon, type Objekt, type Verknuepfung } from '../../programm/index.js'
import { planAnsehen } from '../ansehen/query.js'
import { arbeitskalender } from '../domain/kalender.js'
import { basisGenehmigen } from '../genehmigen/command.js'
import { entscheidungsregister } from '../entscheidungen/query.js'
import { entscheidungVormerken, meilensteintrends, planAendern, planAnlegen, planZuStrategie, prognosenFesthalten } from '../index.js'
import { leitung, planerin, testPlan } from '../test-plan.js'
import { planAusProgramm } from './command.js'
import { ausVorhaben, EBENEN } from './vorhaben.js'

const { app } = await demoApp()
const inStadt = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]): Promise<T> => app.db.withMandant(musterstadt, fn)

test('the plan of a strategy has its Bausteine, Maßnahmen and what needs what; a second time nothing is added', async () => {
  const [strategie] = await inStadt((tx) => strategien(tx))
  assert.ok(strategie)
  const plan = await inStadt((tx) => planZuStrategie(tx, strategie.id))
  assert.ok(plan)
  const objekte = await inStadt((tx) => objekteVon(tx, { strategieId: strategie.id, arten: EBENEN }))
  const { zeilen, abhaengigkeiten, fehler } = await app.ask(leitung, planAnsehen, { planId: plan.id })
  assert.deepEqual(fehler, [])
  const mitDauer = objekte.filter(({ art, dauerMonate, fortlaufend }) => art === 'baustein' || dauerMonate !== null || fortlaufend)
  assert.ok(zeilen.length >= mitDauer.length && zeilen.length > 20, `${zeilen.length} of ${objekte.length}`)
  const benoetigt = (await inStadt((tx) => verknuepfungenVon(tx, { strategieId: strategie.id }))).filter(({ art, nachId }) => art === 'benoetigt' && nachId)
  assert.ok(abhaengigkeiten.length > 0 && abhaengigkeiten.length <= benoetigt.length)
  assert.deepEqual((await app.execute(planerin, planAusProgramm, { planId: plan.id })).uebernommen, 0)
  assert.deepEqual(await app.execute(planerin, planAnlegen, { titel: 'noch einer', beginn: '2026-01-01', strategieId: strategie.id }), { planId: plan.id })
})

test('an approved plan gives the Vorhaben its dates, a draft does not', async () => {
  const objekte = await inStadt((tx) => objekteVon(tx, { arten: ['massnahme'] }))
  const objekt = objekte.find(({ frist, beginn }) => !frist && beginn)
  assert.ok(objekt)
  const { planId, a } = await testPlan(app)
  await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'eintrag', id: a, felder: { objektId: objekt.id } }] })
  const termine = async () => { const jetzt = await inStadt((tx) => findObjekt(tx, objekt.id)); return [jetzt?.beginn?.toString(), jetzt?.ende?.toString()] }
  assert.deepEqual(await termine(), [objekt.beginn?.toString(), objekt.ende?.toString()])
  await app.execute(leitung, basisGenehmigen, { planId, grund: 'Beschluss' })
  assert.deepEqual(await termine(), ['2026-09-07', '2026-09-11'])
  await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'eintrag', id: a, felder: { dauer: '6' } }] })
  assert.deepEqual(await termine(), ['2026-09-07', '2026-09-14'])
})

test('what rooms above use works in their transaction', async () => {
  const { planId } = await testPlan(app)
  await inStadt(async (tx) => {
    const { ctx, finish } = openContext(app, tx, system(), 'test')
    assert.equal(await prognosenFesthalten(ctx, planId, Temporal.PlainDate.from('2026-10-31')), 1)
    assert.equal(await prognosenFesthalten(ctx, planId, Temporal.PlainDate.from('2026-10-31')), 0)
    await entscheidungVormerken(ctx, { planId, sachverhalt: 'Budget erhöhen?', herkunft: 'Statusbericht Oktober 2026' })
    await finish()
    const bis = (tag: string) => meilensteintrends(tx, arbeitskalender('NW'), planId, Temporal.PlainDate.from(tag))
    assert.deepEqual([(await bis('2026-10-31')).length, (await bis('2026-10-30')).length], [1, 0])
  })
  const { entscheidungen } = await app.ask(planerin, entscheidungsregister, { planId })
  assert.deepEqual(entscheidungen.map(({ herkunft, status }) => [herkunft, status]), [['Statusbericht Oktober 2026', 'offen']])
})

const objekt = (rest: Partial<Objekt>): Objekt => ({
  id: newId(), strategieId: newId(), art: 'massnahme', oberId: null, kennung: null, nummer: null, bausteinart: null, name: 'Maßnahme', texte: {}, status: null, prioritaet: null, dauerMonate: null, fortlaufend: false,
  beginn: null, ende: null, beginnOriginal: null, endeOriginal: null, beginnIst: null, endeIst: null, frist: null, kostenklasse: null, einheitId: null, verantwortlichKontoId: null, verantwortlich: null, beteiligte: [],
  oeffentlich: false, oeffentlicheFelder: [], rang: 0, version: 1, geaendertAm: Temporal.Instant.from('2026-01-01T00:00Z'), ...rest,
})
const braucht = (vonId: string, nachId: string): Verknuepfung => ({ id: newId(), art: 'benoetigt', vonId, nachId, nachText: null })

test('nothing is invented: without a length an object stays out and is named; ongoing work is waited for at its begin', () => {
  const ohne = objekt({ name: 'Ohne Laufzeit' })
  const betrieb = objekt({ name: 'Betrieb', fortlaufend: true })
  const danach = objekt({ name: 'Danach', dauerMonate: 4, fortlaufend: true })
  const { aenderungen, ausgelassen } = ausVorhaben([ohne, betrieb, danach], [braucht(danach.id, betrieb.id), braucht(danach.id, ohne.id)], new Map())
  assert.deepEqual(ausgelassen, ['Ohne Laufzeit'])
  assert.deepEqual(aenderungen.flatMap((a) => (a.art === 'neu' ? [[a.felder.titel, a.felder.dauer, a.felder.einheit, a.felder.fortlaufend]] : a.art === 'verbinden' ? [[a.typ]] : [])), [['Betrieb', '', 'monate', 'ja'], ['Danach', '4', 'monate', 'ja'], ['SS']])
})
