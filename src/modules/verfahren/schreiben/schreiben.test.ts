import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../test/app.js'
import { newId } from '../../../platform/time/index.js'
import { dokumenteVon } from '../../akte/akten/index.js'
import { sendungen } from '../../akte/ausgang/test-daten.js'
import { marktantrag, marktstadt } from '../beteiligung/testmarkt.js'
import { imSystem } from '../fallbearbeitung/testfall.js'
import { schreibenTabellen } from './db/tables.js'
import { absaetze, empfaengerZu, schreibe } from './index.js'
import { schreibenAblegen } from './versenden/command.js'

const { app, settle } = await testApp()

test('a letter is fixed when somebody sends it, made once, filed and sent by the way the person chose', async () => {
  await marktstadt(app, musterstadt)
  const { vorgangId } = await marktantrag(app, musterstadt)
  assert.equal((await app.db.withMandant(musterstadt, (tx) => empfaengerZu(tx, vorgangId)))?.kanal, 'postfach')
  const { schreibenId } = await imSystem(app, musterstadt, (ctx) => schreibe(ctx, {
    vorgangId, bezug: { art: 'probe', id: newId() }, typ: 'schreiben', betreff: 'Probe', inhalt: absaetze('Erster Absatz.\n\n- eins\n- zwei'), nachricht: 'Guten Tag,\n\nein Schreiben liegt bei.',
  }))
  await settle()
  await app.execute(system(), schreibenAblegen, { schreibenId, datei: { sha256: 'a'.repeat(64), size: 1, dateiname: 'x.pdf' } })
  const gesendet = (await sendungen(app, musterstadt, vorgangId)).filter(({ betreff }) => betreff === 'Probe')
  const dokumente = (await app.db.withMandant(musterstadt, (tx) => dokumenteVon(tx, vorgangId))).filter(({ betreff }) => betreff === 'Probe')
  assert.deepEqual([gesendet.length, gesendet[0]?.kanal, gesendet[0]?.regel, dokumente.length], [1, 'postfach', null, 1])
  await assert.rejects(app.db.withMandant(musterstadt, (tx) => schreibenTabellen(tx).updateTable('schreiben.schreiben').set({ betreff: 'Anders' }).where('id', '=', schreibenId).execute()), /stays as it was written/)
  await assert.rejects(imSystem(app, musterstadt, (ctx) => schreibe(ctx, { vorgangId: newId(), bezug: { art: 'probe', id: newId() }, typ: 'schreiben', betreff: 'x', inhalt: [], nachricht: 'x' })), /niemanden/)
})
