import { registerEreignissatz, wortAus } from '../../../platform/events/index.js'
import { monatAus, monatswort } from './domain/zeitraum.js'
import * as events from './events.js'

/** The events of this room in words. */
export function registriereSaetze(): void {
  registerEreignissatz(events.monatEroeffnet.typ, (event) => { const monat = monatAus(wortAus(event, 'monat')); return `hat den Berichtsmonat ${monat ? monatswort(monat) : ''} eröffnet` }, { titel: 'Berichtsmonat eröffnet' })
  registerEreignissatz(events.verantwortungUebergeben.typ, (event, namen) => `hat ${String(event.daten['anzahl'])} Zuständigkeiten an ${namen(wortAus(event, 'anId'))} übergeben`, { titel: 'Zuständigkeiten übergeben' })
  registerEreignissatz(events.entwurfGespeichert.typ, () => 'hat einen Statusbericht als Entwurf gespeichert', { titel: 'Entwurf eines Statusberichts gespeichert' })
  registerEreignissatz(events.berichtEingereicht.typ, (event) => (Number(event.daten['version']) > 1 ? `hat einen Statusbericht berichtigt (Fassung ${String(event.daten['version'])})` : 'hat einen Statusbericht eingereicht'), { titel: 'Statusbericht eingereicht' })
  registerEreignissatz(events.programmberichtFestgeschrieben.typ, (event) => `hat den Programmbericht ${String(event.daten['quartal'])}/${String(event.daten['jahr'])} festgeschrieben`, { titel: 'Programmbericht festgeschrieben' })
  registerEreignissatz(events.programmberichtGedruckt.typ, () => 'hat den Programmbericht als PDF abgelegt', { titel: 'Programmbericht als PDF abgelegt' })
  registerEreignissatz(events.anBerichteErinnert.typ, (event) => (event.daten['stufe'] === 'fehlende' ? `hat dem Programmbüro gemeldet, dass ${String(event.daten['fehlende'])} Statusberichte fehlen` : event.daten['stufe'] === 'prognose' ? 'hat die Prognosen der Meilensteine zum Stichtag festgehalten' : `hat an ${String(event.daten['fehlende'])} Statusberichte erinnert`), { titel: 'An Statusberichte erinnert' })
}
