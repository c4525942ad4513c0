import { readYaml, YamlError } from '../../../../platform/yaml/index.js'
import type { PaketBefund, Paketdateien } from '../../../grundlagen/leistungen/index.js'
import { feelProblem } from '../../workflow/index.js'

/** The rule as it stands in the file; that it has the right shape is checked by the room leistungen. */
function regelAus(dateien: Paketdateien): { wenn?: readonly { bedingung?: unknown }[] } | undefined {
  if (!/^vollautomatisch:/m.test(dateien['leistung.yaml'] ?? '')) return undefined
  try { return (readYaml(dateien['leistung.yaml'] ?? '') as { vollautomatisch?: { wenn?: readonly { bedingung?: unknown }[] } } | null)?.vollautomatisch } catch (error) {
    if (error instanceof YamlError) return undefined
    throw error
  }
}

/** A process decides without a person only where the service names the law and the conditions; conditions are readable FEEL. */
export function pruefePaket(dateien: Paketdateien): PaketBefund[] {
  const regel = regelAus(dateien)
  const nutzt = (dateien['verfahren.bpmn'] ?? '').includes('"automatik.')
  if (nutzt && !regel) return [{ datei: 'leistung.yaml', ort: 'vollautomatisch', stufe: 'fehler', text: 'Das Verfahren entscheidet ohne Menschen. Dann muss „vollautomatisch“ sagen, welches Gesetz das zulässt und unter welchen Bedingungen.' }]
  if (regel && !nutzt && dateien['verfahren.bpmn'] !== undefined) return [{ datei: 'verfahren.bpmn', ort: '', stufe: 'hinweis', text: 'Die Leistung darf automatisch entscheiden, das Verfahren tut es nicht.' }]
  const bedingungen = Array.isArray(regel?.wenn) ? regel.wenn : []
  return bedingungen.flatMap(({ bedingung }): PaketBefund[] => {
    const problem = typeof bedingung === 'string' ? feelProblem(bedingung) : undefined
    return problem ? [{ datei: 'leistung.yaml', ort: 'vollautomatisch.wenn', stufe: 'fehler', text: `„${String(bedingung)}“ ist nicht lesbar. ${problem}` }] : []
  })
}
