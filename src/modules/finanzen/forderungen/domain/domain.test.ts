import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { paymentPurpose } from '../../../../platform/text/index.js'
import { girocode } from './girocode.js'
import { kassenzeichen, leseKassenzeichen, zeigeKassenzeichen } from './kassenzeichen.js'
import { buchungshindernis, standVon, ZUSTAENDE, type Buchungsart, type Posten } from './konto.js'
import { zweiteUnterschrift } from './vieraugen.js'

test('a Kassenzeichen notices every wrong digit and every swap of neighbours', () => {
  fc.assert(fc.property(fc.integer({ min: 2020, max: 2099 }), fc.bigInt({ min: 1n, max: 999_999_999n }), fc.nat(12), fc.integer({ min: 1, max: 9 }), (jahr, lfd, stelle, plus) => {
    const zeichen = kassenzeichen(jahr, lfd)
    assert.equal(leseKassenzeichen(zeigeKassenzeichen(zeichen)), zeichen)
    const falsch = zeichen.slice(0, stelle) + String((Number(zeichen[stelle]) + plus) % 10) + zeichen.slice(stelle + 1)
    assert.equal(leseKassenzeichen(falsch), undefined)
    const [a = '', b = ''] = zeichen.slice(stelle, stelle + 2)
    if (b && a !== b) assert.equal(leseKassenzeichen(zeichen.slice(0, stelle) + b + a + zeichen.slice(stelle + 2)), undefined)
    assert.ok(paymentPurpose(zeichen, 'Gebühr für Straße').startsWith(zeichen))
  }))
  assert.throws(() => kassenzeichen(2026, 1_000_000_000n), RangeError)
})

test('the rows decide the state, whatever their order', () => {
  const p = (art: Buchungsart, betrag: bigint): Posten => ({ art, betrag })
  const status = (...posten: Posten[]) => standVon(posten).status
  assert.equal(status(p('soll', 10n)), 'offen')
  assert.equal(status(p('soll', 10n), p('zahlung', 4n)), 'teilbezahlt')
  assert.equal(status(p('soll', 10n), p('zahlung', 10n)), 'bezahlt')
  assert.equal(status(p('soll', 10n), p('zahlung', 10n), p('zahlung', 10n)), 'ueberzahlt')
  assert.equal(status(p('soll', 10n), p('zahlung', 10n), p('ruecklastschrift', 10n)), 'offen')
  assert.equal(status(p('soll', 10n), p('storno', 10n)), 'storniert')
  assert.equal(status(p('soll', 10n), p('storno', 10n), p('zahlung', 10n)), 'ueberzahlt')
  assert.equal(status(p('soll', 10n), p('zahlung', 10n), p('storno', 10n), p('erstattung', 10n)), 'erstattet')
  assert.match(buchungshindernis([p('soll', 5000n), p('zahlung', 5000n), p('erstattung', 3000n)], p('erstattung', 2500n)) ?? '', /gar nicht bezahlt/)
  assert.match(buchungshindernis([p('soll', 5n)], p('storno', 6n)) ?? '', /gar nicht gefordert/)
})

test('no list of rows that were let in gives a balance that is not theirs', () => {
  const arten: Buchungsart[] = ['soll', 'sollminderung', 'storno', 'zahlung', 'ruecklastschrift', 'erstattung']
  fc.assert(fc.property(fc.array(fc.record({ art: fc.constantFrom(...arten), betrag: fc.bigInt({ min: -5n, max: 500n }) }), { maxLength: 30 }), (versuche) => {
    const posten: Posten[] = [{ art: 'soll', betrag: 1000n }]
    for (const versuch of versuche) if (!buchungshindernis(posten, versuch)) posten.push(versuch)
    const stand = standVon(posten)
    assert.ok(stand.soll >= 0n && stand.ist >= 0n && stand.saldo === stand.soll - stand.ist)
    assert.deepEqual(standVon([...posten].reverse()), stand)
    assert.equal(ZUSTAENDE[stand.status].zahlbar, stand.saldo > 0n)
  }))
})

test('a GiroCode has the eleven lines of EPC069-12', () => {
  const text = girocode({ empfaenger: 'Stadtkasse Müsterstadt', iban: 'DE89 3704 0044 0532 0130 00', cent: 3070n, verwendungszweck: '2600000000195 Bewohnerparkausweis' })
  assert.deepEqual(text.split('\n'), ['BCD', '002', '1', 'SCT', '', 'Stadtkasse Muesterstadt', 'DE89370400440532013000', 'EUR30.70', '', '', '2600000000195 Bewohnerparkausweis'])
  assert.throws(() => girocode({ empfaenger: 'x', iban: 'x', cent: 0n, verwendungszweck: '' }), RangeError)
})

test('no sequence of roles and deputies lets one person give both signatures', () => {
  const personen = ['anna', 'bert', 'cem', 'dora']
  const vertretung = fc.array(fc.record({ wer: fc.constantFrom(...personen), fuer: fc.option(fc.constantFrom(...personen), { nil: undefined }), recht: fc.constantFrom('beantragen', 'freigeben') }), { maxLength: 20 })
  fc.assert(fc.property(vertretung, fc.constantFrom(...personen), fc.constantFrom(...personen), (zuweisungen, erste, zweite) => {
    const actor = (id: string): Actor => ({
      art: 'personal', mandantId: 'm', id, name: id, stufe: 0,
      zuweisungen: zuweisungen.filter(({ wer }) => wer === id).map(({ fuer, recht }) => ({ rolle: recht, rechte: new Set([recht]), ...(fuer ? { vertretungFuer: fuer } : {}) })),
    })
    const ersteFuer = actor(erste).zuweisungen.find(({ rechte }) => rechte.has('beantragen'))?.vertretungFuer ?? null
    const ergebnis = zweiteUnterschrift(actor(zweite), 'freigeben', { von: erste, fuer: ersteFuer })
    if (!ergebnis.erlaubt) return
    const links = [erste, ersteFuer].filter(Boolean)
    const rechts = [zweite, ergebnis.fuer].filter(Boolean)
    assert.equal(links.some((person) => rechts.includes(person)), false)
  }))
})
