import { registerEreignissatz, tagAus } from '../../../platform/events/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.auskunftAngefordert.typ, () => 'hat eine Kopie der eigenen Daten angefordert', { titel: 'Kopie der Daten angefordert' })
  registerEreignissatz(events.auskunftBereitgestellt.typ, (event) => `hat die Kopie der Daten bis ${tagAus(event, 'gueltigBis')} bereitgestellt`, { titel: 'Kopie der Daten bereitgestellt' })
  registerEreignissatz(events.auskunftAbgerufen.typ, () => 'hat die Kopie der eigenen Daten heruntergeladen', { titel: 'Kopie der Daten heruntergeladen' })
  registerEreignissatz(events.auskunftAbgelaufen.typ, () => 'hat die abgelaufene Kopie der Daten gelöscht', { titel: 'Kopie der Daten abgelaufen' })
  registerEreignissatz(events.loeschungBeantragt.typ, (event) => `hat die Löschung des eigenen Kontos zum ${tagAus(event, 'vollzugAm')} verlangt`, { titel: 'Löschung des Kontos verlangt' })
  registerEreignissatz(events.loeschungZurueckgenommen.typ, () => 'hat die Löschung des eigenen Kontos zurückgenommen', { titel: 'Löschung des Kontos zurückgenommen' })
  registerEreignissatz(events.loeschungVollzogen.typ, () => 'hat die persönlichen Angaben des Kontos gelöscht', { titel: 'Konto gelöscht' })
}
