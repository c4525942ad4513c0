import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lesePlan, Unlesbar } from './erkennen.js'

const arten = (text: string) => lesePlan(text, 'probe').befunde.map(({ kind, object }) => `${kind} ${object}`)

test('doubled numbers, dangling references, circles and shared bounds are said, and nothing is lost', () => {
  const plan = `
kostenklassen: { 1: { bis: 100000 }, 2: { von: 100000, bis: 200000 } }
ziele: [Service]
bausteine:
  - id: B1
    art: Basisbaustein
    name: Akte
    kostenklasse: 1
    ziele: [Service, Tempo]
    massnahmen:
      - { id: B1-A, name: Plan, prioritaet: hoch, laufzeit_monate: 6, verantwortlich: X, benoetigt: [B1-B, B6-B] }
      - { id: B1-B, name: DMS, prioritaet: hoch, laufzeit_monate: 6, verantwortlich: X, benoetigt: [B1-A] }
      - { id: B1-A, name: Zweimal, prioritaet: sehr, laufzeit_monate: 0, verantwortlich: X, farbe: rot }
  - { id: U1, art: Umsetzungsbaustein, name: Wissen, kostenklasse: null, massnahmen: [{ id: U1-A, name: Wiki, laufzeit_monate: 3, frist: 2027-02-29 }] }
`
  const gelesen = arten(plan)
  for (const erwartet of ['klassengrenze Kostenklasse 2', 'doppelteNummer 1A', 'doppelteKennung B1-A', 'ungeloesterVerweis B1-A', 'ungeloesterVerweis B1', 'kreis B1-A, B1-B', 'fehlenderWert U1', 'fehlenderWert U1-A', 'unbekanntesFeld B1, Maßnahme 3', 'ungueltigerWert U1-A', 'ungueltigerWert B1-A']) {
    assert.ok(gelesen.includes(erwartet), `${erwartet} fehlt in ${gelesen.join(' | ')}`)
  }
  const objekte = lesePlan(plan, 'probe').strategien[0]?.objekte ?? []
  assert.deepEqual(objekte.map(({ kennung, felder }) => [kennung, felder['nummer']]), [['ziel-service', undefined], ['B1', 'B1'], ['B1-A', '1A'], ['B1-B', '1B'], ['B1-A#2', undefined], ['U1', 'U1'], ['U1-A', '1A']])
})

test('sums of the paper that do not come out are said; missing figures are not zero', () => {
  const plan = `
zeitraum: { von: 2023, bis: 2026 }
summen: { einmalig: 101, laufend_kumuliert: 20.5 }
loesungsbausteine: [{ id: L1, name: A, einmalig: 100, laufend: 20.50 }, { id: L2, name: B, einmalig: -5 }]
`
  const { befunde, strategien } = lesePlan(plan, 'plan')
  assert.ok(befunde.some(({ kind, object, text }) => kind === 'summe' && object === 'Summe einmalig' && /101,00.*100,00/.test(text)))
  assert.ok(!befunde.some(({ object }) => object === 'Summe laufend'))
  assert.deepEqual(strategien[0]?.finanzplan.map(({ kennung, betragCent }) => [kennung, betragCent]), [['L1/einmalig', 100_00n], ['L1/laufend', 20_50n]])
})

test('hostile files are refused with a sentence', () => {
  const bombe = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`).join('\n')}\nbausteine: *i`
  for (const [name, text] of Object.entries({
    bombe, tief: `bausteine: ${'['.repeat(5000)}${']'.repeat(5000)}`, eingerueckt: Array.from({ length: 300 }, (_, tiefe) => `${' '.repeat(tiefe)}a:`).join('\n'),
    gross: `bausteine: "${'x'.repeat(2_000_001)}"`, nul: 'bausteine: "a\u0000b"', kennzeichen: 'bausteine: !!js/function "x"', doppelt: 'bausteine: []\nbausteine: []', kaputt: 'bausteine: [', anderes: 'hallo: welt', liste: '- a', leer: '',
    mehrere: 'bausteine: []\n---\nbausteine: []', viele: `bausteine:\n${'- { name: x }\n'.repeat(10_001)}`,
  })) assert.throws(() => lesePlan(text, 'x'), Unlesbar, name)
  const { befunde } = lesePlan('bausteine: [7, null, { name: [a] }, { name: B, __proto__: { x: 1 }, massnahmen: nein, kostenklasse: 1e99 }]', 'x')
  assert.ok(befunde.length >= 5)
  assert.equal(({} as { x?: number }).x, undefined)
})
