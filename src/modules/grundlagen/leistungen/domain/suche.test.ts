import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { abstand, bildeSuchindex, ohnePersonenbezug, suche } from './suche.js'

const eintrag = (id: string, titel: string, begriffe: string, volltext = '', rang = 0) =>
  ({ id, rang, felder: [{ text: titel, gewicht: 10 }, { text: begriffe, gewicht: 8 }, { text: volltext, gewicht: 2 }] })
const index = bildeSuchindex([
  eintrag('parken', 'Bewohnerparkausweis', 'Anwohnerparken Parkausweis Parkplatz Umzug Auto', 'Mit dem Ausweis parken Sie in Ihrer Zone'),
  eintrag('hund', 'Hundesteuer anmelden', 'Hundemarke Tier', 'Wenn Sie einen Hund halten'),
  eintrag('führerschein', 'Führerschein umtauschen', 'Kartenführerschein Auto', 'Alte Führerscheine werden ungültig', 5),
  eintrag('müll', 'Müllgefäß bestellen', 'Tonne Abfall'),
])

test('finds by title, other words, parts of compounds, slips of the finger and any way of writing umlauts', () => {
  for (const [anfrage, erster] of [
    ['anwohnerparken', 'parken'], ['parkausweiss', 'parken'], ['Umzug', 'parken'], ['bewohner parken', 'parken'], ['prakausweis', 'parken'],
    ['HUND', 'hund'], ['hundesteueranmeldung', 'hund'], ['ich möchte meinen hund anmelden', 'hund'], ['Fuehrerschein', 'führerschein'],
    ['fürerschein', 'führerschein'], ['muellgefaess', 'müll'], ['Mull', 'müll'],
  ] as const) assert.equal(suche(index, anfrage)[0], erster, anfrage)
})

test('a whole word with one slip is nearer than a part it shares with a more used service', () => {
  const beide = bildeSuchindex([eintrag('parken', 'Bewohnerparkausweis', 'Parkausweis'), eintrag('perso', 'Personalausweis beantragen', 'Ausweis', '', 9)])
  assert.equal(suche(beide, 'parkausweiss')[0], 'parken')
})

test('all words have to meet; only when none does, most words are enough', () => {
  assert.deepEqual(suche(index, 'auto umzug'), ['parken'])
  assert.deepEqual(suche(index, 'auto raumschiff').toSorted(), ['führerschein', 'parken'])
  assert.deepEqual(suche(index, 'raumschiff'), [])
  assert.deepEqual(suche(index, ''), [])
})

test('of two that fit equally the more used comes first', () => {
  assert.equal(suche(index, 'auto')[0], 'führerschein')
})

test('the distance of words is symmetric, zero only for equal ones, and one for a swap of neighbours', () => {
  assert.equal(abstand('parkausweis', 'prakausweis', 2), 1)
  const wort = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(fc.property(wort, wort, (a, b) => abstand(a, b, 99) === abstand(b, a, 99) && (abstand(a, b, 99) === 0) === (a === b)))
})

test('of an unanswered query nothing is kept that could point to a person', () => {
  assert.equal(ohnePersonenbezug('Baumfällung'), 'baumfallung')
  for (const anfrage of ['erika@example.org', 'DE89 3704 0044', 'Aktenzeichen 12345', 'Mein Nachbar Herr Schulze aus der Gartenstraße parkt falsch', '']) assert.equal(ohnePersonenbezug(anfrage), undefined, anfrage)
})
