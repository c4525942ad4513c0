import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { arbeitskalender } from './kalender.js'
import { belastung, ueberlastung, type Einsatz } from './kapazitaet.js'
import { ausFeldern, LEER } from './felder.js'
import { mischen } from './mischen.js'
import type { Eintrag, Plan } from './plan.js'
import { darfWerden, punkte, stufe } from './risiko.js'
import { terminieren } from './terminieren.js'
import { trend } from './trend.js'
import { ueberschreitungen, verschiebung, wirkung } from './wirkung.js'

const nrw = arbeitskalender('NW')
const d = (iso: string) => Temporal.PlainDate.from(iso)

function geplant(tageA: number): { plan: ReturnType<typeof plane>; eintraege: readonly Eintrag[] } {
  const eintraege: readonly Eintrag[] = [
    { id: 'a', titel: 'Ausschreibung', art: 'aktivitaet', dauer: { tage: tageA } }, { id: 'b', titel: 'Einführung', art: 'aktivitaet', dauer: { tage: 3 } },
    { id: 'm', titel: 'Betrieb', art: 'meilenstein', dauer: null, frist: d('2026-09-18') }, { id: 'c', titel: 'Schulung', art: 'aktivitaet', dauer: { tage: 1 } },
  ]
  return { plan: plane({ beginn: d('2026-09-07'), eintraege, abhaengigkeiten: [{ vonId: 'a', nachId: 'b', art: 'FS', abstand: 0 }, { vonId: 'b', nachId: 'm', art: 'FS', abstand: 0 }] }), eintraege }
}
function plane(plan: Plan) {
  const ergebnis = terminieren(plan, nrw)
  assert.ok(ergebnis.ok)
  return ergebnis.plan
}

test('the effects of a change name what moves, by how much, and what becomes late', () => {
  const { eintraege, planende } = wirkung(nrw, geplant(5), geplant(8))
  assert.deepEqual(eintraege.map(({ id, tage, verletztFrist }) => [id, tage, verletztFrist]), [['a', 3, false], ['b', 3, false], ['m', 3, true]])
  assert.equal(planende.tage, 3)
  assert.equal(eintraege[2]?.titel, 'Betrieb')
  assert.deepEqual(wirkung(nrw, geplant(5), geplant(5)).eintraege, [])
})

test('an entry that cannot be is refused field by field: too long, or chosen from no list', () => {
  const felder = { ...LEER, titel: 'T'.repeat(301), phase: 'P'.repeat(101), notiz: 'N'.repeat(2001), art: 'gibt-es-nicht', einheit: 'jahre', dauer: '3' }
  const { maengel } = ausFeldern(felder, { id: 'a', nummer: 1, rang: 1, version: 1 })
  assert.deepEqual(maengel.map(({ feld }) => feld).toSorted(), ['art', 'einheit', 'notiz', 'phase', 'titel'])
})

test('a new entry and a removed one are effects too', () => {
  const alt = geplant(5)
  const ohne = { eintraege: alt.eintraege.slice(0, 3), plan: { ...alt.plan, termine: alt.plan.termine.slice(0, 3) } }
  assert.deepEqual(wirkung(nrw, alt, ohne).eintraege.map(({ id, art, titel }) => [id, art, titel]), [['c', 'entfernt', 'Schulung']])
  assert.deepEqual(wirkung(nrw, ohne, alt).eintraege.map(({ id, art }) => [id, art]), [['c', 'neu']])
})

test('a milestone needs approval beyond the threshold, and only when it moves', () => {
  const basis = [{ eintragId: 'm', ende: d('2026-09-16') }, { eintragId: 'a', ende: d('2026-09-11') }]
  assert.deepEqual(ueberschreitungen(nrw, basis, 2, geplant(8), geplant(5).plan), [{ id: 'm', titel: 'Betrieb', tage: 3 }])
  assert.deepEqual(ueberschreitungen(nrw, basis, 3, geplant(8), geplant(5).plan), [])
  assert.deepEqual(ueberschreitungen(nrw, basis, 2, geplant(8), geplant(8).plan), [])
  assert.deepEqual(ueberschreitungen(nrw, basis, 2, geplant(8), geplant(9).plan), [], 'earlier than now')
})

test('shifts count working days and turn their sign', () => {
  assert.equal(verschiebung(nrw, d('2026-06-03'), d('2026-06-05')), 1)
  assert.equal(verschiebung(nrw, d('2026-06-05'), d('2026-06-03')), -1)
  assert.equal(verschiebung(nrw, d('2026-06-05'), d('2026-06-05')), 0)
})

test('changes of different fields are merged, of the same field shown', () => {
  const felder = ['titel', 'dauer', 'frist'] as const
  const grundlage = { titel: 'A', dauer: '5', frist: '' }
  assert.deepEqual(mischen(felder, grundlage, { ...grundlage, titel: 'B' }, { ...grundlage, dauer: '8' }), { werte: { titel: 'B', dauer: '8', frist: '' }, konflikte: [], uebernommen: ['dauer'] })
  assert.deepEqual(mischen(felder, grundlage, { ...grundlage, titel: 'B' }, { ...grundlage, titel: 'C' }).konflikte, [{ feld: 'titel', eigener: 'B', anderer: 'C' }])
  assert.deepEqual(mischen(felder, grundlage, { ...grundlage, titel: 'B' }, { ...grundlage, titel: 'B' }).konflikte, [])
  const wert = fc.record({ titel: fc.constantFrom('x', 'y', 'z'), dauer: fc.constantFrom('1', '2', '3'), frist: fc.constantFrom('', 'f') })
  fc.assert(fc.property(wert, wert, wert, (g, e, a) => {
    const { werte, konflikte } = mischen(felder, g, e, a)
    for (const feld of felder) {
      if (konflikte.some((k) => k.feld === feld)) continue
      if (e[feld] !== g[feld]) assert.equal(werte[feld], e[feld], 'an own change is lost')
      else assert.equal(werte[feld], a[feld], 'a change of the other is lost')
    }
  }))
})

test('the matrix of risks', () => {
  assert.equal(punkte(5, 5), 25)
  assert.deepEqual([stufe(1, 1), stufe(2, 2), stufe(1, 5), stufe(5, 2), stufe(3, 5), stufe(5, 5)], ['niedrig', 'niedrig', 'mittel', 'mittel', 'hoch', 'hoch'])
  assert.ok(darfWerden('offen', 'eingetreten') && !darfWerden('eingetreten', 'offen'))
})

test('load over time across projects, day by day the same as adding up', () => {
  const einer = (anteil: number, von: string, bis: string): Einsatz => ({ kontoId: 'k', anteil, von: d(von), bis: d(bis) })
  assert.deepEqual(belastung([einer(60, '2026-01-01', '2026-01-10'), einer(50, '2026-01-05', '2026-01-07')]).map(({ von, bis, prozent }) => `${von}/${bis} ${prozent}`),
    ['2026-01-01/2026-01-04 60', '2026-01-05/2026-01-07 110', '2026-01-08/2026-01-10 60'])
  const zufall = fc.record({ anteil: fc.integer({ min: 1, max: 100 }), ab: fc.nat({ max: 40 }), tage: fc.nat({ max: 20 }) })
  fc.assert(fc.property(fc.array(zufall, { maxLength: 8 }), (liste) => {
    const start = d('2028-02-20')
    const einsaetze = liste.map(({ anteil, ab, tage }) => ({ kontoId: 'k', anteil, von: start.add({ days: ab }), bis: start.add({ days: ab + tage }) }))
    const schritte = belastung(einsaetze)
    const liegt = (tag: Temporal.PlainDate, { von, bis }: { von: Temporal.PlainDate; bis: Temporal.PlainDate }) => Temporal.PlainDate.compare(von, tag) <= 0 && Temporal.PlainDate.compare(tag, bis) <= 0
    for (let i = -1; i < 64; i++) {
      const tag = start.add({ days: i })
      assert.equal(schritte.find((schritt) => liegt(tag, schritt))?.prozent ?? 0, einsaetze.filter((e) => liegt(tag, e)).reduce((summe, { anteil }) => summe + anteil, 0))
    }
  }))
  assert.equal(ueberlastung(belastung([einer(12, '2026-01-01', '2026-01-10')]), 10).length, 1)
  assert.equal(ueberlastung(belastung([einer(100, '2026-01-01', '2026-01-10')]), 100).length, 0)
})

test('the trend of a milestone in a sentence', () => {
  const punkt = (stichtag: string, termin: string) => ({ stichtag: d(stichtag), termin: d(termin) })
  assert.equal(trend(nrw, [punkt('2026-01-31', '2026-06-01')]).art, 'offen')
  assert.equal(trend(nrw, [punkt('2026-01-31', '2026-06-01'), punkt('2026-02-28', '2026-06-01')]).satz, 'Stabil über 2 Stichtage.')
  assert.equal(trend(nrw, [punkt('2026-01-31', '2026-06-01'), punkt('2026-02-28', '2026-06-08')]).satz, 'Rückt über 2 Stichtage um 4 Arbeitstage nach hinten.')
  assert.equal(trend(nrw, [punkt('2026-01-31', '2026-06-02'), punkt('2026-02-28', '2026-06-08'), punkt('2026-03-31', '2026-06-01')]).art, 'schwankend')
})
