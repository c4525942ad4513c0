import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { buergerin, reicheEin, testLeistung } from '../einreichen/test-leistung.js'

const { app, ownerUrl } = await testApp({ worker: false })
const { besucher } = await testWeb(app)
const leistung = await testLeistung(app, musterstadt)
const erika = buergerin(musterstadt)

/** How often a connection was taken, which is what a page waits for. */
async function verbindungen(tun: () => Promise<unknown>): Promise<number> {
  let anzahl = 0
  const zaehle = () => { anzahl++ }
  app.db.pool.on('acquire', zaehle)
  await tun()
  app.db.pool.off('acquire', zaehle)
  return anzahl
}

async function owner(text: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(text, values)
  await client.end()
}

test('session, menu and all parts of the page come in one round trip once the session is known, and are of this moment', async () => {
  const wer = besucher()
  await wer.mitSitzung('buerger', erika.id, musterstadt)
  await wer.get('/konto')
  await wer.get('/konto')
  assert.equal(await verbindungen(() => wer.get('/konto')), 1)
  const { vorgangsnummer } = await reicheEin(app, musterstadt, leistung)
  assert.match((await wer.get('/konto')).html, new RegExp(vorgangsnummer))
  assert.doesNotMatch((await wer.get(`/konto?vor=${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`)).html, new RegExp(vorgangsnummer), 'the question follows the address')
})

test('what was read ahead counts only if the session still says the same', async () => {
  const wer = besucher()
  await wer.mitSitzung('buerger', erika.id, musterstadt)
  assert.equal((await wer.get('/konto')).status, 200)
  await owner("update konten.konto set status = 'gesperrt', status_grund = 'Test' where id = $1", [erika.id])
  const gesperrt = await wer.get('/konto')
  assert.deepEqual([gesperrt.status, gesperrt.location], [303, '/anmelden?ziel=%2Fkonto'])
  assert.doesNotMatch(gesperrt.html, /Musterleistung/)
  await owner("update konten.konto set status = 'aktiv', status_grund = null where id = $1", [erika.id])
  assert.equal((await wer.get('/konto')).status, 200)
  await owner("update platform.sitzung set endet_am = now() - interval '1 minute' where konto_id = $1", [erika.id])
  assert.equal((await wer.get('/konto')).status, 303, 'a session that is over')
})
