/** A decision with the template of the demo service, as its job renders it: checked text, tagged PDF/A-2a. Goal: at most 20 ms. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { leseVorlage } from '../src/modules/verfahren/bescheide/domain/vorlage.js'
import { projectRoot } from '../src/platform/config/root.js'
import { renderPdf, type Json } from '../src/platform/pdf/index.js'
import { samples } from '../src/platform/pdf/samples.js'
import { milliseconds, print, round } from './measure.js'

const { typst } = leseVorlage(readFileSync(join(projectRoot, 'demo/leistungen/bewohnerparkausweis/bescheid.typ'), 'utf8'))
let number = 0
/** Another recipient, number and time each: a letter that was rendered before would come from the compiler's memory. */
async function render(): Promise<void> {
  number++
  const data = { ...samples.bescheid, empfaenger: ['Frau', `Łucja Özdemir-Groß ${number}`, 'Am Markt 12', '46499 Musterstadt'], betreff: `Ihr Antrag Nr. ${number}` }
  await renderPdf({ template: { source: typst }, data: data as unknown as Json, standard: 'a-2a', createdAt: Temporal.Instant.fromEpochMilliseconds(1_800_000_000_000 + number * 1_000) })
}
for (let warm = 0; warm < 10; warm++) await render()
const n = 200
print({ name: 'pdf.bescheid', value: round(await milliseconds(render, n)), unit: 'ms', yardstick: 'none', ratio: null, n })
