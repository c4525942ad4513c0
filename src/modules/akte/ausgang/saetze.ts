import { registerEreignissatz } from '../../verfahren/fallbearbeitung/index.js'
import {
  bekanntgabeBerechnet, benachrichtigungGescheitert, bereitstellungBeendet, nachrichtAbgerufen, nachrichtBenachrichtigt, nachrichtBereitgestellt, sendungAufgegeben, sendungBereitgestellt, sendungFreigegeben, sendungZurueckgekommen, zugangFestgestellt,
} from './events.js'

const datum = (wert: unknown): string => (typeof wert === 'string' ? wert.split('-').reverse().join('.') : '')

/** The events of this room in words, for the history of the case. */
export function registriereSaetze(): void {
  registerEreignissatz(sendungFreigegeben.typ, (event) => `hat die Sendung ${String(event.daten['nummer'])} freigegeben`)
  registerEreignissatz(sendungAufgegeben.typ, (event) => `hat den Brief am ${datum(event.daten['am'])} zur Post gegeben`)
  registerEreignissatz(sendungBereitgestellt.typ, () => null)
  registerEreignissatz(nachrichtBereitgestellt.typ, () => 'hat eine Nachricht ins Postfach gelegt')
  registerEreignissatz(nachrichtBenachrichtigt.typ, () => 'hat per E-Mail über die neue Nachricht benachrichtigt')
  registerEreignissatz(benachrichtigungGescheitert.typ, () => 'konnte keine E-Mail über die neue Nachricht zustellen')
  registerEreignissatz(nachrichtAbgerufen.typ, () => 'hat die Nachricht zum ersten Mal geöffnet')
  registerEreignissatz(sendungZurueckgekommen.typ, (event) => `hat den Rücklauf vom ${datum(event.daten['am'])} erfasst`)
  registerEreignissatz(bereitstellungBeendet.typ, () => 'hat die Bereitstellung im Postfach beendet')
  registerEreignissatz(zugangFestgestellt.typ, () => 'hat etwas über den Zugang festgestellt')
  registerEreignissatz(bekanntgabeBerechnet.typ, (event) => (event.daten['datum'] ? `hat die Bekanntgabe auf den ${datum(event.daten['datum'])} ${event.daten['festgelegt'] ? 'festgelegt' : 'berechnet'}` : event.daten['vorher'] ? 'hat festgehalten, dass die Bekanntgabe entfallen ist' : null))
}
