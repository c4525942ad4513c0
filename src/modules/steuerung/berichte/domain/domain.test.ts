import assert from 'node:assert/strict'
import { test } from 'node:test'
import { schlechteste, zusammenfassen, type Ampel, type Meldung } from './ampel.js'
import { meilensteintrend } from './trend.js'
import { faelligAm, monatAus, quartalsmonate, quartalVon, zuEroeffnen } from './zeitraum.js'

const meldung = (ampel: Ampel | null, prioritaet: Meldung['prioritaet'] = 'mittel'): Meldung => ({ ampeln: ampel && { zeit: ampel, ressourcen: 'gruen', qualitaet: 'gruen' }, prioritaet })
const viele = (...farben: readonly (Ampel | null)[]) => zusammenfassen(farben.map((farbe) => meldung(farbe)))
const tag = (text: string) => Temporal.PlainDate.from(text)

test('many lights become one by the rule that is shown', () => {
  assert.equal(schlechteste({ zeit: 'gruen', ressourcen: 'rot', qualitaet: 'gelb' }), 'rot')
  assert.equal(viele().gesamt, null)
  assert.equal(viele('gruen', 'gruen', 'gruen', 'gruen').gesamt, 'gruen')
  assert.equal(viele('gelb', 'gruen', 'gruen', 'gruen', 'gruen').gesamt, 'gruen', 'one of five is less than a quarter')
  assert.equal(viele('gelb', 'gruen', 'gruen', 'gruen').gesamt, 'gelb')
  assert.equal(viele('rot', 'gruen', 'gruen', 'gruen', 'gruen').gesamt, 'gelb', 'one red is never green')
  assert.equal(viele('rot', 'gruen', 'gruen', 'gruen').gesamt, 'rot')
  const zwanzig = Array.from({ length: 20 }, () => meldung('gruen'))
  assert.equal(zusammenfassen([meldung('rot', 'hoch'), ...zwanzig]).gesamt, 'gelb', 'one of many')
  assert.deepEqual([zusammenfassen([{ ...meldung('rot', 'niedrig'), kritisch: true }, ...zwanzig]).gesamt, zusammenfassen([{ ...meldung('gelb'), kritisch: true }, ...zwanzig]).gesamt], ['rot', 'gelb'], 'worst of the critical path')
  assert.equal(zusammenfassen([{ ...meldung('gruen'), kritisch: true }, meldung('rot'), meldung('rot')]).gesamt, 'rot', 'the critical path never makes it better')
  assert.equal(zusammenfassen([meldung('gelb', 'hoch'), ...zwanzig.slice(0, 4)]).gesamt, 'gelb', 'three of eleven')
  assert.equal(zusammenfassen([meldung('gelb', 'niedrig'), ...zwanzig.slice(0, 3)]).gesamt, 'gruen', 'one of seven')
  assert.match(zusammenfassen([{ ...meldung('rot'), kritisch: true }, ...zwanzig]).grund, /kritischen Weg/)
  assert.equal(viele('gruen', null, null).gesamt, null, 'more than half missing says nothing')
  assert.deepEqual([viele('gruen', null).gesamt, viele('gruen', null).fehlt], ['gruen', 1])
})

test('months, quarters, working days after the end of the year', () => {
  assert.equal(monatAus('2026-13'), undefined)
  assert.equal(monatAus('2028-02')?.daysInMonth, 29)
  assert.equal(faelligAm(tag('2026-12-01'), 'NW').toString(), '2027-01-08', 'New Year is no working day')
  assert.deepEqual(quartalsmonate(2026, 4).map(String), ['2026-10-01', '2026-11-01', '2026-12-01'])
  assert.equal(quartalVon(tag('2026-09-30')), 3)
  assert.deepEqual(zuEroeffnen(tag('2026-11-22'), tag('2026-10-01')).map(String), [])
  assert.deepEqual(zuEroeffnen(tag('2026-11-23'), tag('2026-10-01')).map(String), ['2026-11-01'])
  assert.deepEqual(zuEroeffnen(tag('2026-12-03'), tag('2026-10-01')).map(String), ['2026-11-01'], 'one that was slept through')
})

test('the trend of a milestone over reports, with gaps', () => {
  const stand = (termin: string, erreicht = false) => [{ id: 'a', name: 'MS01', termin, erreicht }]
  assert.equal(meilensteintrend([stand('2026-11-01'), [], stand('2026-11-11')])[0]?.satz, 'Rückt nach hinten um 10 Tage.')
  assert.equal(meilensteintrend([stand('2026-11-02'), stand('2026-11-01', true)])[0]?.satz, 'Erreicht. Kommt früher um einen Tag.')
  assert.equal(meilensteintrend([stand('2026-11-02'), stand('2026-11-02')])[0]?.satz, 'Der Termin hält.')
})
