import type { StoredEvent } from '../../../platform/events/event.js'
import { formatDate } from '../../../platform/time/index.js'
import { registerEreignissatz, satzVon } from './registrierung.js'

/** What the rooms below publish, in words. Rooms above bring their own sentences. */

const text = (event: StoredEvent, name: string): string => { const value = event.daten[name]; return typeof value === 'string' ? value : '' }
const tag = (event: StoredEvent, name: string): string => { const value = text(event, name); return value ? formatDate(Temporal.PlainDate.from(value)) : 'ohne Datum' }

const SAETZE: Record<string, Parameters<typeof registerEreignissatz>[1]> = {
  'akten.vorgang.angelegt/1': () => 'hat den Vorgang angelegt',
  'akten.vorgang.inhaber/1': () => null,
  'akten.vorgang.geschlossen/1': (event) => `hat den Vorgang zu den Akten gelegt${text(event, 'aufbewahrungBis') ? `; aufzubewahren bis ${tag(event, 'aufbewahrungBis')}` : ''}`,
  'akten.vorgang.wiedergeoeffnet/1': () => 'hat den Vorgang wieder geöffnet',
  'akten.befangenheit.eingetragen/1': (event, namen) => `hat eingetragen, dass ${namen(text(event, 'kontoId'))} nicht mitwirkt (§ 20 VwVfG)`,
  'akten.dokument.abgelegt/1': (event) => `hat Dokument ${String(event.daten['lfd'] ?? '')} abgelegt`,
  'akten.dokument.versioniert/1': (event) => `hat Version ${String(event.daten['version'] ?? '')} eines Dokuments abgelegt`,
  'akten.dokument.festgeschrieben/1': () => 'hat ein Dokument festgeschrieben',
  'akten.dokument.freigegeben/1': (event) => (event.daten['fuerInhaber'] ? 'hat ein Dokument für die antragstellende Person sichtbar gemacht' : 'hat ein Dokument für die antragstellende Person verborgen'),
  'akten.vermerk.geschrieben/1': () => 'hat einen Vermerk geschrieben',
  'akten.wiedervorlage.gesetzt/1': (event) => `hat eine Wiedervorlage für den ${tag(event, 'faelligAm')} gesetzt`,
  'akten.wiedervorlage.erledigt/1': () => 'hat eine Wiedervorlage erledigt',
  'eingang.eingang.zugeordnet/1': () => 'hat den Eingang diesem Vorgang zugeordnet',
  'fristen.frist.gesetzt/1': (event) => `hat eine Frist bis ${tag(event, 'ende')} eingetragen`,
  'fristen.frist.neuberechnet/1': (event) => `hat eine Frist neu berechnet: ${tag(event, 'ende')} statt ${tag(event, 'endeVorher')}`,
  'fristen.frist.erledigt/1': () => 'hat eine Frist als erledigt eingetragen',
  'fristen.frist.hinfaellig/1': () => 'hat eine Frist als hinfällig eingetragen',
  'aufgaben.aufgabe.angelegt/1': (event) => `Neue Aufgabe: „${text(event, 'titel')}“${text(event, 'faelligAm') ? ` bis ${tag(event, 'faelligAm')}` : ''}`,
  'aufgaben.aufgabe.erledigt/1': (event) => `hat „${text(event, 'titel')}“ erledigt`,
  'aufgaben.aufgabe.entfallen/1': (event) => `Die Aufgabe „${text(event, 'titel')}“ ist nicht mehr nötig`,
  'aufgaben.aufgabe.uebernommen/1': (event) => `hat „${text(event, 'titel')}“ übernommen`,
  'aufgaben.aufgabe.zurueckgegeben/1': (event) => `hat „${text(event, 'titel')}“ an die Gruppe zurückgegeben`,
  'aufgaben.aufgabe.zugewiesen/1': (event, namen) => `hat „${text(event, 'titel')}“ an ${namen(text(event, 'kontoId'))} zugewiesen${text(event, 'vorher') ? ` (vorher ${namen(text(event, 'vorher'))})` : ''}`,
  'aufgaben.aufgabe.eskaliert/1': (event) => `Die Leitung wurde erinnert: „${text(event, 'titel')}“ ist überfällig und noch frei`,
  'workflow.verfahren.begonnen/1': () => 'Das Verfahren hat begonnen',
  'workflow.verfahren.beendet/1': (event) => ({ completed: 'Das Verfahren ist beendet', terminated: 'Das Verfahren wurde abgebrochen' }[text(event, 'status')] ?? 'Das Verfahren endete mit einem Fehler'),
  'workflow.stoerung.aufgetreten/1': () => 'Störung im Verfahren; die Fachadministration kümmert sich',
  // Every step shows by what it leads to; the step itself would say everything twice.
  'workflow.schritt.getan/1': () => null,
}

for (const [typ, satz] of Object.entries(SAETZE)) registerEreignissatz(typ, satz)

export interface Verlaufszeile { readonly id: string; readonly zeitpunkt: Temporal.Instant; readonly wer: string | undefined; readonly satz: string; readonly grund: string | undefined }

/** Who did it, for the screen: a person also as a substitute (X6-03), never a mere number. */
function werWar({ akteur }: StoredEvent, namen: (kontoId: string) => string): string {
  if (akteur.art === 'system') return 'Das System'
  if (akteur.art === 'verfahren') return 'Das Verfahren'
  if (akteur.art === 'gast') return 'Ein Gast'
  const name = akteur.id ? namen(akteur.id) : 'Unbekannt'
  return akteur.fuer ? `${name} i. V. für ${namen(akteur.fuer)}` : name
}

/** The history of a Vorgang, newest first, in German. An event without a sentence shows its type rather than nothing. */
export function verlaufInWorten(events: readonly StoredEvent[], namen: (kontoId: string) => string): Verlaufszeile[] {
  return events.flatMap((event) => {
    const satz = satzVon(event.typ)
    const worte = satz ? satz(event, namen) : `hat ausgelöst: ${event.typ.replace(/\/\d+$/, '').split('.').slice(1).join(' ')}`
    return worte === null ? [] : [{ id: event.id, zeitpunkt: event.zeitpunkt, wer: /^\p{Lu}/u.test(worte) ? undefined : werWar(event, namen), satz: worte, grund: event.grund }]
  }).toReversed()
}

/** Accounts that a history names, for one query. */
export const kontenIn = (events: readonly StoredEvent[]): string[] => [...new Set(events.flatMap((event) =>
  [event.akteur.id, event.akteur.fuer, event.daten['kontoId'], event.daten['vorher']].filter((id): id is string => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))))]
