import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Antworten, Frage, JsonWert } from '../index.js'
import { nextPage, pagesFor, parsePage, prune, summaryOf, validateSubmission } from '../index.js'
import { typVon } from '../fragen/index.js'
import { HEUTE, parkausweis } from '../test/muster.js'

const formular = parkausweis()
const fragen = formular.seiten.flatMap(({ fragen }) => fragen).filter(({ typ }) => typ !== 'hinweis')

const musterVon = (frage: Frage): JsonWert => typVon(frage.typ).muster(frage, musterVon)

/** A valid answer to a question; every choice of it, because choices steer the conditions. */
const gueltig = (frage: Frage): fc.Arbitrary<JsonWert> => {
  if (frage.typ === 'auswahl') return fc.constantFrom(...(frage.optionen ?? []).map(({ wert }) => wert))
  if (frage.typ === 'ja_nein') return fc.boolean()
  if (frage.typ === 'datum') return fc.constantFrom('2026-11-22', '2027-02-22')
  return fc.constant(frage.muster === undefined ? musterVon(frage) : 'BP-12345')
}
const vollstaendig: fc.Arbitrary<Antworten> = fc.record(Object.fromEntries(fragen.map((frage) =>
  [frage.name, gueltig(frage)])))
const irgendetwas: fc.Arbitrary<Antworten> =
  fc.dictionary(fc.constantFrom(...fragen.map(({ name }) => name), 'fremd'),
    fc.oneof(fc.jsonValue(), fc.constantFrom(true, 'neu', 'firma'))) as fc.Arbitrary<Antworten>

test('Bereinigte vollständige Antworten sind immer gültig', () => {
  fc.assert(fc.property(vollstaendig, (antworten) => {
    assert.deepEqual(validateSubmission(formular, prune(formular, antworten, HEUTE), HEUTE).fehler, [])
  }), { numRuns: 300 })
})

test('Bereinigen ist idempotent und erfindet nichts, auch bei Unsinn', () => {
  fc.assert(fc.property(irgendetwas, (antworten) => {
    const einmal = prune(formular, antworten, HEUTE)
    assert.deepEqual(prune(formular, einmal, HEUTE), einmal)
    for (const name of Object.keys(einmal)) assert.ok(Object.hasOwn(antworten, name))
  }), { numRuns: 300 })
})

test('Die Prüfung antwortet auf beliebiges JSON mit Fehlern, nie mit einer Ausnahme', () => {
  fc.assert(fc.property(fc.oneof(irgendetwas, fc.jsonValue()), (daten) => {
    const { fehler } = validateSubmission(formular, daten, HEUTE)
    assert.ok(fehler.length > 0)
    for (const { text } of fehler) assert.doesNotMatch(text, /undefined|\{\w+\}/u)
  }), { numRuns: 300 })
})

test('Weiter führt immer ans Ende und über jede Seite genau einmal', () => {
  fc.assert(fc.property(vollstaendig, (antworten) => {
    const besucht: string[] = []
    for (let seite = pagesFor(formular, antworten, HEUTE)[0]; seite !== undefined; seite = nextPage(formular, antworten,
      seite.name, HEUTE)) {
      besucht.push(seite.name)
      assert.ok(besucht.length <= formular.seiten.length)
    }
    assert.deepEqual(besucht, pagesFor(formular, antworten, HEUTE).map(({ name }) => name))
  }), { numRuns: 200 })
})

test('Beliebige Eingaben werden gelesen oder beanstandet; was gelesen wurde, besteht die Prüfung', () => {
  const felder = fragen.flatMap(({ name }) =>
    [name, `${name}.ort`, `${name}.vornamen`, `${name}.tag`, `${name}.nachreichen`])
  const gesendet = fc.dictionary(fc.constantFrom(...felder, '_hinzufuegen', '__proto__'), fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('ja', 'nein', 'neu', '29.02.2027', '\u200B', '=1+1', '<script>')))
  fc.assert(fc.property(gesendet, fc.constantFrom(...formular.seiten), (felder, seite) => {
    const { antworten } = parsePage(formular, seite, felder, {}, HEUTE)
    const betroffen = new Set(Object.keys(antworten))
    const { fehler } = validateSubmission(formular, antworten, HEUTE)
    assert.deepEqual(fehler.filter(({ feld }) => betroffen.has(feld.split('.')[0] ?? '')), [])
    assert.ok(summaryOf(formular, antworten, [], HEUTE).length > 0)
  }), { numRuns: 300 })
})
