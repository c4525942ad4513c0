import { registerEreignissatz, tagAus } from '../../../platform/events/index.js'
import { TERMINARTEN, type Terminart } from './domain/foerderung.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.zeileAngelegt.typ, () => 'hat eine Zeile im Finanzplan angelegt')
  registerEreignissatz(events.zeileGeaendert.typ, () => 'hat eine Zeile im Finanzplan geändert')
  registerEreignissatz(events.zeileEntfernt.typ, () => 'hat eine Zeile aus dem Finanzplan genommen')
  registerEreignissatz(events.planUebernommen.typ, (event) => `hat Zahlen aus dem Programm in den Finanzplan übernommen: ${String(event.daten['neu'])} neu, ${String(event.daten['geaendert'])} geändert`)
  registerEreignissatz(events.sollIstEingelesen.typ, (event) => `hat Haushaltszahlen zum ${tagAus(event, 'stichtag')} eingelesen: ${String(event.daten['neu'])} neu, ${String(event.daten['geaendert'])} geändert, ${String(event.daten['abgelehnt'])} abgelehnt`, { titel: 'Haushaltszahlen eingelesen' })
  registerEreignissatz(events.foerderungErfasst.typ, () => 'hat eine Förderung erfasst')
  registerEreignissatz(events.foerderterminErinnert.typ, (event) => `hat an einen Termin der Förderung erinnert: ${TERMINARTEN[event.daten['art'] as Terminart] ?? 'Termin'} bis ${tagAus(event, 'faelligAm')}`)
  registerEreignissatz(events.foerderterminErledigt.typ, (event) => `hat einen Termin der Förderung erledigt: ${TERMINARTEN[event.daten['art'] as Terminart] ?? 'Termin'}`)
  registerEreignissatz(events.vzaebasisFestgelegt.typ, (event) => `hat festgelegt, dass ein VZÄ ${String(event.daten['jahresstunden'])} Arbeitsstunden im Jahr entspricht`, { titel: 'Umrechnung der VZÄ festgelegt' })
}
