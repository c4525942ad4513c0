import { registerEreignissatz } from '../../../platform/events/index.js'
import { bescheidErlassen, bescheidGezeichnet, bescheidZurueckgegeben, erlassAngestossen, fassungGespeichert, zurZeichnungGegeben } from './events.js'

/** The events of this room in words, for the history of the case. */
export function registriereSaetze(): void {
  registerEreignissatz(fassungGespeichert.typ, (event) => `hat Fassung ${String(event.daten['fassung'])} des Bescheids gespeichert`, { titel: 'Fassung eines Bescheids gespeichert' })
  registerEreignissatz(zurZeichnungGegeben.typ, (event) => `hat Fassung ${String(event.daten['fassung'])} des Bescheids zur Zeichnung gegeben`)
  registerEreignissatz(bescheidGezeichnet.typ, (event) => `hat Fassung ${String(event.daten['fassung'])} des Bescheids ${event.daten['iv'] ? 'i. V. ' : ''}gezeichnet`)
  registerEreignissatz(bescheidZurueckgegeben.typ, () => 'hat den Bescheid zurückgegeben')
  registerEreignissatz(erlassAngestossen.typ, () => 'hat den Erlass des Bescheids angestoßen', { nurProtokoll: true, titel: 'Erlass angestoßen' })
  registerEreignissatz(bescheidErlassen.typ, () => 'hat den Bescheid erlassen')
}
