import { registerEreignissatz, tagAus, wortAus, type StoredEvent } from '../../../platform/events/index.js'
import * as events from './events.js'

const titel = (event: StoredEvent): string => `„${wortAus(event, 'titel')}“`

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.aufgabeAngelegt.typ, (event) => `Neue Aufgabe: ${titel(event)}${wortAus(event, 'faelligAm') ? ` bis ${tagAus(event, 'faelligAm')}` : ''}`)
  registerEreignissatz(events.aufgabeErledigt.typ, (event) => `hat ${titel(event)} erledigt`)
  registerEreignissatz(events.aufgabeEntfallen.typ, (event) => `Die Aufgabe ${titel(event)} ist nicht mehr nötig`)
  registerEreignissatz(events.aufgabeUebernommen.typ, (event) => `hat ${titel(event)} übernommen`)
  registerEreignissatz(events.aufgabeZurueckgegeben.typ, (event) => `hat ${titel(event)} an die Gruppe zurückgegeben`)
  registerEreignissatz(events.aufgabeZugewiesen.typ, (event, namen) => `hat ${titel(event)} an ${namen(wortAus(event, 'kontoId'))} zugewiesen${wortAus(event, 'vorher') ? ` (vorher ${namen(wortAus(event, 'vorher'))})` : ''}`)
  registerEreignissatz(events.aufgabeEntzogen.typ, (event, namen) => `Die Aufgabe ${titel(event)} liegt nicht mehr bei ${namen(wortAus(event, 'kontoId'))}`)
  registerEreignissatz(events.aufgabeEskaliert.typ, (event) => `Die Leitung wurde erinnert: ${titel(event)} ist überfällig und noch frei`)
}
