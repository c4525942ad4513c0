import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, system, testApp } from '../../../../test/app.js'
import { NotFound } from '../../../platform/errors.js'
import { historyOf } from '../../../platform/events/record.js'
import { newId } from '../../../platform/time/index.js'
import { openContext } from '../../../platform/usecases/execute.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { fristen } from './db/tables.js'
import { findFristZu, fristErledigen, fristHinfaellig, fristNeuBerechnen, fristSetzen, fristenVon } from './index.js'

const { app } = await testApp({ worker: false })
const tag = (text: string) => Temporal.PlainDate.from(text)

const als = <T>(fn: (ctx: CommandContext) => Promise<T>, mandantId = musterstadt): Promise<T> => app.db.withMandant(mandantId, async (tx) => {
  const { ctx, finish } = openContext(app, tx, system(mandantId), 'test.frist')
  const result = await fn(ctx)
  await finish()
  return result
})
const lesen = <T>(fn: (tx: Parameters<typeof fristenVon>[0]) => Promise<T>) => app.db.withMandant(musterstadt, fn)
const angaben = { beginn: tag('2026-12-26'), ende: tag('2027-01-26'), regel: 'VWVFG_POST/2025-01-01 KLAGE', begruendung: 'Klage nach Bekanntgabe.' }

test('a deadline is set with rule and reason, on record and in its own town only', async () => {
  const vorgangId = newId()
  const { fristId } = await als((ctx) => fristSetzen(ctx, { vorgangId, art: 'RECHTSBEHELF', ...angaben }))
  const [frist] = await lesen((tx) => fristenVon(tx, vorgangId))
  assert.deepEqual([frist?.id, frist?.status, frist?.ende.toString(), frist?.regel], [fristId, 'offen', '2027-01-26', angaben.regel])
  assert.deepEqual((await lesen((tx) => historyOf(tx, { vorgangId }))).map((row) => row.typ), ['fristen.frist.gesetzt/1'])
  assert.deepEqual(await app.db.withMandant(beispielhausen, (tx) => fristenVon(tx, vorgangId)), [])
})

test('a recomputation shows what was there before; the same dates are none (X2-02)', async () => {
  const vorgangId = newId()
  const bezugId = newId()
  const setzen = (ende: string) => als((ctx) => fristSetzen(ctx, { vorgangId, art: 'RECHTSBEHELF', bezugId, ...angaben, ende: tag(ende) }))
  const { fristId } = await setzen('2027-01-26')
  assert.deepEqual(await setzen('2027-01-26'), { fristId })
  assert.deepEqual(await setzen('2027-02-01'), { fristId })
  await als((ctx) => fristHinfaellig(ctx, fristId, 'Nicht zugegangen'))
  await als((ctx) => fristNeuBerechnen(ctx, fristId, { ...angaben, ende: tag('2027-03-01') }, 'Erneut bekannt gegeben'))
  const frist = await lesen((tx) => findFristZu(tx, bezugId, 'RECHTSBEHELF'))
  assert.deepEqual(frist?.verlauf.map((schritt) => [schritt.was, schritt.endeVorher?.toString() ?? null, schritt.ende.toString()]), [
    ['gesetzt', null, '2027-01-26'], ['neu_berechnet', '2027-01-26', '2027-02-01'], ['hinfaellig', null, '2027-02-01'], ['wieder_offen', '2027-02-01', '2027-03-01'],
  ])
  assert.equal(frist?.status, 'offen')
})

test('done is done once; an unknown deadline is not found', async () => {
  const vorgangId = newId()
  const { fristId } = await als((ctx) => fristSetzen(ctx, { vorgangId, art: 'NACHREICHUNG', ...angaben }))
  await als((ctx) => fristErledigen(ctx, fristId, 'Unterlagen sind da'))
  await als((ctx) => fristErledigen(ctx, fristId, 'Unterlagen sind da'))
  assert.deepEqual((await lesen((tx) => fristenVon(tx, vorgangId)))[0]?.verlauf.map((schritt) => schritt.was), ['gesetzt', 'erledigt'])
  await assert.rejects(als((ctx) => fristErledigen(ctx, newId(), 'x')), NotFound)
})

test('ten at once for one thing are one deadline', async () => {
  const vorgangId = newId()
  const bezugId = newId()
  await Promise.all(Array.from({ length: 10 }, () => als((ctx) => fristSetzen(ctx, { vorgangId, art: 'RECHTSBEHELF', bezugId, ...angaben }))))
  const alle = await lesen((tx) => fristenVon(tx, vorgangId))
  assert.deepEqual(alle.map((frist) => frist.verlauf.length), [1])
})

test('the history cannot be changed', async () => {
  await assert.rejects(lesen((tx) => fristen(tx).updateTable('fristen.verlauf').set({ grund: 'x' }).execute()), /permission denied/)
  await assert.rejects(lesen((tx) => fristen(tx).deleteFrom('fristen.verlauf').execute()), /permission denied/)
})
