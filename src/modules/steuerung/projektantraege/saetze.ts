import { registerEreignissatz } from '../../../platform/events/index.js'
import * as events from './events.js'

const ERGEBNIS: Readonly<Record<string, string>> = { annehmen: 'zugestimmt', auflagen: 'mit Auflagen zugestimmt', zurueckstellen: 'zurückgestellt', ablehnen: 'abgelehnt', ueberarbeiten: 'zur Überarbeitung zurückgegeben' }
const STAND: Readonly<Record<string, string>> = { angenommen: 'Das Vorhaben ist in der Roadmap', zurueckgestellt: 'Das Vorhaben liegt im Themenspeicher', abgelehnt: 'Das Vorhaben ist abgelehnt', zurueckgezogen: 'Die Genehmigung des Vorhabens ist zurückgezogen' }

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.ideeGemeldet.typ, () => 'hat eine Idee gemeldet')
  registerEreignissatz(events.stammblattAusgefuellt.typ, () => 'hat das Projektstammblatt ausgefüllt')
  registerEreignissatz(events.beteiligungFestgehalten.typ, () => 'hat die Beteiligung festgehalten')
  registerEreignissatz(events.gateEntschieden.typ, ({ daten }) => `hat entschieden: ${String(daten['gate'])}, ${ERGEBNIS[String(daten['ergebnis'])] ?? ''}`)
  registerEreignissatz(events.antragEntschieden.typ, ({ daten }) => STAND[String(daten['stand'])] ?? 'Über das Vorhaben ist entschieden')
  registerEreignissatz(events.themaVorgelegt.typ, () => 'Das zurückgestellte Thema ist wieder vorgelegt')
  registerEreignissatz(events.themaBehandelt.typ, () => 'hat über das zurückgestellte Thema entschieden')
  registerEreignissatz(events.antwortAngemahnt.typ, () => 'hat an die Antwort auf eine Idee erinnert')
  registerEreignissatz(events.zwischenbescheidGegeben.typ, () => 'hat auf eine Idee geantwortet')
  registerEreignissatz(events.abfrageGestellt.typ, ({ daten }) => `hat eine Hausabfrage an ${String(daten['einheiten'])} Einheiten gestellt`, { titel: 'Hausabfrage gestellt' })
  registerEreignissatz(events.abfrageBeantwortet.typ, () => 'hat eine Hausabfrage beantwortet')
  registerEreignissatz(events.abfrageErinnert.typ, ({ daten }) => `hat ${String(daten['einheiten'])} Einheiten an die Hausabfrage erinnert`, { titel: 'An die Hausabfrage erinnert' })
  registerEreignissatz(events.wegFestgelegt.typ, () => 'hat den Weg für Projektanträge festgelegt')
}
