import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoApp } from '../../../../../test/demo.js'
import { musterstadt } from '../../../../../test/app.js'
import { aufgaben } from '../db/tables.js'

const { app, als } = await demoApp()
const [sommer, thal] = ['01900000-0000-7000-8000-00000000a001', '01900000-0000-7000-8000-00000000a002']
const strassenverkehr = '01900000-0000-7000-8000-00000000e321'
const offene = await app.db.withMandant(musterstadt, (tx) => aufgaben(tx).selectFrom('aufgaben.aufgabe').select(['id', 'vorgangsnummer']).where('status', '=', 'offen').where('gruppe', '=', 'sachbearbeitung').where('einheit_id', '=', strassenverkehr).where('zugewiesen_an', 'is', null).orderBy('id').execute())
const bei = async (id: string) => (await app.db.withMandant(musterstadt, (tx) => aufgaben(tx).selectFrom('aufgaben.aufgabe').select('zugewiesen_an').where('id', '=', id).executeTakeFirst()))?.zugewiesen_an

test('a case worker hands a task to a colleague, says why, and the history of the Vorgang tells it', async () => {
  const [aufgabe] = offene
  const sabine = await als('s.sommer')
  const pfad = `/arbeitsplatz/aufgaben/${aufgabe?.id}/weitergeben`
  assert.match((await sabine.get(`/arbeitsplatz/vorgaenge/${aufgabe?.vorgangsnummer}`)).html, new RegExp(`href="${pfad}"`))
  const formular = (await sabine.get(pfad)).html
  assert.match(formular, /Tarik Thal/)
  assert.doesNotMatch(formular, /<option[^>]*>Petra Post/)
  assert.equal((await sabine.senden(pfad, { kontoId: thal, grund: '' })).status, 422)
  const fremd = await sabine.senden(pfad, { kontoId: '01900000-0000-7000-8000-00000000a004', grund: 'x' })
  assert.equal(fremd.status, 422)
  assert.match(fremd.html, /Bitte wählen Sie jemanden aus der Liste/)
  const antwort = await sabine.senden(pfad, { kontoId: thal, grund: 'Tarik kennt den Fall' })
  assert.deepEqual([antwort.status, antwort.location], [303, `/arbeitsplatz/vorgaenge/${aufgabe?.vorgangsnummer}#aufgabe-${aufgabe?.id}`])
  assert.equal(await bei(aufgabe?.id ?? ''), thal)
  assert.match((await sabine.get(`/arbeitsplatz/vorgaenge/${aufgabe?.vorgangsnummer}`)).html, /an Tarik Thal zugewiesen.*Tarik kennt den Fall/s)
  assert.equal((await sabine.senden(pfad, { kontoId: sommer, grund: 'zurück' })).status, 409, 'nobody takes it away from a colleague')
})

test('a task of another group is not passed on', async () => {
  const [, aufgabe] = offene
  const petra = await als('p.post')
  assert.ok([403, 404].includes((await petra.get(`/arbeitsplatz/aufgaben/${aufgabe?.id}/weitergeben`)).status))
})

test('the list as filtered is printed whole, without menu; the page size is chosen and stays', async () => {
  const sabine = await als('s.sommer')
  const druck = (await sabine.get('/arbeitsplatz/druckliste?ansicht=alle')).html
  assert.match(druck, /gedruckt am .* von Sabine Sommer/)
  assert.doesNotMatch(druck, /<nav/)
  assert.ok(offene.slice(1).every(({ vorgangsnummer }) => druck.includes(vorgangsnummer ?? '')))
  await sabine.get('/arbeitsplatz?ansicht=alle&zeilen=25')
  assert.match((await sabine.get('/arbeitsplatz')).html, /<option value="25" selected/)
})
