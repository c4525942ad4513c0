import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stringify } from 'yaml'
import { musterstadt, personalActor, system, testApp } from '../../../../test/app.js'
import { Conflict, Invalid, NotFound } from '../../../platform/errors.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { openContext } from '../../../platform/usecases/execute.js'
import { findLeistung, gebuehrAm } from '../../grundlagen/leistungen/index.js'
import { musterleistung, musterpaket } from '../../grundlagen/leistungen/test/muster.js'
import { antragEinreichen, type Einreichung } from '../../verfahren/antraege/index.js'
import { forderungZu, standZu } from '../forderungen/index.js'
import { satzFestlegen } from './aendern/command.js'
import { gebuehrenblatt, gebuehrenuebersicht } from './aendern/query.js'
import { erhebeMitBescheid } from './erheben.js'
import { gebuehrErheben, gebuehrFestsetzen } from './festsetzen/command.js'
import { festsetzungZu } from './festsetzung.js'
import { gebuehrFuer } from './saetze.js'

const { app, settle } = await testApp()
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const admin = personalActor(['gebuehr.verwalten'])
const clerk = personalActor(['gebuehr.festsetzen', 'vorgang.lesen'])

const paket = (schluessel: string, leistungsschluessel: string, gebuehr: unknown) => {
  const dateien = musterpaket({ schluessel, leistungsschluessel })
  return { ...dateien, 'gebuehr.yaml': stringify(gebuehr), 'verfahren.bpmn': (dateien['verfahren.bpmn'] ?? '').replaceAll('musterleistung', schluessel) }
}
const fest = await musterleistung(app, musterstadt, paket('festgebuehr', '99000000000011', { rechtsgrundlage: '§ 2 Satzung', positionen: [{ name: 'ausweis', bezeichnung: 'Ausweis', cent: 1200 }], zahlung: { wann: 'nach_absenden', faelligTage: 14, produkt: '020101', sachkonto: '431100' } }))
const rahmen = await musterleistung(app, musterstadt, paket('rahmengebuehr', '99000000000012', {
  rechtsgrundlage: '§ 3 Satzung', positionen: [{ name: 'pruefung', bezeichnung: 'Prüfung', rahmen: { von: 5000, bis: 50_000 } }, { name: 'auslagen', bezeichnung: 'Auslagen', cent: 500 }], zahlung: { wann: 'mit_bescheid' },
}))

async function reicheEin(leistungsversionId: string): Promise<Einreichung> {
  const antwort = await app.execute(systemActor(musterstadt, 'test'), antragEinreichen, {
    leistungsversionId, kanal: 'schalter', daten: { antragsteller: { vornamen: 'Erika', familienname: 'Muster' }, anzahl: 2 }, anhaenge: [], zustellung: 'post', kontakt: { name: 'Erika Muster' }, anschrift: ['Markt 1', '45999 Musterstadt'],
  })
  await settle()
  return antwort
}

async function tue<T>(fn: (ctx: Parameters<typeof erhebeMitBescheid>[0]) => Promise<T>): Promise<T> {
  return hier(async (tx) => {
    const { ctx, finish } = openContext(app, tx, system(), 'test')
    const ergebnis = await fn(ctx)
    await finish()
    return ergebnis
  })
}

test('a fee paid after sending is claimed with the application, with its place in the budget', async () => {
  const { vorgangId } = await reicheEin(fest.versionId)
  const forderung = await hier((tx) => forderungZu(tx, { vorgangId }))
  assert.deepEqual([forderung?.saldo, forderung?.status, forderung?.produkt, forderung?.sachkonto, forderung?.faelligAm.toString()], [1200n, 'offen', '020101', '431100', app.clock.today().add({ days: 14 }).toString()])
  assert.equal((await hier((tx) => festsetzungZu(tx, { vorgangId })))?.fassung, 1)
})

test('an administrator changes a fee from a day on; what has arrived keeps its rule', async () => {
  const morgen = app.clock.today().add({ days: 1 })
  const aendere = (eingabe: Record<string, unknown>) => app.execute(admin, satzFestlegen, { leistung: 'festgebuehr', position: 'ausweis', giltAb: morgen.toString(), satz: { cent: 1500 }, grund: 'Neue Satzung', ...eingabe })
  await assert.rejects(aendere({ giltAb: app.clock.today().subtract({ days: 1 }).toString() }), Invalid)
  await assert.rejects(aendere({ satz: { berechnung: '1 + 1' } }), Conflict)
  await assert.rejects(aendere({ position: 'gibtEsNicht' }), NotFound)
  const { vorgangId } = await reicheEin(fest.versionId)
  await aendere({})
  const wert = async (tag: Temporal.PlainDate) => hier(async (tx) => {
    const version = await findLeistung(tx, 'festgebuehr', app.clock.today())
    const gebuehr = version && await gebuehrFuer(tx, version)
    return gebuehr && gebuehrAm(gebuehr, tag).positionen?.[0]?.cent
  })
  assert.deepEqual([await wert(app.clock.today()), await wert(morgen)], [1200, 1500])
  await app.clock.set(app.clock.now().add({ hours: 48 }))
  const spaeter = await reicheEin(fest.versionId)
  assert.equal((await hier((tx) => festsetzungZu(tx, { vorgangId: spaeter.vorgangId })))?.summe, 1500n)
  assert.equal((await hier((tx) => festsetzungZu(tx, { vorgangId })))?.summe, 1200n)
  assert.equal((await app.ask(admin, gebuehrenblatt, { leistung: 'festgebuehr' })).gebuehr.positionen?.[0]?.cent, 1500)
  await app.clock.set('echt')
  assert.deepEqual((await app.ask(admin, gebuehrenuebersicht, {})).map(({ schluessel }) => schluessel).sort(), ['festgebuehr', 'rahmengebuehr'])
})

test('a fee from a frame is set by a clerk with a reason and claimed with the decision', async () => {
  const { vorgangId } = await reicheEin(rahmen.versionId)
  await tue((ctx) => erhebeMitBescheid(ctx, vorgangId))
  assert.equal(await hier((tx) => forderungZu(tx, { vorgangId })), undefined)
  const setze = (cent: number, ermaessigung?: number) => app.execute(clerk, gebuehrFestsetzen, { vorgangId, betraege: [{ position: 'pruefung', cent }], grund: 'Aufwand von drei Stunden', ...(ermaessigung ? { ermaessigung } : {}) })
  await assert.rejects(setze(4999), Invalid)
  await assert.rejects(app.execute(clerk, gebuehrFestsetzen, { vorgangId, betraege: [{ position: 'auslagen', cent: 1 }], grund: 'x' }), Conflict)
  await assert.rejects(app.execute(personalActor(['vorgang.lesen']), gebuehrFestsetzen, { vorgangId, betraege: [], grund: 'x' }))
  await setze(12_000)
  await app.execute(system(), gebuehrErheben, { vorgangId })
  await app.execute(system(), gebuehrErheben, { vorgangId })
  const forderung = await hier((tx) => forderungZu(tx, { vorgangId }))
  assert.equal(forderung?.saldo, 12_500n)
  await setze(12_000, 50)
  assert.deepEqual(await hier((tx) => standZu(tx, forderung.id)), { soll: 6250n, ist: 0n, saldo: 6250n, status: 'offen' })
  const letzte = await hier((tx) => festsetzungZu(tx, { vorgangId }))
  assert.deepEqual([letzte?.fassung, letzte?.summe, letzte?.aufstellung.minderungen[0]?.rechtsgrundlage], [3, 6250n, 'Aufwand von drei Stunden'])
})
