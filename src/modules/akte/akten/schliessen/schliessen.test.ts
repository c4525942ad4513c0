import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Conflict, Forbidden, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { akten } from '../db/tables.js'
import { aufbewahrungsregeln, schliessHindernisse, vermerkeVon, vermerkVerfassen, vorgangById, vorgangSchliessen, vorgangWiederoeffnen, wiedervorlageErledigen, wiedervorlageSetzen, wiedervorlagenVon } from '../index.js'
import { ladeAktenplan, testVorgang } from '../testdaten.js'

const { app } = await testApp({ worker: false })
await ladeAktenplan(app, musterstadt)
const [einheitId, andere] = [newId(), newId()]
const rechte = ['vorgang.lesen', 'vorgang.bearbeiten', 'vorgang.schliessen', 'vorgang.wiederoeffnen']
const person = personalActor(rechte, { einheiten: [einheitId] })
const neu = async () => (await testVorgang(app, musterstadt, { einheitId })).vorgangId
const lies = (id: string) => app.db.withMandant(musterstadt, (tx) => vorgangById(tx, id))
const heute = app.clock.today()

test('z.d.A. writes the end of retention down: 31 December after the years of the file plan (C5-01)', async () => {
  const vorgangId = await neu()
  await app.execute(person, vorgangSchliessen, { vorgangId, schlussvermerk: 'Ausweis erteilt.' })
  const vorgang = await lies(vorgangId)
  assert.deepEqual([vorgang?.status, vorgang?.zdaAm?.toString(), vorgang?.aufbewahrungBis?.toString()], ['ZDA', heute.toString(), `${heute.year + 5}-12-31`])
  await app.execute(person, vorgangSchliessen, { vorgangId, schlussvermerk: 'noch einmal' })
  assert.equal((await lies(vorgangId))?.schlussvermerk, 'Ausweis erteilt.')
})

test('an open Wiedervorlage and what other rooms add stand in the way, all named at once (C4-03)', async () => {
  const vorgangId = await neu()
  schliessHindernisse.add(async (_tx, id) => (id === vorgangId && !erledigt ? ['Eine Aufgabe ist noch offen.'] : []))
  let erledigt = false
  const { wiedervorlageId } = await app.execute(person, wiedervorlageSetzen, { vorgangId, faelligAm: heute.add({ days: 20 }).toString(), grund: 'Antwort abwarten' })
  await assert.rejects(app.execute(person, vorgangSchliessen, { vorgangId, schlussvermerk: 'x' }),
    (error: unknown) => error instanceof Conflict && (error.details['hindernisse'] as string[]).length === 2 && /Wiedervorlage am .*Aufgabe/.test(error.message))
  erledigt = true
  await app.execute(person, wiedervorlageErledigen, { wiedervorlageId })
  await app.execute(person, wiedervorlageErledigen, { wiedervorlageId })
  await app.execute(person, vorgangSchliessen, { vorgangId, schlussvermerk: 'x' })
})

test('the longest of several rules of retention wins (C5-02)', async () => {
  const vorgangId = await neu()
  aufbewahrungsregeln.add(async (_tx, id) => (id === vorgangId ? [{ quelle: 'Förderbescheid', dauer: { jahre: 12 }, startEreignis: 'ZDA', jahresende: true }] : []))
  await app.execute(person, vorgangSchliessen, { vorgangId, schlussvermerk: 'x' })
  assert.equal((await lies(vorgangId))?.aufbewahrungBis?.year, heute.year + 12)
})

test('opened again with right and reason; retention is gone until the next z.d.A. (C4-07)', async () => {
  const vorgangId = await neu()
  await app.execute(person, vorgangSchliessen, { vorgangId, schlussvermerk: 'x' })
  await assert.rejects(app.execute(personalActor(['vorgang.lesen'], { einheiten: [einheitId] }), vorgangWiederoeffnen, { vorgangId, grund: 'x' }), Forbidden)
  await app.execute(person, vorgangWiederoeffnen, { vorgangId, grund: 'Widerspruch eingegangen' })
  const vorgang = await lies(vorgangId)
  assert.deepEqual([vorgang?.status, vorgang?.zdaAm, vorgang?.aufbewahrungBis, vorgang?.schlussvermerk], ['WIEDER_OFFEN', null, null, null])
})

test('a closed Vorgang is frozen in the database too', async () => {
  const vorgangId = await neu()
  await app.execute(person, vorgangSchliessen, { vorgangId, schlussvermerk: 'x' })
  const aendern = app.db.withMandant(musterstadt, (tx) => akten(tx).updateTable('akten.vorgang').set({ betreff: 'anders' }).where('id', '=', vorgangId).execute())
  await assert.rejects(aendern, /z\.d\.A/)
})

test('who may not see it gets 404, who sees it but may not gets 403; a partial person sees nothing (§ 20 VwVfG)', async () => {
  const vorgangId = await neu()
  const eingabe = { vorgangId, schlussvermerk: 'x' }
  await assert.rejects(app.execute(personalActor(rechte, { einheiten: [andere] }), vorgangSchliessen, eingabe), NotFound)
  await assert.rejects(app.execute(personalActor(['vorgang.lesen'], { einheiten: [einheitId] }), vorgangSchliessen, eingabe), Forbidden)
  await assert.rejects(app.execute(person, vorgangSchliessen, { vorgangId: newId(), schlussvermerk: 'x' }), NotFound)
  const befangen = personalActor(rechte, { id: newId() })
  await app.db.withMandant(musterstadt, (tx) => akten(tx).insertInto('akten.befangenheit').values({ vorgang_id: vorgangId, konto_id: befangen.id, grund: 'Nachbarin' }).execute())
  await assert.rejects(app.execute(befangen, vorgangSchliessen, eingabe), NotFound)
})

test('a Wiedervorlage on a Sunday moves to the working day before (C4-01); a past day is refused', async () => {
  const vorgangId = await neu()
  let sonntag = heute.add({ days: 10 })
  while (sonntag.dayOfWeek !== 7) sonntag = sonntag.add({ days: 1 })
  const { faelligAm } = await app.execute(person, wiedervorlageSetzen, { vorgangId, faelligAm: sonntag.toString(), grund: 'x' })
  assert.ok(Temporal.PlainDate.from(faelligAm).dayOfWeek <= 5)
  assert.equal((await app.db.withMandant(musterstadt, (tx) => wiedervorlagenVon(tx, vorgangId))).length, 1)
  for (const falsch of [heute.subtract({ days: 1 }).toString(), '2026-02-30']) {
    await assert.rejects(app.execute(person, wiedervorlageSetzen, { vorgangId, faelligAm: falsch, grund: 'x' }), { status: 422 }, falsch)
  }
})

test('a note tells of a day in the past or today and is written now (C2-08)', async () => {
  const vorgangId = await neu()
  await app.execute(person, vermerkVerfassen, { vorgangId, text: 'Herr Y rief an.', beteiligte: 'Y', ereignisAm: heute.subtract({ days: 2 }).toString() })
  const [vermerk] = await app.db.withMandant(musterstadt, (tx) => vermerkeVon(tx, vorgangId))
  assert.deepEqual([vermerk?.ereignisAm.toString(), vermerk?.autor.id, vermerk?.beteiligte], [heute.subtract({ days: 2 }).toString(), person.id, 'Y'])
  await assert.rejects(app.execute(person, vermerkVerfassen, { vorgangId, text: 'x', ereignisAm: heute.add({ days: 1 }).toString() }), { status: 422 })
})
