import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { findLeistung, geschlossenAm, katalog, leistungSchliessen, leistungZurueckziehen, nullsucheVermerken, schliessungAufheben } from '../index.js'
import { suchluecken } from '../suchen/query.js'
import { musterleistung, musterpaket } from '../test/muster.js'

const { app } = await testApp({ worker: false })
const verwalterin = personalActor(['leistung.verwalten'])
const tag = (text: string) => Temporal.PlainDate.from(text)
const paket = musterpaket({ schliessungen: [{ von: '12-24', bis: '01-01', grund: 'Zwischen den Jahren', alternative: 'Rufen Sie die 115 an.' }, { von: '2027-03-01', bis: '2027-03-02', grund: 'Umstellung' }] })
const { leistungId } = await musterleistung(app, musterstadt, paket)
const grundAm = (text: string) => app.db.withMandant(musterstadt, async (tx) => {
  const version = await findLeistung(tx, 'musterleistung', app.clock.today())
  return version && (await geschlossenAm(tx, version, tag(text).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '12:00' }).toInstant()))?.grund
})

test('season and planned pauses come from the package, also across New Year', async () => {
  for (const [am, grund] of [['2026-12-23', undefined], ['2026-12-24', 'Zwischen den Jahren'], ['2027-01-01', 'Zwischen den Jahren'], ['2027-01-02', undefined], ['2027-03-02', 'Umstellung'], ['2028-03-02', undefined]] as const) {
    assert.equal(await grundAm(am), grund, am)
  }
})

test('a closure holds from its first to its last day, until it is lifted', async () => {
  const { id } = await app.execute(verwalterin, leistungSchliessen, { leistungId, von: '2026-06-01', bis: '2026-06-03', grund: 'Wartung' })
  assert.deepEqual([await grundAm('2026-05-31'), await grundAm('2026-06-01'), await grundAm('2026-06-03'), await grundAm('2026-06-04')], [undefined, 'Wartung', 'Wartung', undefined])
  await app.execute(verwalterin, schliessungAufheben, { schliessungId: id })
  assert.equal(await grundAm('2026-06-02'), undefined)
  await app.execute(verwalterin, schliessungAufheben, { schliessungId: id })
})

test('days that do not exist and an end before the beginning are refused at their field', async () => {
  for (const [von, bis, feld] of [['2026-02-30', undefined, 'von'], ['2026-06-03', '2026-06-01', 'bis']] as const) {
    await assert.rejects(app.execute(verwalterin, leistungSchliessen, { leistungId, von, ...(bis ? { bis } : {}), grund: 'x' }), (error: unknown) => error instanceof Invalid && error.felder[0]?.feld === feld)
  }
  await assert.rejects(app.execute(verwalterin, leistungSchliessen, { leistungId: '01900000-0000-7000-8000-00000000dead', von: '2026-06-01', grund: 'x' }), NotFound)
})

test('the catalogue finds by title, term and situation, and forgets what was withdrawn', async () => {
  const finde = (anfrage: string) => app.db.withMandant(musterstadt, async (tx) => (await katalog(tx, musterstadt, app.clock.today())).suche(anfrage).map(({ schluessel }) => schluessel))
  for (const anfrage of ['Musterausweis', 'muster tragen', 'Auto', 'mustrausweis']) assert.deepEqual(await finde(anfrage), ['musterleistung'], anfrage)
  assert.deepEqual(await finde('Raumfahrt'), [])
  await app.execute(verwalterin, leistungZurueckziehen, { leistungId, grund: 'Ende' })
  assert.deepEqual(await finde('Musterausweis'), [])
})

test('words that found nothing are counted without the person', async () => {
  const gast = { ...verwalterin, art: 'gast' as const, zuweisungen: [] }
  for (const anfrage of ['Raumfahrt', 'raumfahrt!', 'erika@example.org', 'Kontonummer 123456']) await app.execute(gast, nullsucheVermerken, { anfrage })
  assert.deepEqual((await app.ask(verwalterin, suchluecken, {})).map(({ begriff, anzahl }) => ({ begriff, anzahl })), [{ begriff: 'raumfahrt', anzahl: 2 }])
})
