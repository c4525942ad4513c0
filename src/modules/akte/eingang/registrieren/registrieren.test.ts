import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, testApp } from '../../../../../test/app.js'
import { NotFound } from '../../../../platform/errors.js'
import { historyOf } from '../../../../platform/events/record.js'
import { newId } from '../../../../platform/time/index.js'
import { alsSystem, ladeAktenplan, testDatei, testVorgang } from '../../akten/testdaten.js'
import { eingang } from '../db/tables.js'
import { anhaengeVon, eingaengeVon, eingangById, eingangRegistrieren, eingangZuordnen, verteilungVon, type NeuerEingang } from '../index.js'

const { app } = await testApp({ worker: false })
await ladeAktenplan(app, musterstadt)
const brief: NeuerEingang = { kanal: 'post', betreff: 'Antrag auf Bewohnerparkausweis', absender: { name: 'Erika Muster' }, inhalt: { art: 'brief', daten: { seiten: 2, zeilen: ['a', 'b'] } }, anhaenge: [] }
const registriere = (weiteres: Partial<NeuerEingang> = {}, mandant = musterstadt) => alsSystem(app, mandant, (ctx) => eingangRegistrieren(ctx, { ...brief, ...weiteres }))
const lies = <T>(fn: (tx: Parameters<typeof eingang>[0]) => Promise<T>) => app.db.withMandant(musterstadt, fn)

test('numbers are consecutive per town and legal year, also for 20 at once', async () => {
  const nummern = (await Promise.all(Array.from({ length: 20 }, () => registriere()))).map(({ nummer }) => nummer).sort()
  const jahr = app.clock.today().year
  assert.deepEqual(nummern, Array.from({ length: 20 }, (_, i) => `${jahr}-${String(i + 1).padStart(6, '0')}`))
  assert.equal((await registriere({}, beispielhausen)).nummer, `${jahr}-000001`)
})

test('half past midnight in Germany on New Year belongs to the new year', async () => {
  const { eingangId, nummer } = await registriere({ eingangAm: Temporal.Instant.from('2025-12-31T23:30:00Z') })
  assert.match(nummer, /^2026-/)
  assert.equal((await lies((tx) => eingangById(tx, eingangId)))?.eingangTag.toString(), '2026-01-01')
  assert.match((await registriere({ eingangAm: Temporal.Instant.from('2025-12-31T22:30:00Z') })).nummer, /^2025-/)
})

test('content and attachments come back as they went in', async () => {
  const { eingangId } = await registriere({ anhaenge: [{ ...testDatei('a'), pruefstatus: 'sauber' }, { ...testDatei('b'), pruefstatus: 'ungeprueft' }], absender: { name: 'Ö. Müller', email: 'oe@example.org' } })
  const eins = await lies((tx) => eingangById(tx, eingangId))
  assert.deepEqual(eins?.inhalt, brief.inhalt)
  assert.deepEqual(eins.absender, { name: 'Ö. Müller', email: 'oe@example.org', kontoId: null })
  assert.deepEqual((await lies((tx) => anhaengeVon(tx, eingangId))).map(({ lfd, dateiname, pruefstatus }) => [lfd, dateiname, pruefstatus]), [[1, 'a.pdf', 'sauber'], [2, 'b.pdf', 'ungeprueft']])
})

test('the same message again is the same Eingang, even at the same moment (D1-03)', async () => {
  const erster = await registriere({ kanal: 'email', transportId: '<1@example.org>' })
  assert.deepEqual(await registriere({ kanal: 'email', transportId: '<1@example.org>' }), { ...erster, schonDa: true })
  const gleichzeitig = await Promise.all(Array.from({ length: 5 }, () => registriere({ kanal: 'email', transportId: '<2@example.org>' })))
  assert.equal(new Set(gleichzeitig.map(({ nummer }) => nummer)).size, 1)
  const rows = await lies((tx) => eingang(tx).selectFrom('eingang.eingang').select('id').where('transport_id', '=', '<2@example.org>').execute())
  assert.equal(rows.length, 1)
})

test('an Eingang goes to its Vorgang once, with its hop and its event', async () => {
  const einheitId = newId()
  const { vorgangId } = await testVorgang(app, musterstadt, { einheitId })
  const { eingangId } = await registriere()
  for (let i = 0; i < 2; i += 1) await alsSystem(app, musterstadt, (ctx) => eingangZuordnen(ctx, { eingangId, vorgangId }))
  const eins = await lies((tx) => eingangById(tx, eingangId))
  assert.deepEqual([eins?.status, eins?.vorgangId, eins?.einheitId], ['zugeordnet', vorgangId, einheitId])
  assert.equal((await lies((tx) => verteilungVon(tx, eingangId))).length, 1)
  assert.deepEqual((await lies((tx) => eingaengeVon(tx, vorgangId))).map(({ id }) => id), [eingangId])
  assert.ok((await lies((tx) => historyOf(tx, { vorgangId }))).some((ereignis) => ereignis.typ === 'eingang.eingang.zugeordnet/1'))
  await assert.rejects(alsSystem(app, musterstadt, (ctx) => eingangZuordnen(ctx, { eingangId, vorgangId: newId() })), NotFound)
})

test('the database keeps what was received: no change, no deletion (D1-02, D2-06)', async () => {
  const { eingangId } = await registriere()
  await assert.rejects(lies((tx) => eingang(tx).updateTable('eingang.eingang').set({ betreff: 'anders' }).where('id', '=', eingangId).execute()), /as it was received/)
  await assert.rejects(lies((tx) => eingang(tx).deleteFrom('eingang.eingang').where('id', '=', eingangId).execute()), /never deleted/)
  await assert.rejects(lies((tx) => eingang(tx).updateTable('eingang.anhang').set({ dateiname: 'x' }).execute()), /permission denied/)
})
