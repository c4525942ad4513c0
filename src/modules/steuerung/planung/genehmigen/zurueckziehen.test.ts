import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { module } from '../../../../modules.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { leitung, planerin, testPlan } from '../test-plan.js'
import { caughtMails } from '../../../../platform/mail/index.js'
import { planAnsehen } from '../ansehen/query.js'
import { letzteBasis } from '../plan.js'
import { planuebersicht } from '../uebersicht/query.js'
import { aenderungBeantragen, antragEntscheiden, basisGenehmigen } from './command.js'
import { genehmigungen } from './query.js'
import { basisZurueckziehen } from './zurueckziehen.js'

const { app, settle } = await testApp()
for (const name of ['organisation', 'konten']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')

test('an approval taken back stays readable with its reason; the one before counts again, then none; numbers are not given twice', async () => {
  const { planId } = await testPlan(app)
  await app.execute(leitung, basisGenehmigen, { planId, grund: 'Beschluss 1' })
  await app.execute(leitung, basisGenehmigen, { planId, grund: 'Beschluss 2' })
  await assert.rejects(app.execute(planerin, basisZurueckziehen, { planId, grund: 'x' }), Forbidden)
  await assert.rejects(app.execute(leitung, basisZurueckziehen, { planId, grund: '' }), Invalid)
  assert.deepEqual(await app.execute(leitung, basisZurueckziehen, { planId, grund: 'Falscher Stand vorgelegt' }), { nummer: 2, giltWieder: 1 })
  const gueltig = () => app.db.withMandant(leitung.mandantId, (tx) => letzteBasis(tx, planId))
  assert.equal((await gueltig())?.nummer, 1)
  assert.deepEqual(await app.execute(leitung, basisZurueckziehen, { planId, grund: 'Auch dieser' }), { nummer: 1, giltWieder: null })
  assert.equal(await gueltig(), undefined)
  assert.equal((await app.ask(leitung, planuebersicht, {})).plaene.find(({ id }) => id === planId)?.basis, null)
  await assert.rejects(app.execute(leitung, basisZurueckziehen, { planId, grund: 'noch einmal' }), Conflict)
  assert.equal((await app.execute(leitung, basisGenehmigen, { planId, grund: 'Beschluss 3' })).nummer, 3)
  const { basen } = await app.ask(planerin, genehmigungen, { planId })
  assert.deepEqual(basen.map(({ nummer, widerruf }) => [nummer, widerruf?.grund ?? null]), [[3, null], [2, 'Falscher Stand vorgelegt'], [1, 'Auch dieser']])
  await assert.rejects(app.execute(leitung, basisZurueckziehen, { planId: '01900000-0000-7000-8000-0000000000ff', grund: 'x' }), NotFound)
})

test('who approved and who asked for a change hear of it by mail, without the reason; the plan says it to everybody', async () => {
  const rechte = ['planung.lesen', 'planung.bearbeiten', 'planung.genehmigen']
  const [dorn, vogt, berg] = ['a012', 'a013', 'a015'].map((ende) => personalActor(rechte, { id: `01900000-0000-7000-8000-00000000${ende}` }))
  const { planId, a } = await testPlan(app, dorn!, 'Umzug ins neue Rathaus')
  await app.execute(vogt!, basisGenehmigen, { planId, grund: 'Beschluss' })
  const { antragId } = await app.execute(dorn!, aenderungBeantragen, { planId, aenderungen: [{ art: 'eintrag', id: a, felder: { dauer: '20' } }] as never, grund: 'Dauert länger' })
  await app.execute(berg!, basisZurueckziehen, { planId, grund: 'Kein Geld da' })
  await settle()
  await app.execute(berg!, antragEntscheiden, { planId, antragId, genehmigt: false, begruendung: 'Erst der Haushalt' })
  await settle()
  const mails = (await caughtMails(app.db, musterstadt)).filter(({ betreff }) => betreff.includes('Umzug ins neue Rathaus'))
  assert.deepEqual(mails.map(({ empfaenger, betreff }) => `${empfaenger.split('@')[0]}: ${betreff.split(':')[0]}`).toSorted(),
    ['d.dorn: Genehmigung zurückgezogen', 'd.dorn: Änderungsantrag 1 abgelehnt', 'v.vogt: Genehmigung zurückgezogen'])
  assert.ok(mails.every(({ inhalt }) => !/Kein Geld|Haushalt/.test(inhalt)), 'mail is not confidential')
  assert.equal((await app.ask(dorn!, planAnsehen, { planId })).widerruf?.grund, 'Kein Geld da')
  await app.execute(berg!, basisGenehmigen, { planId, grund: 'Doch' })
  assert.equal((await app.ask(dorn!, planAnsehen, { planId })).widerruf, null)
})
