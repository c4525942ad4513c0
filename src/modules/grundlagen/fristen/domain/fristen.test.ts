import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { isWorkingDay, legalDate, parseDate, type Land } from '../../../../platform/time/index.js'
import {
  BEKANNTGABE_REGELN, bekanntgabe, belehrung, berechneFrist, dauerInWorten, findHardCodedDayCounts, frist,
  RECHTSBEHELFE, rechtsbehelfsfrist, regelAm, spaetestensVor, type Ausloeser, type BekanntgabeEingabe,
  type RechtsbehelfArt, type RegelId,
} from '../index.js'

const day = (text: string): Temporal.PlainDate => {
  const result = parseDate(text, 2026)
  assert.ok(result.ok, text)
  return result.value
}
const anyDay = fc.date({ min: new Date('2025-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((d) => Temporal.PlainDate.from(d.toISOString().slice(0, 10)))
const nw = (ereignis: Ausloeser, text: string): BekanntgabeEingabe =>
  ({ ereignisse: { [ereignis]: day(text) }, land: 'NW' })
const monat = (beginn: Temporal.PlainDate): Temporal.PlainDate =>
  rechtsbehelfsfrist('KLAGE', beginn, 'RICHTIG', 'NW').ende

/** Z1: trigger | VWVFG_POST → end of the month | AO_POST → … | OZG_9 → … */
const Z1 = `
26.5.2026  30.5.2026  30.6.2026  1.6.2026   1.7.2026   29.5.2026  29.6.2026
22.12.2026 26.12.2026 26.1.2027  28.12.2026 28.1.2027  25.12.2026 25.1.2027
28.12.2026 1.1.2027   1.2.2027   4.1.2027   4.2.2027   31.12.2026 1.2.2027
27.1.2027  31.1.2027  1.3.2027   1.2.2027   1.3.2027   30.1.2027  1.3.2027
22.3.2027  26.3.2027  26.4.2027  30.3.2027  30.4.2027  25.3.2027  26.4.2027
24.5.2027  28.5.2027  28.6.2027  28.5.2027  28.6.2027  27.5.2027  28.6.2027
28.9.2027  2.10.2027  2.11.2027  4.10.2027  4.11.2027  1.10.2027  2.11.2027
27.1.2028  31.1.2028  29.2.2028  31.1.2028  29.2.2028  30.1.2028  29.2.2028`.trim().split('\n')
  .map((line) => line.split(/\s+/).map(day))

test('Z1: every row of the table', () => {
  const columns: [RegelId, Ausloeser][] = [
    ['VWVFG_POST', 'AUFGABE_ZUR_POST'], ['AO_POST', 'AUFGABE_ZUR_POST'], ['OZG_9', 'BEREITSTELLUNG'],
  ]
  assert.equal(Z1.length, 8)
  for (const [trigger, ...expected] of Z1) {
    assert.ok(trigger)
    for (const [i, [ruleId, ausloeser]] of columns.entries()) {
      const { datum } = bekanntgabe(ruleId, { ereignisse: { [ausloeser]: trigger }, land: 'NW' })
      assert.ok(datum)
      assert.equal(datum.toString(), expected[2 * i]?.toString(), `${ruleId} ${trigger}`)
      assert.equal(monat(datum).toString(), expected[2 * i + 1]?.toString(), `${ruleId} ${trigger} + 1 month`)
    }
  }
})

test('Z1: the recipient\'s Land decides about the shift of AO rules', () => {
  const ereignisse = { AUFGABE_ZUR_POST: day('23.5.2027') } // + 4 days = Fronleichnam
  assert.equal(bekanntgabe('AO_POST', { ereignisse, land: 'BE' }).datum?.toString(), '2027-05-27')
  const nrw = bekanntgabe('AO_POST', { ereignisse, land: 'NW' })
  assert.equal(nrw.datum?.toString(), '2027-05-28')
  assert.equal(nrw.regelVersion, 'AO_POST/2025-01-01')
  assert.equal(nrw.begruendung,
    'Zur Post gegeben am Sonntag, 23.05.2027. Nach § 12 KAG NRW, § 122 Abs. 2 Nr. 1 AO gilt der '
    + 'Bescheid am vierten Tag danach als bekannt gegeben: Donnerstag, 27.05.2027. Dieser Tag ist kein Werktag '
    + '(Fronleichnam, '
    + 'Nordrhein-Westfalen). Deshalb zählt der nächste Werktag: Freitag, 28.05.2027.')
})

test('Z1: fetch rule', () => {
  const abruf = (text?: string, stichtag?: string): ReturnType<typeof bekanntgabe> => bekanntgabe('VWVFG_ABRUF', {
    ereignisse: { BENACHRICHTIGUNG: day('22.12.2026'), ...(text && { ABRUF: day(text) }) }, land: 'NW',
    ...(stichtag && { stichtag: day(stichtag) }),
  })
  assert.equal(abruf('24.12.2026').datum?.toString(), '2026-12-25')
  assert.equal(abruf('1.1.2027').datum?.toString(), '2027-01-02')
  assert.equal(abruf('2.1.2027').status, 'BEREITSTELLUNG_BEENDET')
  assert.equal(abruf(undefined, '2.1.2027').status, 'BEREITSTELLUNG_BEENDET')
  assert.equal(abruf(undefined, '2.1.2027').datum, undefined)
  assert.equal(abruf(undefined, '1.1.2027').status, 'WARTET_AUF_ABRUF')
  assert.equal(abruf().status, 'WARTET_AUF_ABRUF')
})

test('Z1: the version follows the day of posting', () => {
  const alt = bekanntgabe('VWVFG_POST', nw('AUFGABE_ZUR_POST', '31.12.2024'))
  const neu = bekanntgabe('VWVFG_POST', nw('AUFGABE_ZUR_POST', '1.1.2025'))
  assert.deepEqual([alt.datum?.toString(), alt.regelVersion], ['2025-01-03', 'VWVFG_POST/1977-01-01'])
  assert.deepEqual([neu.datum?.toString(), neu.regelVersion], ['2025-01-05', 'VWVFG_POST/2025-01-01'])
})

test('Z1: Art. 12 DSGVO, § 42a, deletion of drafts, Ladungsfrist, year change', () => {
  const dsgvo = (monate: number): string =>
    frist({ beginn: day('31.1.2027'), dauer: { monate }, land: 'NW', shift: true }).toString()
  assert.equal(dsgvo(1), '2027-03-01')
  assert.equal(dsgvo(3), '2027-04-30')
  const fiktion = (shift: boolean): string =>
    frist({ beginn: day('3.7.2026'), dauer: { monate: 3 }, land: 'NW', shift }).toString()
  assert.equal(fiktion(true), '2026-10-05')
  assert.equal(fiktion(false), '2026-10-03')
  const entwurf = (text: string): string =>
    frist({ beginn: day(text), dauer: { tage: 30 }, land: 'NW', shift: false }).toString()
  assert.equal(entwurf('30.1.2026'), '2026-03-01')
  assert.equal(entwurf('1.2.2028'), '2028-03-02')
  assert.equal(spaetestensVor(day('8.12.2026'), 8).toString(), '2026-11-29')
  assert.equal(spaetestensVor(day('5.1.2027'), 8).toString(), '2026-12-27')
  assert.equal(legalDate(Temporal.Instant.from('2026-12-31T23:30Z')).toString(), '2027-01-01')
})

test('Z2: payment within 30 days', () => {
  for (const [receipt, due] of [
    ['31.1.2026', '2026-03-02'], ['1.4.2026', '2026-05-04'], ['24.2.2027', '2027-03-30'], ['25.11.2026', '2026-12-28'],
  ] as const) {
    assert.equal(frist({ beginn: day(receipt), dauer: { tage: 30 }, land: 'NW', shift: true }).toString(), due)
  }
})

test('without a stored trigger there is no Bekanntgabe (X2-03)', () => {
  for (const { ruleId } of BEKANNTGABE_REGELN) {
    const result = bekanntgabe(ruleId, { ereignisse: {}, land: 'NW' })
    assert.equal(result.status, 'KEIN_AUSLOESER')
    assert.equal('datum' in result, false)
  }
})

test('proof displaces the fiction only where and as the rule allows (X2-02)', () => {
  const post = nw('AUFGABE_ZUR_POST', '22.12.2026')
  const am = (text: string): BekanntgabeEingabe => ({ ...post, zugang: { art: 'NACHGEWIESEN_AM', datum: day(text) } })
  assert.equal(bekanntgabe('VWVFG_POST', am('30.12.2026')).datum?.toString(), '2026-12-30')
  assert.equal(bekanntgabe('VWVFG_POST', am('23.12.2026')).datum?.toString(), '2026-12-26')
  assert.equal(bekanntgabe('LZG_EINSCHREIBEN', am('23.12.2026')).datum?.toString(), '2026-12-23')
  assert.equal(bekanntgabe('VWVFG_POST', { ...post, zugang: { art: 'NICHT_ZUGEGANGEN' } }).status, 'NICHT_ZUGEGANGEN')
  const postfach: BekanntgabeEingabe = { ...nw('BEREITSTELLUNG', '24.12.2026'), zugang: { art: 'NICHT_ZUGEGANGEN' } }
  assert.equal(bekanntgabe('OZG_9', postfach).datum?.toString(), '2026-12-27')
  const abgeholt = { ...postfach, ereignisse: { ...postfach.ereignisse, ABRUF: day('25.12.2026') } }
  assert.equal(bekanntgabe('OZG_9', abgeholt).datum?.toString(), '2026-12-27')
  const zweite = { ...nw('BEREITSTELLUNG', '4.1.2027'), frueherAbgerufenAm: day('20.12.2026') }
  assert.equal(bekanntgabe('OZG_9', zweite).datum?.toString(), '2026-12-20')
  assert.equal(bekanntgabe('PZU', nw('ZUSTELLUNG', '26.12.2026')).datum?.toString(), '2026-12-26')
  assert.equal(bekanntgabe('SGBX_37', nw('AUFGABE_ZUR_POST', '22.12.2026')).datum?.toString(), '2026-12-26')
})

test('§ 122a AO changes its trigger at the turn of 2026', () => {
  const alt = nw('BENACHRICHTIGUNG', '22.12.2026')
  assert.equal(bekanntgabe('AO_122A_OLD', alt).datum?.toString(), '2026-12-28')
  const bestritten = { ...alt, benachrichtigungBestritten: true }
  assert.equal(bekanntgabe('AO_122A_OLD', bestritten).status, 'NICHT_ABGERUFEN')
  const abgerufen = { ...bestritten, ereignisse: { ...alt.ereignisse, ABRUF: day('2.1.2027') } }
  assert.equal(bekanntgabe('AO_122A_OLD', abgerufen).datum?.toString(), '2027-01-02')
  assert.equal(bekanntgabe('AO_122A_OLD', nw('BENACHRICHTIGUNG', '1.1.2027')).status, 'REGEL_GILT_NICHT')
  assert.equal(bekanntgabe('AO_122A_NEW', nw('BEREITSTELLUNG', '31.12.2026')).status, 'REGEL_GILT_NICHT')
  assert.equal(bekanntgabe('AO_122A_NEW', nw('BEREITSTELLUNG', '29.1.2027')).datum?.toString(), '2027-02-02')
  assert.equal(bekanntgabe('AO_122A_NEW', nw('BENACHRICHTIGUNG', '29.1.2027')).status, 'KEIN_AUSLOESER')
})

test('the rows of a rule neither overlap nor leave gaps', () => {
  const ids = new Set(BEKANNTGABE_REGELN.map(({ ruleId }) => ruleId))
  assert.equal(ids.size, 11)
  for (const id of ids) {
    const rows = BEKANNTGABE_REGELN.filter(({ ruleId }) => ruleId === id)
    for (const [i, row] of rows.entries()) {
      const next = rows[i + 1]
      if (!next) continue
      assert.equal(Temporal.PlainDate.from(row.validTo ?? '').add({ days: 1 }).toString(), next.validFrom, id)
    }
    assert.equal(regelAm(id, day('1.1.1899')), undefined)
  }
})

test('laws of the fiction: shifting rules end on working days, the others exactly n days later', () => {
  const land = fc.constantFrom<Land>('NW', 'BE', 'BY', 'SN')
  fc.assert(fc.property(anyDay, land, fc.constantFrom(...BEKANNTGABE_REGELN), (tag, place, { ruleId, trigger }) => {
    if (trigger === 'ABRUF') return
    const regel = regelAm(ruleId, tag)
    const { datum } = bekanntgabe(ruleId, { ereignisse: { [trigger]: tag }, land: place })
    assert.equal(datum !== undefined, regel !== undefined)
    if (!datum || !regel) return
    const days = tag.until(datum).days
    if (regel.shift) assert.ok(isWorkingDay(datum, place) && days >= regel.days && days <= regel.days + 5)
    else assert.equal(days, regel.days)
  }))
})

test('laws of deadlines: later begin never ends earlier; a month ends on the same number or on the last day', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 24 }), (beginn, monate) => {
    const { rechnerischesEnde, ende } = berechneFrist({ beginn, dauer: { monate }, land: 'NW', shift: true })
    assert.ok(rechnerischesEnde.day === beginn.day
      || (rechnerischesEnde.day < beginn.day && rechnerischesEnde.day === rechnerischesEnde.daysInMonth))
    assert.ok(isWorkingDay(ende, 'NW'))
    const next = frist({ beginn: beginn.add({ days: 1 }), dauer: { monate }, land: 'NW', shift: true })
    assert.ok(Temporal.PlainDate.compare(ende, next) <= 0)
  }))
  assert.throws(() => frist({ beginn: day('1.1.2026'), dauer: { tage: 1.5 }, land: 'NW', shift: true }), RangeError)
  assert.deepEqual([{ monate: 1 }, { wochen: 2 }, { tage: 14 }].map((dauer) => dauerInWorten(dauer)),
    ['ein Monat', 'zwei Wochen', '14 Tage'])
})

test('remedies: a month, a year without correct Belehrung, two weeks against a Bußgeldbescheid', () => {
  const ende = (art: RechtsbehelfArt, stand: 'RICHTIG' | 'FEHLT_ODER_FALSCH'): string =>
    rechtsbehelfsfrist(art, day('26.12.2026'), stand, 'NW').ende.toString()
  assert.equal(ende('KLAGE', 'RICHTIG'), '2027-01-26')
  assert.equal(ende('WIDERSPRUCH', 'RICHTIG'), '2027-01-26')
  assert.equal(ende('KLAGE', 'FEHLT_ODER_FALSCH'), '2027-12-27')
  assert.equal(ende('EINSPRUCH_AO', 'FEHLT_ODER_FALSCH'), '2027-12-27')
  assert.equal(ende('EINSPRUCH', 'RICHTIG'), '2027-01-11')
  const { bestandskraftVoraussichtlichAb } = rechtsbehelfsfrist('KLAGE', day('26.12.2026'), 'RICHTIG', 'NW')
  assert.equal(bestandskraftVoraussichtlichAb.toString(), '2027-01-27')
})

test('Belehrungen name place and deadline, and no number of days (X3-03)', () => {
  for (const art of Object.keys(RECHTSBEHELFE) as RechtsbehelfArt[]) {
    const { text, version } = belehrung(art, {
      stelle: 'dem Verwaltungsgericht Düsseldorf', anschrift: 'Bastionstraße 39, 40213 Düsseldorf',
      elektronisch: 'www.example.org',
    })
    assert.match(text, /bei dem Verwaltungsgericht Düsseldorf, Bastionstraße 39, 40213 Düsseldorf/)
    assert.match(text, /eines Monats nach Bekanntgabe|zwei Wochen nach Zustellung/)
    assert.ok(version.startsWith(`${art}/`))
    assert.deepEqual(findHardCodedDayCounts(text), [])
  }
  assert.throws(() => belehrung('KLAGE', { stelle: ' ', anschrift: 'x' }), RangeError)
})

test('the lint finds numbers of days, however written, and nothing else', () => {
  const bad = [
    'drei Tage nach Aufgabe zur Post', 'am vierten Tag', 'am 3. Tage nach', 'binnen 14 Tagen', 'Drei-Tages-Fiktion',
    'innerhalb von zehn Werktagen', 'die Dreitagesfiktion', '4-Tages-Frist', 'am dritten\u00a0Tag',
    'acht volle Tage', 'Nach 4 Tagen', 'die viertägige Frist',
  ]
  for (const text of bad) assert.equal(findHardCodedDayCounts(text).length, 1, text)
  const good = [
    'innerhalb eines Monats nach Bekanntgabe', 'zwei Wochen', '{{tage}} Tage', 'am Tag der Bekanntgabe', 'am 3.10.2026',
    'Montag, 4. Januar', 'ein Vertrag', 'am selben Tag', 'Der Feiertag am 3. Oktober', 'drei Tagungen',
  ]
  for (const text of good) assert.deepEqual(findHardCodedDayCounts(text), [], text)
})
