import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { Forbidden, Invalid } from '../../../../platform/errors.js'
import { rolleFestlegen, rolleZuweisen } from '../../organisation/index.js'
import { actorOfToken } from '../actor.js'
import { befehle } from '../cli.js'
import { personalAnlegen } from '../index.js'
import { schluesselAusstellen, schluesselWiderruf } from './command.js'
import { schnittstelleById, schnittstellen } from './query.js'

const { app } = await testApp()
const { besucher } = await testWeb(app)
const verwalter = personalActor(['konten.verwalten'])
const wer = (schluessel: string, mandantId = musterstadt) => app.db.withMandant(mandantId, (tx) => actorOfToken(tx, schluessel))

await app.execute(system(), rolleFestlegen, { schluessel: 'nutzerverwaltung', name: 'Benutzerverwaltung', beschreibung: '', rechte: ['konten.verwalten'], stufe: 0 })
const { id: adminId } = await app.execute(system(), personalAnlegen, { kennung: 'u.admin', name: 'Udo Admin' })
await app.execute(system(), rolleZuweisen, { kontoId: adminId, rolle: 'nutzerverwaltung' })
const admin = besucher()
await admin.mitSitzung('personal', adminId, musterstadt)

async function befehl(...args: string[]): Promise<{ code: number; zeilen: string[]; fehler: string[] }> {
  const [zeilen, fehler]: [string[], string[]] = [[], []]
  const code = await befehle.find(({ wort }) => wort === 'dienst anlegen')?.run(app, args, { json: false, out: (zeile) => zeilen.push(zeile), err: (zeile) => fehler.push(zeile) }) ?? -1
  return { code, zeilen, fehler }
}

test('a key is shown once, gives exactly its permissions in its town, and two are valid during an exchange', async () => {
  const { location } = await admin.senden('/verwaltung/schnittstellen/neu', { name: 'FIT-Connect 2', kennung: 'fit-connect', rechte: 'konten.verwalten', stufe: '1' })
  const pfad = location ?? ''
  const neuerSchluessel = async () => /<code>(skd_[0-9a-z]{6}_[\w-]+)<\/code>/.exec((await admin.senden(pfad, { gueltigBis: Temporal.Now.plainDateISO().add({ days: 30 }).toString() }, `${pfad}/schluessel`)).html)?.[1] ?? ''
  const [alt, neu] = [await neuerSchluessel(), await neuerSchluessel()]
  assert.notEqual(alt, neu)
  assert.doesNotMatch((await admin.get(pfad)).html, new RegExp(alt))
  for (const schluessel of [alt, neu]) {
    const actor = await wer(schluessel)
    assert.equal(actor?.art, 'dienst')
    assert.deepEqual([...actor?.zuweisungen[0]?.rechte ?? []], ['konten.verwalten'])
  }
  assert.equal(await wer(alt, beispielhausen), undefined)
  const { schluessel } = await app.ask(verwalter, schnittstelleById, { id: pfad.split('/').at(-1) ?? '' })
  const alter = schluessel.find(({ praefix }) => alt.startsWith(praefix))
  await app.execute(verwalter, schluesselWiderruf, { id: alter?.id ?? '', grund: 'ausgetauscht' })
  await app.execute(verwalter, schluesselWiderruf, { id: alter?.id ?? '', grund: 'noch einmal' })
  assert.equal(await wer(alt), undefined)
  assert.ok(await wer(neu))
  assert.equal((await admin.senden(pfad, { status: 'gesperrt', grund: 'Verdacht' }, `${pfad}/status`)).status, 303)
  assert.equal(await wer(neu), undefined)
})

test('keys end: not today, not after two years, and not on days that do not exist', async () => {
  const [eine] = await app.ask(verwalter, schnittstellen, {})
  for (const gueltigBis of [Temporal.Now.plainDateISO().toString(), Temporal.Now.plainDateISO().add({ years: 3 }).toString()]) {
    await assert.rejects(app.execute(verwalter, schluesselAusstellen, { kontoId: eine?.id ?? '', hash: '0'.repeat(64), praefix: 'skd_aaaaaa', gueltigBis }), Invalid)
  }
  for (const gueltigBis of ['', '2027-13-01', '2027-02-31']) assert.equal((await admin.senden(`/verwaltung/schnittstellen/${eine?.id}`, { gueltigBis }, `/verwaltung/schnittstellen/${eine?.id}/schluessel`)).status, 422)
  await assert.rejects(app.ask(personalActor([]), schnittstellen, {}), Forbidden)
})

test('the command line prints the key and nothing else, and knows which permissions exist', async () => {
  const { code, zeilen } = await befehl('anlegen-test', '--recht', 'konten.verwalten', '--tage', '10')
  assert.equal(code, 0)
  assert.equal(zeilen.length, 1)
  assert.equal((await wer(zeilen[0] ?? ''))?.art, 'dienst')
  assert.equal((await befehl('anlegen-test', '--recht', 'konten.verwalten')).code, 0, 'a second key')
  for (const args of [[], ['x'], ['x', '--recht', 'gibt.esnicht'], ['x', '--recht', 'konten.verwalten', '--tage', '0'], ['x', '--recht', 'konten.verwalten', '--mandant', 'nirgends'], ['x', '--unbekannt']]) {
    assert.equal((await befehl(...args)).code, 2, args.join(' '))
  }
})
