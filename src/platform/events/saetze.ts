import { formatDate } from '../time/index.js'
import { eventTypen, type StoredEvent } from './event.js'

/**
 * An event in words. „hat einen Bescheid erlassen“ follows the name of who did it; a sentence that begins with a capital letter
 * („Die Frist ist abgelaufen“) stands alone, for what nobody in particular did. `namen` gives the name behind an account.
 */
export type Ereignissatz = (event: StoredEvent, namen: (kontoId: string) => string) => string

interface Worte {
  /** What a filter calls it, where the type itself would read badly: „Zeichnung zurückgegeben“. */
  readonly titel?: string
  /** Not in the history of a Vorgang, where another entry of the same step says it already; the log shows it all the same. */
  readonly nurProtokoll?: boolean | ((event: StoredEvent) => boolean)
}

const saetze = new Map<string, { readonly satz: Ereignissatz; readonly worte: Worte }>()

/** Says an event type in German, for the log and for the history of a case. Every type has exactly one sentence; a test counts. */
export function registerEreignissatz(typ: string, satz: Ereignissatz, worte: Worte = {}): void {
  if (saetze.has(typ)) throw new Error(`Event ${typ} has two sentences`)
  saetze.set(typ, { satz, worte })
}

/** @throws Error for a type without a sentence, which the test of the catalogue finds before anybody reads it */
export function satzVon(event: StoredEvent, namen: (kontoId: string) => string): string {
  const eintrag = saetze.get(event.typ)
  // A row written by an older version of the program stays readable.
  return eintrag ? eintrag.satz(event, namen) : `${titelVon(event.typ)} (frühere Fassung des Programms)`
}

/** Whether the history of a Vorgang leaves it out. */
export function nurImProtokoll(event: StoredEvent): boolean {
  const nur = saetze.get(event.typ)?.worte.nurProtokoll ?? false
  return typeof nur === 'function' ? nur(event) : nur
}

/** Short name of a type for filters: 'akten.vorgang.wiedergeoeffnet/1' is „Vorgang wiedergeöffnet“. */
export function titelVon(typ: string): string {
  const eigener = saetze.get(typ)?.worte.titel
  if (eigener) return eigener
  const [, objekt = '', getan = ''] = typ.replace(/\/\d+$/, '').split('.')
  const worte = `${objekt} ${getan}`.replaceAll('ae', 'ä').replaceAll('oe', 'ö').replaceAll('ue', 'ü')
  return worte.charAt(0).toUpperCase() + worte.slice(1)
}

/** Types that rooms publish and that nobody has said in German. */
export const ohneSatz = (): string[] => [...eventTypen()].filter((typ) => !saetze.has(typ)).toSorted()

/** The part of an event that a sentence needs most: a word, or nothing. */
export const wortAus = (event: StoredEvent, name: string): string => { const value = event.daten[name]; return typeof value === 'string' ? value : '' }

/** A day out of an event as people write it ('31.12.2026'); also of a moment. */
export function tagAus(event: StoredEvent, name: string): string {
  const [tag] = /^\d{4}-\d{2}-\d{2}/.exec(wortAus(event, name)) ?? []
  return tag ? formatDate(Temporal.PlainDate.from(tag)) : 'ohne Datum'
}

/** Accounts that events name, for one query over all of them. */
export const kontenIn = (events: readonly StoredEvent[]): string[] => [...new Set(events.flatMap((event) =>
  [event.akteur.id, event.akteur.fuer, ...(event.objekt.art === 'konto' ? [event.objekt.id] : []), ...Object.values(event.daten)].filter((id): id is string => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))))]
