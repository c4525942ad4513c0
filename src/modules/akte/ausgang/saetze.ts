import { registerEreignissatz, tagAus, wortAus } from '../../../platform/events/index.js'
import {
  anschriftErgaenzt, bekanntgabeBerechnet, benachrichtigungGescheitert, bereitstellungBeendet, nachrichtAbgerufen, nachrichtBenachrichtigt, nachrichtBereitgestellt, sendungAufgegeben, sendungBereitgestellt, sendungFreigegeben, sendungZurueckgekommen, zugangFestgestellt,
} from './events.js'

const ZUGANG: Readonly<Record<string, (am: string) => string>> = {
  NACHGEWIESEN_AM: (am) => `hat festgestellt, dass die Sendung nachweislich am ${am} zugegangen ist`,
  NICHT_ZUGEGANGEN: () => 'hat festgestellt, dass die Sendung nicht zugegangen ist',
  BENACHRICHTIGUNG_BESTRITTEN: () => 'hat festgestellt, dass die Benachrichtigung bestritten ist und nicht bewiesen werden kann',
}

/** The events of this room in words, for the history of the case. */
export function registriereSaetze(): void {
  registerEreignissatz(sendungFreigegeben.typ, (event) => `hat die Sendung ${String(event.daten['nummer'])} freigegeben`)
  registerEreignissatz(sendungAufgegeben.typ, (event) => `hat den Brief am ${tagAus(event, 'am')} zur Post gegeben`)
  registerEreignissatz(sendungBereitgestellt.typ, () => 'hat die Sendung im Postfach bereitgestellt', { nurProtokoll: true })
  registerEreignissatz(anschriftErgaenzt.typ, () => 'hat die Anschrift einer Sendung ergänzt')
  registerEreignissatz(nachrichtBereitgestellt.typ, () => 'hat eine Nachricht ins Postfach gelegt')
  registerEreignissatz(nachrichtBenachrichtigt.typ, () => 'hat per E-Mail über die neue Nachricht benachrichtigt', { titel: 'Benachrichtigung verschickt' })
  registerEreignissatz(benachrichtigungGescheitert.typ, () => 'konnte keine E-Mail über die neue Nachricht zustellen', { titel: 'Benachrichtigung gescheitert' })
  registerEreignissatz(nachrichtAbgerufen.typ, () => 'hat die Nachricht zum ersten Mal geöffnet')
  registerEreignissatz(sendungZurueckgekommen.typ, (event) => `hat den Rücklauf vom ${tagAus(event, 'am')} erfasst`)
  registerEreignissatz(bereitstellungBeendet.typ, () => 'hat die Bereitstellung im Postfach beendet', { titel: 'Bereitstellung beendet' })
  registerEreignissatz(zugangFestgestellt.typ, (event) => ZUGANG[wortAus(event, 'art')]?.(tagAus(event, 'am')) ?? 'hat etwas über den Zugang festgestellt', { titel: 'Zugang festgestellt oder widerlegt' })
  registerEreignissatz(bekanntgabeBerechnet.typ, (event) => (event.daten['datum'] ? `hat die Bekanntgabe auf den ${tagAus(event, 'datum')} ${event.daten['festgelegt'] ? 'festgelegt' : 'berechnet'}${event.daten['vorher'] ? ` (vorher ${tagAus(event, 'vorher')})` : ''}`
    : event.daten['vorher'] ? `hat festgehalten, dass die Bekanntgabe vom ${tagAus(event, 'vorher')} entfallen ist` : 'hat festgehalten, dass noch kein Tag der Bekanntgabe feststeht'),
  { nurProtokoll: ({ daten }) => !daten['datum'] && !daten['vorher'] })
}
