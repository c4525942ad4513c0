import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { musterstadt, system, testApp } from '../../../../../test/app.js'
import { module } from '../../../../modules.js'
import { LEER } from '../domain/bericht.js'
import { zuEroeffnen } from '../domain/zeitraum.js'
import { berichtNachtragen } from '../einreichen/command.js'
import { letzteFassungen, pflichten, zeitraeume } from '../lesen.js'
import { strategien } from '../vorhaben.js'
import { berichteAnfordern, fehlendeMelden, prognosenZumStichtag } from './command.js'
import { erinnerung, prognosen } from './recurring.js'

const { app, ownerUrl } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung', 'programm', 'planung', 'berichte']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const in_ = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const strategie = (await in_((tx) => strategien(tx)))[0]!
const lauf = async () => { for (const eine of [erinnerung, prognosen]) await eine.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal }) }
const owner = new Client({ connectionString: ownerUrl })
await owner.connect()
const aufgaben = async (status: string) => (await owner.query<{ titel: string; gruppe: string; token_id: string; instanz_id: string }>("select titel, gruppe, token_id, instanz_id from aufgaben.aufgabe where quelle = 'berichte' and status = $1", [status])).rows

test('what is due comes into the work list once, what is missing to the Programmbüro; a submitted report takes it out', async () => {
  const erwartet = zuEroeffnen(app.clock.today(), (await in_((tx) => zeitraeume(tx, strategie.id)))[0]!.monat).length
  const vorher = (await in_((tx) => zeitraeume(tx, strategie.id))).length
  await lauf()
  const monate = await in_((tx) => zeitraeume(tx, strategie.id))
  assert.equal(monate.length, vorher + erwartet)
  const erste = await aufgaben('offen')
  await lauf()
  assert.equal((await aufgaben('offen')).length, erste.length, 'a second run adds nothing')
  const pflichtig = await in_((tx) => pflichten(tx, [monate[0]!.id]))
  assert.equal(erste.filter(({ instanz_id, titel }) => instanz_id === monate[0]!.id && titel.endsWith('schreiben')).length, pflichtig.length)
  assert.deepEqual([...new Set(erste.map(({ gruppe }) => gruppe))].toSorted(), ['programmbuero', 'projektleitung'])
  const meldung = erste.find(({ titel }) => /fehl/.test(titel))
  assert.ok(meldung, 'the Programmbüro learns of the month before')
  const da = new Set((await in_((tx) => letzteFassungen(tx, [meldung.instanz_id]))).map(({ objektId }) => objektId))
  const gelb = { ampel: 'gelb' as const, begruendung: 'a', gegenmassnahme: 'b' }
  for (const { objektId } of (await in_((tx) => pflichten(tx, [meldung.instanz_id]))).filter((pflicht) => !da.has(pflicht.objektId))) {
    await app.execute(system(), berichtNachtragen, { zeitraumId: meldung.instanz_id, objektId, version: 0, korrektur: '', angaben: { ...LEER, zeit: gelb, ressourcen: gelb, qualitaet: gelb, aktivitaeten: 'Nachgeholt' }, eingereichtAm: '2026-01-01' })
  }
  assert.ok(!(await aufgaben('offen')).some(({ instanz_id }) => instanz_id === meldung.instanz_id), 'nothing left of that month')
  const { rows: [prognose] } = await owner.query<{ anzahl: number }>('select count(*)::int as anzahl from berichte.erinnerung where stufe = $1', ['prognose'])
  assert.ok((prognose?.anzahl ?? 0) > 0, 'forecasts are kept for past reporting days')
  for (const eines of [berichteAnfordern, fehlendeMelden, prognosenZumStichtag]) await app.execute(system(), eines, { zeitraumId: monate.at(-1)!.id })
  await owner.end()
})
