import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Kennzahlquelle } from '../../../platform/kennzahlquelle.js'
import { newId } from '../../../platform/time/index.js'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../test/app.js'
import { einheitAnlegen } from '../../grundlagen/organisation/index.js'
import { objektAnlegen, strategieAnlegen } from '../programm/index.js'
import { kennzahlAnsehen } from './ansehen/query.js'
import type { Angaben } from './domain/angaben.js'
import { wertErfassen } from './erfassen/command.js'
import { kennzahlAendern, kennzahlFestlegen } from './festlegen/command.js'
import { kennzahlenUebersicht } from './index.js'
import { ladeKennzahl } from './lesen.js'
import { messungFesthalten } from './messen/command.js'
import { messeUndHalteFest, messung } from './messen/messung.js'
import { alleQuellen, alsMessung } from './messen/quellen.js'
import { kennzahlStilllegen, kennzahlWiederaufnehmen } from './stilllegen/command.js'
import { kennzahlenbaum } from './uebersicht/query.js'

const { app } = await testApp({ worker: false })
const buero = personalActor(['kennzahlen.lesen', 'kennzahlen.erfassen', 'kennzahlen.verwalten'])
const leserin = personalActor(['kennzahlen.lesen'], { id: '01900000-0000-7000-8000-0000000000ab' })
const heute = app.clock.today()

const angaben: Angaben = {
  name: 'Online-Dienste', definition: 'Dienste, die ganz online gehen', zielId: '', quelle: '', art: 'zahl',
  masseinheit: 'Dienste', nachkomma: '0', richtung: 'hoch', summierbar: 'ja', einheitId: '',
  haeufigkeit: 'monatlich', ausgangswert: '', ausgangAm: '', zielwert: '20', zielAm: '31.12.2030',
}
const wert = {
  einheitId: '', stichtag: '31.10.2025', zahl: '', zaehler: '', nenner: '', nachweis: 'Auswertung vom 3. November',
  nachweisLink: '', grund: '', fassung: 0,
}
let laufend = 0
const neue = async (mehr: Partial<Angaben> = {}) =>
  (await app.execute(buero, kennzahlFestlegen, { ...angaben, name: `Kennzahl ${++laufend}`, ...mehr })).id
const ansicht = (id: string) => app.ask(buero, kennzahlAnsehen, { id })
const felder = (error: unknown) => ((error as { felder?: { feld: string }[] }).felder ?? []).map(({ feld }) => feld)
const mit = (status: number, ...namen: string[]) => (error: unknown) => {
  assert.equal((error as { status?: number }).status, status, String(error));
  for (const name of namen) assert.ok(felder(error).includes(name), `${name} in ${felder(error).join()}`); return true
}

test('a value is entered with proof and corrected by a new version; the old one stays', async () => {
  const id = await neue()
  await assert.rejects(
    app.execute(buero, wertErfassen, { ...wert, id, zahl: '12', nachweis: '' }), mit(422, 'nachweis')
  )
  await app.execute(buero, wertErfassen, { ...wert, id, zahl: '12' })
  await assert.rejects(app.execute(buero, wertErfassen, { ...wert, id, zahl: '13', fassung: 1 }), mit(422, 'grund'))
  await app.execute(buero, wertErfassen, { ...wert, id, zahl: '13', fassung: 1, grund: 'Ein Dienst war vergessen' })
  const { reihe, fassungen, stand } = await ansicht(id)
  assert.deepEqual(reihe.map(({ zahl }) => zahl), [130_000n])
  assert.deepEqual(
    fassungen.map(({ fassung, messung }) => [fassung, messung]), [[2, { zahl: 130_000n }], [1, { zahl: 120_000n }]]
  )
  assert.deepEqual([stand.status, stand.grund], ['ohneWert', 'Der letzte Wert ist zu alt. Seitdem fehlen Werte.'])
  await assert.rejects(
    app.db.withMandant(musterstadt, (tx) => tx.deleteFrom('kennzahlen.wert' as never).execute()), /permission denied/
  )
})

test('two people at once: the second is told (409), nothing is overwritten', async () => {
  const id = await neue()
  const zugleich = await Promise.allSettled([
    app.execute(buero, wertErfassen, { ...wert, id, zahl: '1' }),
    app.execute(buero, wertErfassen, { ...wert, id, zahl: '2' }),
  ])
  assert.deepEqual(zugleich.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  mit(409)(zugleich.find((eine) => eine.status === 'rejected')?.reason)
  const { version } = await app.db.withMandant(musterstadt, (tx) => ladeKennzahl(tx, id))
  const beide =
    ['A', 'B'].map((name) => app.execute(buero, kennzahlAendern, { ...angaben, id, version, name: `Neu ${name}` }))
  const ergebnis = await Promise.allSettled(beide)
  mit(409)(ergebnis.find((eine) => eine.status === 'rejected')?.reason)
  assert.equal((await ansicht(id)).verlauf.filter(({ feld }) => feld === 'Name').length, 1)
})

test('future, nonsense, negative and huge values', async () => {
  const id = await neue({ masseinheit: 'Euro', nachkomma: '2' })
  await assert.rejects(
    app.execute(buero, wertErfassen, { ...wert, id, zahl: '1', stichtag: heute.add({ days: 1 }).toString() }),
    mit(422, 'stichtag')
  )
  await assert.rejects(
    app.execute(buero, wertErfassen, { ...wert, id, zahl: 'viel', stichtag: '30.02.2026' }),
    mit(422, 'zahl', 'stichtag')
  )
  await assert.rejects(
    app.execute(buero, wertErfassen, { ...wert, id, zahl: '1', nachweisLink: 'javascript:alert(1)' }),
    mit(422, 'nachweisLink')
  )
  await assert.rejects(
    app.execute(buero, wertErfassen, { ...wert, id, zahl: '1', nachweis: 'x'.repeat(1001) }), mit(422, 'nachweis')
  )
  await app.execute(buero, wertErfassen, { ...wert, id, zahl: '-1.234,56' })
  await app.execute(buero, wertErfassen, { ...wert, id, zahl: '999.999.999.999.999,9999', stichtag: '29.02.2024' })
  const [stand] =
    (await app.db.withMandant(musterstadt, (tx) => kennzahlenUebersicht(tx, heute))).filter((eine) => eine.id === id)
  assert.deepEqual(stand?.reihe.map(({ text }) => text), ['1.000.000.000.000.000,00 Euro', '-1.234,56 Euro'])
})

test('shares: kept by parts, per unit, the town by sums; zero of zero is no number', async () => {
  const id = await neue({ art: 'anteil', masseinheit: '', nachkomma: '1' })
  const [a, b] = [newId(), newId()]
  await app.execute(system(), einheitAnlegen, { id: a, kuerzel: '41', name: 'Kultur' })
  await app.execute(system(), einheitAnlegen, { id: b, kuerzel: '42', name: 'Sport' })
  await app.execute(buero, wertErfassen, { ...wert, id, einheitId: a, zaehler: '9', nenner: '10' })
  await app.execute(buero, wertErfassen, { ...wert, id, einheitId: b, zaehler: '0', nenner: '90' })
  await app.execute(buero, wertErfassen, { ...wert, id, stichtag: '30.09.2025', zaehler: '0', nenner: '0' })
  await assert.rejects(
    app.execute(buero, wertErfassen, { ...wert, id, stichtag: '31.08.2025', zaehler: '1', nenner: '0' }),
    mit(422, 'nenner')
  )
  const { reihe } = await ansicht(id)
  assert.deepEqual(
    reihe.map(({ zahl, ausEinheiten }) => [zahl, ausEinheiten]), [[null, false], [90_000n, true]],
    '9 of 100 are 9 %, the average of 90 % and 0 % would be 45 %'
  )
  const stand = async () => (await app.db.withMandant(musterstadt, (tx) => kennzahlenUebersicht(tx, heute)))
    .find((eine) => eine.id === id)?.reihe
    .map(({ text }) => text)
  assert.deepEqual(await stand(), ['nicht berechenbar (0 von 0)', '9,0 %'])
  await app.execute(buero, wertErfassen, { ...wert, id, zaehler: '12', nenner: '100' })
  assert.deepEqual(
    await stand(), ['nicht berechenbar (0 von 0)', '12,0 %'], 'what somebody says of the town counts before its units'
  )
  // Only in the own unit: its value yes, another's and the town's no.
  const kultur = personalActor(['kennzahlen.lesen', 'kennzahlen.erfassen'], { einheiten: [a] })
  await app.execute(buero, kennzahlAendern, { ...angaben, id, version: 1, name: 'Anteil', art: 'anteil', einheitId: b })
  await app.execute(
    kultur, wertErfassen, { ...wert, id, einheitId: a, stichtag: '31.07.2025', zaehler: '1', nenner: '2' }
  )
  await assert.rejects(
    app.execute(kultur, wertErfassen, { ...wert, id, stichtag: '31.07.2025', zaehler: '1', nenner: '2' }), mit(403)
  )
  const { darf } = await app.ask(kultur, kennzahlAnsehen, { id })
  assert.deepEqual(
    [darf.eintragen, darf.berichtigen(null), darf.berichtigen(a), darf.berichtigen(b), darf.verwalten],
    [true, false, true, false, false]
  )
})

test('who may not is refused, and another town sees nothing', async () => {
  const id = await neue()
  await assert.rejects(app.execute(leserin, wertErfassen, { ...wert, id, zahl: '1' }), mit(403))
  await assert.rejects(app.execute(leserin, kennzahlFestlegen, angaben), mit(403))
  await assert.rejects(app.execute(personalActor([]), wertErfassen, { ...wert, id, zahl: '1' }), mit(404))
  await assert.rejects(app.ask(personalActor([]), kennzahlAnsehen, { id }), mit(403))
  await assert.rejects(
    app.ask(personalActor(['kennzahlen.lesen'], { mandantId: beispielhausen }), kennzahlAnsehen, { id }), mit(404)
  )
})

test('a definition keeps what it was; the kind does not change under its values', async () => {
  const id = await neue({ zielwert: '20', zielAm: '31.12.2026' })
  await app.execute(buero, wertErfassen, { ...wert, id, zahl: '5' })
  await app.execute(
    buero, kennzahlAendern,
    { ...angaben, id, version: 1, name: `Kennzahl ${laufend}`, zielwert: '10,5', zielAm: '31.12.2026' }
  )
  const { verlauf } = await ansicht(id)
  assert.deepEqual(verlauf.map(({ feld, alt, neu }) => [feld, alt, neu]), [['Zielwert', '20', '10,5']])
  await assert.rejects(
    app.execute(buero, kennzahlAendern, { ...angaben, id, version: 2, art: 'anteil' }), mit(422, 'art')
  )
  await assert.rejects(
    app.execute(buero, kennzahlFestlegen, { ...angaben, name: `kennzahl ${laufend}` }), mit(422, 'name')
  )
  await assert.rejects(app.execute(buero, kennzahlFestlegen, {
    ...angaben, name: 'x', zielAm: '', haeufigkeit: 'oft', zielId: newId(), einheitId: 'x', ausgangswert: '12.5',
    ausgangAm: '1.1.2020',
  }), mit(422, 'zielAm', 'haeufigkeit', 'zielId', 'einheitId', 'ausgangswert'))
})

test('a retired Kennzahl takes no values, keeps the old ones and can come back', async () => {
  const id = await neue({ name: 'Ruht bald' })
  await app.execute(buero, wertErfassen, { ...wert, id, zahl: '5' })
  await app.execute(buero, kennzahlStilllegen, { id, grund: 'Wird nicht mehr gebraucht' })
  await app.execute(buero, kennzahlStilllegen, { id, grund: 'noch einmal' })
  await assert.rejects(app.execute(buero, wertErfassen, { ...wert, id, zahl: '6', stichtag: '30.09.2025' }), mit(409))
  const baum = await app.ask(buero, kennzahlenbaum, {})
  assert.ok(baum.stillgelegte.some((eine) => eine.id === id) && !baum.gezeigt.some((eine) => eine.id === id))
  assert.equal((await ansicht(id)).reihe.length, 1)
  const neuer = await neue({ name: 'ruht bald' })
  await assert.rejects(app.execute(buero, kennzahlWiederaufnehmen, { id, grund: 'doch' }), mit(409))
  await app.execute(buero, kennzahlStilllegen, { id: neuer, grund: 'Versehen' })
  await app.execute(buero, kennzahlWiederaufnehmen, { id, grund: 'doch' })
  await app.execute(buero, wertErfassen, { ...wert, id, zahl: '6', stichtag: '30.09.2025' })
})

test('Kennzahlen stand below their Ziel, in the order of the paper', async () => {
  const zielId = newId()
  const { id: strategieId } = await app.execute(
    system(), strategieAnlegen, { kennung: 'digital', name: 'Digital 2030' }
  )
  await app.execute(system(), objektAnlegen, { id: zielId, strategieId, art: 'ziel', felder: { name: 'Bürgernähe' } })
  const id = await neue({ zielId })
  const { aeste } = await app.ask(leserin, kennzahlenbaum, { strategie: 'digital' })
  assert.deepEqual(
    aeste.map(({ ziel, kennzahlen }) => [ziel.name, kennzahlen.map((eine) => eine.id)]), [['Bürgernähe', [id]]]
  )
})

const quelle = (mehr: Partial<Kennzahlquelle> = {}): Kennzahlquelle => ({
  schluessel: 'probe.zahl', name: 'Probe', zaehlt: 'Probe', art: 'zahl', masseinheit: 'Stück', nachkomma: 0,
  richtung: 'hoch', summierbar: true, bezug: 'zeitraum', messen: async () => ({ gesamt: { zahl: 7 } }), ...mehr,
})

test('what a source counts is frozen; another value later is a new version with its reason', async () => {
  const id = await neue({ quelle: 'probe.zahl' })
  const stichtag = Temporal.PlainDate.from('2024-02-29')
  const messe = async (actor: typeof buero, zahl: number, grund = '') => messeUndHalteFest(
    app, actor, await app.db.withMandant(musterstadt, (tx) => ladeKennzahl(tx, id)),
    quelle({ messen: async (_, { von, bis }) => {
      assert.deepEqual([String(von), String(bis)], ['2024-02-01', '2024-02-29']); return { gesamt: { zahl } }
    } }),
    stichtag, grund
  )
  assert.deepEqual(await messe(system(), 7), { neu: 1 })
  assert.deepEqual(await messe(system(), 7), { neu: 0 })
  await assert.rejects(messe(buero, 8), mit(422, 'grund'))
  assert.deepEqual(await messe(buero, 8, 'Ein Vorgang wurde nachgetragen'), { neu: 1 })
  const { fassungen } = await ansicht(id)
  assert.deepEqual(
    fassungen.map(({ fassung, grund, quelle: woher, von }) => [fassung, grund, woher, String(von)]),
    [[2, 'Ein Vorgang wurde nachgetragen', 'probe.zahl', '2024-02-01'], [1, '', 'probe.zahl', '2024-02-01']]
  )
  await assert.rejects(app.execute(
    leserin, messungFesthalten,
    { id, quelle: 'probe.zahl', stichtag: '2024-02-29', von: null, werte: [{ einheitId: null, zahl: '1' }], grund: '' }
  ), mit(403))
  await assert.rejects(app.execute(
    buero, messungFesthalten,
    { id, quelle: 'andere.zahl', stichtag: '2024-02-29', von: null, werte: [{ einheitId: null, zahl: '1' }], grund: '' }
  ), mit(409))
  await assert.rejects(app.execute(buero, messungFesthalten, {
    id, quelle: 'probe.zahl', stichtag: heute.add({ days: 1 }).toString(), von: null,
    werte: [{ einheitId: null, zahl: '1' }], grund: '',
  }), mit(422, 'stichtag'))
})

test('the job measures what is due; a source that fails leaves a reason and keeps no other from it', async () => {
  const quellen = [
    quelle({ schluessel: 'probe.kaputt', messen: async () => { throw new Error('nichts da') } }),
    quelle({ schluessel: 'probe.gut', messen: async () => ({ gesamt: { zaehler: 1, nenner: 4 } }) }),
  ]
  const mitQuellen = {
    ...app, module: [{ name: 'probe', etage: 'grundlagen' as const, dependsOn: [], kennzahlquellen: quellen }],
  }
  const kaputt = await neue({ quelle: 'probe.kaputt' })
  const gut = await neue({ quelle: 'probe.gut', art: 'anteil', haeufigkeit: 'jaehrlich' })
  const vonHand = await neue({ quelle: 'probe.gut', art: 'anteil' })
  const letzter = heute.with({ day: 1 }).subtract({ days: 1 })
  await app.execute(
    buero, wertErfassen, { ...wert, id: vonHand, stichtag: letzter.toString(), zaehler: '2', nenner: '2' }
  )
  const lauf = () =>
    messung.run({ app: mitQuellen, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
  const still = app.log.error
  Object.assign(app.log, { error: () => undefined })
  await lauf()
  await lauf()
  Object.assign(app.log, { error: still })
  assert.deepEqual(
    (await ansicht(kaputt)).fassungen.map(({ messung: eine }) => 'fehlt' in eine && /Protokoll/.test(eine.fehlt)),
    [true]
  )
  assert.deepEqual(
    (await ansicht(gut)).fassungen.map(({ stichtag, messung: eine }) => [stichtag.toString(), eine]),
    [[`${heute.year - 1}-12-31`, { zaehler: 10_000n, nenner: 40_000n }]]
  )
  assert.deepEqual(
    (await ansicht(vonHand)).fassungen.map(({ herkunft }) => herkunft), ['hand'],
    'what a person entered is not replaced by itself'
  )
})

test('every source of the program has a key of its own and counts an empty town without failing', async () => {
  const quellen = alleQuellen(app)
  assert.ok(quellen.length >= 20 && new Set(quellen.map(({ schluessel }) => schluessel)).size === quellen.length)
  for (const eine of quellen) {
    assert.match(eine.schluessel, /^[a-z]+(\.[a-z0-9-]+)+$/)
    const { gesamt } = await app.db.reading(
      beispielhausen, (tx) => eine.messen(tx, { von: heute.with({ day: 1 }), bis: heute })
    )
    assert.ok('fehlt' in gesamt || eine.art === ('zahl' in gesamt ? 'zahl' : 'anteil'), eine.schluessel)
  }
})

test('nonsense from a source is no value', () => {
  for (const wert_ of [
    { zahl: Number.NaN }, { zahl: 1e300 }, { zaehler: 1, nenner: 0 }, { zaehler: -1, nenner: 2 }, { fehlt: '' },
  ]) assert.ok('fehlt' in alsMessung(wert_))
})
