import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Befund } from '../index.js'
import { checkFormular, definitionSchema, formularAus, FRAGETYPEN } from '../index.js'
import { VERGEBENE_SEITENNAMEN } from './freigabe.js'
import { ohneEnglisch } from './meldungen.js'
import { FELDER } from '../fragen/felder.js'
import { definition, parkausweisJson, parkausweisTexte } from '../test/muster.js'
import type { FrageJson } from '../test/muster.js'

const codes = (json: unknown, stufe: Befund['stufe'] = 'fehler') =>
  checkFormular(json).filter((befund) => befund.stufe === stufe).map(({ code }) => code)
const mit = (...fragen: readonly FrageJson[]) => codes(definition(fragen))

test('Das Demo-Formular hat keinen einzigen Befund', () => {
  assert.deepEqual(checkFormular(parkausweisJson(), parkausweisTexte()), [])
})

test('Jeder Fehler der Struktur hat einen Pfad und einen deutschen Satz', () => {
  assert.deepEqual(codes(null), ['struktur'])
  assert.deepEqual(codes({ ...definition([]), extra: 1 }), ['struktur'])
  assert.deepEqual(mit({ typ: 'ratespiel', name: 'a' }), ['typ_unbekannt'])
  assert.deepEqual(mit({ typ: 'auswahl', name: 'a' }), ['struktur'])
  assert.deepEqual(mit({ typ: 'iban', name: 'a' }), ['struktur'], 'an IBAN without purpose (A3-09)')
  assert.deepEqual(mit({ typ: 'text', name: 'a', optionen: [{ wert: 'x', label: 'X' }] }), ['struktur'])
  assert.deepEqual(mit({ typ: 'text', name: 'Straße' }), ['struktur'])
  const befunde = checkFormular(definition([{ typ: 'auswahl', name: 'a' }]))
  assert.deepEqual(befunde.map(({ pfad, text }) => [pfad, text]),
    [['/seiten/1/fragen/0/optionen', 'Hier fehlt „optionen“.']])
})

test('Seiten, deren Adresse vergeben ist, werden abgelehnt', () => {
  for (const name of VERGEBENE_SEITENNAMEN) {
    const formular = definition([]) as { seiten: { name: string }[] }
    assert.deepEqual(codes({ ...formular, seiten: formular.seiten.map((seite, index) => (index === 1 ? { ...seite, name } : seite)) }), ['name_vergeben'], name)
  }
})

test('Bedingungen: lesbar, bekannt, früher, ja oder nein, ohne Kreis', () => {
  const a = { typ: 'ja_nein', name: 'a' }
  assert.deepEqual(mit(a, { typ: 'text', name: 'b', wenn: 'a = true' }), [])
  assert.deepEqual(mit(a, { typ: 'text', name: 'b', wenn: 'a = ' }), ['feel'])
  // What it would cost to compute is seen before it is computed.
  for (const wenn of ['count(for i in 1..1000000000 return i) = 1', 'matches("aaaa", "(a+)+$")', 'if true then '.repeat(80), '('.repeat(300)]) assert.deepEqual(mit(a, { typ: 'text', name: 'b', wenn }).length, 1)
  assert.deepEqual(mit(a, { typ: 'text', name: 'b', wenn: 'x = true' }), ['feel_unbekannt'])
  assert.deepEqual(mit(a, { typ: 'text', name: 'b', wenn: 'unsinn(a)' }), ['feel_unbekannt'])
  assert.deepEqual(mit(a, { typ: 'text', name: 'b', wenn: 'a + 1' }), ['feel'])
  assert.deepEqual(mit(a, { typ: 'text', name: 'b', wenn: 'if a then 1 else 2' }), ['feel_typ'])
  assert.deepEqual(mit({ typ: 'text', name: 'b', wenn: 'a = true' }, a), ['feel_spaeter'])
  assert.deepEqual(mit({ typ: 'text', name: 'b', wenn: 'b = "x"' }), ['feel_spaeter', 'kreis'])
  assert.deepEqual(mit({ typ: 'text', name: 'b', wenn: 'c = "x"' }, { typ: 'text', name: 'c', wenn: 'b = "x"' }),
    ['feel_spaeter', 'kreis', 'kreis'])
  assert.deepEqual(mit({ typ: 'datum', name: 'd', regeln: [{ feel: 'd <= today()', text: 'X' }] }), ['feel_uhr'])
  assert.deepEqual(mit({ typ: 'datum', name: 'd', regeln: [{ feel: 'd <= heute + duration("P3M")', text: 'X' }] }), [])
  assert.deepEqual(mit({ typ: 'anschrift', name: 'x' }, { typ: 'text', name: 'b', wenn: 'x.ort = "Wesel"' }), [])
  assert.deepEqual(mit({ typ: 'anschrift', name: 'x' }, { typ: 'text', name: 'b', wenn: 'x.planet = "Erde"' }),
    ['feel'])
})

test('Namen: eindeutig und keine Wörter von FEEL', () => {
  assert.deepEqual(mit({ typ: 'text', name: 'a' }, { typ: 'text', name: 'a' }), ['name_doppelt'])
  for (const name of ['constructor', 'if', 'count', 'heute', 'date',
    'not']) assert.ok(mit({ typ: 'text', name }).includes('name_feel'), name)
})

test('Texte: fehlende Schlüssel sind Fehler, fehlende Übersetzungen Warnungen', () => {
  const json = definition([{ typ: 'text', name: 'a', label: '@a.label' }])
  assert.deepEqual(codes(json), ['text_fehlt'])
  const befunde = checkFormular(json, { de: { 'a.label': 'A' }, en: {} })
  assert.deepEqual(befunde.map(({ code, stufe }) => [code, stufe]), [['text_uebersetzung', 'warnung']])
})

test('Art. 13 DSGVO: vollständig und vor der ersten Frage zur Person', () => {
  const ganz = definition([{ typ: 'email', name: 'e' }])
  assert.deepEqual(codes({ ...ganz, datenschutz: { ...ganz.datenschutz, zweck: undefined } }), ['art13'])
  assert.deepEqual(codes({ ...ganz, seiten: ganz.seiten.slice(1) }), ['art13'])
  assert.deepEqual(codes({ ...ganz, seiten: ganz.seiten.toReversed() }), ['art13'])
  const check = { name: 'check', titel: 'Check', art: 'vorpruefung',
    fragen: [{ typ: 'ja_nein', name: 'w', label: 'W', rechtsgrundlage: '§ 1' }] }
  assert.deepEqual(codes({ ...ganz, seiten: [check, ...ganz.seiten] }), [])
})

test('Unterschrift nur mit Schriftform; ein Scan ersetzt sie nie', () => {
  const feld = { typ: 'datei', name: 'blatt', unterschrift: true }
  assert.deepEqual(mit(feld), ['unterschrift'])
  const schriftlich = definition([feld], { schriftform: 'vwvfg_3a' })
  assert.deepEqual([codes(schriftlich), codes(schriftlich, 'warnung')], [[], ['unterschrift_upload']])
  assert.deepEqual(codes(definition([{ typ: 'text', name: 'u', label: 'Ihre Unterschrift' }]), 'warnung'),
    ['unterschrift'])
})

test('Datensparsamkeit: ohne Rechtsgrundlage und FIM-Feld gibt es eine Warnung', () => {
  const [datenschutz, seite] = definition([]).seiten
  const json = { ...definition([]),
    seiten: [datenschutz, { ...seite, fragen: [{ typ: 'text', name: 'a', label: 'A' }] }] }
  assert.deepEqual([codes(json), codes(json, 'warnung')], [[], ['ohne_rechtsgrundlage']])
})

test('Ergebnisseiten halten niemanden auf; Grenzen und Muster stimmen', () => {
  const json = definition([])
  const ergebnis = { name: 'ergebnis', titel: 'E', art: 'ergebnis',
    fragen: [{ typ: 'text', name: 'a', label: 'A', rechtsgrundlage: '§ 1' }] }
  assert.deepEqual(codes({ ...json, seiten: [...json.seiten, ergebnis] }), ['ergebnis_frage'])
  assert.ok(mit({ typ: 'text', name: 'a', muster: '(' }).includes('muster'))
  assert.deepEqual(mit({ typ: 'zahl', name: 'a', min: 5, max: 1 }), ['grenzen'])
  assert.deepEqual(mit({ typ: 'gruppe', name: 'g', fragen: [{ typ: 'datei', name: 'd', label: 'D' }] }), ['gruppe_typ'])
})

test('Das Schema der Definition ist selbst gültig, jede Art hat ein Feld, jede Meldung einen englischen Satz', () => {
  assert.ok(new Ajv2020({ strict: true, strictRequired: false, discriminator: true }).compile(definitionSchema()))
  assert.deepEqual(Object.keys(FELDER).sort(), Object.keys(FRAGETYPEN).sort())
  assert.deepEqual(ohneEnglisch(), [])
  assert.throws(() => formularAus(definition([{ typ: 'text', name: 'if' }])), /FEEL/u)
})
