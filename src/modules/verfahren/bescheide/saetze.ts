import { registerEreignissatz, wortAus } from '../../../platform/events/index.js'
import { istKorrekturart, KORREKTUREN } from './domain/korrektur.js'
import { bescheidErlassen, bescheidGezeichnet, bescheidKorrigiert, bescheidZurueckgegeben, erlassAngestossen, fassungGespeichert, zurZeichnungGegeben } from './events.js'

/** The events of this room in words, for the history of the case. */
export function registriereSaetze(): void {
  registerEreignissatz(fassungGespeichert.typ, (event) => `hat Fassung ${String(event.daten['fassung'])} des Bescheids gespeichert`, { titel: 'Fassung eines Bescheids gespeichert' })
  registerEreignissatz(zurZeichnungGegeben.typ, (event) => `hat Fassung ${String(event.daten['fassung'])} des Bescheids zur Zeichnung gegeben`)
  registerEreignissatz(bescheidGezeichnet.typ, (event) => `hat Fassung ${String(event.daten['fassung'])} des Bescheids ${event.daten['iv'] ? 'i. V. ' : ''}gezeichnet`)
  registerEreignissatz(bescheidZurueckgegeben.typ, () => 'hat den Bescheid zurückgegeben')
  registerEreignissatz(erlassAngestossen.typ, () => 'hat den Erlass des Bescheids angestoßen', { nurProtokoll: true, titel: 'Erlass angestoßen' })
  registerEreignissatz(bescheidKorrigiert.typ, (event) => {
    const art = wortAus(event, 'art')
    return `hat den Bescheid nachträglich geändert: ${istKorrekturart(art) ? KORREKTUREN[art].wort : art}`
  }, { titel: 'Bescheid berichtigt, zurückgenommen oder widerrufen' })
  registerEreignissatz(bescheidErlassen.typ, () => 'hat den Bescheid erlassen')
}
