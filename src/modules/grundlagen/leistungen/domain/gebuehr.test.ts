import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { gebuehrAm, mitSaetzen, pruefeGebuehr, zahlungsregel, type Gebuehr } from './gebuehr.js'
import { berechneGebuehr, unbekannteAngaben } from './gebuehr-rechnen.js'

const am = (tag: string) => Temporal.Instant.from(`${tag}T10:00:00Z`)
const kosten = (gebuehr: Gebuehr, antworten: Record<string, unknown> = {}, tag = '2026-11-22') => berechneGebuehr(gebuehr, ['anzahl', 'art', 'grund'], antworten as never, am(tag))

const tabelle: Gebuehr = {
  rechtsgrundlage: '§ 2 Satzung', positionen: [{ name: 'ausweis', bezeichnung: 'Ausweis', saetze: [{ ab: '2027-01-01', cent: 1500 }], cent: 1200 }],
  ermaessigungen: [{ name: 'sozial', bezeichnung: 'Befreiung', wenn: 'grund = "sozial"', prozent: 100, rechtsgrundlage: '§ 4 Satzung' }],
}

test('a rate counts from its day on, in German legal time', () => {
  assert.equal(kosten(tabelle).summe, 1200n)
  assert.equal(berechneGebuehr(tabelle, ['grund'], {}, Temporal.Instant.from('2026-12-31T22:59:59Z')).summe, 1200n)
  assert.equal(berechneGebuehr(tabelle, ['grund'], {}, Temporal.Instant.from('2026-12-31T23:00:00Z')).summe, 1500n)
  assert.equal('saetze' in (gebuehrAm(tabelle, Temporal.PlainDate.from('2027-01-01')).positionen?.[0] ?? {}), false)
})

test('an administrator overrides the package on the same day, later days stay', () => {
  const neu = mitSaetzen(tabelle, [{ position: 'ausweis', ab: '2027-01-01', satz: { cent: 1600 } }, { position: 'ausweis', ab: '2028-01-01', satz: { berechnung: 'anzahl * 100' } }])
  assert.equal(kosten(neu, {}, '2027-05-01').summe, 1600n)
  assert.equal(kosten(neu, { anzahl: 3 }, '2028-05-01').summe, 300n)
})

test('the first row of a decision table that fits counts, and says why', () => {
  const mit: Gebuehr = { rechtsgrundlage: 'x', positionen: [{ name: 'a', bezeichnung: 'A', tabelle: [{ wenn: 'anzahl > 10', cent: 5000, text: 'mehr als zehn' }, { wenn: 'anzahl > 5', berechnung: 'anzahl * 300', text: 'mehr als fünf' }, { cent: 900, text: 'sonst' }] }] }
  assert.deepEqual([11, 6, 1].map((anzahl) => kosten(mit, { anzahl }).positionen.map(({ cent, erklaerung }) => [cent, erklaerung])[0]), [[5000n, 'mehr als zehn'], [1800n, 'mehr als fünf'], [900n, 'sonst']])
  assert.throws(() => kosten({ rechtsgrundlage: 'x', positionen: [{ name: 'a', bezeichnung: 'A', berechnung: 'anzahl * 0.5' }] }, { anzahl: 3 }), /ganzen Betrag/)
})

test('a frame stays open until a clerk sets the amount', () => {
  const rahmen: Gebuehr = { rechtsgrundlage: 'x', positionen: [{ name: 'pruefung', bezeichnung: 'Prüfung', rahmen: { von: 5000, bis: 50_000 } }] }
  const offen = kosten(rahmen)
  assert.deepEqual([offen.summe, offen.offen.map(({ name }) => name)], [0n, ['pruefung']])
  const fest = berechneGebuehr(rahmen, [], {}, am('2026-11-22'), new Map([['pruefung', 12_000n]]))
  assert.deepEqual([fest.summe, fest.offen.length], [12_000n, 0])
})

test('reductions take off percentages of the full fee, half up, and never more than there is', () => {
  assert.equal(kosten(tabelle, { grund: 'sozial' }).summe, 0n)
  fc.assert(fc.property(
    fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 6 }), fc.array(fc.oneof(fc.record({ prozent: fc.integer({ min: 1, max: 100 }) }), fc.record({ cent: fc.integer({ min: 0, max: 100_000 }) })), { maxLength: 4 }),
    (betraege, minderungen) => {
      const rechnung = kosten({
        rechtsgrundlage: 'x', positionen: betraege.map((cent, nr) => ({ name: `p${nr}`, bezeichnung: 'P', cent })),
        ermaessigungen: minderungen.map((minderung, nr) => ({ name: `e${nr}`, bezeichnung: 'E', wenn: 'true', rechtsgrundlage: '§', ...minderung })),
      })
      const voll = betraege.reduce((summe, cent) => summe + BigInt(cent), 0n)
      const ab = rechnung.minderungen.reduce((summe, { cent }) => summe + cent, 0n)
      assert.equal(rechnung.summe, voll - ab)
      assert.ok(rechnung.summe >= 0n && rechnung.minderungen.every(({ cent }) => cent >= 0n))
    }))
})

test('of any list of dated rates the last that has begun counts', () => {
  const tag = fc.integer({ min: 0, max: 2000 }).map((tage) => Temporal.PlainDate.from('2025-01-01').add({ days: tage }))
  fc.assert(fc.property(fc.uniqueArray(tag, { selector: String, maxLength: 8 }), tag, (tage, stichtag) => {
    const saetze = tage.map((ab, nr) => ({ ab: ab.toString(), cent: 1000 + nr }))
    const [letzter] = saetze.filter(({ ab }) => ab <= stichtag.toString()).sort((a, b) => (a.ab < b.ab ? 1 : -1))
    assert.equal(gebuehrAm({ rechtsgrundlage: 'x', positionen: [{ name: 'a', bezeichnung: 'A', cent: 1, saetze }] }, stichtag).positionen?.[0]?.cent, letzter?.cent ?? 1)
  }))
})

test('what is wrong with a table is said in German', () => {
  const schlecht: Gebuehr = {
    rechtsgrundlage: 'x', positionen: [
      { name: 'a', bezeichnung: 'A', cent: 1, berechnung: '(' }, { name: 'a', bezeichnung: 'B', rahmen: { von: 9, bis: 1 }, saetze: [{ ab: '2027-02-30', cent: 1 }] },
      { name: 't', bezeichnung: 'T', tabelle: [{ cent: 1, text: 'immer' }, { wenn: 'true', text: 'nie' }] },
    ], ermaessigungen: [{ name: 'e', bezeichnung: 'E', wenn: 'anzahl >', rechtsgrundlage: '§' }], zahlung: { wann: 'vor_absenden', wege: ['bar'] },
  }
  const text = pruefeGebuehr(schlecht).join('\n')
  for (const teil of [/genau eines von: cent/, /nicht lesbar/, /mehr als einmal/, /beginnt über seinem Ende/, /2027-02-30/, /Zeile 1: Nur die letzte/, /letzte Zeile der Tabelle/, /prozent, cent/, /mit_bescheid/, /Weg „online“/]) assert.match(text, teil)
  assert.deepEqual(pruefeGebuehr(tabelle), [])
  assert.match(unbekannteAngaben({ rechtsgrundlage: 'x', positionen: [{ name: 'a', bezeichnung: 'A', berechnung: 'gibtEsNicht * 2' }] }, ['anzahl']).join(), /gibtEsNicht/)
  assert.deepEqual(unbekannteAngaben({ rechtsgrundlage: 'x', positionen: [{ name: 'a', bezeichnung: 'A', berechnung: 'anzahl * 2', wenn: 'art = "x"' }] }, ['anzahl', 'art']), [])
})

test('without a rule a fee is paid after the decision within thirty days', () => {
  assert.deepEqual(zahlungsregel({}), { wann: 'mit_bescheid', wege: ['online', 'ueberweisung', 'bar'], faelligTage: 30 })
})
