import { registerEreignissatz, tagAus, wortAus } from '../../../platform/events/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.planAngelegt.typ, () => 'hat einen Plan angelegt')
  registerEreignissatz(events.planGeaendert.typ, (event) => `hat den Plan geändert${Number(event.daten['verschoben']) > 0 ? `; ${String(event.daten['verschoben'])} Einträge haben sich mitverschoben` : ''}`)
  registerEreignissatz(events.basisGenehmigt.typ, (event) => `hat den Basisplan ${String(event.daten['nummer'])} genehmigt`, { titel: 'Basisplan genehmigt' })
  registerEreignissatz(events.basisZurueckgezogen.typ, (event) => `hat die Genehmigung des Basisplans ${String(event.daten['nummer'])} zurückgezogen`, { titel: 'Genehmigung des Plans zurückgezogen' })
  registerEreignissatz(events.aenderungBeantragt.typ, (event) => `hat Änderungsantrag ${String(event.daten['nummer'])} zum Plan gestellt`, { titel: 'Änderungsantrag zum Plan gestellt' })
  registerEreignissatz(events.aenderungEntschieden.typ, (event) => `hat über Änderungsantrag ${String(event.daten['nummer'])} zum Plan entschieden: ${wortAus(event, 'status')}`, { titel: 'Änderungsantrag zum Plan entschieden' })
  registerEreignissatz(events.prognoseErfasst.typ, (event) => `hat Prognosen der Meilensteine zum ${tagAus(event, 'stichtag')} erfasst`)
  registerEreignissatz(events.risikoGeaendert.typ, (event) => `hat Risiko ${String(event.daten['nummer'])} ${event.daten['neu'] ? 'eingetragen' : 'geändert'}`)
  registerEreignissatz(events.risikoEingetreten.typ, (event) => `hat festgehalten, dass Risiko ${String(event.daten['nummer'])} eingetreten ist`)
  registerEreignissatz(events.entscheidungGeaendert.typ, (event) => `hat Entscheidung ${String(event.daten['nummer'])} im Plan festgehalten`)
  registerEreignissatz(events.einsatzGeaendert.typ, (event, namen) => `hat den Einsatz von ${namen(wortAus(event, 'kontoId'))} ${event.daten['entfernt'] ? 'aus dem Plan genommen' : 'geplant'}`)
  registerEreignissatz(events.beteiligungGeaendert.typ, () => 'hat eine Beteiligung im Plan geändert')
  registerEreignissatz(events.kommunikationGeaendert.typ, (event) => (event.daten['erledigt'] ? 'hat eine geplante Kommunikation erledigt' : 'hat Kommunikation im Plan vorgesehen'), { titel: 'Kommunikation im Plan' })
  registerEreignissatz(events.kalenderzugangGeaendert.typ, (event) => (event.daten['vorhanden'] ? 'hat eine Adresse für den Kalender bekommen' : 'hat die Adresse für den Kalender zurückgezogen'), { titel: 'Kalenderzugang geändert' })
}
