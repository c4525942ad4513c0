import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { newId } from '../../../../platform/time/index.js'
import { einheitAnlegen, kontenMitRolle, rolleFestlegen, rollenbildVon, rolleZuweisen, vertretungBeenden, vertretungEinrichten, zuweisungBeenden } from '../index.js'

const { app } = await testApp({ worker: false })
const admin = personalActor(['organisation.verwalten'])
const [anna, bert, cem] = [newId(), newId(), newId()]
const heute = app.clock.today()
const bild = (konto: string, tag = heute) => app.db.withMandant(musterstadt, (tx) => rollenbildVon(tx, konto, tag))
const als = async (konto: string, tag = heute) => ({ ...personalActor([], { id: konto }), ...(await bild(konto, tag)) })

const { id: amt } = await app.execute(admin, einheitAnlegen, { kuerzel: '32', name: 'Ordnung' })
const { id: team } = await app.execute(admin, einheitAnlegen, { kuerzel: '32.1', name: 'Verkehr', oberId: amt })
const { id: anderes } = await app.execute(admin, einheitAnlegen, { kuerzel: '50', name: 'Soziales' })
await app.execute(admin, rolleFestlegen, { schluessel: 'leitung', name: 'Leitung', beschreibung: '', stufe: 1, rechte: ['vorgang.lesen', 'bescheid.zeichnen'] })

test('a role at a unit covers the units below it and no other', async () => {
  await app.execute(admin, rolleZuweisen, { kontoId: anna, rolle: 'leitung', einheitId: amt })
  const actor = await als(anna)
  assert.deepEqual([amt, team, anderes].map((einheitId) => holds(actor, 'vorgang.lesen', { einheitId })), [true, true, false])
  assert.deepEqual(await app.db.withMandant(musterstadt, (tx) => kontenMitRolle(tx, 'leitung', team, heute)), [anna])
})

test('a substitute has the rights of the absent person for the period, marked as such, and hands them on to nobody', async () => {
  const bis = heute.add({ days: 7 })
  await app.execute(personalActor([], { id: anna }), vertretungEinrichten, { vertretenerId: anna, vertreterId: bert, von: heute.toString(), bis: bis.toString(), grund: 'Urlaub' })
  assert.equal((await bild(bert)).zuweisungen[0]?.vertretungFuer, anna)
  assert.equal((await bild(bert, bis.add({ days: 1 }))).zuweisungen.length, 0)
  await app.execute(personalActor([], { id: bert }), vertretungEinrichten, { vertretenerId: bert, vertreterId: cem, von: heute.toString(), bis: bis.toString(), grund: 'Auch weg' })
  assert.deepEqual((await bild(cem)).zuweisungen, [])
})

test('a substitution ends at once when it is ended, also for the one who stood in', async () => {
  const { id } = await app.execute(admin, vertretungEinrichten, { vertretenerId: anna, vertreterId: cem, von: heute.toString(), bis: heute.toString(), grund: 'Krank' })
  assert.equal((await bild(cem)).zuweisungen.length, 1)
  await app.execute(personalActor([], { id: cem }), vertretungBeenden, { vertretungId: id })
  assert.equal((await bild(cem)).zuweisungen.length, 0)
})

test('nobody sets up a substitution for somebody else without the right, nor for oneself by oneself, nor backwards', async () => {
  await assert.rejects(app.execute(personalActor([], { id: cem }), vertretungEinrichten, { vertretenerId: anna, vertreterId: cem, von: heute.toString(), bis: heute.toString(), grund: 'x' }), NotFound)
  await assert.rejects(app.execute(admin, vertretungEinrichten, { vertretenerId: anna, vertreterId: anna, von: heute.toString(), bis: heute.subtract({ days: 2 }).toString(), grund: 'x' }),
    (error: unknown) => error instanceof Invalid && error.felder.length >= 2)
})

test('an assignment is ended, not deleted; one cannot take the own role away', async () => {
  const { id } = await app.execute(admin, rolleZuweisen, { kontoId: cem, rolle: 'leitung' })
  assert.deepEqual(await app.execute(admin, rolleZuweisen, { kontoId: cem, rolle: 'leitung' }), { id })
  await app.execute(admin, zuweisungBeenden, { zuweisungId: id })
  assert.equal((await bild(cem, heute.add({ days: 1 }))).zuweisungen.length, 0)
  const { id: eigene } = await app.execute(admin, rolleZuweisen, { kontoId: admin.id, rolle: 'leitung' })
  await assert.rejects(app.execute(admin, zuweisungBeenden, { zuweisungId: eigene }), Conflict)
})

test('roles are changed by administrators only', async () => {
  await assert.rejects(app.execute(personalActor(['vorgang.lesen']), rolleFestlegen, { schluessel: 'leitung', name: 'Leitung', beschreibung: '', stufe: 2, rechte: ['organisation.verwalten'] }), Forbidden)
})
