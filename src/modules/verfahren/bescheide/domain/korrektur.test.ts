import assert from 'node:assert/strict'
import { test } from 'node:test'
import { korrekturFehler, KORREKTUREN, type Korrekturangaben } from './korrektur.js'

const tag = (iso: string) => Temporal.PlainDate.from(iso)
const felder = (angaben: Partial<Korrekturangaben>) => korrekturFehler(
  { art: 'ruecknahme', norm: KORREKTUREN.ruecknahme.normen[2], wirkungAb: tag('2026-11-22'), kenntnisAm: tag('2026-11-01'), ...angaben }, { erlassenAm: tag('2025-01-10'), today: tag('2026-11-22') },
).map(({ feld }) => feld)

test('a Berichtigung needs its provision only; a Ruecknahme a day and the year since it was known', () => {
  assert.deepEqual(felder({ art: 'berichtigung', norm: '§ 42 VwVfG NRW', wirkungAb: null, kenntnisAm: null }), [])
  assert.deepEqual(felder({}), [])
  assert.deepEqual(felder({ norm: '§ 1 BGB', wirkungAb: null, kenntnisAm: null }), ['norm', 'wirkungAb', 'kenntnisAm'])
  assert.deepEqual(felder({ kenntnisAm: tag('2025-11-21') }), ['kenntnisAm'])
  assert.deepEqual(felder({ kenntnisAm: tag('2025-11-22') }), [])
  assert.deepEqual(felder({ wirkungAb: tag('2025-01-09') }), ['wirkungAb'])
  assert.deepEqual(felder({ norm: KORREKTUREN.ruecknahme.normen[0], kenntnisAm: null }), [])
})

test('a Widerruf works for the future, except where money was given', () => {
  const gestern = tag('2026-11-21')
  assert.deepEqual(felder({ art: 'widerruf', norm: KORREKTUREN.widerruf.normen[3], wirkungAb: gestern }), ['wirkungAb'])
  assert.deepEqual(felder({ art: 'widerruf', norm: KORREKTUREN.widerruf.normen[6], wirkungAb: gestern }), [])
})
