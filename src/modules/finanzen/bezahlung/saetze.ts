import { registerEreignissatz, wortAus } from '../../../platform/events/index.js'
import { KLAERUNGEN, type KlaerungArt } from './domain/klaerung.js'
import { ZUSTAENDE, type ZahlungStatus } from './domain/zahlung.js'
import * as events from './events.js'

/** The words of a table for what an event names; a row of an older program may name something else. */
const aus = <T extends string>(tabelle: Readonly<Record<T, { wort: string }>>, name: string): string => (Object.hasOwn(tabelle, name) ? tabelle[name as T].wort : name)

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.zahlungBegonnen.typ, () => 'hat eine Online-Zahlung begonnen')
  registerEreignissatz(events.zahlungsstandGeaendert.typ, (event) => `Die Online-Zahlung: ${aus<ZahlungStatus>(ZUSTAENDE, wortAus(event, 'nach'))}`, { nurProtokoll: ({ daten }) => daten['nach'] === 'INITIAL' })
  registerEreignissatz(events.klaerungEntstanden.typ, (event) => `Die Stadtkasse muss etwas klären: ${aus<KlaerungArt>(KLAERUNGEN, wortAus(event, 'art'))}`)
  registerEreignissatz(events.klaerungErledigt.typ, (event) => `hat geklärt: ${aus<KlaerungArt>(KLAERUNGEN, wortAus(event, 'art'))}`)
  registerEreignissatz(events.abgeglichen.typ, ({ daten }) => `Die Kasse wurde mit dem Bezahldienst abgeglichen: ${String(daten['verglichen'])} Zahlungen, ${String(daten['abweichungen'])} Abweichungen`)
  registerEreignissatz(events.anbieterGeaendert.typ, () => 'hat den Zugang zum Bezahldienst geändert')
}
