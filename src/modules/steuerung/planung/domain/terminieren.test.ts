import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addWorkingDays, isWorkingDay, nextWorkingDay } from '../../../../platform/time/index.js'
import { arbeitskalender, arbeitstageZwischen } from './kalender.js'
import type { Abhaengigkeit, Eintrag, Plan, Terminplan } from './plan.js'
import { terminieren } from './terminieren.js'
import { datumAus, plusMonate, tagAus, wochentag } from './tage.js'

const nrw = arbeitskalender('NW')
const d = (iso: string) => Temporal.PlainDate.from(iso)
const aktivitaet = (id: string, tage: number, rest: Partial<Eintrag> = {}): Eintrag => ({ id, titel: id, art: 'aktivitaet', dauer: { tage }, ...rest })
const meilenstein = (id: string, rest: Partial<Eintrag> = {}): Eintrag => ({ id, titel: id, art: 'meilenstein', dauer: null, ...rest })
const abh = (vonId: string, nachId: string, art: Abhaengigkeit['art'] = 'FS', abstand = 0): Abhaengigkeit => ({ vonId, nachId, art, abstand })

function geplant(plan: Plan): Terminplan {
  const ergebnis = terminieren(plan, nrw)
  assert.ok(ergebnis.ok, ergebnis.ok ? '' : ergebnis.fehler.map(({ text }) => text).join(' '))
  return ergebnis.plan
}
const fehlerVon = (plan: Plan): string => { const ergebnis = terminieren(plan, nrw); return ergebnis.ok ? '' : ergebnis.fehler.map(({ text }) => text).join(' ') }
const kurz = (plan: Plan) => geplant(plan).termine.map(({ beginn, ende }) => `${beginn}/${ende ?? '…'}`)

test('integer days agree with Temporal', () => {
  fc.assert(fc.property(fc.integer({ min: -40_000, max: 90_000 }), fc.integer({ min: -500, max: 500 }), (tag, monate) => {
    const datum = d('1970-01-01').add({ days: tag })
    assert.equal(tagAus(datum), tag)
    assert.equal(datumAus(tag).toString(), datum.toString())
    assert.equal(datumAus(plusMonate(tag, monate)).toString(), datum.add({ months: monate }).toString())
    assert.equal(wochentag(tag), datum.dayOfWeek)
  }))
})

test('the calendar numbers exactly the working days of the Land', () => {
  fc.assert(fc.property(fc.integer({ min: 8000, max: 45_000 }), (tag) => {
    const datum = datumAus(tag)
    const position = nrw.positionAm(tag)
    assert.equal(datumAus(nrw.tagAn(position)).toString(), nextWorkingDay(datum, 'NW').toString())
    assert.equal(nrw.positionAm(tag + 1) - position, isWorkingDay(datum, 'NW') ? 1 : 0)
  }))
})

test('lengths run over weekends and the holidays of NRW', () => {
  // Fronleichnam 2026 is Thursday, 4 June.
  assert.deepEqual(kurz({ beginn: d('2026-06-01'), eintraege: [aktivitaet('a', 5), aktivitaet('b', 1)], abhaengigkeiten: [abh('a', 'b')] }), ['2026-06-01/2026-06-08', '2026-06-09/2026-06-09'])
  assert.deepEqual(kurz({ beginn: d('2028-02-28'), eintraege: [aktivitaet('a', 2)], abhaengigkeiten: [] }), ['2028-02-28/2028-02-29'])
  assert.deepEqual(kurz({ beginn: d('2026-01-31'), eintraege: [aktivitaet('a', 1, { dauer: { monate: 1 }, fest: d('2026-01-30') })], abhaengigkeiten: [] }), ['2026-01-30/2026-02-27'])
})

test('the four kinds of dependency, with distance', () => {
  const plan = (art: Abhaengigkeit['art'], abstand: number): Plan => ({ beginn: d('2026-09-07'), eintraege: [aktivitaet('a', 5), aktivitaet('b', 2)], abhaengigkeiten: [abh('a', 'b', art, abstand)] })
  assert.equal(kurz(plan('FS', 0))[1], '2026-09-14/2026-09-15')
  assert.equal(kurz(plan('FS', -2))[1], '2026-09-10/2026-09-11')
  assert.equal(kurz(plan('SS', 1))[1], '2026-09-08/2026-09-09')
  assert.equal(kurz(plan('FF', 0))[1], '2026-09-10/2026-09-11')
  assert.equal(kurz(plan('SF', 3))[1], '2026-09-08/2026-09-09')
})

test('a milestone stays on a holiday; what follows begins on the next working day', () => {
  const plan: Plan = { beginn: d('2026-05-01'), eintraege: [meilenstein('m', { fest: d('2026-06-04') }), aktivitaet('b', 1), aktivitaet('c', 1, { fest: d('2026-06-04') })], abhaengigkeiten: [abh('m', 'b')] }
  assert.deepEqual(kurz(plan), ['2026-06-04/2026-06-04', '2026-06-05/2026-06-05', '2026-06-05/2026-06-05'])
  const folgt = kurz({ beginn: d('2026-06-01'), eintraege: [aktivitaet('a', 3), meilenstein('m')], abhaengigkeiten: [abh('a', 'm')] })
  assert.equal(folgt[1], '2026-06-03/2026-06-03', 'reached on the day on which the work ends')
  assert.equal(kurz({ beginn: d('2026-06-01'), eintraege: [meilenstein('m', { nichtVor: d('2026-06-06') })], abhaengigkeiten: [] })[0], '2026-06-08/2026-06-08')
})

test('ongoing work has no end, is never critical and holds nothing up', () => {
  const dauerhaft: Eintrag = { id: 'f', titel: 'Betrieb', art: 'aktivitaet', dauer: null, fortlaufend: true, frist: d('2026-09-08') }
  const { termine } = geplant({ beginn: d('2026-09-07'), eintraege: [aktivitaet('a', 5), dauerhaft], abhaengigkeiten: [abh('a', 'f')] })
  assert.deepEqual([termine[1]?.ende, termine[1]?.puffer, termine[1]?.kritisch, termine[1]?.fristVerletzt], [null, null, false, false])
  assert.equal(termine[1]?.beginn.toString(), '2026-09-14')
  assert.match(fehlerVon({ beginn: d('2026-09-07'), eintraege: [dauerhaft, aktivitaet('a', 5)], abhaengigkeiten: [abh('f', 'a')] }), /„Betrieb“ ist fortlaufend und endet nie/)
})

test('summaries span what is below them and wait as a whole', () => {
  const sammel = (id: string, rest: Partial<Eintrag> = {}): Eintrag => ({ id, titel: id, art: 'sammel', dauer: null, ...rest })
  const plan: Plan = {
    beginn: d('2026-09-07'), abhaengigkeiten: [abh('B1', 'U1')],
    eintraege: [sammel('B1'), aktivitaet('B1-A', 3, { oberId: 'B1' }), aktivitaet('B1-B', 5, { oberId: 'B1' }), sammel('U1'), aktivitaet('U1-A', 1, { oberId: 'U1' }), sammel('leer')],
  }
  const { termine } = geplant(plan)
  assert.deepEqual(termine.slice(0, 5).map(({ beginn, ende }) => `${beginn}/${ende}`), ['2026-09-07/2026-09-11', '2026-09-07/2026-09-09', '2026-09-07/2026-09-11', '2026-09-14/2026-09-14', '2026-09-14/2026-09-14'])
  assert.deepEqual(termine.map(({ puffer }) => puffer), [0, 2, 0, 0, 0, null])
  assert.match(fehlerVon({ ...plan, abhaengigkeiten: [abh('B1', 'B1-A')] }), /Kreis: „B1-A“ → „B1“|Kreis: „B1“ → „B1-A“/)
})

test('a circle is refused by name', () => {
  const plan: Plan = { beginn: d('2026-09-07'), eintraege: [aktivitaet('x', 1), aktivitaet('a', 1), aktivitaet('b', 1), aktivitaet('c', 1), aktivitaet('y', 1)], abhaengigkeiten: [abh('x', 'a'), abh('a', 'b'), abh('b', 'c', 'SS'), abh('c', 'a', 'FF'), abh('c', 'y')] }
  const ergebnis = terminieren(plan, nrw)
  assert.ok(!ergebnis.ok && ergebnis.fehler[0]?.art === 'kreis')
  assert.deepEqual([...ergebnis.fehler[0].ids].sort(), ['a', 'b', 'c'])
  assert.match(ergebnis.fehler[0].text, /(„a“ → „b“ → „c“ → „a“|„b“ → „c“ → „a“ → „b“|„c“ → „a“ → „b“ → „c“)\. Nehmen Sie eine/)
  assert.match(fehlerVon({ ...plan, abhaengigkeiten: [abh('a', 'a')] }), /kann nicht von sich selbst/)
  assert.match(fehlerVon({ ...plan, abhaengigkeiten: [abh('a', 'nirgends')] }), /nicht gibt/)
})

// Without care these take minutes or the whole stack.
test('a circle of 10,000 and the same dependency 10,000 times are answered', () => {
  const eintraege = Array.from({ length: 10_000 }, (_, i) => aktivitaet(`v${i}`, 1))
  const kette = eintraege.map(({ id }, i) => abh(id, eintraege[(i + 1) % eintraege.length]?.id ?? ''))
  const text = fehlerVon({ beginn: d('2026-01-05'), eintraege, abhaengigkeiten: kette })
  assert.match(text, /Kreis: .*\(\d+ weitere\)/)
  assert.ok(text.length < 400)
  assert.equal(geplant({ beginn: d('2026-01-05'), eintraege: eintraege.slice(0, 2), abhaengigkeiten: Array.from({ length: 10_000 }, () => abh('v0', 'v1')) }).termine[1]?.beginn.toString(), '2026-01-06')
})

test('what cannot be is refused in words', () => {
  const mit = (eintrag: Eintrag): Plan => ({ beginn: d('2026-09-07'), eintraege: [eintrag], abhaengigkeiten: [] })
  assert.match(fehlerVon(mit(aktivitaet('a', 5, { istBeginn: d('2026-09-10'), istEnde: d('2026-09-09') }))), /tatsächliche Ende liegt vor/)
  assert.match(fehlerVon(mit(aktivitaet('a', 5, { nichtVor: d('2026-09-10'), frist: d('2026-09-09') }))), /Frist liegt vor dem frühesten Beginn/)
  for (const tage of [0, -1, 1.5, 10_001, Number.NaN]) assert.match(fehlerVon(mit(aktivitaet('a', tage))), /ganze Zahl von 1 bis 10000/)
  assert.match(fehlerVon(mit({ ...aktivitaet('a', 1), dauer: null })), /Geben Sie eine Dauer an/)
  assert.match(fehlerVon(mit(aktivitaet('a', 5, { fest: d('2300-01-01') }))), /1990 bis 2199/)
  assert.match(fehlerVon(mit(aktivitaet('a', 5, { fest: d('1950-01-01') }))), /1990 bis 2199/)
  assert.match(fehlerVon({ beginn: d('2026-01-01'), eintraege: [aktivitaet('a', 1), aktivitaet('b', 1)], abhaengigkeiten: [abh('a', 'b', 'FS', 99_999)] }), /Abstand/)
})

test('fixed dates win and the contradiction is counted; deadlines take away float', () => {
  const { termine } = geplant({ beginn: d('2026-09-07'), eintraege: [aktivitaet('a', 10), aktivitaet('b', 5, { fest: d('2026-09-14') }), aktivitaet('c', 1, { frist: d('2026-09-04') })], abhaengigkeiten: [abh('a', 'b')] })
  assert.equal(termine[1]?.beginn.toString(), '2026-09-14')
  assert.deepEqual(termine.map(({ widerspruch }) => widerspruch), [0, 5, 0])
  assert.deepEqual(termine.map(({ puffer, fristVerletzt }) => [puffer, fristVerletzt]), [[-5, false], [0, false], [-1, true]])
})

test('what has ended lies where it did', () => {
  const { termine } = geplant({ beginn: d('2026-09-07'), eintraege: [aktivitaet('a', 10, { istBeginn: d('2026-09-05'), istEnde: d('2026-09-08') }), aktivitaet('b', 2), aktivitaet('c', 3, { istBeginn: d('2026-09-07') })], abhaengigkeiten: [abh('a', 'b'), abh('a', 'c')] })
  assert.deepEqual(termine.map(({ beginn, ende }) => `${beginn}/${ende}`), ['2026-09-05/2026-09-08', '2026-09-09/2026-09-10', '2026-09-07/2026-09-09'])
  assert.deepEqual([termine[0]?.puffer, termine[2]?.widerspruch], [null, 0])
})

// The oracle: no graph, no order, no arithmetic of positions. It moves one entry by one working day until every condition holds.

const werktag = (datum: Temporal.PlainDate, n: number) => addWorkingDays(datum, n, 'NW')
const spaeter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0

/** The day on which work could go on after an activity that begins on `beginn`. */
function danach({ dauer }: Eintrag, beginn: Temporal.PlainDate): Temporal.PlainDate {
  if (!dauer) return beginn
  if ('tage' in dauer) return werktag(beginn, dauer.tage)
  const ende = nextWorkingDay(beginn.add({ months: dauer.monate }), 'NW')
  return spaeter(ende, beginn) ? ende : werktag(beginn, 1)
}

/** Begin of every entry by patience. `zusatz` holds one back. */
function geduldig(plan: Plan, zusatz?: { id: string; ab: Temporal.PlainDate }): Map<string, Temporal.PlainDate> {
  const von = new Map(plan.eintraege.map((e) => [e.id, e]))
  const beginn = new Map(plan.eintraege.map((e) => [e.id, nextWorkingDay(e.nichtVor && spaeter(e.nichtVor, plan.beginn) ? e.nichtVor : plan.beginn, 'NW')]))
  if (zusatz) beginn.set(zusatz.id, zusatz.ab)
  const verletzt = ({ vonId, nachId, art, abstand }: Abhaengigkeit): boolean => {
    const [a, b] = [beginn.get(vonId) as Temporal.PlainDate, beginn.get(nachId) as Temporal.PlainDate]
    const links = art === 'FS' || art === 'FF' ? danach(von.get(vonId) as Eintrag, a) : a
    const rechts = art === 'FS' || art === 'SS' ? b : danach(von.get(nachId) as Eintrag, b)
    return spaeter(werktag(links, abstand), rechts)
  }
  for (let ruhe = false; !ruhe;) {
    ruhe = true
    for (const eine of plan.abhaengigkeiten) while (verletzt(eine)) { beginn.set(eine.nachId, werktag(beginn.get(eine.nachId) as Temporal.PlainDate, 1)); ruhe = false }
  }
  return beginn
}

const planende = (plan: Plan, beginn: ReadonlyMap<string, Temporal.PlainDate>): Temporal.PlainDate =>
  plan.eintraege.map((e) => danach(e, beginn.get(e.id) as Temporal.PlainDate)).reduce((a, b) => (spaeter(a, b) ? a : b))

const zufaelligerPlan: fc.Arbitrary<Plan> = fc.integer({ min: 1, max: 9 }).chain((n) => fc.record({
  eintraege: fc.tuple(...Array.from({ length: n }, (_, i) => fc.record({
    dauer: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 15 }).map((tage) => ({ tage })) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((monate) => ({ monate })) }),
    nichtVor: fc.option(fc.integer({ min: 0, max: 40 }).map((tage) => d('2026-04-20').add({ days: tage })), { freq: 3 }),
  }).map((rest): Eintrag => ({ id: `v${i}`, titel: `v${i}`, art: 'aktivitaet', ...rest })))),
  abhaengigkeiten: fc.array(fc.record({
    a: fc.nat({ max: n - 1 }), b: fc.nat({ max: n - 1 }), art: fc.constantFrom('FS', 'SS', 'FF', 'SF'), abstand: fc.integer({ min: -4, max: 6 }),
  }), { maxLength: 16 }).map((liste) => liste.filter(({ a, b }) => a !== b).map(({ a, b, art, abstand }): Abhaengigkeit => ({ vonId: `v${Math.min(a, b)}`, nachId: `v${Math.max(a, b)}`, art: art as Abhaengigkeit['art'], abstand }))),
}).map((rest): Plan => ({ beginn: d('2026-04-20'), ...rest })))

test('earliest dates agree with patience on random plans', () => {
  fc.assert(fc.property(zufaelligerPlan, (plan) => {
    const geduld = geduldig(plan)
    for (const { id, beginn, ende } of geplant(plan).termine) {
      const eigener = geduld.get(id) as Temporal.PlainDate
      assert.equal(beginn.toString(), eigener.toString(), id)
      assert.equal(ende?.toString(), werktag(danach(plan.eintraege.find((e) => e.id === id) as Eintrag, eigener), -1).toString(), id)
    }
  }), { numRuns: 300 })
})

test('the float is how long one can wait, tried out by waiting', () => {
  fc.assert(fc.property(zufaelligerPlan, fc.nat(), (plan, welcher) => {
    const { termine } = geplant(plan)
    const { id, beginn, puffer, kritisch } = termine[welcher % termine.length] as (typeof termine)[number]
    const ende = planende(plan, geduldig(plan))
    assert.ok(puffer !== null && puffer >= 0)
    assert.equal(kritisch, puffer === 0)
    assert.ok(!spaeter(planende(plan, geduldig(plan, { id, ab: werktag(beginn, puffer) })), ende), `${id} may wait ${puffer} days`)
    assert.ok(spaeter(planende(plan, geduldig(plan, { id, ab: werktag(beginn, puffer + 1) })), ende), `${id} may not wait ${puffer + 1} days`)
  }), { numRuns: 200 })
})

test('the order in which entries and dependencies are written down does not matter', () => {
  fc.assert(fc.property(zufaelligerPlan, (plan) => {
    const anders = geplant({ ...plan, eintraege: plan.eintraege.toReversed(), abhaengigkeiten: plan.abhaengigkeiten.toReversed() })
    assert.deepEqual(anders.termine.toReversed(), geplant(plan).termine)
  }), { numRuns: 50 })
})

test('length in working days between two dates, both counted', () => {
  assert.equal(arbeitstageZwischen(nrw, d('2026-06-01'), d('2026-06-08')), 5)
  assert.equal(arbeitstageZwischen(nrw, d('2026-06-06'), d('2026-06-07')), 0)
  assert.equal(arbeitstageZwischen(nrw, d('2026-06-08'), d('2026-06-01')), 0)
})
