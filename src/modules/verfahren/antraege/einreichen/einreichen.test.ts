import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { historyOf } from '../../../../platform/events/record.js'
import { newId } from '../../../../platform/time/index.js'
import { gastActor } from '../../../../platform/usecases/actor.js'
import { dokumenteVon, vorgangByNummer } from '../../../akte/akten/index.js'
import { eingaengeVon } from '../../../akte/eingang/index.js'
import { offeneAufgaben } from '../../../grundlagen/aufgaben/index.js'
import { variablenVon } from '../../workflow/index.js'
import { anhaengeVon, antraegeVon, antragEinreichen, antragZuVorgang, verlaufVon } from '../index.js'
import { bestaetigungErstellen } from './bestaetigung.js'
import { buergerin, reicheEin, testAnhang, testDaten, testLeistung } from './test-leistung.js'

const { app, settle } = await testApp()
const leistung = await testLeistung(app, musterstadt)
const anhang = await testAnhang(app, musterstadt)
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)

test('an application becomes Eingang, Vorgang, documents, process and task, and its confirmation follows', async () => {
  const erste = await reicheEin(app, musterstadt, leistung, { anhaenge: [anhang] })
  assert.match(erste.vorgangsnummer, /^MS-\d{4}-/)
  assert.equal(erste.status, 'EINGEGANGEN')
  assert.deepEqual(erste.anhaenge, [{ dateiname: anhang.dateiname, sha256: anhang.sha256 }])
  await settle()
  await hier(async (tx) => {
    const vorgang = await vorgangByNummer(tx, erste.vorgangsnummer)
    assert.equal(vorgang?.id, erste.vorgangId)
    assert.equal(vorgang.aktenzeichen, erste.aktenzeichen)
    assert.equal(vorgang.inhaberId, buergerin(musterstadt).id)
    const antrag = await antragZuVorgang(tx, erste.vorgangId)
    assert.ok(antrag)
    assert.deepEqual(antrag.daten, testDaten)
    assert.deepEqual(antrag.anschrift, ['Marktplatz 1', '45999 Musterstadt'])
    assert.equal(antrag.zusammenfassung[0]?.eintraege[0]?.label, 'Name')
    assert.deepEqual((await eingaengeVon(tx, erste.vorgangId)).map(({ status, kanal }) => [status, kanal]), [['zugeordnet', 'portal']])
    const dokumente = await dokumenteVon(tx, erste.vorgangId)
    assert.deepEqual(dokumente.map(({ typ, fuerInhaber }) => [typ, fuerInhaber]), [['nachweis', true], ['antrag', true], ['eingangsbestaetigung', true]])
    for (const { datei } of dokumente) assert.equal((await app.blobs.verify(musterstadt, datei.sha256)).ok, true)
    assert.deepEqual((await offeneAufgaben(tx, erste.vorgangId)).map(({ titel, maske, person }) => [titel, maske, person]), [['Antrag prüfen', 'antrag.pruefen', 'Erika Muster']])
    assert.deepEqual((await variablenVon(tx, erste.vorgangId))['antrag'], testDaten)
    assert.deepEqual((await verlaufVon(tx, antrag.id)).map(({ von, nach }) => [von, nach]), [[null, 'EINGEGANGEN']])
    assert.deepEqual((await historyOf(tx, { art: 'antrag', id: antrag.id })).map(({ typ }) => typ),
      ['antraege.status.gewechselt/1', 'antraege.antrag.eingereicht/1', 'antraege.bestaetigung.erstellt/1'])
    const daten = JSON.stringify(await historyOf(tx, { art: 'antrag', id: antrag.id }))
    assert.equal(daten.includes('Muster,') || daten.includes('Marktplatz'), false)
  })
})

test('sent twice at the same moment, a draft gives one application', async () => {
  const entwurfId = newId()
  const [a, b, c] = await Promise.all([1, 2, 3].map(() => reicheEin(app, musterstadt, leistung, { entwurfId })))
  assert.deepEqual(a, b)
  assert.deepEqual(b, c)
  const spaeter = await reicheEin(app, musterstadt, leistung, { entwurfId, daten: { ...testDaten, nachname: 'Anders' } })
  assert.equal(spaeter.vorgangsnummer, a?.vorgangsnummer)
  await assert.rejects(reicheEin(app, musterstadt, leistung, { entwurfId }, buergerin(musterstadt, newId())), NotFound)
})

test('the job that runs twice, as after a crash, files its documents once', async () => {
  const { vorgangId } = await reicheEin(app, musterstadt, leistung)
  await settle()
  const antrag = await hier((tx) => antragZuVorgang(tx, vorgangId))
  assert.ok(antrag?.bestaetigungId && antrag.kopieId)
  const signal = new AbortController().signal
  await Promise.all([1, 2].map(() => bestaetigungErstellen.run({ app, mandantId: musterstadt, actor: system(), signal }, { antragId: antrag.id })))
  assert.equal((await hier((tx) => dokumenteVon(tx, vorgangId))).length, 2)
})

test('wrong, contradictory, unknown and overlong answers are all said at their fields, and nothing remains', async () => {
  const vorher = await hier((tx) => antraegeVon(tx, buergerin(musterstadt).id))
  const falsch = async (weiteres: Partial<Parameters<typeof antragEinreichen.run>[1]>): Promise<string[]> => {
    const { entwurfId: _, ...api } = { entwurfId: undefined, leistungsversionId: leistung, daten: testDaten, anhaenge: [], kanal: 'portal' as const, kontakt: { name: 'Erika' }, zustellung: 'postfach' as const, ...weiteres }
    const error = await app.execute(buergerin(musterstadt), antragEinreichen, api).then(() => undefined, (thrown: unknown) => thrown)
    assert.ok(error instanceof Invalid, String(error))
    return error.felder.map(({ feld }) => feld).sort()
  }
  assert.deepEqual(await falsch({ daten: {} }), ['firmenwagen', 'nachname', 'wohnung'])
  assert.deepEqual(await falsch({ daten: { ...testDaten, firma: 'Muster GmbH', unbekannt: 1 } }), ['firma', 'unbekannt'])
  assert.deepEqual(await falsch({ daten: { ...testDaten, firmenwagen: true } }), ['firma'])
  assert.deepEqual(await falsch({ daten: { ...testDaten, nachname: 'x'.repeat(5000) } }), ['nachname'])
  assert.deepEqual(await falsch({ anhaenge: [{ ...anhang, slot: 'fremd' }] }), ['fremd'])
  assert.deepEqual(await falsch({ anhaenge: [{ ...anhang, pruefstatus: 'befallen' }] }), ['meldebescheinigung'])
  assert.deepEqual(await falsch({ anhaenge: [{ ...anhang, mime: 'text/html' }] }), ['meldebescheinigung'])
  assert.equal((await hier((tx) => antraegeVon(tx, buergerin(musterstadt).id))).length, vorher.length)
})

test('answers of a draft that are no longer asked are dropped', async () => {
  const { vorgangId } = await reicheEin(app, musterstadt, leistung, { daten: { ...testDaten, firma: 'früher angegeben' } })
  assert.deepEqual((await hier((tx) => antragZuVorgang(tx, vorgangId)))?.daten, testDaten)
})

test('guests get their letters by post; who has no session, no right or another town gets nothing', async () => {
  const gast = gastActor(musterstadt, 'f'.repeat(64))
  const { vorgangId } = await reicheEin(app, musterstadt, leistung, {}, gast)
  const antrag = await hier((tx) => antragZuVorgang(tx, vorgangId))
  assert.deepEqual(antrag?.inhaber, { art: 'gast', id: gast.id })
  await assert.rejects(reicheEin(app, musterstadt, leistung, { zustellung: 'postfach' }, gast), Invalid)
  await assert.rejects(reicheEin(app, musterstadt, leistung, {}, gastActor(musterstadt, '')), Forbidden)
  await assert.rejects(reicheEin(app, musterstadt, leistung, { kanal: 'schalter' }, personalActor([])), Forbidden)
  await assert.rejects(reicheEin(app, beispielhausen, leistung), NotFound)
  await assert.rejects(reicheEin(app, musterstadt, newId()), NotFound)
})

test('the day of receipt is the day in Germany', async () => {
  const { vorgangId, eingangAm } = await reicheEin(app, musterstadt, leistung)
  const antrag = await hier((tx) => antragZuVorgang(tx, vorgangId))
  assert.equal(antrag?.eingangDatum.toString(), Temporal.Instant.from(eingangAm).toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString())
  assert.deepEqual(await hier((tx) => anhaengeVon(tx, antrag?.id ?? '')), [])
})

test('a declaration that was received cannot be changed, not even in the database', async () => {
  const { vorgangId } = await reicheEin(app, musterstadt, leistung)
  await assert.rejects(hier(async (tx) => {
    const { sql } = await import('kysely')
    await sql`update antraege.antrag set daten = '{}' where vorgang_id = ${vorgangId}`.execute(tx)
  }), /never changed/)
  assert.ok(Conflict)
})
