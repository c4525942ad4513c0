import { registerEreignissatz, tagAus, wortAus } from '../../../platform/events/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.versionImportiert.typ, (event) => `hat Version ${String(event.daten['version'])} der Leistung „${wortAus(event, 'schluessel')}“ eingespielt`, { titel: 'Leistung eingespielt' })
  registerEreignissatz(events.leistungVeroeffentlicht.typ, (event) => `hat Version ${String(event.daten['version'])} der Leistung „${wortAus(event, 'schluessel')}“ veröffentlicht`)
  registerEreignissatz(events.leistungZurueckgezogen.typ, (event) => `hat die Leistung „${wortAus(event, 'schluessel')}“ zurückgezogen`)
  registerEreignissatz(events.leistungGeschlossen.typ, (event) => `hat die Leistung ab ${tagAus(event, 'von')}${wortAus(event, 'bis') ? ` bis ${tagAus(event, 'bis')}` : ''} geschlossen`, { titel: 'Leistung geschlossen' })
  registerEreignissatz(events.schliessungAufgehoben.typ, () => 'hat die Leistung wieder geöffnet', { titel: 'Leistung wieder geöffnet' })
  registerEreignissatz(events.antragszeitEingetragen.typ, (event) => `hat für die Leistung eine Antragszeit eingetragen: ${wortAus(event, 'anlass')}`, { titel: 'Antragszeit eingetragen' })
  registerEreignissatz(events.antragszeitGestrichen.typ, () => 'hat eine Antragszeit der Leistung gestrichen', { titel: 'Antragszeit gestrichen' })
  registerEreignissatz(
    events.reifegradBewertet.typ,
    (event) => `hat den OZG-Reifegrad der Leistung bewertet (${event.daten['modell'] === 'OZG_2_0' ? 'Modell 2.0' : 'Modell 1.1'}): Stufe ${String(event.daten['stufe'])}`,
    { titel: 'OZG-Reifegrad bewertet' },
  )
}
