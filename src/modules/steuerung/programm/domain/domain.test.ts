import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatEuro } from '../../../../platform/money/index.js'
import { darfUnter, OBJEKTARTEN } from './arten.js'
import { summiere } from './finanzplan.js'
import { pruefeFelder } from './felder.js'
import { einstufen, ordneKlassen } from './kostenklasse.js'
import { laufzeitText, ueberfaellig } from './status.js'
import { vergleiche, type Standobjekt } from './stand.js'
import { fuehreZusammen } from './zusammenfuehren.js'

const angaben = [[1, 0n, 100_000_00n], [2, 100_000_00n, 200_000_00n], [3, 200_000_00n, 500_000_00n], [4, 500_000_00n, 800_000_00n], [5, 800_000_00n, 1_500_000_00n]] as const
const { klassen, befunde } = ordneKlassen(angaben.map(([nummer, vonCent, bisCent]) => ({ nummer, vonCent, bisCent })), formatEuro)

test('a bound belongs to the lower class, and every doubled bound is said', () => {
  assert.equal(befunde.length, 4)
  assert.match(befunde[0]?.text ?? '', /100\.000,00\s€ steht in Klasse 1 und in Klasse 2/)
  const klasse = (cent: bigint) => { const stufe = einstufen(cent, klassen); return stufe.art === 'klasse' ? stufe.nummer : stufe.art }
  assert.deepEqual([0n, 1n, 100_000_00n, 100_000_01n, 800_000_00n, 1_500_000_00n, 1_500_000_01n, 10n ** 15n].map(klasse), ['keine', 1, 1, 2, 4, 5, 'ausserhalb', 'ausserhalb'])
  assert.throws(() => einstufen(-1n, klassen), RangeError)
})

test('real overlaps and gaps are said, and an empty class is left out', () => {
  const { klassen: ordentlich, befunde: klagen } = ordneKlassen([{ nummer: 1, vonCent: 0n, bisCent: 100n }, { nummer: 2, vonCent: 50n, bisCent: 200n }, { nummer: 3, vonCent: 300n, bisCent: 400n }, { nummer: 4, vonCent: 310n, bisCent: 320n }], String)
  assert.deepEqual(ordentlich.map(({ nummer, ueberCent, bisCent }) => [nummer, ueberCent, bisCent]), [[1, 0n, 100n], [2, 100n, 200n], [3, 300n, 400n]])
  assert.equal(klagen.length, 4)
})

test("Dorsten's plan comes out to the euro, and unknown staff is not zero", () => {
  const zeile = (spalte: 'einmalig' | 'laufend', stand: 'plan' | 'veranschlagt', euro: bigint) => ({ spalte, stand, betragCent: euro * 100n, vzaeHundertstel: null })
  const vzae = (spalte: 'vzae_ist' | 'vzae_soll', vzaeHundertstel: number) => ({ spalte, stand: 'plan' as const, betragCent: null, vzaeHundertstel })
  const plan = [...[366_000n, 152_000n, 45_000n, 25_000n].map((euro) => zeile('einmalig', 'plan', euro)), ...[485_271n, 123_400n, 22_000n, 20_000n].map((euro) => zeile('laufend', 'plan', euro)),
    zeile('einmalig', 'veranschlagt', 90_000n), zeile('laufend', 'veranschlagt', 20_000n)]
  const summen = summiere([...plan, vzae('vzae_ist', 100), vzae('vzae_soll', 300)])
  assert.deepEqual(summen, { einmaligCent: 588_000_00n, laufendCent: 650_671_00n, zusatzEinmaligCent: 498_000_00n, zusatzLaufendCent: 630_671_00n, vzaeDifferenzHundertstel: 200 })
  assert.equal(summiere(plan).vzaeDifferenzHundertstel, null)
})

test('what runs on is never late, nor what was stopped; a leap day is a day', () => {
  const heute = Temporal.PlainDate.from('2028-03-01')
  const ende = Temporal.PlainDate.from('2028-02-29')
  assert.equal(ueberfaellig({ fortlaufend: false, ende, status: 'laufend' }, heute), true)
  assert.equal(ueberfaellig({ fortlaufend: true, ende, status: 'laufend' }, heute), false)
  assert.equal(ueberfaellig({ fortlaufend: false, ende, status: 'abgebrochen' }, heute), false)
  assert.equal(ueberfaellig({ fortlaufend: false, ende: null, status: null }, heute), false)
  assert.equal(laufzeitText({ dauerMonate: 4, fortlaufend: true }), '4 Monate; fortlaufend')
  assert.equal(laufzeitText({ dauerMonate: null, fortlaufend: false }), undefined)
  assert.deepEqual(pruefeFelder({ beginn: '2028-02-29', ende: '2028-02-28' }).map(({ feld }) => feld), ['ende'])
  assert.deepEqual(pruefeFelder({ beginn: '2027-02-29', dauerMonate: '0', kostenklasse: '-1', prioritaet: 'sehr' }).map(({ feld }) => feld), ['beginn', 'dauerMonate', 'kostenklasse', 'prioritaet'])
})

test('levels only go down, except projects in projects', () => {
  const paare = OBJEKTARTEN.flatMap((kind) => OBJEKTARTEN.filter((ober) => darfUnter(kind, ober) && darfUnter(ober, kind)).map((ober) => [kind, ober]))
  assert.deepEqual(paare, [['ziel', 'ziel'], ['projekt', 'projekt'], ['aufgabe', 'aufgabe']])
})

test('merging: one side only, both the same, both different', () => {
  const { setzen, konflikte } = fuehreZusammen({ a: '1', b: '1', c: '1', d: '1' }, { a: '2', b: '1', c: '2', d: '2' }, { a: '1', b: '3', c: '2', d: '3' })
  assert.deepEqual(setzen, { a: '2' })
  assert.deepEqual(konflikte, [{ feld: 'd', meins: '2', aktuell: '3', vorher: '1' }])
})

test('two versions of a strategy: what is new, what is gone, what changed', () => {
  const objekt = (id: string, mehr: Partial<Standobjekt> = {}): Standobjekt => ({
    id, art: 'massnahme', oberId: null, kennung: null, nummer: null, bausteinart: null, name: id, status: null, prioritaet: null, dauerMonate: null, fortlaufend: false,
    beginn: null, ende: null, kostenklasse: null, verantwortlich: null, beteiligte: [], ziele: [], texte: {}, ...mehr,
  })
  const liste = vergleiche({ fassung: 1, objekte: [objekt('a'), objekt('b'), objekt('c', { texte: { beschreibung: 'x' } })] }, { fassung: 1, objekte: [objekt('a', { prioritaet: 'hoch', ziele: ['Z'] }), objekt('c', { texte: { beschreibung: 'x' } }), objekt('d')] })
  assert.deepEqual(liste.map(({ was, objekt: { id } }) => `${was} ${id}`), ['geaendert a', 'neu d', 'entfallen b'])
  assert.deepEqual(liste[0]?.was === 'geaendert' && liste[0].felder.map(({ feld, alt, neu }) => [feld, alt, neu]), [['prioritaet', null, 'hoch'], ['ziele', null, 'Z']])
})
