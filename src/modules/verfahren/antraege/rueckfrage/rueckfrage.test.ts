import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, system, testApp } from '../../../../../test/app.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { openContext } from '../../../../platform/usecases/execute.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { dokumenteVon } from '../../../akte/akten/index.js'
import { aufgabeErledigen, aufgabeUebernehmen, offeneAufgaben } from '../../../grundlagen/aufgaben/index.js'
import { antragZuVorgang, antragZuruecknehmen, istUnbeantwortet, rueckfragenBeantworten, rueckfragenVon, verlaufVon } from '../index.js'
import { lockAntrag } from '../antrag.js'
import { buergerin, reicheEin, testAnhang, testLeistung } from '../einreichen/test-leistung.js'
import { setzeStatus } from '../status/status.js'

const { app, settle } = await testApp()
const leistung = await testLeistung(app, musterstadt)
const erika = buergerin(musterstadt)
const sachbearbeiter: Actor = {
  art: 'personal', mandantId: musterstadt, id: '01900000-0000-7000-8000-0000000000c1', name: 'S. Sommer', stufe: 1,
  zuweisungen: [{ rolle: 'sachbearbeitung', rechte: new Set(['aufgabe.bearbeiten', 'antrag.bearbeiten', 'vorgang.lesen']) }],
}
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const fragenZu = (vorgangId: string) => hier(async (tx) => { const antrag = await antragZuVorgang(tx, vorgangId); return (await rueckfragenVon(tx, [antrag?.id ?? ''])).get(antrag?.id ?? '') ?? [] })
const statusVon = async (vorgangId: string) => (await hier((tx) => antragZuVorgang(tx, vorgangId)))?.status

async function aufgabe(vorgangId: string): Promise<string> {
  const [offen] = await hier((tx) => offeneAufgaben(tx, vorgangId))
  assert.ok(offen)
  return offen.id
}

async function frage(vorgangId: string, rueckfragen: readonly object[] = [{ frage: 'Bitte schicken Sie die ganze Seite.', bezug: 'meldebescheinigung' }]): Promise<void> {
  await app.execute(sachbearbeiter, aufgabeErledigen, { aufgabeId: await aufgabe(vorgangId), ergebnis: 'rueckfrage', variablen: { rueckfragen, rueckfrageFrist: '2027-01-15' } })
}

test('question and answer go round: state, documents, and the clerk has the task again', async () => {
  const { vorgangId, vorgangsnummer } = await reicheEin(app, musterstadt, leistung)
  await settle()
  await app.execute(sachbearbeiter, aufgabeUebernehmen, { aufgabeId: await aufgabe(vorgangId) })
  await settle()
  assert.equal(await statusVon(vorgangId), 'IN_PRUEFUNG')
  await frage(vorgangId)
  assert.equal(await statusVon(vorgangId), 'RUECKFRAGE')
  const [gestellt] = await fragenZu(vorgangId)
  assert.ok(gestellt)
  assert.deepEqual([gestellt.bezugText, gestellt.frist.toString()], ['Meldebescheinigung', '2027-01-15'])
  assert.deepEqual(await hier((tx) => offeneAufgaben(tx, vorgangId)), [])
  const anhang = await testAnhang(app, musterstadt, 'ganze Seite.pdf')
  await app.execute(erika, rueckfragenBeantworten, { nummer: vorgangsnummer, antworten: [{ rueckfrageId: gestellt.id, text: 'Hier ist sie.', anhaenge: [anhang] }] })
  assert.equal(await statusVon(vorgangId), 'IN_PRUEFUNG')
  assert.equal((await hier((tx) => offeneAufgaben(tx, vorgangId)))[0]?.titel, 'Antrag prüfen')
  const dokument = (await hier((tx) => dokumenteVon(tx, vorgangId))).find(({ datei }) => datei.dateiname === 'ganze Seite.pdf')
  assert.deepEqual([dokument?.richtung, dokument?.slot, dokument?.eingegangenAm?.toString()], ['eingang', 'meldebescheinigung', app.clock.today().toString()])
  await settle()
  assert.deepEqual((await hier(async (tx) => verlaufVon(tx, (await antragZuVorgang(tx, vorgangId))?.id ?? ''))).map(({ nach }) => nach), ['EINGEGANGEN', 'IN_PRUEFUNG', 'RUECKFRAGE', 'IN_PRUEFUNG'])
  await assert.rejects(app.execute(erika, rueckfragenBeantworten, { nummer: vorgangsnummer, antworten: [{ rueckfrageId: gestellt.id, text: 'Noch einmal.', anhaenge: [] }] }), Conflict)
})

test('an answer to one of two questions waits for the other; an empty one is no answer; strangers find nothing', async () => {
  const { vorgangId, vorgangsnummer } = await reicheEin(app, musterstadt, leistung)
  await frage(vorgangId, [{ frage: 'Erste Frage?' }, { frage: 'Zweite Frage?', bezug: 'gibtEsNicht' }])
  const [erste, zweite] = await fragenZu(vorgangId)
  assert.ok(erste && zweite)
  const antworte = (id: string, text: string, actor = erika) => app.execute(actor, rueckfragenBeantworten, { nummer: vorgangsnummer, antworten: [{ rueckfrageId: id, text, anhaenge: [] }] })
  await assert.rejects(antworte(erste.id, '  '), Invalid)
  await assert.rejects(antworte(erste.id, 'Ja', buergerin(musterstadt, newId())), NotFound)
  await assert.rejects(antworte(erste.id, 'Ja', buergerin(beispielhausen)), NotFound)
  assert.deepEqual(await antworte(erste.id, 'Ja.'), { offen: 1 })
  assert.equal(await statusVon(vorgangId), 'RUECKFRAGE')
  assert.deepEqual(await antworte(zweite.id, 'Nein.'), { offen: 0 })
  assert.equal(await statusVon(vorgangId), 'IN_PRUEFUNG')
})

test('a withdrawal ends the work at once, has its own document, and a second one changes nothing', async () => {
  const { vorgangId, vorgangsnummer } = await reicheEin(app, musterstadt, leistung)
  await frage(vorgangId)
  await assert.rejects(app.execute(buergerin(musterstadt, newId()), antragZuruecknehmen, { nummer: vorgangsnummer }), NotFound)
  await app.execute(erika, antragZuruecknehmen, { nummer: vorgangsnummer, grund: 'Ich ziehe um.' })
  await settle()
  assert.equal(await statusVon(vorgangId), 'ZURUECKGENOMMEN')
  assert.equal((await fragenZu(vorgangId)).some(istUnbeantwortet), false)
  assert.deepEqual(await hier((tx) => offeneAufgaben(tx, vorgangId)), [])
  await app.execute(erika, antragZuruecknehmen, { nummer: vorgangsnummer })
  await settle()
  assert.equal((await hier((tx) => dokumenteVon(tx, vorgangId))).filter(({ typ }) => typ === 'ruecknahme').length, 1)
})

test('after the decision there is no withdrawal and no answer', async () => {
  const { vorgangId, vorgangsnummer } = await reicheEin(app, musterstadt, leistung)
  await hier(async (tx) => {
    const { ctx, finish } = openContext(app, tx, system(), 'test.entscheiden')
    await setzeStatus(ctx, await lockAntrag(tx, { vorgangId }), 'ENTSCHIEDEN')
    await assert.rejects(setzeStatus(ctx, await lockAntrag(tx, { vorgangId }), 'IN_PRUEFUNG'), Conflict)
    await finish()
  })
  await assert.rejects(app.execute(erika, antragZuruecknehmen, { nummer: vorgangsnummer }), Conflict)
  assert.equal(await statusVon(vorgangId), 'ENTSCHIEDEN')
})
