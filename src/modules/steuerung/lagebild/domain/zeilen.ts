import type {
  Ausschnitt, Entscheidungsfrist, Filter, Groesse, Last, Licht, Meilensteinfrist, Statuswahl,
} from './filter.js'

type Tag = Temporal.PlainDate
type Cent = bigint

/** By what everything about a Vorhaben is filtered. `feldId` 'ohne' lies below no Handlungsfeld. */
export interface Merkmale {
  readonly feldId: string; readonly feld: string; readonly einheitId: string | null; readonly prioritaet: 'hoch' | 'mittel' | 'niedrig' | null
  readonly status: Statuswahl
}

export interface Vorhaben extends Merkmale {
  readonly id: string; readonly name: string; readonly art: 'massnahme' | 'projekt'; readonly ende: Tag | null; readonly fortlaufend: boolean
  readonly spaet: boolean; readonly verantwortlich: string | null
  /** In the newest month whose reports are due; undefined where nobody asked. */
  readonly licht: Licht | undefined
  /** Red now, and not in the month before. */
  readonly neurot: boolean
}

/** What a Vorhaben reported in the shown months: one light for each, in their order; undefined where nobody asked. */
export interface Berichtsreihe extends Merkmale {
  readonly objektId: string; readonly name: string; readonly verantwortlich: string | null
  /** False: the Vorhaben was removed since. */
  readonly vorhanden: boolean
  readonly lichter: readonly (Licht | undefined)[]
  /** What each month settled of it when it was opened; later changes do not move an overall light of the past. */
  readonly gewichtung: readonly ({ readonly prioritaet: Merkmale['prioritaet']; readonly kritisch: boolean } | undefined)[]
}

export interface Berichtsmonat { readonly id: string; readonly monat: Tag; readonly faelligAm: Tag }

/** A month in which a Vorhaben had to report. */
export interface Bericht { readonly reihe: Berichtsreihe; readonly zeitraum: Berichtsmonat; readonly licht: Licht }

export interface Meilenstein extends Merkmale {
  readonly id: string; readonly name: string; readonly vorhabenId: string | null; readonly vorhaben: string; readonly termin: Tag
  /** Days until then; negative: late. */
  readonly tage: number
}

/** What hangs on a plan and on no single Vorhaben. */
interface AmPlan { readonly planId: string; readonly plan: string; readonly einheitId: string | null }

export interface Entscheidung extends AmPlan {
  readonly id: string; readonly nummer: number; readonly sachverhalt: string; readonly empfehlung: string; readonly gremium: string
  readonly benoetigtBis: Tag | null; readonly frist: Entscheidungsfrist
}

export interface Risiko extends AmPlan {
  readonly id: string; readonly nummer: number; readonly beschreibung: string; readonly massnahme: string; readonly punkte: number
  readonly stufe: 'hoch' | 'mittel' | 'niedrig'; readonly status: string; readonly eignerId: string | null; readonly faellig: Tag | null
}

/** A line of the finance plan in a year; `jahr` null is not spread over years. */
export interface Geld extends Merkmale {
  readonly zeileId: string; readonly bezeichnung: string; readonly vorhaben: string | null; readonly produkt: string | null; readonly sachkonto: string | null
  readonly jahr: number | null; readonly sollCent: Cent | null; readonly istCent: Cent | null; readonly erwartetCent: Cent | null
  readonly abweichungCent: Cent | null
  /** A line of no Vorhaben: shown as long as nobody asks for a part of the programme. */
  readonly uebergreifend: boolean
}

/** The highest load of a person in a month, in per cent of the working time. */
export interface Person { readonly kontoId: string; readonly monat: Tag; readonly prozent: number; readonly grenze: number; readonly last: Last }

/** Does it belong to what was asked for? `einheiten` is the chosen unit with all below it. */
export function passt(zeile: Merkmale, { feld, prioritaet, status }: Filter, einheiten: ReadonlySet<string> | undefined): boolean {
  return (!feld || zeile.feldId === feld) && (!prioritaet || zeile.prioritaet === prioritaet) && (!status || zeile.status === status)
    && (!einheiten || (zeile.einheitId !== null && einheiten.has(zeile.einheitId)))
}

/** Money of no Vorhaben belongs to the whole programme and to no part of it. */
export const geldPasst = (zeile: Geld, filter: Filter, einheiten: ReadonlySet<string> | undefined): boolean =>
  zeile.uebergreifend ? !filter.feld && !filter.prioritaet && !filter.status && !einheiten : passt(zeile, filter, einheiten)

const MEILENSTEINFRIST: Readonly<Record<Meilensteinfrist, (tage: number) => boolean>> = {
  bis30: (tage) => tage < 0 && tage >= -30, bis90: (tage) => tage < -30 && tage >= -90, ueber90: (tage) => tage < -90,
  spaet: (tage) => tage < 0, kommend: (tage) => tage >= 0 && tage <= TAGE_VORAUS,
}
/** How far ahead a unit looks. */
export const TAGE_VORAUS = 60
/** Days before its date from which a decision is urgent. */
export const TAGE_BALD = 30

/** How urgent a decision is on a day. */
export function entscheidungsfrist(bis: Tag | null, heute: Tag): Entscheidungsfrist {
  if (!bis) return 'ohne'
  const tage = heute.until(bis).days
  return tage < 0 ? 'ueberfaellig' : tage <= TAGE_BALD ? 'bald' : 'spaeter'
}

/** Up to four fifths of what was agreed there is room; beyond it is too much. */
export const lastVon = (prozent: number, grenze: number): Last =>
  (prozent > grenze ? 'ueber' : prozent * 5 > grenze * 4 ? 'voll' : 'frei')

export const betrag = (zeile: Geld, groesse: Groesse): Cent | null =>
  ({ soll: zeile.sollCent, ist: zeile.istCent, erwartet: zeile.erwartetCent })[groesse]

const gemeint = ({ monat }: Berichtsmonat, { monat: gesucht }: Ausschnitt): boolean => !gesucht || monat.toString().startsWith(gesucht)

/** The reports of a part, the newest month first. Years of them are only made into rows where somebody wants to see them. */
export const waehleBerichte = (reihen: readonly Berichtsreihe[], monate: readonly Berichtsmonat[], ausschnitt: Ausschnitt): readonly Bericht[] =>
  monate.flatMap((zeitraum, i) => (gemeint(zeitraum, ausschnitt) ? reihen.flatMap((reihe): Bericht[] => {
    const licht = reihe.lichter[i]
    return licht && (!ausschnitt.licht || ausschnitt.licht === licht) ? [{ reihe, zeitraum, licht }] : []
  }) : []))

/** How many of each light there are, by the same rule, in each of the months. */
export function zaehleBerichte(reihen: readonly Berichtsreihe[], monate: readonly Berichtsmonat[]): readonly Readonly<Record<Licht, number>>[] {
  const zahlen = monate.map((): Record<Licht, number> => ({ gruen: 0, gelb: 0, rot: 0, fehlt: 0, offen: 0 }))
  for (const { lichter } of reihen) lichter.forEach((licht, i) => { const zahl = zahlen[i]; if (licht && zahl) zahl[licht] += 1 })
  return zahlen
}

/** The part of each list that an address names; the figures on the page count with these and with nothing else. */
export const waehle = {
  vorhaben: (alle: readonly Vorhaben[], { licht, neurot, spaet }: Ausschnitt): readonly Vorhaben[] =>
    alle.filter((zeile) => (!licht || zeile.licht === licht) && (!neurot || zeile.neurot) && (!spaet || zeile.spaet)),
  meilensteine: (alle: readonly Meilenstein[], { frist }: Ausschnitt): readonly Meilenstein[] =>
    (frist && Object.hasOwn(MEILENSTEINFRIST, frist) ? alle.filter(({ tage }) => MEILENSTEINFRIST[frist as Meilensteinfrist](tage)) : alle),
  entscheidungen: (alle: readonly Entscheidung[], { frist }: Ausschnitt): readonly Entscheidung[] =>
    (frist ? alle.filter((zeile) => zeile.frist === frist) : alle),
  risiken: (alle: readonly Risiko[], { stufe }: Ausschnitt): readonly Risiko[] => (stufe ? alle.filter((zeile) => zeile.stufe === stufe) : alle),
  geld: (alle: readonly Geld[], { jahr, groesse }: Ausschnitt): readonly Geld[] => alle.filter((zeile) =>
    (!jahr || (jahr === 'ohne' ? zeile.jahr === null : zeile.jahr === Number(jahr))) && (!groesse || betrag(zeile, groesse) !== null)),
  personen: (alle: readonly Person[], { monat, last }: Ausschnitt): readonly Person[] =>
    alle.filter((zeile) => (!monat || zeile.monat.toString().startsWith(monat)) && (!last || zeile.last === last)),
}
