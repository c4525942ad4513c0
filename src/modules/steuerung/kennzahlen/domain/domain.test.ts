import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Feldfehler } from '../../../../platform/errors.js'
import { isSafeLink } from '../../../../platform/text/index.js'
import { leseMessung } from './angaben.js'
import { gleich, zahlAus, zusammen, type Messung } from './kennzahl.js'
import { sollwert, standVon, type Zielvorgabe } from './status.js'
import { alsEingabe, alsText, ausText, formatZahl, GANZ, leseZahl } from './zahl.js'
import { beginnVon, faellige, letzterStichtag, stichtage, stichtagVon, zeitraumwort } from './zeitraum.js'

const tag = (iso: string) => Temporal.PlainDate.from(iso)
const zahl = (text: string) => { const gelesen = leseZahl(text); assert.ok(gelesen.ok, text); return gelesen.wert }

test('numbers are read as people in Germany type them, and nothing is guessed', () => {
  assert.equal(alsText(zahl('1.234,5')), '1234.5000')
  assert.equal(alsText(zahl('-3')), '-3.0000')
  assert.equal(alsText(zahl('1 000 000')), '1000000.0000')
  assert.equal(alsText(zahl('999.999.999.999.999,9999')), '999999999999999.9999')
  assert.match((leseZahl('12.5') as { text: string }).text, /Komma/)
  for (const falsch of [
    '', 'zwölf', '1.23.456', '1,23456', '1e5', '1000000000000000', '--2', '12,', 'NaN', '=1+1',
  ]) assert.equal(leseZahl(falsch).ok, false, falsch)
})

test('property: what is shown in a form reads back as the same number, exactly', () => {
  fc.assert(fc.property(fc.bigInt({ min: -(10n ** 19n) + 1n, max: 10n ** 19n - 1n }), (wert) => {
    assert.equal(zahl(alsEingabe(wert)), wert)
    assert.equal(ausText(alsText(wert)), wert)
  }), { numRuns: 200 })
})

test('rounding is half away from zero, and minus zero is zero', () => {
  assert.equal(formatZahl(zahl('2,5'), 0), '3')
  assert.equal(formatZahl(zahl('-2,5'), 0), '-3')
  assert.equal(formatZahl(zahl('-0,04'), 1), '0,0')
  assert.equal(formatZahl(zahl('1234567,899'), 2), '1.234.567,90')
})

test('a share of zero is no number, and units are added by their parts (H6-04)', () => {
  assert.equal(zahlAus({ zaehler: 0n, nenner: 0n }), null)
  const a: Messung = { zaehler: GANZ(1), nenner: GANZ(1) }
  const b: Messung = { zaehler: GANZ(0), nenner: GANZ(99) }
  // The average of 100 % and 0 % would say 50 %.
  assert.equal(formatZahl(zahlAus(zusammen([a, b], true) as Messung) ?? -1n, 1), '1,0')
  assert.deepEqual(zusammen([{ zaehler: 0n, nenner: 0n }, { fehlt: 'x' }], true), { zaehler: 0n, nenner: 0n })
  assert.deepEqual(zusammen([{ zahl: 3n }, { zahl: -4n }], true), { zahl: -1n })
  assert.equal(zusammen([{ zahl: 3n }, { zahl: 4n }], false), undefined, 'medians do not add up')
  assert.equal(zusammen([{ fehlt: 'x' }], true), undefined)
  assert.ok(gleich({ zahl: 3n }, { zahl: 3n }) && !gleich({ zahl: 3n }, { fehlt: '3' }))
})

test('property: the share of the town lies between the shares of its units', () => {
  const teil = fc.record({ nenner: fc.integer({ min: 1, max: 10_000 }), anteil: fc.integer({ min: 0, max: 100 }) })
  fc.assert(fc.property(fc.array(teil, { minLength: 1, maxLength: 6 }), (teile) => {
    const messungen =
      teile.map(({ nenner, anteil }) => ({ zaehler: GANZ(Math.floor(nenner * anteil / 100)), nenner: GANZ(nenner) }))
    const einzeln = messungen.map((eine) => zahlAus(eine) ?? 0n)
    const ganze = zahlAus(zusammen(messungen, true) as Messung) ?? -1n
    assert.ok(einzeln.some((eine) => eine <= ganze) && einzeln.some((eine) => eine >= ganze))
  }), { numRuns: 100 })
})

test('spans end where the calendar says, also in leap years and at the turn of the year', () => {
  assert.equal(stichtagVon(tag('2028-02-01'), 'monatlich').toString(), '2028-02-29')
  assert.equal(stichtagVon(tag('2027-02-28'), 'monatlich').toString(), '2027-02-28')
  assert.equal(letzterStichtag(tag('2028-02-29'), 'monatlich').toString(), '2028-01-31', 'the day itself is not over')
  assert.equal(letzterStichtag(tag('2028-03-01'), 'monatlich').toString(), '2028-02-29')
  assert.equal(letzterStichtag(tag('2027-01-01'), 'jaehrlich').toString(), '2026-12-31')
  assert.equal(beginnVon(tag('2026-12-31'), 'quartalsweise').toString(), '2026-10-01')
  assert.equal(zeitraumwort(tag('2026-06-30'), 'halbjaehrlich'), '1. Halbjahr 2026')
  assert.equal(zeitraumwort(tag('2026-09-30'), 'quartalsweise'), '3. Quartal 2026')
  assert.equal(zeitraumwort(tag('2026-09-29'), 'quartalsweise'), '29.09.2026')
  assert.deepEqual(
    stichtage(tag('2026-05-10'), 'quartalsweise', 3).map(String), ['2026-03-31', '2025-12-31', '2025-09-30']
  )
})

test('a standstill is made up for, a new Kennzahl begins with the last span', () => {
  assert.deepEqual(faellige(tag('2026-11-22'), 'monatlich', null).map(String), ['2026-10-31'])
  assert.deepEqual(faellige(tag('2026-11-22'), 'monatlich', tag('2026-10-31')), [])
  assert.deepEqual(
    faellige(tag('2026-11-22'), 'monatlich', tag('2026-08-31')).map(String), ['2026-09-30', '2026-10-31']
  )
  assert.equal(faellige(tag('2046-11-22'), 'monatlich', tag('2026-08-31')).length, 24)
})

const ziel: Zielvorgabe = {
  richtung: 'hoch', zielwert: GANZ(20), zielAm: tag('2026-12-31'),
  ausgang: { stichtag: tag('2025-12-31'), zahl: GANZ(10) },
}
const am = (iso: string, wert: number | null) => ({ stichtag: tag(iso), zahl: wert === null ? null : GANZ(wert) })

test('the status follows target, day and way', () => {
  const heute = tag('2026-07-10')
  assert.equal(standVon(ziel, [], heute).status, 'ohneWert')
  assert.equal(standVon(ziel, [am('2026-06-30', 20)], heute).status, 'erreicht')
  assert.equal(standVon(ziel, [am('2026-06-30', 15)], heute).status, 'imPlan')
  assert.equal(standVon(ziel, [am('2026-06-30', 13)], heute).status, 'hinterPlan')
  assert.equal(
    standVon(ziel, [am('2026-05-31', 25), am('2026-06-30', null)], heute).status, 'ohneWert',
    'the value before does not stand for a missing one'
  )
  assert.equal(standVon({ ...ziel, zielwert: null, zielAm: null }, [am('2026-06-30', 15)], heute).status, 'offen')
  assert.equal(
    standVon({ ...ziel, ausgang: null }, [am('2026-06-30', 15)], heute).status, 'offen', 'one value makes no way'
  )
  assert.equal(standVon(ziel, [am('2026-12-31', 19)], tag('2026-12-31')).status, 'verfehlt')
  assert.equal(
    standVon(ziel, [am('2026-11-30', 19)], tag('2027-01-02')).status, 'offen',
    'the value of the last day is not there yet'
  )
  assert.equal(standVon(ziel, [am('2027-01-31', 21)], tag('2027-02-02')).status, 'erreicht')
})

test('an old value says nothing of today; after the target date the value of that time decides', () => {
  const heute = tag('2026-07-10')
  assert.equal(standVon(ziel, [am('2026-05-31', 25)], heute, tag('2026-05-31')).status, 'erreicht')
  assert.equal(standVon(ziel, [am('2026-04-30', 25)], heute, tag('2026-05-31')).status, 'ohneWert')
  assert.equal(standVon(ziel, [am('2026-12-31', 19)], tag('2027-09-01'), tag('2027-07-31')).status, 'verfehlt')
})

test('less can be better', () => {
  const weniger: Zielvorgabe = {
    richtung: 'niedrig', zielwert: GANZ(10), zielAm: tag('2026-12-31'), ausgang: am('2025-12-31', 30),
  }
  assert.equal(standVon(weniger, [am('2026-06-30', 19)], tag('2026-07-01')).status, 'imPlan')
  assert.equal(standVon(weniger, [am('2026-06-30', 25)], tag('2026-07-01')).status, 'hinterPlan')
  assert.equal(standVon(weniger, [am('2026-06-30', -5)], tag('2026-07-01')).status, 'erreicht')
  assert.equal(sollwert(
    { stichtag: tag('2028-02-28'), zahl: GANZ(0) }, { stichtag: tag('2028-03-01'), zahl: GANZ(10) }, tag('2028-02-29')
  ), GANZ(5))
})

test('a share needs sensible parts', () => {
  const pruefe = (zaehler: string, nenner: string) => { const fehler: Feldfehler[] = []; return {
    messung: leseMessung('anteil', { zahl: '', zaehler, nenner }, fehler), felder: fehler.map(({ feld }) => feld),
  } }
  assert.deepEqual(pruefe('3,5', '10').messung, { zaehler: 35_000n, nenner: GANZ(10) })
  assert.deepEqual(pruefe('0', '0').felder, [])
  assert.deepEqual(pruefe('5', '0').felder, ['nenner'])
  assert.deepEqual(pruefe('-1', '5').felder, ['zaehler'])
  assert.deepEqual(pruefe('', 'x').felder, ['zaehler', 'nenner'])
})

test('a proof leads to a page, never to something that runs', () => {
  for (const gut of ['https://beispiel.de/a?b=c', '/arbeitsplatz/akten/1']) assert.ok(isSafeLink(gut), gut)
  for (const schlecht of [
    'javascript:alert(1)', '//fremd.example', 'http://beispiel.de', '/\\fremd', 'data:text/html,x', 'https://a b',
  ]) assert.ok(!isSafeLink(schlecht), schlecht)
})
