import { registerEreignissatz } from '../../../platform/events/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.strategieAngelegt.typ, () => 'hat eine Strategie angelegt')
  registerEreignissatz(events.objektAngelegt.typ, () => 'hat einen Eintrag im Programm angelegt')
  registerEreignissatz(events.objektGeaendert.typ, () => 'hat einen Steckbrief im Programm geändert')
  registerEreignissatz(events.statusGesetzt.typ, () => 'hat den Stand in der Roadmap geändert')
  registerEreignissatz(events.terminVerschoben.typ, () => 'hat einen Termin im Programm verschoben')
  registerEreignissatz(events.objektEntfernt.typ, () => 'hat einen Eintrag aus dem Programm genommen')
  registerEreignissatz(events.verknuepfungGeaendert.typ, () => 'hat Bezüge im Programm geändert')
  registerEreignissatz(events.freigabeGeaendert.typ, () => 'hat die Freigabe für die öffentliche Roadmap geändert')
  registerEreignissatz(events.mitwirkungEingerichtet.typ, () => 'hat eine Person eines anderen Hauses an einem Vorhaben mitarbeiten lassen')
  registerEreignissatz(events.mitwirkungBeendet.typ, () => 'hat die Mitarbeit einer Person eines anderen Hauses beendet')
  registerEreignissatz(events.strategieEingelesen.typ, () => 'hat einen Plan in die Strategie eingelesen')
  registerEreignissatz(events.strategieFortgeschrieben.typ, (event) => `hat Fassung ${String(event.daten['nummer'])} der Strategie festgehalten`)
  registerEreignissatz(events.ebenenBenannt.typ, () => 'hat die Namen der Ebenen im Programm geändert')
  registerEreignissatz(events.kostenklassenFestgelegt.typ, () => 'hat die Kostenklassen festgelegt')
  registerEreignissatz(events.kontextErfasst.typ, () => 'hat eine Ausgangslage der Strategie festgehalten')
}
