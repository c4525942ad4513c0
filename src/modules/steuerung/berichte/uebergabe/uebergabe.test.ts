import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { module } from '../../../../modules.js'
import { Forbidden, Invalid } from '../../../../platform/errors.js'
import { kontoStatusSetzen } from '../../../grundlagen/konten/index.js'
import { geplanteArbeitszeit, zustaendigkeiten } from '../../planung/index.js'
import { einsatzPlanen } from '../../planung/auslastung/command.js'
import { findObjekt, objektAendern, objekteVon } from '../../programm/index.js'
import { berichtsmonatEroeffnen } from '../eroeffnen/command.js'
import { verantwortungUebergeben } from './command.js'
import { UEBERGABE } from './page.js'
import { uebergabeAnsehen } from './query.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung', 'programm', 'planung']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const { besucher } = await testWeb(app)
const in_ = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const [plan, dorn, vogt] = ['a011', 'a012', 'a013'].map((ende) => `01900000-0000-7000-8000-00000000${ende}`) as [string, string, string]
const buero = besucher()
await buero.mitSitzung('personal', vogt, musterstadt)

test('who leaves is listed first with everything open; one step hands it over, with history', async () => {
  const laufend = (await in_((tx) => objekteVon(tx, { arten: ['massnahme'] }))).find(({ status }) => status === 'laufend')!
  await app.execute(system(), objektAendern, { id: laufend.id, version: laufend.version, felder: { verantwortlichKontoId: plan } })
  await app.execute(system(), berichtsmonatEroeffnen, { strategieId: laufend.strategieId, monat: app.clock.today().subtract({ months: 1 }).toString().slice(0, 7) })
  await app.execute(system(), kontoStatusSetzen, { id: plan, status: 'ausgeschieden', grund: 'Ruhestand' })
  const verwalterin = personalActor(['programm.verwalten'])
  const vorher = await app.ask(verwalterin, uebergabeAnsehen, { kontoId: plan })
  assert.deepEqual([vorher.personen[0]?.id, vorher.gewaehlt?.da, vorher.vorhaben.length], [plan, false, 1])
  assert.deepEqual([...new Set(vorher.zustaendigkeiten.map(({ art }) => art))].toSorted(), ['eintrag', 'kommunikation', 'risiko'])
  assert.match(vorher.berichte.join(), new RegExp(laufend.name.slice(0, 15)))
  const planId = vorher.zustaendigkeiten[0]!.planId
  const zeit = (von: number, bis: number) => ({ planId, kontoId: plan, anteil: 20, von: app.clock.today().add({ days: von }).toString(), bis: app.clock.today().add({ days: bis }).toString() })
  await app.execute(system(), kontoStatusSetzen, { id: plan, status: 'aktiv', grund: 'noch einen Tag' })
  for (const [von, bis] of [[-20, -10], [-5, 30], [40, 60]] as const) await app.execute(system(), einsatzPlanen, zeit(von, bis))
  await app.execute(system(), kontoStatusSetzen, { id: plan, status: 'ausgeschieden', grund: 'Ruhestand' })
  const zeiten = async (id: string) => (await in_((tx) => geplanteArbeitszeit(tx, app.clock.today().subtract({ days: 90 }), id))).length
  const zuvor = await zeiten(plan)
  await assert.rejects(app.execute(verwalterin, verantwortungUebergeben, { vonId: plan, anId: plan }), Invalid)
  await assert.rejects(app.execute(personalActor(['berichte.verwalten']), verantwortungUebergeben, { vonId: plan, anId: dorn }), Forbidden)
  const { anzahl } = await app.execute(verwalterin, verantwortungUebergeben, { vonId: plan, anId: dorn, arbeitszeit: true })
  assert.equal(anzahl, (vorher.gewaehlt?.anzahl ?? 0) + 2)
  assert.equal((await app.ask(verwalterin, uebergabeAnsehen, { kontoId: plan })).gewaehlt, undefined, 'nothing is left')
  assert.equal(await zeiten(plan), zuvor - 1 - vorher.arbeitszeit.filter(({ von }) => Temporal.PlainDate.compare(von, app.clock.today()) >= 0).length, 'what was until yesterday stays')
  assert.deepEqual([await in_((tx) => zustaendigkeiten(tx, plan)), (await in_((tx) => findObjekt(tx, laufend.id)))?.verantwortlichKontoId], [[], dorn])
  assert.equal((await in_((tx) => zustaendigkeiten(tx, dorn))).length, vorher.zustaendigkeiten.length)
  assert.deepEqual(await app.execute(verwalterin, verantwortungUebergeben, { vonId: plan, anId: dorn }), { anzahl: 0 }, 'a repetition finds nothing')
})

test('the page is for the Programmbüro, and says what is missing at its field', async () => {
  assert.equal((await buero.get(UEBERGABE)).status, 403, 'the board reads and decides')
  const person = besucher()
  await app.execute(system(), kontoStatusSetzen, { id: plan, status: 'aktiv', grund: 'doch da' })
  await person.mitSitzung('personal', plan, musterstadt)
  assert.match((await person.get(`${UEBERGABE}?person=${dorn}`)).html, /Alles übergeben/)
  const falsch = await person.senden(`${UEBERGABE}?person=${dorn}`, { vonId: dorn, anId: '' }, UEBERGABE)
  assert.equal(falsch.status, 422)
  assert.match(falsch.html, /href="#f-anId"/)
  assert.equal((await person.senden(`${UEBERGABE}?person=${dorn}`, { vonId: dorn, anId: plan }, UEBERGABE)).status, 303)
})
