import { nurImProtokoll, satzVon, type StoredEvent } from '../../../platform/events/index.js'

export interface Verlaufszeile { readonly id: string; readonly zeitpunkt: Temporal.Instant; readonly wer: string | undefined; readonly satz: string; readonly grund: string | undefined }

/** Who did it, for the screen: a person also as a substitute (X6-03), never a mere number. */
function werWar({ akteur }: StoredEvent, namen: (kontoId: string) => string): string {
  if (akteur.art === 'system') return 'Das System'
  if (akteur.art === 'verfahren') return 'Das Verfahren'
  if (akteur.art === 'gast') return 'Ein Gast'
  const name = akteur.id ? namen(akteur.id) : 'Unbekannt'
  return akteur.fuer ? `${name} i. V. für ${namen(akteur.fuer)}` : name
}

/** The history of a Vorgang, newest first, in German. */
export function verlaufInWorten(events: readonly StoredEvent[], namen: (kontoId: string) => string): Verlaufszeile[] {
  return events.filter((event) => !nurImProtokoll(event)).map((event) => {
    const satz = satzVon(event, namen)
    return { id: event.id, zeitpunkt: event.zeitpunkt, wer: /^\p{Lu}/u.test(satz) ? undefined : werWar(event, namen), satz, grund: event.grund }
  }).toReversed()
}
