import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../test/app.js'
import { Forbidden, Invalid } from '../../../platform/errors.js'
import { findLeistung, paketEinspielen, pruefeGanzesPaket } from '../../grundlagen/leistungen/index.js'
import { musterleistung, musterpaket } from '../../grundlagen/leistungen/test/muster.js'

const { app } = await testApp()
const verwalterin = personalActor(['leistung.verwalten'])
const schluessel = (await musterleistung(app, musterstadt)).schluessel
// A letter of the demo without the placeholders that only its own form has.
const gut = readFileSync('demo/leistungen/bewohnerparkausweis/bescheid.typ', 'utf8').replaceAll(/\{\{(kfz|zone|beginn)\b[^}]*\}\}/g, 'dies')
const mit = (vorlage: string, rest: Record<string, unknown> = {}) => ({ ...musterpaket(rest), 'bescheid.typ': vorlage })
const version = async () => (await app.db.withMandant(musterstadt, (tx) => findLeistung(tx, schluessel, app.clock.today())))?.version

test('a package whose decision cannot be printed is refused with all reasons, its other faults among them', async () => {
  const vorher = await version()
  const kaputt = `${gut}\n#read("/etc/passwd")\n#import "@preview/x:1.0.0"`
  await assert.rejects(paketEinspielen(app, verwalterin, { dateien: mit(kaputt, { einheit: '99' }), veroeffentlichen: true }), (error: unknown) => {
    assert.ok(error instanceof Invalid)
    assert.ok(error.felder.filter(({ feld }) => feld.startsWith('bescheid.typ')).length >= 2, JSON.stringify(error.felder))
    assert.ok(error.felder.some(({ text }) => text.includes('„99“')))
    return true
  })
  await assert.rejects(paketEinspielen(app, verwalterin, { dateien: mit(`${gut}\n#gibtEsNicht()`), veroeffentlichen: false }), /Das Paket kann so nicht eingespielt werden/)
  assert.equal(await version(), vorher)
})

test('one in order goes in; nobody without the right gets so far as to have it rendered', async () => {
  assert.deepEqual((await pruefeGanzesPaket(app, verwalterin, mit(gut))).filter(({ stufe }) => stufe === 'fehler'), [])
  assert.equal((await paketEinspielen(app, verwalterin, { dateien: mit(gut), veroeffentlichen: true })).neu, true)
  await assert.rejects(paketEinspielen(app, personalActor([]), { dateien: mit(gut), veroeffentlichen: true }), Forbidden)
})
