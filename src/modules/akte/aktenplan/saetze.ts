import { registerEreignissatz } from '../../../platform/events/index.js'
import * as events from './events.js'

const zahl = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.aktenplanEingelesen.typ, ({ daten }) => `hat den Aktenplan eingelesen: ${zahl(daten['neu'])} neu, ${zahl(daten['geaendert'])} geändert, ${zahl(daten['stillgelegt'])} stillgelegt`, { titel: 'Aktenplan eingelesen' })
  registerEreignissatz(events.fassungBegonnen.typ, ({ daten }) => `hat Fassung ${String(daten['nummer'])} des Aktenplans begonnen`, { titel: 'Fassung des Aktenplans begonnen' })
}
