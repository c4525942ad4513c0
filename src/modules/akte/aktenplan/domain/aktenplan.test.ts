import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { bildeAktenzeichen, leseMuster, zerlegeAktenzeichen, type AktenzeichenMuster } from './aktenzeichen.js'
import { aktivierungsHindernisse, giltAm, neueAkteHindernis, type Einheit } from './einheit.js'
import { compareKennzeichen, sortiertNachKennzeichen, zeichenSuchschluessel } from './kennzeichen.js'

const muster = (text: string): AktenzeichenMuster => {
  const result = leseMuster(text)
  assert.ok(result.ok, text)
  return result.value
}
const fehler = (text: string): string | undefined => {
  const result = leseMuster(text)
  return result.ok ? undefined : result.code
}
const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

test('file plan signs sort segment by segment', () => {
  const sorted = ['1', '02', '10', '10.24.01', '10.24.02', '10.24.10', '12', '12.1', '12.1.1', '12.9', '12.10', '100']
  const mixed = sorted.toReversed().map((kennzeichen) => ({ kennzeichen }))
  assert.deepEqual(sortiertNachKennzeichen(mixed).map(({ kennzeichen }) => kennzeichen), sorted)
  assert.ok(compareKennzeichen('12.9', '12.10') < 0)
})

test('Aktenzeichen follow the template of the town and grow beyond their zeros', () => {
  const teile = { aktenplan: '10.24.01', jahr: 2026, nummer: 7 }
  assert.equal(bildeAktenzeichen(muster('{aktenplan}/{jahr}/{lfd}'), teile), '10.24.01/2026/7')
  assert.equal(bildeAktenzeichen(muster('{aktenplan}-{ordnungsnr}'), teile), '10.24.01-7')
  assert.equal(bildeAktenzeichen(muster('Az. {aktenplan}-{lfd:0000}'), teile), 'Az. 10.24.01-0007')
  assert.equal(bildeAktenzeichen(muster('{aktenplan}-{lfd:0000}'), { ...teile, nummer: 12345 }), '10.24.01-12345')
  assert.equal(muster('{aktenplan}/{jahr}/{lfd}').zaehlkreis, 'EINHEIT_UND_JAHR')
  assert.equal(muster('{aktenplan}-{ordnungsnr}').zaehlkreis, 'EINHEIT')
  assert.throws(() => bildeAktenzeichen(muster('{aktenplan}-{lfd}'), { ...teile, nummer: 0 }), RangeError)
})

test('templates that could give two files one sign are refused', () => {
  assert.equal(fehler('{jahr}/{lfd}'), 'unvollstaendig')
  assert.equal(fehler('{aktenplan}/{jahr}'), 'unvollstaendig')
  assert.equal(fehler('{aktenplan}/{lfd}/{ordnungsnr}'), 'unvollstaendig')
  assert.equal(fehler('{aktenplan}{lfd}'), 'trennzeichen')
  assert.equal(fehler('{aktenplan}-1{lfd}'), 'trennzeichen')
  assert.equal(fehler('{plan}-{lfd}'), 'platzhalter')
  assert.equal(fehler('{aktenplan:00}-{lfd}'), 'platzhalter')
  assert.equal(fehler('{aktenplan}-{lfd}}'), 'zeichen')
})

test('signs can be taken apart again, and different numbers give different signs', () => {
  const vorlage = fc
    .constantFrom('{aktenplan}/{jahr}/{lfd}', '{aktenplan}-{ordnungsnr}', '{aktenplan} {jahr}-{lfd:0000}')
    .map(muster)
  const plan = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 }).map((list) => list.join('.'))
  fc.assert(fc.property(vorlage, plan, fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 99_999 }),
    (form, aktenplan, jahr, nummer) => {
      const zeichen = bildeAktenzeichen(form, { aktenplan, jahr, nummer })
      const erwartet = form.zaehlkreis === 'EINHEIT' ? 0 : jahr
      assert.deepEqual(zerlegeAktenzeichen(form, zeichen), { aktenplan, jahr: erwartet, nummer })
      assert.notEqual(bildeAktenzeichen(form, { aktenplan, jahr, nummer: nummer + 1 }), zeichen)
    }))
  assert.equal(zerlegeAktenzeichen(muster('{aktenplan}-{lfd:0000}'), '10-7'), undefined)
  assert.equal(zerlegeAktenzeichen(muster('{aktenplan}-{lfd}'), 'II/4 alt'), undefined)
})

test('search by Aktenzeichen tolerates separators and leading zeros (C1-12)', () => {
  const same = ['10.24.01/2026/0007', '10 24 1 2026 7', '10-24-01-2026-07', ' 10.24.1 / 2026 / 7 ', '10.24.01.2026.7']
  assert.equal(new Set(same.map(zeichenSuchschluessel)).size, 1)
  assert.equal(zeichenSuchschluessel('AZ 4b/007'), zeichenSuchschluessel('az4B-7'))
  assert.notEqual(zeichenSuchschluessel('12.1'), zeichenSuchschluessel('12.10'))
  assert.equal(zeichenSuchschluessel('000'), '0')
})

const codes = (einheit: Einheit): string[] => aktivierungsHindernisse(einheit).map(({ code }) => code)
const blatt: Einheit = {
  kennzeichen: '10.24.01', bezeichnung: 'Hundesteuer', gueltigVon: day('2026-01-01'), gueltigBis: day('2026-12-31'),
  aktiv: true, stillgelegt: false, istBlatt: true, aufbewahrungsdauer: { jahre: 10 }, aussonderungsart: 'B',
}

test('a leaf without retention or Aussonderungsart cannot be activated (C1-07)', () => {
  const { aufbewahrungsdauer, aussonderungsart, ...ohne } = blatt
  assert.ok(aufbewahrungsdauer && aussonderungsart)
  assert.deepEqual(codes(blatt), [])
  assert.deepEqual(codes(ohne), ['aufbewahrungFehlt', 'aussonderungsartFehlt'])
  assert.deepEqual(codes({ ...ohne, istBlatt: false }), [])
  assert.deepEqual(codes({ ...blatt, aufbewahrungsdauer: { jahre: 0 } }), [])
  assert.deepEqual(codes({ ...blatt, aufbewahrungsdauer: { jahre: 1.5 } }), ['aufbewahrungUngueltig'])
  assert.deepEqual(codes({ ...blatt, gueltigBis: day('2025-12-31') }), ['gueltigkeit'])
})

test('new files only in valid, active leaves (C1-01)', () => {
  assert.equal(giltAm(blatt, day('2026-01-01')) && giltAm(blatt, day('2026-12-31')), true)
  assert.equal(giltAm(blatt, day('2027-01-01')) || giltAm(blatt, day('2025-12-31')), false)
  const code = (einheit: Einheit, iso = '2026-11-22'): string | undefined => neueAkteHindernis(einheit, day(iso))?.code
  assert.equal(code(blatt), undefined)
  assert.equal(code(blatt, '2027-01-01'), 'nichtGueltig')
  assert.equal(code({ ...blatt, stillgelegt: true }), 'stillgelegt')
  assert.equal(code({ ...blatt, istBlatt: false }), 'keinBlatt')
  assert.equal(code({ ...blatt, aktiv: false }), 'nichtAktiv')
})
