import { registerEreignissatz, tagAus, wortAus } from '../../../platform/events/index.js'
import * as events from './events.js'

const liste = (value: unknown): string => (Array.isArray(value) && value.length > 0 ? value.join(', ') : '')

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.einheitAngelegt.typ, (event) => `hat die Einheit ${wortAus(event, 'kuerzel')} angelegt`)
  registerEreignissatz(events.einheitGeaendert.typ, (event) => `hat die Einheit ${wortAus(event, 'kuerzel')} geändert: ${liste(event.daten['felder'])}`)
  registerEreignissatz(events.einheitGeschlossen.typ, (event) => `hat die Einheit ${wortAus(event, 'kuerzel')} zum ${tagAus(event, 'am')} geschlossen`)
  registerEreignissatz(events.einheitWiedereroeffnet.typ, (event) => `hat die Einheit ${wortAus(event, 'kuerzel')} wieder geöffnet`, { titel: 'Einheit wieder geöffnet' })
  registerEreignissatz(events.rolleGeaendert.typ, (event) => {
    const [neu, entzogen] = [liste(event.daten['neu']), liste(event.daten['entzogen'])]
    return `hat die Rolle „${wortAus(event, 'schluessel')}“ festgelegt${neu ? `; neu: ${neu}` : ''}${entzogen ? `; entzogen: ${entzogen}` : ''}`
  })
  registerEreignissatz(events.rolleZugewiesen.typ, (event, namen) => `hat ${namen(wortAus(event, 'kontoId'))} die Rolle „${wortAus(event, 'rolle')}“ ab ${tagAus(event, 'von')} gegeben`, { titel: 'Rolle zugewiesen' })
  registerEreignissatz(events.zuweisungBeendet.typ, (event, namen) => `hat eine Rolle von ${namen(wortAus(event, 'kontoId'))} zum ${tagAus(event, 'bis')} beendet`, { titel: 'Rolle beendet' })
  registerEreignissatz(events.vertretungEingerichtet.typ, (event, namen) => `hat eingetragen, dass ${namen(wortAus(event, 'vertreterId'))} vom ${tagAus(event, 'von')} bis ${tagAus(event, 'bis')} ${namen(wortAus(event, 'vertretenerId'))} vertritt`)
  registerEreignissatz(events.vertretungBeendet.typ, (event, namen) => `hat die Vertretung von ${namen(wortAus(event, 'vertretenerId'))} durch ${namen(wortAus(event, 'vertreterId'))} beendet`)
  registerEreignissatz(events.vertretungAufgenommen.typ, (event, namen) => `hat begonnen, ${namen(wortAus(event, 'vertretenerId'))} zu vertreten`)
}
