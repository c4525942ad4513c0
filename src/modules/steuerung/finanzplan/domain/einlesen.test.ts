import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { formatAmount, toDecimalString } from '../../../../platform/money/index.js'
import { zahlAlsText } from '../einlesen/datei.js'
import { alsCsvText, alsTabelle, entschluessele, trennzeichen, zerlege } from './tabelle.js'
import { erkenneDezimalzeichen, leseBetrag, ordneZu } from './zuordnung.js'

test('encodings are told apart', () => {
  for (const [bytes, kodierung] of [[Buffer.from('Ämter'), 'UTF-8'], [Buffer.from('\ufeffÄmter'), 'UTF-8'], [Buffer.from('\ufeffÄmter', 'utf16le'), 'UTF-16'], [Buffer.from('Ämter', 'latin1'), 'Windows-1252']] as const) {
    assert.deepEqual(entschluessele(bytes), { text: 'Ämter', kodierung })
  }
})

test('quotes, separators and line ends inside cells survive; our own export comes back as it was', () => {
  assert.deepEqual(['a;b,c', 'a\tb', 'a,b;"c;d;e",f', 'a'].map(trennzeichen), [';', '\t', ',', ';'])
  assert.deepEqual(zerlege('a;"b ""c"";\nd"\r\n\r\n;;\n1;2', ';'), [['a', 'b "c";\nd'], ['1', '2']])
  assert.deepEqual(zerlege('"offen;x\ny', ';'), [['offen;x\ny']])
  fc.assert(fc.property(fc.array(fc.array(fc.string().filter((text) => !/['\r]/.test(text)), { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 6 }), (zeilen) => {
    const tabelle = alsTabelle(zeilen, [])
    const wieder = alsTabelle(zerlege(alsCsvText(tabelle), ';'), [])
    const voll = tabelle.zeilen.filter((zeile) => zeile.some((zelle) => zelle !== ''))
    if (tabelle.kopf.some((titel) => titel !== '')) assert.deepEqual([wieder.kopf, wieder.zeilen], [tabelle.kopf, voll])
  }))
})

test('columns are found by whole words, each once', () => {
  assert.deepEqual(ordneZu(['Produkt', 'Sachkonto', 'HHJ', 'Ist EUR', 'Bestellobligo', 'Leistung', 'Nachträge']), { produkt: 0, sachkonto: 1, jahr: 2, ist: 3, obligo: 4, nachtrag: 6 })
  assert.deepEqual(ordneZu(['Leistung', 'Existenz']), {})
})

test('comma or point: by what the file shows, never guessed', () => {
  assert.equal(erkenneDezimalzeichen(['1.234', '5,50']), 'komma')
  assert.equal(erkenneDezimalzeichen(['1,234', '5.50 EUR']), 'punkt')
  assert.equal(erkenneDezimalzeichen(['5,50', '5.50']), 'gemischt')
  assert.equal(erkenneDezimalzeichen(['1.234', '5']), undefined)
  const cent = (text: string, dezimal?: 'komma' | 'punkt') => { const gelesen = leseBetrag(text, dezimal); return gelesen.ok ? gelesen.cent : 'falsch' }
  assert.deepEqual([cent('1.234'), cent('1.234', 'komma'), cent('1,234', 'punkt'), cent('1.234', 'punkt')], ['falsch', 123_400n, 123_400n, 'falsch'])
  assert.deepEqual(['', '–', '0', '100.000,00 €', '1 234,5', '12,00-', '1,005', '1.23.4', 'n/a', '=1+1'].map((text) => cent(text, 'komma')), [null, null, 0n, 10_000_000n, 123_450n, -1200n, 'falsch', 'falsch', 'falsch', 'falsch'])
  fc.assert(fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (betrag) => {
    assert.equal(cent(formatAmount(betrag), 'komma'), betrag)
    assert.equal(cent(toDecimalString(betrag), 'punkt'), betrag)
    assert.equal(cent(toDecimalString(betrag)), betrag)
  }))
})

test('numbers of a workbook lose the noise of floats and nothing else', () => {
  assert.deepEqual(['783100', '1234.5', '0.30000000000000004', '30000.299999999999', '1.005', '1E5', '1.5e-3', '-2.10', '1.23E2', '0.99999999999', '12.345678'].map(zahlAlsText), ['783100', '1234,50', '0,30', '30000,30', '1,005', '100000', '0,0015', '-2,10', '123', '1,00', '12,345678'])
})
