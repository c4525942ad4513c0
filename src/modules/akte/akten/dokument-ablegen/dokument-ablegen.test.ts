import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { historyOf } from '../../../../platform/events/record.js'
import { newId } from '../../../../platform/time/index.js'
import { akten } from '../db/tables.js'
import { dokumentById, dokumenteVon, dokumentFestschreiben, neueDokumentversion, schliesseVorgang } from '../index.js'
import { alsSystem, ladeAktenplan, testDatei, testDokument, testVorgang } from '../testdaten.js'

const { app } = await testApp({ worker: false })
await ladeAktenplan(app, musterstadt)
const einheitId = newId()
const vorgang = () => testVorgang(app, musterstadt, { einheitId })
const version = (dokumentId: string, zeichen: string) => alsSystem(app, musterstadt, (ctx) => neueDokumentversion(ctx, dokumentId, testDatei(zeichen), { kommentar: 'Tippfehler berichtigt' }))
const direkt = <T>(fn: (tx: Parameters<typeof akten>[0]) => Promise<T>) => app.db.withMandant(musterstadt, fn)

test('documents keep their order; a change is a new version, identical content is none (C2-04)', async () => {
  const { vorgangId } = await vorgang()
  const { dokumentId } = await testDokument(app, musterstadt, vorgangId, { fuerInhaber: true, slot: 'fahrzeugschein' })
  await testDokument(app, musterstadt, vorgangId)
  assert.deepEqual(await version(dokumentId, 'b'), { version: 2 })
  assert.deepEqual(await version(dokumentId, 'b'), { version: 2 })
  const alle = await direkt((tx) => dokumenteVon(tx, vorgangId))
  assert.deepEqual(alle.map((dokument) => [dokument.lfd, dokument.versionen.map((eine) => eine.sha256[0])]), [[1, ['a', 'b']], [2, ['a']]])
  assert.deepEqual([alle[0]?.datei.nummer, alle[0]?.fuerInhaber, alle[0]?.slot, alle[0]?.versionen[1]?.kommentar], [2, true, 'fahrzeugschein', 'Tippfehler berichtigt'])
  const ereignisse = await direkt((tx) => historyOf(tx, { vorgangId }))
  assert.deepEqual(ereignisse.map((ereignis) => ereignis.typ), ['akten.vorgang.angelegt/1', 'akten.dokument.abgelegt/1', 'akten.dokument.abgelegt/1', 'akten.dokument.versioniert/1'])
})

test('ten filings at once get ten places', async () => {
  const { vorgangId } = await vorgang()
  await Promise.all(Array.from({ length: 10 }, () => testDokument(app, musterstadt, vorgangId)))
  assert.deepEqual((await direkt((tx) => dokumenteVon(tx, vorgangId))).map((dokument) => dokument.lfd), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('received, frozen and closed documents do not change: the program says why, the database holds (C2-05)', async () => {
  const { vorgangId } = await vorgang()
  const { dokumentId: eingang } = await testDokument(app, musterstadt, vorgangId, { richtung: 'eingang' })
  const { dokumentId: bescheid } = await testDokument(app, musterstadt, vorgangId, { richtung: 'ausgang' })
  const { dokumentId: entwurf } = await testDokument(app, musterstadt, vorgangId)
  await assert.rejects(version(eingang, 'b'), (error: unknown) => error instanceof Conflict && /Eingang/.test(error.message))
  await alsSystem(app, musterstadt, (ctx) => dokumentFestschreiben(ctx, bescheid, 'Schlussgezeichnet'))
  await alsSystem(app, musterstadt, (ctx) => dokumentFestschreiben(ctx, bescheid, 'noch einmal'))
  assert.equal((await direkt((tx) => dokumentById(tx, bescheid)))?.festgeschriebenGrund, 'Schlussgezeichnet')
  await assert.rejects(version(bescheid, 'b'), (error: unknown) => error instanceof Conflict && /Schlussgezeichnet/.test(error.message))
  await alsSystem(app, musterstadt, (ctx) => schliesseVorgang(ctx, vorgangId, 'erledigt'))
  await assert.rejects(version(entwurf, 'b'), (error: unknown) => error instanceof Conflict && /wieder/.test(error.message))
  await assert.rejects(testDokument(app, musterstadt, vorgangId), Conflict)
})

test('around the program: no overwriting, no deleting, no going back', async () => {
  const { vorgangId } = await vorgang()
  const { dokumentId } = await testDokument(app, musterstadt, vorgangId)
  const { dokumentId: eingang } = await testDokument(app, musterstadt, vorgangId, { richtung: 'eingang' })
  await alsSystem(app, musterstadt, (ctx) => dokumentFestschreiben(ctx, dokumentId, 'versandt'))
  const zweite = { id: newId(), nummer: 2, sha256: 'c'.repeat(64), size: 1n, mime: 'text/plain', dateiname: 'x.txt', pruefstatus: 'sauber' as const, kommentar: '', autor_art: 'x', autor_id: 'x', created_at: app.clock.now() }
  const verboten: [string, RegExp, (tx: Parameters<typeof akten>[0]) => Promise<unknown>][] = [
    ['overwrite a version', /permission denied/, (tx) => akten(tx).updateTable('akten.dokumentversion').set({ sha256: 'f'.repeat(64) }).execute()],
    ['delete a version', /permission denied/, (tx) => akten(tx).deleteFrom('akten.dokumentversion').execute()],
    ['delete a document', /never deleted/, (tx) => akten(tx).deleteFrom('akten.dokument').where('id', '=', dokumentId).execute()],
    ['delete a Vorgang', /never deleted/, (tx) => akten(tx).deleteFrom('akten.vorgang').where('id', '=', vorgangId).execute()],
    ['unfreeze', /frozen/, (tx) => akten(tx).updateTable('akten.dokument').set({ festgeschrieben_am: null, festgeschrieben_grund: null }).where('id', '=', dokumentId).execute()],
    ['change frozen metadata', /frozen/, (tx) => akten(tx).updateTable('akten.dokument').set({ betreff: 'anders' }).where('id', '=', dokumentId).execute()],
    ['version of frozen', /frozen/, (tx) => akten(tx).insertInto('akten.dokumentversion').values({ ...zweite, dokument_id: dokumentId }).execute()],
    ['version of received', /stays as it came/, (tx) => akten(tx).insertInto('akten.dokumentversion').values({ ...zweite, dokument_id: eingang }).execute()],
    ['another number', /keeps its number/, (tx) => akten(tx).updateTable('akten.vorgang').set({ vorgangsnummer: 'MS-2026-999999-9' }).where('id', '=', vorgangId).execute()],
    ['change a note', /permission denied/, (tx) => akten(tx).updateTable('akten.vermerk').set({ text: 'x' }).execute()],
  ]
  for (const [was, meldung, tun] of verboten) await assert.rejects(direkt(tun), meldung, was)
})

test('an unknown document is not found', async () => {
  await assert.rejects(version(newId(), 'b'), NotFound)
  assert.equal(await direkt((tx) => dokumentById(tx, 'x')), undefined)
})
