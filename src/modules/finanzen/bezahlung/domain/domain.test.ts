import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { alsCent, alsEuro, anfrageAlsJson } from './xbezahldienste.js'
import { darfWerden, naechstePruefung, ZUSTAENDE, type ZahlungStatus } from './zahlung.js'

const jetzt = Temporal.Instant.from('2026-11-22T10:00:00Z')

test('every amount survives the numbers of the protocol', () => {
  fc.assert(fc.property(fc.bigInt({ min: 1n, max: 99_999_900n }), (cent) => { assert.equal(alsCent(JSON.parse(JSON.stringify(alsEuro(cent))) as number), cent) }))
  assert.throws(() => alsCent(1.005), RangeError)
})

test('the purpose has the whole Kassenzeichen and no other signs', () => {
  const anfrage = anfrageAlsJson({ requestId: 'r', zeitpunkt: jetzt, cent: 3070n, kassenzeichen: '2600000000195', bezeichnung: 'Gebühr für Straße (Ä/Ö)!', redirectUrl: 'https://stadt.example/x', positionen: [{ bezeichnung: 'Ausweis', cent: 3070n }] })
  assert.match(String(anfrage['purpose']), /^2600000000195 [\w\s-]+$/)
  assert.ok(String(anfrage['purpose']).length <= 27)
  assert.equal(anfrage['grosAmount'], 30.7)
})

test('the lines always add up to the amount', () => {
  fc.assert(fc.property(fc.array(fc.bigInt({ min: 0n, max: 50_000n }), { minLength: 1, maxLength: 5 }), fc.bigInt({ min: 1n, max: 200_000n }), (positionen, cent) => {
    const { items } = anfrageAlsJson({ requestId: 'r', zeitpunkt: jetzt, cent, kassenzeichen: '2600000000195', bezeichnung: 'x', redirectUrl: 'https://x.example', positionen: positionen.map((eine) => ({ bezeichnung: 'p', cent: eine })) })
    assert.equal((items as { totalNetAmount: number }[]).reduce((summe, { totalNetAmount }) => summe + alsCent(totalNetAmount), 0n), cent)
  }))
})

test('paid is final, ended without money is not', () => {
  for (const status of Object.keys(ZUSTAENDE) as ZahlungStatus[]) {
    assert.equal(darfWerden('PAYED', status), false)
    if (status !== 'PAYED' && status !== 'NEU') assert.ok(darfWerden(status, 'PAYED'))
  }
})

test('the provider is asked often at first and for three days', () => {
  const nach = (minuten: number, status: ZahlungStatus = 'INITIAL') => naechstePruefung(jetzt.subtract({ minutes: minuten }), jetzt, status)?.since(jetzt).total('minutes')
  assert.deepEqual([nach(0), nach(20), nach(300), nach(5000), nach(0, 'PAYED'), nach(0, 'CANCELED')], [1, 10, 120, undefined, undefined, 10])
})
