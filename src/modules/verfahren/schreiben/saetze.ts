import { registerEreignissatz, wortAus } from '../../../platform/events/index.js'
import { schreibenAngelegt, schreibenVersandt } from './events.js'

const WORTE: Readonly<Record<string, string>> = { anhoerung: 'Die Anhörung', bescheinigung: 'Die Bescheinigung', schreiben: 'Das Schreiben' }

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(schreibenAngelegt.typ, () => 'hat ein Schreiben in Auftrag gegeben', { nurProtokoll: true, titel: 'Schreiben in Auftrag gegeben' })
  registerEreignissatz(schreibenVersandt.typ, (event) => `${WORTE[wortAus(event, 'typ')] ?? 'Ein Schreiben'} ist versandt`)
}
