import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assert as always, constantFrom, option, property, record } from 'fast-check'
import { aufwaerts, teilbaum } from './baum.js'
import {
  alsFrage, ausschnittAus, ENTSCHEIDUNGSFRISTEN, filterAus, PRIORITAETEN, STATUSWAHL, ZEITRAEUME, type Filter,
} from './filter.js'
import { ALLE_LISTEN, ALLE_SICHTEN, listenVon } from './sicht.js'
import { entscheidungsfrist, lastVon, waehle, type Entscheidung, type Meilenstein } from './zeilen.js'

const tag = (iso: string) => Temporal.PlainDate.from(iso)
const id = '01900000-0000-7000-8000-000000000001'

test('an address is read as what it says and nothing else', () => {
  const suche = new URLSearchParams(`feld=${id}&einheit=DROP&zeitraum=7&prioritaet=hoch&status=weg&strategie=E-GOV&monat=2026-10&licht=lila`)
  assert.deepEqual(filterAus(suche), { feld: id, prioritaet: 'hoch' })
  assert.deepEqual(ausschnittAus(suche, 'berichte'), { monat: '2026-10' })
  assert.deepEqual(ausschnittAus(suche, 'vorhaben'), {})
  assert.deepEqual(filterAus(new URLSearchParams('feld=__proto__&status=constructor')), {})
})

test('filters go into an address and come back', () => {
  const wahl = <T>(werte: readonly T[]) => option(constantFrom(...werte), { nil: undefined })
  const filter = record({ feld: wahl([id, 'ohne']), einheit: wahl([id]), zeitraum: wahl(ZEITRAEUME), prioritaet: wahl(PRIORITAETEN), status: wahl(STATUSWAHL) })
  always(property(filter, (roh) => {
    const gewaehlt = Object.fromEntries(Object.entries(roh).filter(([, wert]) => wert !== undefined)) as Filter
    const { zeitraum, ...rest } = gewaehlt
    const erwartet = { ...rest, ...(zeitraum && zeitraum !== '6' ? { zeitraum } : {}) }
    assert.deepEqual(filterAus(new URLSearchParams(alsFrage(gewaehlt))), erwartet)
  }), { numRuns: 50 })
})

test('milestones fall into exactly one of the bands of delay, each with its limits', () => {
  const bei = (tage: number) => ({ tage }) as Meilenstein
  const alle = Array.from({ length: 401 }, (_, i) => bei(i - 200))
  const zahl = (frist: 'bis30' | 'bis90' | 'ueber90' | 'spaet' | 'kommend') => waehle.meilensteine(alle, { frist }).map(({ tage }) => tage)
  assert.deepEqual([zahl('bis30').length, zahl('bis90').length, zahl('ueber90').length, zahl('spaet').length], [30, 60, 110, 200])
  assert.deepEqual([Math.min(...zahl('bis30')), Math.max(...zahl('bis30')), Math.min(...zahl('bis90')), Math.max(...zahl('bis90'))], [-30, -1, -90, -31])
  assert.deepEqual([Math.min(...zahl('kommend')), Math.max(...zahl('kommend'))], [0, 60])
})

test('a decision is urgent from thirty days before its date', () => {
  const heute = tag('2026-11-22')
  assert.deepEqual(['2026-11-21', '2026-11-22', '2026-12-22', '2026-12-23'].map((bis) => entscheidungsfrist(tag(bis), heute)), ['ueberfaellig', 'bald', 'bald', 'spaeter'])
  assert.equal(entscheidungsfrist(null, heute), 'ohne')
  const alle = ENTSCHEIDUNGSFRISTEN.map((frist) => ({ frist }) as Entscheidung)
  assert.equal(ENTSCHEIDUNGSFRISTEN.reduce((summe, frist) => summe + waehle.entscheidungen(alle, { frist }).length, 0), alle.length)
})

test('load is compared with what was agreed, not with the whole working time', () => {
  assert.deepEqual([lastVon(8, 10), lastVon(9, 10), lastVon(10, 10), lastVon(11, 10), lastVon(80, 100), lastVon(100, 100)], ['frei', 'voll', 'voll', 'ueber', 'frei', 'voll'])
})

test('a tree with a circle ends', () => {
  const a = { id: 'a', oberId: 'b' as string | null }
  const b = { id: 'b', oberId: 'a' as string | null }
  assert.deepEqual(aufwaerts(a, new Map([['a', a], ['b', b]])), [a, b])
  assert.deepEqual([...teilbaum([a, b], 'a')].sort(), ['a', 'b'])
  assert.deepEqual([...teilbaum([{ id: 'x', oberId: null }, { id: 'y', oberId: 'x' }, { id: 'z', oberId: null }], 'x')].sort(), ['x', 'y'])
})

test('names of people are in no view but that of the Programmbüro', () => {
  assert.deepEqual(ALLE_SICHTEN.filter((sicht) => listenVon(sicht).includes('personen')), ['programmbuero'])
  assert.deepEqual(listenVon('programmbuero'), ALLE_LISTEN)
  assert.deepEqual(listenVon('einheit'), ['vorhaben', 'berichte', 'meilensteine'])
})
