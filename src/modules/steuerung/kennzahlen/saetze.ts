import { registerEreignissatz, tagAus, wortAus } from '../../../platform/events/index.js'
import * as events from './events.js'
import { ERGEBNISSE, type Ergebnis } from './domain/evaluation.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.kennzahlFestgelegt.typ, () => 'hat eine Kennzahl festgelegt')
  registerEreignissatz(events.kennzahlGeaendert.typ, () => 'hat eine Kennzahl geändert')
  registerEreignissatz(events.kennzahlStillgelegt.typ, () => 'hat eine Kennzahl stillgelegt')
  registerEreignissatz(
    events.kennzahlWiederaufgenommen.typ, () => 'führt eine stillgelegte Kennzahl weiter',
    { titel: 'Kennzahl wieder aufgenommen' }
  )
  registerEreignissatz(
    events.wertErfasst.typ,
    (event) =>
      `hat einen Wert zum ${tagAus(event, 'stichtag')} ${Number(event.daten['fassung']) > 1 ? 'berichtigt' : 'eingetragen'}`,
    { titel: 'Wert einer Kennzahl erfasst' }
  )
  registerEreignissatz(
    events.wertAngefordert.typ, (event) => `Der Wert zum ${tagAus(event, 'stichtag')} wurde angefordert`,
    { titel: 'Wert einer Kennzahl angefordert' }
  )
  registerEreignissatz(
    events.wertGemessen.typ,
    (event) =>
      `Die Kennzahl wurde zum ${tagAus(event, 'stichtag')} gemessen${Number(event.daten['fehlen']) > 0 ? '; ein Wert fehlt' : ''}`,
    { titel: 'Wert einer Kennzahl gemessen' }
  )
  registerEreignissatz(
    events.modellFestgelegt.typ,
    (event) =>
      `hat Fassung ${String(event.daten['nummer'])} des Reifegradmodells „${wortAus(event, 'kennung')}“ festgelegt`,
    { titel: 'Reifegradmodell festgelegt' }
  )
  registerEreignissatz(
    events.reifegradBewertet.typ,
    (event) =>
      `hat den Baustein „${wortAus(event, 'baustein')}“ eines Reifegradmodells für ${String(event.daten['jahr'])} bewertet: ${wortAus(event, 'stufe')}`,
    { titel: 'Baustein eines Reifegradmodells bewertet' }
  )
  registerEreignissatz(events.vorhabenEvaluiert.typ, (event) =>
    `hat das Vorhaben zum Zyklus ${String(event.daten['zyklus'])} evaluiert: Kriterium ${ERGEBNISSE[wortAus(event, 'ergebnis') as Ergebnis] ?? ''}`)
}
