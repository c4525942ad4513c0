import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { findObjekt, objektAendern, objektAnlegen, objekteVon, statusSetzen, strategieAnlegen } from '../index.js'
import { programm } from '../db/tables.js'

const { app } = await testApp({ worker: false })
const alle = ['programm.lesen', 'programm.bearbeiten', 'programm.verwalten']
const buero = personalActor(alle)
const kollegin = personalActor(alle, { id: '01900000-0000-7000-8000-0000000000ab' })
const { id: strategieId } = await app.execute(buero, strategieAnlegen, { kennung: 'egov', name: 'E-Government-Strategie', jahrVon: 2026, jahrBis: 2030 })
const neu = (art: 'baustein' | 'massnahme', felder: Record<string, string>) => app.execute(buero, objektAnlegen, { strategieId, art, felder })
const lies = (id: string) => app.db.withMandant(musterstadt, async (tx) => (await findObjekt(tx, id))!)

test('the same number twice: under different kinds of Baustein yes, under the same no', async () => {
  const basis = await neu('baustein', { name: 'Schriftgut', nummer: '1', bausteinart: 'basis' })
  const umsetzung = await neu('baustein', { name: 'Wissen', nummer: '1', bausteinart: 'umsetzung' })
  await neu('massnahme', { name: 'Aktenplan', nummer: '1A', oberId: basis.id })
  const zweite = await neu('massnahme', { name: 'Plattform', nummer: '1A', oberId: umsetzung.id })
  await assert.rejects(neu('massnahme', { name: 'Noch eine', nummer: '1A', oberId: basis.id }), (error: unknown) => error instanceof Invalid && error.felder[0]?.feld === 'nummer')
  await assert.rejects(app.execute(buero, objektAendern, { id: zweite.id, version: 1, felder: { oberId: basis.id } }), Invalid)
  assert.equal((await app.db.withMandant(beispielhausen, (tx) => objekteVon(tx))).length, 0)
})

test('two people edit one object: different fields are merged, the same field is a shown conflict and nothing is written', async () => {
  const { id } = await neu('massnahme', { name: 'E-Poststelle', 'texte.beschreibung': 'Alt' })
  await app.execute(buero, objektAendern, { id, version: 1, felder: { name: 'E-Poststelle', 'texte.beschreibung': 'Vom Büro' } })
  await app.execute(kollegin, objektAendern, { id, version: 1, felder: { name: 'E-Poststelle', prioritaet: 'hoch', 'texte.beschreibung': 'Alt' } })
  const stand = await lies(id)
  assert.deepEqual([stand.texte['beschreibung'], stand.prioritaet, stand.version], ['Vom Büro', 'hoch', 3])
  await assert.rejects(app.execute(kollegin, objektAendern, { id, version: 1, felder: { 'texte.beschreibung': 'Von der Kollegin', prioritaet: 'niedrig' } }),
    (error: unknown) => error instanceof Conflict && /Beschreibung/.test(error.message) && (error.details['konflikte'] as unknown[]).length === 2)
  assert.deepEqual((await lies(id)).texte, { beschreibung: 'Vom Büro' })
})

test('dates keep the first plan, and the history says why they moved', async () => {
  const { id } = await neu('massnahme', { name: 'Bürger-App', beginn: '2027-01-04', ende: '2028-02-29' })
  await app.execute(buero, objektAendern, { id, version: 1, felder: { ende: '2028-06-30' }, grund: 'Vergabe verzögert' })
  const stand = await lies(id)
  assert.deepEqual([stand.endeOriginal?.toString(), stand.ende?.toString()], ['2028-02-29', '2028-06-30'])
  const zeilen = await app.db.withMandant(musterstadt, (tx) => programm(tx).selectFrom('programm.aenderung').selectAll().where('objekt_id', '=', id).execute())
  assert.deepEqual(zeilen.map(({ feld, alt, neu: danach, grund }) => [feld, alt, danach, grund]), [['ende', '2028-02-29', '2028-06-30', 'Vergabe verzögert']])
  await assert.rejects(app.execute(buero, objektAendern, { id, version: 2, felder: { ende: '2026-12-31' } }), Invalid)
  await assert.rejects(app.execute(buero, objektAendern, { id, version: 2, felder: { ende: '2027-02-29' } }), Invalid)
})

test('the Roadmap knows which status may follow, and asks for a reason where something stops', async () => {
  const { id } = await neu('massnahme', { name: 'Relaunch' })
  await app.execute(buero, statusSetzen, { id, status: 'laufend' })
  await assert.rejects(app.execute(buero, statusSetzen, { id, status: 'geplant' }), Conflict)
  await assert.rejects(app.execute(buero, statusSetzen, { id, status: 'abgebrochen' }), Invalid)
  await app.execute(buero, statusSetzen, { id, status: 'abgebrochen', grund: 'Kein Bedarf mehr' })
  assert.equal((await lies(id)).status, 'abgebrochen')
})

test('nothing lies under itself, and no level above its own', async () => {
  const { id: baustein } = await neu('baustein', { name: 'Portal', bausteinart: 'basis' })
  const { id: massnahme } = await neu('massnahme', { name: 'Konto', oberId: baustein })
  await assert.rejects(app.execute(buero, objektAendern, { id: baustein, version: 1, felder: { oberId: massnahme } }), Invalid)
  await assert.rejects(neu('massnahme', { name: 'Unter einer Maßnahme', oberId: massnahme }), Invalid)
  await assert.rejects(neu('massnahme', { name: '' }), Invalid)
})

test('who may only read gets 403, who may not even that gets 404, in the own unit it works', async () => {
  const einheit = '01900000-0000-7000-8000-00000000e032'
  const { id } = await app.execute(buero, objektAnlegen, { strategieId, art: 'massnahme', felder: { name: 'Im Ordnungsamt', einheitId: einheit } })
  const aendern = (rechte: string[], einheiten?: string[]) => app.execute(personalActor(rechte, einheiten ? { einheiten } : {}), objektAendern, { id, version: 1, felder: { prioritaet: 'hoch' } })
  await assert.rejects(aendern(['programm.lesen']), Forbidden)
  await assert.rejects(aendern([]), NotFound)
  await assert.rejects(aendern(['programm.bearbeiten'], ['01900000-0000-7000-8000-00000000e020']), NotFound)
  assert.deepEqual(await aendern(['programm.bearbeiten'], [einheit]), { version: 2, felder: ['prioritaet'] })
})
