import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  checkDin91379, cleanLine, cleanText, compareNatural, csvCell, csvRow, foldIcao, isDin91379, paymentPurpose,
  safeFileName,
  searchKey, searchKeys, transliterate,
} from './index.js'

test('text is stored in NFC without invisible characters, and says what was changed', () => {
  assert.deepEqual(cleanText('Mu\u0308ller'), { text: 'Müller', changes: ['normalisiert'] })
  assert.deepEqual(cleanText('Mül\u200bler\u00ad'), { text: 'Müller', changes: ['unsichtbareZeichen'] })
  assert.deepEqual(cleanText('\ufeffa\u0000b\u202ec\r\nd'), {
    text: 'abc\nd', changes: ['zeilenenden', 'schreibrichtung', 'unsichtbareZeichen', 'steuerzeichen'],
  })
  assert.deepEqual(cleanText('a\tb\nÖ'), { text: 'a\tb\nÖ', changes: [] })
  assert.equal(cleanLine('  von \u00a0 und\nzu ').text, 'von und zu')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const once = cleanText(text).text
    assert.deepEqual(cleanText(once), { text: once, changes: [] })
  }))
})

test('names of Z3 are names; foreign characters are named with their place', () => {
  const long = 'von und zu der Mühlen-Schultze-Naumburg'
  for (const name of ['Şükrü Öztürk-Łukasiewicz', "O'Brien", 'Sukarno', long, 'Mu\u0308ller']) {
    assert.ok(isDin91379(name, 'A'), name)
  }
  assert.equal(isDin91379('Straße 12 a', 'A'), false)
  assert.equal(isDin91379('Straße 12 a-c', 'B'), true)
  assert.deepEqual(checkDin91379('Li 李', 'E'), [{ character: '李', codePoints: 'U+674E', index: 3 }])
  assert.equal(isDin91379('Γιώργος', 'C'), false)
  assert.equal(isDin91379('Γιώργος', 'E'), true)
  assert.equal(isDin91379('r\u0325\u0304', 'A'), true)
  assert.equal(isDin91379('x\u0301', 'E'), false)
  assert.equal(isDin91379('C\u0328\u0306\u0301', 'A'), false)
})

test('every spelling of a name finds every other', () => {
  const groups = [
    ['Müller', 'Mueller', 'Muller', 'MÜLLER', 'Mu\u0308ller'], ['Strauß', 'Strauss', 'STRAUẞ', 'STRAUSS'],
    ['Łukasiewicz', 'Lukasiewicz'], ['Şükrü Öztürk', 'Sukru Ozturk', 'Suekrue Oeztuerk'], ['Işık', 'Isik', 'IŞIK'],
    ["O'Brien", 'O’Brien', 'OBrien'], ['Sørensen', 'Soerensen', 'Sorensen'], ['Schultze-Naumburg', 'Schultze Naumburg'],
    ['Đorđević', 'Dordevic'], ['İnönü', 'Inonu', 'Inoenue'],
  ]
  for (const group of groups) assert.equal(new Set(group.map(searchKey)).size, 1, group.join(' '))
  assert.deepEqual(searchKeys('Müller'), ['mueller', 'muller'])
  assert.deepEqual(searchKeys('Meier'), ['meier'])
  assert.notEqual(searchKey('Meier'), searchKey('Maier'))
})

test('the search key keeps prefixes, so that it serves while typing', () => {
  const letters = fc.array(fc.constantFrom(...'aeouäöüßøłsmr'), { maxLength: 12 }).map((list) => list.join(''))
  fc.assert(fc.property(letters, fc.nat(12), (name, end) => {
    assert.ok(searchKey(name).startsWith(searchKey(name.slice(0, end))))
  }))
})

test('payment purposes are written in the letters of SEPA, the Kassenzeichen is never cut', () => {
  assert.equal(transliterate('Gebühr für Straße'), 'Gebuehr fuer Strasse')
  assert.equal(transliterate('ÜBERGRÖSSE Übung Ł ŁÓDŹ „Test“ – 5 €'), "UEBERGROESSE Uebung L LODZ 'Test' - 5 EUR")
  assert.equal(transliterate('Mu\u0308ller & Söhne'), 'Mueller + Soehne')
  assert.equal(paymentPurpose('5000.2026.000123', 'Gebühr für Straße'), '5000.2026.000123 Gebuehr fu')
  assert.throws(() => paymentPurpose('K'.repeat(28), 'x'), RangeError)
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    assert.match(transliterate(text), /^[A-Za-z0-9/\-?:().,'+ ]*$/)
    assert.ok(paymentPurpose('5000.123', text).length <= 27)
  }))
})

test('numbers in text sort as numbers', () => {
  const sorted = ['1', '2', '10', '10.1', '12', '12.1', '12.1.1', '12.2', '12.9', '12.10', '12.10 a', '12.10 b', 'B']
  assert.deepEqual(sorted.toReversed().toSorted(compareNatural), sorted)
  const sign = fc.array(fc.constantFrom('0', '1', '9', '.', '-', 'a', 'ä'), { maxLength: 8 })
    .map((list) => list.join(''))
  fc.assert(fc.property(sign, sign, sign, (a, b, c) => {
    assert.equal(Math.sign(compareNatural(a, b)), -Math.sign(compareNatural(b, a)) + 0)
    assert.equal(compareNatural(a, b) === 0, a === b)
    if (compareNatural(a, b) <= 0 && compareNatural(b, c) <= 0) assert.ok(compareNatural(a, c) <= 0)
  }))
})

test('cells cannot become formulas, numbers stay numbers', () => {
  assert.equal(csvCell('=1+1'), "'=1+1")
  assert.equal(csvCell('@SUM(A1)'), "'@SUM(A1)")
  assert.equal(csvCell('+49 2801 1234'), "'+49 2801 1234")
  assert.equal(csvCell(' \t=cmd|x'), "' \t=cmd|x")
  assert.equal(csvCell('-1.234,56'), '-1.234,56')
  assert.equal(csvCell('05170048'), '05170048')
  assert.equal(csvCell('a;b "c"'), '"a;b ""c"""')
  assert.equal(csvRow(['a', null, 3n, '-x']), "a;;3;'-x\r\n")
})

test('file names are safe to show and to write', () => {
  assert.equal(safeFileName('C:\\Benutzer\\Müller\\Antrag.pdf'), 'Antrag.pdf')
  assert.equal(safeFileName('../../etc/passwd'), 'passwd')
  assert.equal(safeFileName('rechnung\u202efdp.exe'), 'rechnungfdp.exe')
  assert.equal(safeFileName('aux.txt'), '_aux.txt')
  assert.equal(safeFileName('..'), 'Datei')
  assert.equal(safeFileName('Was? <neu>. '), 'Was_ _neu_')
  const long = safeFileName(`${'ä'.repeat(300)}.pdf`)
  assert.ok(Buffer.byteLength(long) <= 255 && long.endsWith('ä.pdf'))
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
    const safe = safeFileName(name)
    assert.ok(safe.length > 0 && Buffer.byteLength(safe) <= 255 && !/[/\\]/.test(safe))
    assert.equal(safeFileName(safe), safe)
  }))
})

test('folding writes only what it claims', () => {
  assert.equal(foldIcao('Ångström Ǖ Ạ̈ ß þ ŉ'), 'aangstroem ue ae ss th n')
})
