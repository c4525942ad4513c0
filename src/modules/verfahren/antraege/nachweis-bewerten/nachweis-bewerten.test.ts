import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { anhaengeVon, antragZuVorgang } from '../index.js'
import { reicheEin, testAnhang, testLeistung } from '../einreichen/test-leistung.js'
import { nachweisBewerten } from './command.js'

const { app } = await testApp({ worker: false })
const leistung = await testLeistung(app, musterstadt)
const clerk = personalActor(['antrag.bearbeiten', 'vorgang.lesen'])

test('a refusal needs a reason; the judgement can change until the decision; others may not', async () => {
  const { vorgangId } = await reicheEin(app, musterstadt, leistung, { anhaenge: [await testAnhang(app, musterstadt)] })
  const stand = () => app.db.withMandant(musterstadt, async (tx) => anhaengeVon(tx, (await antragZuVorgang(tx, vorgangId))?.id ?? ''))
  const nachweisId = (await stand())[0]?.id ?? ''
  await assert.rejects(app.execute(clerk, nachweisBewerten, { vorgangId, nachweisId, bewertung: 'abgelehnt' }), Invalid)
  await app.execute(clerk, nachweisBewerten, { vorgangId, nachweisId, bewertung: 'abgelehnt', grund: 'Abgelaufen.' })
  await app.execute(clerk, nachweisBewerten, { vorgangId, nachweisId, bewertung: 'abgelehnt', grund: 'Abgelaufen.' })
  await app.execute(clerk, nachweisBewerten, { vorgangId, nachweisId, bewertung: 'angenommen' })
  assert.deepEqual((await stand()).map(({ bewertung, bewertungGrund }) => [bewertung, bewertungGrund]), [['angenommen', null]])
  await assert.rejects(app.execute(clerk, nachweisBewerten, { vorgangId, nachweisId: newId(), bewertung: 'angenommen' }), NotFound)
  await assert.rejects(app.execute(personalActor(['vorgang.lesen']), nachweisBewerten, { vorgangId, nachweisId, bewertung: 'angenommen' }), Forbidden)
  await assert.rejects(app.execute(personalActor([]), nachweisBewerten, { vorgangId, nachweisId, bewertung: 'angenommen' }), NotFound)
})
