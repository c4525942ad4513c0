import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { beispielhausen, musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { planAnsehen } from '../ansehen/query.js'
import { aenderungBeantragen, antragEntscheiden, antragZurueckziehen, basisGenehmigen } from '../genehmigen/command.js'
import { genehmigungen } from '../genehmigen/query.js'
import { leitung, planerin, testPlan } from '../test-plan.js'
import { aenderungPruefen, planAendern } from './command.js'
import { eintragsformular } from './formular.js'

const { app } = await testApp()
const termine = async (planId: string) => new Map((await app.ask(planerin, planAnsehen, { planId })).zeilen.map(({ eintrag, termin }) => [eintrag.titel, termin.ende?.toString()]))
const dauer = (id: string, tage: string) => ({ art: 'eintrag' as const, id, felder: { dauer: tage } })

test('a change moves what depends on it; looking changes nothing', async () => {
  const { planId, a } = await testPlan(app)
  assert.deepEqual([...await termine(planId)], [['Ausschreibung', '2026-09-11'], ['Einführung', '2026-09-16'], ['Betrieb', '2026-09-16']])
  const { folgen } = await app.ask(planerin, aenderungPruefen, { planId, aenderungen: [dauer(a, '8')] })
  assert.deepEqual(folgen?.wirkung.eintraege.map(({ titel, tage }) => [titel, tage]), [['Ausschreibung', 3], ['Einführung', 3], ['Betrieb', 3]])
  assert.equal((await termine(planId)).get('Betrieb'), '2026-09-16')
  await app.execute(planerin, planAendern, { planId, aenderungen: [dauer(a, '8')] })
  assert.equal((await termine(planId)).get('Betrieb'), '2026-09-21')
})

test('what was confirmed is what is saved: a plan that changed meanwhile shows its effects again', async () => {
  const { planId, a, b } = await testPlan(app)
  const { plan } = await app.ask(planerin, aenderungPruefen, { planId, aenderungen: [dauer(a, '6')] })
  await app.execute(leitung, planAendern, { planId, aenderungen: [dauer(b, '4')] })
  await assert.rejects(app.execute(planerin, planAendern, { planId, aenderungen: [dauer(a, '6')], gesehen: plan.version }), (error) => error instanceof Conflict && error.code === 'planung.planGeaendert')
})

test('two people: different fields are merged, the same field is a conflict that names both values', async () => {
  const { planId, a } = await testPlan(app)
  const { version } = await app.ask(planerin, eintragsformular, { planId, eintragId: a })
  await app.execute(leitung, planAendern, { planId, aenderungen: [{ art: 'eintrag', id: a, felder: { titel: 'Vergabe' } }], versionen: { [a]: version } })
  await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'eintrag', id: a, felder: { titel: 'Ausschreibung', dauer: '7' } }], versionen: { [a]: version } })
  const { werte } = await app.ask(planerin, eintragsformular, { planId, eintragId: a })
  assert.deepEqual([werte.titel, werte.dauer], ['Vergabe', '7'], 'the title of the one, the length of the other')
  await assert.rejects(app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'eintrag', id: a, felder: { titel: 'Beschaffung' } }], versionen: { [a]: version } }),
    (error) => error instanceof Conflict && error.code === 'planung.gleichzeitigGeaendert' && JSON.stringify(error.details['konflikte']).includes('Vergabe'))
})

test('two halves of a circle at the same moment: one of them is refused', async () => {
  const { planId, a, b, m } = await testPlan(app)
  await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'loesen', vonId: a, nachId: b, typ: 'FS' }, { art: 'loesen', vonId: b, nachId: m, typ: 'FS' }] })
  const verbinde = (vonId: string, nachId: string) => app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'verbinden', vonId, nachId, typ: 'FS', abstand: 0 }] })
  const ergebnisse = await Promise.allSettled([verbinde(a, b), verbinde(b, a)])
  assert.deepEqual(ergebnisse.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const abgelehnt = ergebnisse.find((einer): einer is PromiseRejectedResult => einer.status === 'rejected')?.reason as Invalid
  assert.match(abgelehnt.felder[0]?.text ?? '', /Kreis: „.*“ → „.*“ → „.*“/)
})

test('bad input is named field by field', async () => {
  const { planId, a } = await testPlan(app)
  const abgelehnt = async (felder: Record<string, string>): Promise<string> => {
    const error = await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'eintrag', id: a, felder }] }).then(() => undefined, (grund: unknown) => grund)
    assert.ok(error instanceof Invalid, JSON.stringify(felder))
    return error.felder.map(({ feld }) => feld).join()
  }
  assert.equal(await abgelehnt({ frist: '29.02.2027' }), 'frist')
  assert.equal(await abgelehnt({ dauer: '-5' }), 'dauer')
  assert.equal(await abgelehnt({ dauer: '99999' }), 'dauer')
  assert.equal(await abgelehnt({ dauer: '' }), 'dauer')
  assert.equal(await abgelehnt({ titel: ' ', fortschritt: '101' }), 'titel,fortschritt')
  assert.equal(await abgelehnt({ istBeginn: '2026-10-10', istEnde: '2026-10-09' }), '')
  assert.equal(await abgelehnt({ verantwortlichId: 'x' }), 'verantwortlichId')
  assert.equal(await abgelehnt({ oberId: newId() }), 'oberId')
  await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'eintrag', id: a, felder: { fest: '29.02.2028' } }] })
  assert.equal((await termine(planId)).get('Ausschreibung'), '2028-03-06')
})

test('an approved milestone moves beyond the threshold only by an approved request, and never by the own one', async () => {
  const { planId, a } = await testPlan(app)
  await app.execute(leitung, basisGenehmigen, { planId, grund: 'Beschluss des Verwaltungsvorstands' })
  await app.execute(planerin, planAendern, { planId, aenderungen: [dauer(a, '8')] })
  const zuViel = { planId, aenderungen: [dauer(a, '15')] }
  await assert.rejects(app.execute(planerin, planAendern, zuViel), (error) => error instanceof Conflict && error.code === 'planung.genehmigungNoetig')
  const { antragId } = await app.execute(planerin, aenderungBeantragen, { ...zuViel, grund: 'Einspruch im Vergabeverfahren' })
  assert.equal((await termine(planId)).get('Betrieb'), '2026-09-21', 'nothing moves before the approval')
  await assert.rejects(app.execute(planerin, antragEntscheiden, { planId, antragId, genehmigt: true, begruendung: '' }), /Berechtigung/)
  await assert.rejects(app.execute({ ...leitung, id: planerin.id }, antragEntscheiden, { planId, antragId, genehmigt: true, begruendung: '' }), /andere Person/)
  await assert.rejects(app.execute(leitung, antragEntscheiden, { planId, antragId, genehmigt: false, begruendung: ' ' }), Invalid)
  await app.execute(leitung, antragEntscheiden, { planId, antragId, genehmigt: true, begruendung: '' })
  assert.equal((await termine(planId)).get('Betrieb'), '2026-09-30')
  const stand = await app.ask(planerin, genehmigungen, { planId })
  assert.deepEqual([stand.basen.map(({ nummer }) => nummer), stand.antraege[0]?.status], [[2, 1], 'genehmigt'])
  await assert.rejects(app.execute(leitung, antragEntscheiden, { planId, antragId, genehmigt: true, begruendung: '' }), /schon entschieden/)
})

test('a request can be taken back, by the applicant only', async () => {
  const { planId, a } = await testPlan(app)
  await app.execute(leitung, basisGenehmigen, { planId, grund: 'x' })
  const { antragId } = await app.execute(planerin, aenderungBeantragen, { planId, aenderungen: [dauer(a, '40')], grund: 'y' })
  await assert.rejects(app.execute(leitung, antragZurueckziehen, { planId, antragId }), /nur, wer ihn gestellt hat/)
  await app.execute(planerin, antragZurueckziehen, { planId, antragId })
  assert.equal((await app.ask(planerin, genehmigungen, { planId })).antraege[0]?.status, 'zurueckgezogen')
})

test('numbers of removed entries are not given again, and the baseline cannot be rewritten', async () => {
  const { planId, m } = await testPlan(app)
  await app.execute(leitung, basisGenehmigen, { planId, grund: 'x' })
  await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'entfernen', id: m }, { art: 'neu', id: newId(), felder: { titel: 'Neu', dauer: '1' } }] })
  const ansicht = await app.ask(planerin, planAnsehen, { planId })
  assert.deepEqual(ansicht.zeilen.map(({ eintrag }) => eintrag.nummer), [1, 2, 4])
  await assert.rejects(app.db.withMandant(musterstadt, (tx) => sql`update planung.basiswert set titel = 'anders'`.execute(tx)), /permission denied/)
})

test('a plan of a unit or of another town does not exist for others', async () => {
  const { planId, a } = await testPlan(app)
  const fremd = personalActor(['planung.lesen', 'planung.bearbeiten'], { mandantId: beispielhausen })
  await assert.rejects(app.ask(fremd, planAnsehen, { planId }), NotFound)
  await assert.rejects(app.execute(fremd, planAendern, { planId, aenderungen: [dauer(a, '9')] }), NotFound)
  const nurLesen = personalActor(['planung.lesen'])
  await assert.rejects(app.execute(nurLesen, planAendern, { planId, aenderungen: [dauer(a, '9')] }), /Berechtigung/)
  const andere = await testPlan(app, planerin, 'Anderer')
  await assert.rejects(app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'verbinden', vonId: a, nachId: andere.a, typ: 'FS', abstand: 0 }] }), Invalid)
})
