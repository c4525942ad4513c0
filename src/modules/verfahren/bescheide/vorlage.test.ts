import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fuelle, leseVorlage } from './domain/vorlage.js'
import { vergleiche } from './domain/vergleich.js'
import { bausteine } from './domain/inhalt.js'
import { pruefeBescheidVorlage } from './index.js'

const gut = `/*---
genehmigung:
  betreff: Erlaubnis
  tenor: Für {{kfz}} ab {{beginn}}.
ablehnung:
  betreff: Ablehnung
  tenor: Abgelehnt.
---*/
#import "layout.typ": *
#let daten = lies-daten()
#show: brief.with(daten)
#bausteine(daten.tenor)
`

test('a template: text blocks at the top, Typst below', async () => {
  assert.equal(fuelle('Seit {{a}}, {{ b }}', { a: '2026-02-30', b: '2026-02-03' }), 'Seit 2026-02-30, 03.02.2026', 'what only looks like a day')
  assert.equal(leseVorlage(gut).bausteine.genehmigung.betreff, 'Erlaubnis')
  assert.deepEqual(await pruefeBescheidVorlage(gut), [])
})

test('what a package must not do is found at import', async () => {
  const faelle: [string, RegExp][] = [
    [gut.replace('Abgelehnt.', 'Gilt am dritten Tag als bekannt gegeben.'), /dritten Tag/],
    [`${gut}#read("/etc/passwd")`, /Dateien/], [`${gut}#import "@preview/x:1.0.0"`, /Pakete/], [`${gut}#eval("1")`, /eval/],
    [`${gut}#include "brief.typ"`, /layout\.typ/], [`${gut}#unbekannt()`, /drucken/], [gut.replace('ablehnung:', 'absage:'), /./], [gut.replace('betreff: E', 'betreff: [E'), /YAML/],
    ['x'.repeat(200_000), /zu lang/],
  ]
  for (const [quelle, muster] of faelle) {
    const befunde = await pruefeBescheidVorlage(quelle)
    assert.ok(befunde.some((one) => one.stufe === 'fehler' && muster.test(one.text)), `${muster} in ${JSON.stringify(befunde)}`)
  }
})

test('placeholders: paths, dates, yes and no; nothing of the data is read as a placeholder again', () => {
  assert.equal(fuelle('{{kfz}} ab {{beginn}}: {{ halter.name }}, {{ok}}', { kfz: '{{ok}}', beginn: '2026-12-01', halter: { name: 'Ł. Muster' }, ok: true }), '{{ok}} ab 01.12.2026: Ł. Muster, ja')
  assert.equal(fuelle('{{fehlt}} {{constructor}}', {}), '‹bitte ergänzen: fehlt› ‹bitte ergänzen: constructor›')
})

test('paragraphs and lists; comparing two versions', () => {
  assert.deepEqual(bausteine('Eins\nzwei\r\n\r\n- a\n- b'), ['Eins\nzwei', { art: 'liste', punkte: ['a', 'b'] }])
  assert.deepEqual(vergleiche(['a', 'b', 'c'], ['a', 'x', 'c']).map((one) => `${one.art} ${one.text}`), ['gleich a', 'entfallen b', 'neu x', 'gleich c'])
})

test('the templates of the demo services are in order', async () => {
  const datei = 'demo/leistungen/bewohnerparkausweis/bescheid.typ'
  assert.ok(existsSync(datei))
  assert.deepEqual(await pruefeBescheidVorlage(readFileSync(datei, 'utf8')), [])
})
