import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, testApp } from '../../../../../test/app.js'
import { Conflict } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { akten } from '../db/tables.js'
import { parseVorgangsnummer } from '../domain/vorgangsnummer.js'
import { akteById, akteFuer, vorgangById, vorgangByNummer, zugriffAufVorgang } from '../index.js'
import { alsSystem, ladeAktenplan, testVorgang } from '../testdaten.js'
import { legeAkteAn } from './akte.js'

const { app } = await testApp({ worker: false })
await ladeAktenplan(app, musterstadt)
await ladeAktenplan(app, beispielhausen)
const einheitId = newId()
const jahr = app.clock.today().year

test('50 Akten at once in one unit get 50 different numbers without a gap (C1-04)', async () => {
  const alle = await Promise.all(Array.from({ length: 50 }, (_, i) =>
    alsSystem(app, musterstadt, (ctx) => legeAkteAn(ctx, { aktenplaneinheit: '12.20.04', betreff: `Sondernutzung ${i}`, einheitId }))))
  const nummern = alle.map(({ aktenzeichen }) => Number(aktenzeichen.split('/')[2])).sort((a, b) => a - b)
  assert.deepEqual(nummern, Array.from({ length: 50 }, (_, i) => i + 1))
})

test('a creation that fails gives its number back; nobody ever saw it (C1-03)', async () => {
  const anlegen = (scheitert: boolean) => alsSystem(app, musterstadt, async (ctx) => {
    const akte = await legeAkteAn(ctx, { aktenplaneinheit: '10.01', betreff: 'Satzung', einheitId })
    if (scheitert) throw new Error('abgebrochen')
    return akte
  })
  assert.equal((await anlegen(false)).aktenzeichen, `10.01/${jahr}/1`)
  await assert.rejects(anlegen(true), /abgebrochen/)
  assert.equal((await anlegen(false)).aktenzeichen, `10.01/${jahr}/2`)
})

test('20 Vorgänge at once share one yearly Akte; each has its own number with check digit', async () => {
  const alle = await Promise.all(Array.from({ length: 20 }, () => testVorgang(app, musterstadt, { einheitId })))
  assert.equal(new Set(alle.map(({ akteId }) => akteId)).size, 1)
  assert.equal(new Set(alle.map(({ vorgangsnummer }) => vorgangsnummer)).size, 20)
  assert.ok(alle.every(({ vorgangsnummer }) => /^MS-\d{4}-\d{6}-\d$/.test(vorgangsnummer) && parseVorgangsnummer(vorgangsnummer).ok))
  assert.deepEqual(alle.map(({ kennzeichen }) => Number(kennzeichen.split('-')[1])).sort((a, b) => a - b), Array.from({ length: 20 }, (_, i) => i + 1))
})

test('case files: the same key leads to the same Akte, another key to another', async () => {
  const fall = (fallSchluessel: string) => alsSystem(app, musterstadt, (ctx) => akteFuer(ctx, { aktenplaneinheit: '12.20.04', regel: 'fall', betreff: 'Fall', einheitId, fallSchluessel }))
  const [a, b, c] = [await fall('x'), await fall('x'), await fall('y')]
  assert.equal(a.akteId, b.akteId)
  assert.notEqual(a.akteId, c.akteId)
})

test('only valid leaves take files; the other town has its own numbers', async () => {
  for (const aktenplaneinheit of ['12.20', '99']) {
    await assert.rejects(alsSystem(app, musterstadt, (ctx) => akteFuer(ctx, { aktenplaneinheit, regel: 'jahr', betreff: 'x', einheitId })), Conflict)
  }
  const dort = await testVorgang(app, beispielhausen, { einheitId })
  assert.match(dort.vorgangsnummer, /^BS-\d{4}-000001-\d$/)
  assert.equal(await app.db.withMandant(musterstadt, (tx) => vorgangById(tx, dort.vorgangId)), undefined)
})

test('a Vorgang is read by id and number, with its Akte, and is never less protected than it', async () => {
  const { akteId } = await alsSystem(app, musterstadt, (ctx) => legeAkteAn(ctx, { aktenplaneinheit: '12.20.04', betreff: 'Geschützt', einheitId, stufe: 1 }))
  const neu = await testVorgang(app, musterstadt, { einheitId, akteId, inhaberId: newId() })
  await app.db.withMandant(musterstadt, async (tx) => {
    const vorgang = await vorgangByNummer(tx, neu.vorgangsnummer)
    assert.equal(vorgang?.id, neu.vorgangId)
    assert.equal(vorgang.aktenzeichen, (await akteById(tx, akteId))?.aktenzeichen)
    assert.deepEqual(await zugriffAufVorgang(tx, neu.vorgangId), { einheitId, inhaberId: vorgang.inhaberId, stufe: 1, ausgeschlossen: [] })
    assert.equal(await vorgangById(tx, 'kein id'), undefined)
    assert.equal(await zugriffAufVorgang(tx, newId()), undefined)
  })
})

test('an Akte that gets another sign keeps the former one, and nobody else gets that (C1-05)', async () => {
  const { akteId, aktenzeichen } = await alsSystem(app, musterstadt, (ctx) => legeAkteAn(ctx, { aktenplaneinheit: '12.20.04', betreff: 'Umprotokolliert', einheitId }))
  await app.db.withMandant(musterstadt, async (tx) => {
    await akten(tx).updateTable('akten.akte').set({ kennzeichen: `${aktenzeichen}-neu` }).where('id', '=', akteId).execute()
    const frueher = await akten(tx).selectFrom('akten.frueheres_kennzeichen').select('kennzeichen').where('akte_id', '=', akteId).execute()
    assert.deepEqual(frueher.map((row) => row.kennzeichen), [aktenzeichen])
  })
  await assert.rejects(app.db.withMandant(musterstadt, (tx) => akten(tx).updateTable('akten.akte').set({ kennzeichen: aktenzeichen }).where('id', '=', akteId).execute()), /in use before/)
})
