import { registerEreignissatz } from '../../verfahren/fallbearbeitung/index.js'
import { KLAERUNGEN, type KlaerungArt } from './domain/klaerung.js'
import { ZUSTAENDE, type ZahlungStatus } from './domain/zahlung.js'

/** The events of this room in the history of a case. */
export function registriereSaetze(): void {
  registerEreignissatz('bezahlung.zahlung.begonnen/1', () => 'hat eine Online-Zahlung begonnen')
  registerEreignissatz('bezahlung.zahlung.geaendert/1', ({ daten }) => (daten['nach'] === 'INITIAL' ? null : `Die Online-Zahlung: ${ZUSTAENDE[daten['nach'] as ZahlungStatus].wort}`))
  registerEreignissatz('bezahlung.klaerung.entstanden/1', ({ daten }) => `Die Stadtkasse muss etwas klären: ${KLAERUNGEN[daten['art'] as KlaerungArt].wort}`)
}
