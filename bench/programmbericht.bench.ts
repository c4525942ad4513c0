/**
 * The quarterly Programmbericht as PDF/A with 40 Vorhaben, from the frozen data to the bytes, with other data each time (a report that
 * was printed before would come from the compiler's memory). Goal: 200 ms.
 */
import { balkenSvg, balkenText } from '../src/modules/steuerung/berichte/domain/balken.js'
import { REGEL } from '../src/modules/steuerung/berichte/domain/ampel.js'
import type { ProgrammberichtDaten } from '../src/modules/steuerung/berichte/domain/programmbericht.js'
import { vorlage } from '../src/modules/steuerung/berichte/programmbericht/vorlage.js'
import { renderPdf, type Json } from '../src/platform/pdf/index.js'
import { samples } from '../src/platform/pdf/samples.js'
import { percentiles, print, round } from './measure.js'

const VORHABEN = 40
const MONATE = ['Juli 2026', 'August 2026', 'September 2026']

/** What a town of middle size prints: a quarter of its Vorhaben in trouble, two milestones each. */
function daten(nummer: number): ProgrammberichtDaten {
  const vorhaben = Array.from({ length: VORHABEN }, (_, i) => `${i + 1}A Maßnahme ${i + 1} der Fassung ${nummer}`)
  const zahlen = { gruen: 28, gelb: 8, rot: 2, fehlt: 2 }
  const licht = (i: number) => (i % 13 === 0 ? 'Rot' : i % 4 === 0 ? 'Gelb' : 'Grün')
  return {
    absender: samples.bescheid.absender, titel: `Programmbericht 3. Quartal 2026, Fassung ${nummer}`, angaben: [{ bezeichnung: 'Programm', wert: 'Digitale Stadt' }, { bezeichnung: 'Stichtag', wert: '30.09.2026' }],
    einleitung: ['Dieser Bericht fasst die eingereichten Statusberichte zusammen.'], lage: 'September 2026: Gelb: 2 Vorhaben sind rot.', regel: REGEL,
    balken: MONATE.map((monat) => ({ monat, gruen: '28', gelb: '8', rot: '2', fehlt: '2', gesamt: 'Gelb', bild: balkenSvg(zahlen), alt: balkenText(monat, zahlen) })), bildunterschrift: 'Anteile der Vorhaben nach ihrer schlechtesten Ampel.',
    ampeln: { kopf: ['Vorhaben', 'Jul. 26', 'Aug. 26', 'Sep. 26'], zeilen: vorhaben.map((name, i) => [name, licht(i), licht(i + 1), licht(i + 2)]) },
    auffaellig: vorhaben.filter((_, i) => i % 4 === 0).map((name) => ({ vorhaben: name, baustein: 'B1 Elektronische Schriftgutverwaltung', angaben: [{ bezeichnung: 'Zeit: Gelb', wert: 'Die Zulieferung des Dienstleisters kam zwei Wochen später.' }, { bezeichnung: 'Gegenmaßnahme', wert: 'Wöchentliche Abstimmung bis zur Abnahme.' }] })),
    fehlende: [['September 2026', vorhaben[3] ?? '', 'Amt 10'], ['September 2026', vorhaben[9] ?? '', 'Amt 20']],
    entscheidungen: vorhaben.slice(0, 6).map((name, i) => [name, 'Zusätzliche Mittel für die Datenübernahme', '10.12.2026', String(i + 1)]),
    meilensteine: { kopf: ['Meilenstein', 'Jul. 26', 'Aug. 26', 'Sep. 26', 'Trend'], zeilen: vorhaben.flatMap((name) => ['MS02 Leistungsbeschreibung', 'MS03 Pilotbetrieb'].map((ms) => [`${name}: ${ms}`, '15.01.2027', '15.01.2027', '01.02.2027', 'Rückt nach hinten um 17 Tage.'])) },
  }
}

let nummer = 0
async function drucke(): Promise<void> {
  nummer += 1
  const { bytes } = await renderPdf({
    template: { source: vorlage() }, data: daten(nummer) as unknown as Json, standard: 'a-2a', createdAt: Temporal.Instant.fromEpochMilliseconds(1_800_000_000_000 + nummer * 1_000), missingGlyphs: 'ersetzen',
  })
  if (bytes.length < 10_000) throw new Error('no report was printed')
}

const n = 40
for (let warmUp = 0; warmUp < 5; warmUp++) await drucke()
const before = process.cpuUsage()
const { p50, p95 } = await percentiles(drucke, n, 0)
const { user, system } = process.cpuUsage(before)
print({ name: 'programmbericht.pdf', value: round(p50), unit: 'ms', yardstick: `goal 200 ms, ${VORHABEN} Vorhaben, p95 ${round(p95)}, processor ${round((user + system) / 1_000 / n)} ms`, ratio: round(p50 / 200), n })
