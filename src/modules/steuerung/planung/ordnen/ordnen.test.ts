import assert from 'node:assert/strict'
import { test } from 'node:test'
import { personalActor, testApp } from '../../../../../test/app.js'
import { Forbidden, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { planAendern } from '../aendern/command.js'
import { planAnsehen } from '../ansehen/query.js'
import { planerin, testPlan } from '../test-plan.js'
import { eintragOrdnen } from './command.js'

const { app } = await testApp({ worker: false })
const leser = personalActor(['planung.lesen'])

test('up and down among the entries of one summary; what lies below comes along; ends stay ends', async () => {
  const { planId } = await testPlan(app)
  const [a, b, c, unter] = [newId(), newId(), newId(), newId()]
  const neu = (id: string, titel: string, felder: Record<string, string> = {}) => ({ art: 'neu' as const, id, felder: { titel, dauer: '1', ...felder } })
  await app.execute(planerin, planAendern, { planId, aenderungen: [neu(a, 'A', { art: 'sammel', dauer: '' }), neu(b, 'B'), neu(c, 'C'), neu(unter, 'A1', { oberId: a })] })
  const folge = async () => (await app.ask(planerin, planAnsehen, { planId })).zeilen.map(({ eintrag }) => eintrag.titel).filter((titel) => ['A', 'A1', 'B', 'C'].includes(titel)).join(' ')
  assert.equal(await folge(), 'A A1 B C')
  await app.execute(planerin, eintragOrdnen, { planId, eintragId: c, richtung: 'hoch' })
  assert.equal(await folge(), 'A A1 C B')
  await app.execute(planerin, eintragOrdnen, { planId, eintragId: a, richtung: 'runter' })
  assert.equal(await folge(), 'C A A1 B')
  await app.execute(planerin, eintragOrdnen, { planId, eintragId: unter, richtung: 'hoch' })
  await app.execute(planerin, eintragOrdnen, { planId, eintragId: b, richtung: 'runter' })
  assert.equal(await folge(), 'C A A1 B')
  await assert.rejects(app.execute(leser, eintragOrdnen, { planId, eintragId: b, richtung: 'hoch' }), Forbidden)
  await assert.rejects(app.execute(planerin, eintragOrdnen, { planId, eintragId: newId(), richtung: 'hoch' }), NotFound)
})
