import { registerEreignissatz, tagAus, wortAus } from '../../../platform/events/index.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.akteAngelegt.typ, (event) => `hat die Akte ${wortAus(event, 'aktenzeichen')} angelegt`)
  registerEreignissatz(events.akteGeschlossen.typ, (event) => `hat die Akte am ${tagAus(event, 'zdaAm')} zu den Akten gelegt`)
  registerEreignissatz(events.akteWiedergeoeffnet.typ, () => 'hat die Akte wieder geöffnet', { titel: 'Akte wieder geöffnet' })
  registerEreignissatz(events.vorgangAngelegt.typ, () => 'hat den Vorgang angelegt')
  registerEreignissatz(events.inhaberEingetragen.typ, () => 'hat eingetragen, wem der Vorgang gehört', { titel: 'Vorgang einer Person zugeordnet', nurProtokoll: true })
  registerEreignissatz(events.vorgangGeschlossen.typ, (event) => `hat den Vorgang zu den Akten gelegt${wortAus(event, 'aufbewahrungBis') ? `; aufzubewahren bis ${tagAus(event, 'aufbewahrungBis')}` : ''}`)
  registerEreignissatz(events.vorgangUebergeben.typ, () => 'hat den Vorgang an eine andere Einheit gegeben', { titel: 'Vorgang an andere Einheit gegeben' })
  registerEreignissatz(events.vorgangWiedergeoeffnet.typ, (event) => `hat den Vorgang wieder geöffnet${event.daten['anlass'] === 'wiederaufgreifen' ? ' (Wiederaufgreifen, § 51 VwVfG NRW)' : ''}`, { titel: 'Vorgang wieder geöffnet' })
  registerEreignissatz(events.befangenheitEingetragen.typ, (event, namen) => `hat eingetragen, dass ${namen(wortAus(event, 'kontoId'))} nicht mitwirkt (§ 20 VwVfG)`)
  registerEreignissatz(events.dokumentAbgelegt.typ, (event) => `hat Dokument ${String(event.daten['lfd'] ?? '')} abgelegt`)
  registerEreignissatz(events.dokumentversionAngelegt.typ, (event) => `hat Version ${String(event.daten['version'] ?? '')} eines Dokuments abgelegt`, { titel: 'Neue Version eines Dokuments' })
  registerEreignissatz(events.dokumentFestgeschrieben.typ, () => 'hat ein Dokument festgeschrieben')
  registerEreignissatz(events.dokumentFreigegeben.typ, (event) => (event.daten['fuerInhaber'] ? 'hat ein Dokument für die antragstellende Person sichtbar gemacht' : 'hat ein Dokument für die antragstellende Person verborgen'))
  registerEreignissatz(events.vorgangUmgehaengt.typ, (event) => `hat den Vorgang in eine andere Akte gelegt: ${wortAus(event, 'kennzeichen')} statt ${wortAus(event, 'vorher')}`, { titel: 'Vorgang in andere Akte gelegt' })
  registerEreignissatz(events.vorgangAbgegeben.typ, (event) => `hat den Vorgang ${wortAus(event, 'vorgangsnummer')} aus dieser Akte herausgenommen`, { titel: 'Vorgang aus Akte herausgenommen' })
  registerEreignissatz(events.vorgangAufgenommen.typ, (event) => `hat den Vorgang ${wortAus(event, 'vorgangsnummer')} in diese Akte aufgenommen`, { titel: 'Vorgang in Akte aufgenommen' })
  registerEreignissatz(events.dokumentBefallen.typ, (event) => `Schadsoftware in einem Dokument gefunden (${wortAus(event, 'signatur') || 'ohne Namen'}); es wird nicht mehr herausgegeben`, { titel: 'Schadsoftware gefunden' })
  registerEreignissatz(events.dateiGeprueft.typ, (event) => `Datei nachträglich auf Viren geprüft: ${wortAus(event, 'ergebnis')}`, { titel: 'Datei nachträglich geprüft' })
  registerEreignissatz(events.vermerkGeschrieben.typ, () => 'hat einen Vermerk geschrieben')
  registerEreignissatz(events.wiedervorlageGesetzt.typ, (event) => `hat eine Wiedervorlage für den ${tagAus(event, 'faelligAm')} gesetzt`)
  registerEreignissatz(events.wiedervorlageErledigt.typ, () => 'hat eine Wiedervorlage erledigt')
}
