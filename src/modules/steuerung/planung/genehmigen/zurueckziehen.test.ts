import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../../../test/app.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { leitung, planerin, testPlan } from '../test-plan.js'
import { letzteBasis } from '../plan.js'
import { planuebersicht } from '../uebersicht/query.js'
import { basisGenehmigen } from './command.js'
import { genehmigungen } from './query.js'
import { basisZurueckziehen } from './zurueckziehen.js'

const { app } = await testApp({ worker: false })

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
