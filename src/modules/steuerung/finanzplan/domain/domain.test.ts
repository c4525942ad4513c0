import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { alsTexte, FELDER, leseTexte } from './eingabe.js'
import { neueste, prozentText, vergleiche, zusammen, type Stichtagswerte } from './sollist.js'
import { externeKostenCent, inTausend, rundungsdifferenz, summe, summiere } from './summen.js'
import { gesamtCent, horizontVon, imJahrCent, nachProjektende, verteile } from './verteilung.js'
import { ALLE_SPALTEN, istVzae, type Bezug, type Zeile } from './zeile.js'

const tag = (iso: string) => Temporal.PlainDate.from(iso)
const zeile = (teil: Partial<Zeile>): Zeile => ({
  id: 'z', strategieId: 's', objektId: null, kennung: null, vonHand: true, bezeichnung: 'x', spalte: 'einmalig', stand: 'plan', jahrVon: null, jahrBis: null, bezug: 'einzeln', betriebAb: null,
  betragCent: null, vzaeHundertstel: null, mittelart: null, produkt: null, sachkonto: null, verpflichtung: false, preisstand: null, brutto: true, unsicherheit: null, quelle: null, version: 1, ...teil,
})

const betrag = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })
const zeilen = fc.array(fc.record({
  spalte: fc.constantFrom(...ALLE_SPALTEN.filter((spalte) => !istVzae({ spalte }))), stand: fc.constantFrom('plan' as const, 'veranschlagt' as const), bezug: fc.constantFrom<Bezug>('einzeln', 'jaehrlich', 'kumuliert'),
  von: fc.option(fc.integer({ min: 2020, max: 2030 })), dauer: fc.option(fc.nat(6)), monat: fc.option(fc.integer({ min: 1, max: 12 })), betragCent: fc.option(betrag),
}).map(({ spalte, stand, bezug, von, dauer, monat, betragCent }) => zeile({
  spalte, stand, bezug, betragCent, jahrVon: von, jahrBis: von === null || dauer === null ? null : von + dauer, betriebAb: bezug === 'jaehrlich' && monat !== null ? new Temporal.PlainDate(von ?? 2024, monat, 1) : null,
})), { maxLength: 30 })

test('Z2, H3-05: 588.000, 650.671, 498.000, 630.671', () => {
  const plan = (spalte: 'einmalig' | 'laufend', euro: bigint) => zeile({ spalte, bezug: 'kumuliert', jahrVon: 2023, jahrBis: 2026, betragCent: euro * 100n })
  const schon = (spalte: 'einmalig' | 'laufend', euro: bigint) => zeile({ spalte, stand: 'veranschlagt', jahrVon: 2023, jahrBis: 2023, betragCent: euro * 100n })
  const summen = summiere([
    ...[366_000n, 152_000n, 45_000n, 25_000n].map((euro) => plan('einmalig', euro)), ...[485_271n, 123_400n, 22_000n, 20_000n].map((euro) => plan('laufend', euro)), schon('einmalig', 90_000n), schon('laufend', 20_000n),
    zeile({ spalte: 'vzae_ist', vzaeHundertstel: 100 }), zeile({ spalte: 'vzae_soll', vzaeHundertstel: 300 }), zeile({ spalte: 'vzae_dezentral', vzaeHundertstel: 2308 }),
  ], { horizont: 2026 })
  assert.deepEqual([summen.einmaligCent, summen.laufendCent, summen.zusatzEinmaligCent, summen.zusatzLaufendCent], [58_800_000n, 65_067_100n, 49_800_000n, 63_067_100n])
  assert.deepEqual([summen.vzaeDifferenz, summen.vzaeDezentral, summen.schulungCent], [200, 2308, null])
})

test('missing is never zero, zero is never missing', () => {
  assert.equal(summe([null, null]), null)
  assert.equal(summe([null, 0n]), 0n)
  assert.equal(summiere([zeile({})], { horizont: 2030 }).einmaligCent, null)
  assert.equal(summiere([zeile({ betragCent: 0n })], { horizont: 2030 }).einmaligCent, 0n)
  assert.equal(summiere([zeile({ spalte: 'laufend', stand: 'veranschlagt', betragCent: 5n })], { horizont: 2030 }).zusatzLaufendCent, null)
})

test('yearly costs begin with the month of go-live and go on after the project', () => {
  const wartung = zeile({ spalte: 'laufend', bezug: 'jaehrlich', jahrVon: 2026, betriebAb: tag('2026-10-01'), betragCent: 11_800_000n })
  const { jahre, weiterJaehrlichCent, ohneJahrCent } = verteile(wartung, 2028)
  assert.deepEqual([[...jahre], weiterJaehrlichCent, ohneJahrCent], [[[2026, 2_950_000n], [2027, 11_800_000n], [2028, 11_800_000n]], 11_800_000n, null])
  assert.deepEqual([...nachProjektende(wartung, tag('2027-06-30'), 2028)], [[2027, 5_900_000n], [2028, 11_800_000n]])
  assert.deepEqual([...nachProjektende(wartung, tag('2026-11-30'), 2026)], [[2026, 983_333n]])
  assert.deepEqual([...nachProjektende(wartung, tag('2026-12-31'), 2026)], [])
  // One cent in twelve months, January to December: a month of it is nothing, the year is the cent.
  assert.equal(imJahrCent(zeile({ bezug: 'jaehrlich', jahrVon: 2026, betriebAb: tag('2026-12-01'), betragCent: 1n }), 2026, 2026), 0n)
  assert.equal(imJahrCent(zeile({ bezug: 'jaehrlich', jahrVon: 2026, betriebAb: tag('2026-01-01'), betragCent: 1n }), 2026, 2026), 1n)
})

test('what the paper does not spread over years stays unspread', () => {
  assert.deepEqual(verteile(zeile({ bezug: 'kumuliert', jahrVon: 2023, jahrBis: 2026, betragCent: 7n }), 2026), { jahre: new Map(), ohneJahrCent: 7n, weiterJaehrlichCent: null })
  assert.equal(gesamtCent(zeile({ bezug: 'jaehrlich', betragCent: 7n }), 2026), null)
  assert.equal(verteile(zeile({ bezug: 'jaehrlich', betragCent: 7n }), 2026).weiterJaehrlichCent, 7n)
})

test('years and the rest add up to the total, and parts to the whole', () => {
  fc.assert(fc.property(zeilen, fc.integer({ min: 0, max: 30 }), (alle, schnitt) => {
    const horizont = horizontVon(alle, 2026)
    const jahre = [...new Set(alle.flatMap((eine) => [...verteile(eine, horizont).jahre.keys()]))]
    for (const eine of alle) {
      const { jahre: je, ohneJahrCent } = verteile(eine, horizont)
      assert.equal(gesamtCent(eine, horizont), summe([...je.values(), ohneJahrCent]))
      for (const [jahr, cent] of nachProjektende(eine, tag('2025-05-31'), horizont)) assert.ok((cent < 0n ? -cent : cent) <= ((je.get(jahr) ?? 0n) < 0n ? -(je.get(jahr) ?? 0n) : je.get(jahr) ?? 0n))
    }
    const plan = alle.filter(({ stand, spalte }) => stand === 'plan' && ['einmalig', 'hardware', 'infrastruktur', 'beratung', 'allgemein'].includes(spalte))
    const gesamt = summiere(alle, { horizont }).einmaligCent
    assert.equal(gesamt, summe([...jahre.map((jahr) => summiere(alle, { horizont, jahr }).einmaligCent), ...plan.map((eine) => verteile(eine, horizont).ohneJahrCent)]))
    assert.equal(gesamt, summe([summiere(alle.slice(0, schnitt), { horizont }).einmaligCent, summiere(alle.slice(schnitt), { horizont }).einmaligCent]))
    const { konsumtivCent, investivCent, ohneMittelartCent, einmaligCent, laufendCent, schulungCent } = summiere(alle, { horizont })
    assert.equal(summe([konsumtivCent, investivCent, ohneMittelartCent]), summe([einmaligCent, laufendCent, schulungCent]))
    assert.equal(summe([externeKostenCent(alle, horizont), summe(plan.filter(({ spalte }) => spalte === 'allgemein').map((eine) => gesamtCent(eine, horizont)))]), summe([einmaligCent, laufendCent, schulungCent]))
  }))
})

test('thousands are rounded from cents; the difference to the sum of rounded figures is known', () => {
  assert.equal(inTausend(149_999n), 1n)
  assert.equal(inTausend(150_000n), 2n)
  assert.equal(inTausend(-150_000n), -2n)
  assert.equal(rundungsdifferenz([140_000n, 140_000n]), 1n)
  fc.assert(fc.property(fc.array(fc.option(betrag)), (teile) => {
    const gezeigt = teile.reduce<bigint>((bisher, teil) => bisher + (teil === null ? 0n : inTausend(teil)), 0n)
    assert.equal(gezeigt + rundungsdifferenz(teile), inTausend(summe(teile) ?? 0n))
    assert.ok((rundungsdifferenz(teile) < 0n ? -rundungsdifferenz(teile) : rundungsdifferenz(teile)) <= BigInt(teile.length))
  }))
})

test('deviation: forecast before booked and ordered; percent of nothing is n/a', () => {
  const leer = { nachtragCent: null, obligoCent: null, istCent: null, prognoseCent: null }
  assert.equal(vergleiche(100n, leer).abweichungCent, null)
  assert.equal(prozentText(vergleiche(100n, leer)), '–')
  assert.equal(vergleiche(100n, { ...leer, istCent: 0n }).abweichungCent, -100n)
  const voll = vergleiche(10_000n, { nachtragCent: 2_000n, obligoCent: 1_000n, istCent: 9_000n, prognoseCent: 13_500n })
  assert.deepEqual([voll.sollCent, voll.erwartetCent, voll.abweichungCent, prozentText(voll)], [12_000n, 13_500n, 1_500n, '12,5\u00a0%'])
  assert.equal(prozentText(vergleiche(0n, { ...leer, istCent: 5n })), 'n/a')
  // A line without figures does not look like money saved.
  const beide = zusammen([voll, vergleiche(50_000n, leer)])
  assert.deepEqual([beide.abweichungCent, beide.verglichen, prozentText({ abweichungCent: beide.abweichungCent, sollCent: beide.sollVerglichenCent })], [1_500n, 1, '12,5\u00a0%'])
})

test('the newest word counts, and silence erases nothing', () => {
  const werte = (stichtag: string, teil: Partial<Stichtagswerte>): Stichtagswerte => ({ zeileId: 'a', jahr: 2026, stichtag: tag(stichtag), nachtragCent: null, obligoCent: null, istCent: null, prognoseCent: null, ...teil })
  const jetzt = neueste([werte('2026-09-30', { istCent: 9n }), werte('2026-03-31', { istCent: 3n, prognoseCent: 12n })]).get('a 2026')
  assert.deepEqual([jetzt?.istCent, jetzt?.prognoseCent, jetzt?.stichtag.toString()], [9n, 12n, '2026-09-30'])
})

test('a line survives its form; wrong fields are named, nothing is guessed', () => {
  const eine = zeile({ bezeichnung: 'Wartung', spalte: 'laufend', bezug: 'jaehrlich', jahrVon: 2026, betriebAb: tag('2026-03-01'), betragCent: 4_233_333n, produkt: '01.10.01', preisstand: tag('2024-02-29'), brutto: false })
  const { werte, fehler } = leseTexte(alsTexte(eine))
  assert.deepEqual(fehler, [])
  assert.deepEqual(alsTexte(werte), alsTexte(eine))
  assert.equal(werte.produkt, '01.10.01')
  const falsch = leseTexte({ bezeichnung: '', spalte: 'vzae_soll', betrag: '1.5', vzae: '2,505', jahrVon: '2027', jahrBis: '2026', preisstand: '29.02.2027', betriebAb: '13/2027', stand: 'x' })
  assert.deepEqual([...new Set(falsch.fehler.map(({ feld }) => feld))].sort(), ['betrag', 'betriebAb', 'bezeichnung', 'jahrBis', 'preisstand', 'stand', 'vzae'])
  assert.ok(FELDER.every((feld) => typeof alsTexte(eine)[feld] === 'string'))
})
