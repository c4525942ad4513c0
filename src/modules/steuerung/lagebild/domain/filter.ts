import { LISTEN, type Liste } from './sicht.js'

/** Months back that one can look at. */
export const ZEITRAEUME = ['3', '6', '12', '24', '36'] as const
export const ZEITRAUM_SONST = '6'
export const PRIORITAETEN = ['hoch', 'mittel', 'niedrig'] as const
export const STATUSWAHL = ['laufend', 'geplant', 'abgeschlossen', 'zurueckgestellt', 'abgebrochen', 'ohne'] as const
export const LICHTER = ['gruen', 'gelb', 'rot', 'fehlt', 'offen'] as const
export const MEILENSTEINFRISTEN = ['bis30', 'bis90', 'ueber90', 'spaet', 'kommend'] as const
export const ENTSCHEIDUNGSFRISTEN = ['ueberfaellig', 'bald', 'spaeter', 'ohne'] as const
export const STUFEN = ['hoch', 'mittel', 'niedrig'] as const
export const GROESSEN = ['soll', 'ist', 'erwartet'] as const
export const LASTEN = ['frei', 'voll', 'ueber'] as const

export type Licht = (typeof LICHTER)[number]
export type Statuswahl = (typeof STATUSWAHL)[number]
export type Meilensteinfrist = (typeof MEILENSTEINFRISTEN)[number]
export type Entscheidungsfrist = (typeof ENTSCHEIDUNGSFRISTEN)[number]
export type Groesse = (typeof GROESSEN)[number]
export type Last = (typeof LASTEN)[number]

/** Filters of every page of the Lagebild; what is not set shows everything. */
export interface Filter {
  readonly strategie?: string; readonly feld?: string; readonly einheit?: string; readonly zeitraum?: (typeof ZEITRAEUME)[number]
  readonly prioritaet?: (typeof PRIORITAETEN)[number]; readonly status?: Statuswahl
}

/** What a bar adds to them: the part that it counts. */
export interface Ausschnitt {
  readonly monat?: string; readonly licht?: Licht; readonly neurot?: 'ja'; readonly spaet?: 'ja'; readonly frist?: Meilensteinfrist | Entscheidungsfrist
  readonly stufe?: (typeof STUFEN)[number]; readonly jahr?: string; readonly groesse?: Groesse; readonly last?: Last
}

type Pruefung = readonly string[] | RegExp
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MONAT = /^(19[9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/

const FILTER: Readonly<Record<keyof Filter, Pruefung>> = {
  strategie: /^[a-z0-9][a-z0-9_-]{0,59}$/, feld: new RegExp(`${UUID.source}|^ohne$`), einheit: UUID, zeitraum: ZEITRAEUME,
  prioritaet: PRIORITAETEN, status: STATUSWAHL,
}
const JE_LISTE: Readonly<Record<Liste, Readonly<Partial<Record<keyof Ausschnitt, Pruefung>>>>> = {
  vorhaben: { licht: LICHTER, neurot: ['ja'], spaet: ['ja'] },
  berichte: { monat: MONAT, licht: LICHTER },
  meilensteine: { frist: MEILENSTEINFRISTEN },
  entscheidungen: { frist: ENTSCHEIDUNGSFRISTEN },
  risiken: { stufe: STUFEN },
  geld: { jahr: /^(199\d|2[01]\d\d|ohne)$/, groesse: GROESSEN },
  personen: { monat: MONAT, last: LASTEN },
}

function gelesen(suche: URLSearchParams, pruefungen: Readonly<Partial<Record<string, Pruefung>>>): Record<string, string> {
  const ergebnis: Record<string, string> = {}
  for (const [name, pruefung] of Object.entries(pruefungen)) {
    const wert = (suche.get(name) ?? '').trim()
    if (pruefung && wert && (pruefung instanceof RegExp ? pruefung.test(wert) : pruefung.includes(wert))) ergebnis[name] = wert
  }
  return ergebnis
}

/** The filters in an address; what is none of theirs counts as not set. */
export const filterAus = (suche: URLSearchParams): Filter => gelesen(suche, FILTER) as Filter
export const ausschnittAus = (suche: URLSearchParams, liste: Liste): Ausschnitt => gelesen(suche, JE_LISTE[liste]) as Ausschnitt
export const istListe = (text: string): text is Liste => Object.hasOwn(LISTEN, text)

/** Filters as they stand in an address, always in the same order. The usual period is left out. */
export function alsFrage(filter: Filter, ausschnitt: Ausschnitt = {}): string {
  const werte: Readonly<Record<string, string | undefined>> = { ...filter, ...ausschnitt }
  const namen = [...Object.keys(FILTER), 'monat', 'licht', 'neurot', 'spaet', 'frist', 'stufe', 'jahr', 'groesse', 'last']
  const frage = new URLSearchParams(namen.flatMap((name) => {
    const wert = werte[name]
    return wert && !(name === 'zeitraum' && wert === ZEITRAUM_SONST) ? [[name, wert]] : []
  }))
  return frage.toString()
}
