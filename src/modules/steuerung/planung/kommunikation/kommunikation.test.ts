import assert from 'node:assert/strict'
import { test } from 'node:test'
import { personalActor, testApp } from '../../../../../test/app.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { planAendern } from '../aendern/command.js'
import { planerin, testPlan } from '../test-plan.js'
import { kommunikationErledigen, kommunikationPlanen } from './command.js'
import { kommunikationsliste } from './query.js'

const { app } = await testApp({ worker: false })
const leser = personalActor(['planung.lesen'])

test('who is told what: all fields are named, the day of a milestone moves along, done once', async () => {
  const { planId } = await testPlan(app)
  const leer = { planId, zielgruppe: '', botschaft: '', kanal: '', termin: '' }
  await assert.rejects(app.execute(planerin, kommunikationPlanen, leer), (error: unknown) => error instanceof Invalid && error.felder.map(({ feld }) => feld).join() === 'zielgruppe,botschaft,kanal,termin')
  await assert.rejects(app.execute(planerin, kommunikationPlanen, { ...leer, zielgruppe: 'x'.repeat(201), termin: '31.02.2027' }), (error: unknown) => error instanceof Invalid && error.felder.map(({ feld }) => feld).join() === 'zielgruppe,botschaft,kanal,termin')
  const meilensteinId = newId()
  await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'neu', id: meilensteinId, felder: { titel: 'Start', art: 'meilenstein', fest: '2027-03-01' } }] })
  const worte = { planId, zielgruppe: 'Alle Beschäftigten', botschaft: 'Es geht los.', kanal: 'Intranet' }
  const { kommunikationId } = await app.execute(planerin, kommunikationPlanen, { ...worte, termin: '', meilensteinId })
  await app.execute(planerin, kommunikationPlanen, { ...worte, kanal: 'Presse', termin: '01.02.2027' })
  const tage = async () => (await app.ask(leser, kommunikationsliste, { planId })).zeilen.map(({ kanal, termin, erledigtAm }) => [kanal, termin?.toString(), erledigtAm !== null])
  assert.deepEqual(await tage(), [['Presse', '2027-02-01', false], ['Intranet', '2027-03-01', false]])
  await app.execute(planerin, planAendern, { planId, aenderungen: [{ art: 'eintrag', id: meilensteinId, felder: { fest: '2027-01-15' } }] })
  assert.deepEqual((await tage())[0], ['Intranet', '2027-01-15', false])
  await app.execute(planerin, kommunikationErledigen, { planId, kommunikationId })
  await assert.rejects(app.execute(planerin, kommunikationErledigen, { planId, kommunikationId }), Conflict)
  assert.deepEqual((await tage())[1], ['Intranet', '2027-01-15', true])
  await assert.rejects(app.execute(leser, kommunikationPlanen, { ...worte, termin: '01.02.2027' }), Forbidden)
  await assert.rejects(app.execute(planerin, kommunikationErledigen, { planId, kommunikationId: newId() }), NotFound)
})
