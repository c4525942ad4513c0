import { registerEreignissatz, wortAus } from '../../../platform/events/index.js'
import * as events from './events.js'

const GRUENDE: Readonly<Record<string, string>> = {
  abgebrochen: 'abgebrochen', unbekannt: 'unbekannte Antwort', wiederholt: 'Antwort schon benutzt', abgelaufen: 'zu lange gedauert', andererBrowser: 'anderer Browser', signatur: 'Unterschrift falsch oder fehlt',
  empfaenger: 'für einen anderen Empfänger', aussteller: 'anderer Aussteller', zeit: 'nicht mehr oder noch nicht gültig', nonce: 'gehört zu einer anderen Anmeldung', niveau: 'Vertrauensniveau zu niedrig',
  unlesbar: 'nicht lesbar', nichtErreichbar: 'Anbieter nicht erreichbar', anderesKonto: 'gehört zu einem anderen Konto', keinKonto: 'kein Konto', gesperrt: 'Konto gesperrt',
}

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.anbieterGeaendert.typ, ({ daten: { felder } }) => `hat einen Identitätsanbieter geändert${Array.isArray(felder) && felder.length > 0 ? `: ${felder.join(', ')}` : ''}`)
  registerEreignissatz(events.nutzerkontoVerknuepft.typ, (event) => (event.daten['neu'] ? 'Ein Konto wurde mit einem Nutzerkonto angelegt' : 'Ein Nutzerkonto wurde mit dem Konto verknüpft'))
  registerEreignissatz(events.nutzerkontoAngemeldet.typ, (event) => `Anmeldung mit einem Nutzerkonto, Vertrauensniveau ${wortAus(event, 'niveau')}`, { titel: 'Anmeldung mit Nutzerkonto' })
  registerEreignissatz(events.anmeldungAbgelehnt.typ, (event) => `Die Antwort eines Identitätsanbieters wurde abgelehnt: ${GRUENDE[wortAus(event, 'grund')] ?? wortAus(event, 'grund')}`, { titel: 'Anmeldung mit Nutzerkonto abgelehnt' })
  registerEreignissatz(events.notfallkontoBenannt.typ, () => 'hat ein Notfallkonto benannt')
  registerEreignissatz(events.notfallkontoEntfernt.typ, () => 'hat ein Notfallkonto entfernt')
  registerEreignissatz(events.unternehmenAngelegt.typ, () => 'hat ein Unternehmenskonto angelegt')
  registerEreignissatz(events.mitgliedEingeladen.typ, (event) => `hat jemanden in ein Unternehmenskonto eingeladen, Rolle ${wortAus(event, 'rolle')}`)
  registerEreignissatz(events.mitgliedAufgenommen.typ, (event) => `hat die Einladung in ein Unternehmenskonto angenommen, Rolle ${wortAus(event, 'rolle')}`)
  registerEreignissatz(events.mitgliedAusgeschieden.typ, () => 'hat die Mitgliedschaft in einem Unternehmenskonto beendet')
  registerEreignissatz(events.kontoGewechselt.typ, () => 'hat zwischen dem eigenen Konto und einem Unternehmenskonto gewechselt', { titel: 'In ein Unternehmenskonto gewechselt' })
  registerEreignissatz(events.rollenAngeglichen.typ, () => 'Die Rollen wurden mit den Gruppen des Dienstkontos angeglichen')
}
