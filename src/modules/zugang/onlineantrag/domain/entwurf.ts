import { VERTRAUENSNIVEAUS, type Vertrauensniveau } from '../../../../platform/usecases/actor.js'
import { gueltigeHerkunft } from '../../formulare/index.js'
import type { Vertretung } from './vertretung.js'
import type { Antworten, Gesendet, Herkuenfte, Upload } from '../../formulare/index.js'

/** What the person gets on submission (A4-07), kept with the draft so that "back" and a second click show the same. */
export interface Bestaetigung {
  readonly vorgangsnummer: string
  readonly aktenzeichen: string
  readonly vorgangId: string
  readonly eingangAm: string
  readonly anhaenge: readonly { readonly dateiname: string; readonly sha256: string }[]
}

/** A file of a draft; `sauber` went through the virus scan, `ungeprueft` waits for it. */
export interface Entwurfsdatei extends Upload { readonly sha256: string; readonly pruefstatus: 'sauber' | 'ungeprueft' }

export interface Entwurf {
  readonly id: string
  readonly inhaberArt: 'konto' | 'gast'
  readonly inhaberId: string | null
  /** Key of the service. */
  readonly leistung: string
  readonly leistungsversionId: string
  readonly antworten: Antworten
  /** Where answers come from that the person did not type (A2-05). */
  readonly herkunft: Herkuenfte
  /** Sign-in with which the draft was declared binding before it was paid. */
  readonly erklaertMit: Erklaerungsnachweis | null
  /** For whom the person applies; null: for themselves. */
  readonly vertretung: Vertretung | null
  /** Declared binding and waiting for somebody's consent; while it is set nothing of the draft changes. */
  readonly zustimmungSeit: Temporal.Instant | null
  /** Typing on pages that were saved with mistakes, by page. */
  readonly eingaben: Readonly<Record<string, Gesendet>>
  /** Counts changes, for the optimistic lock. */
  readonly version: number
  /** By page: the version in which its answers changed last. */
  readonly seitenstand: Readonly<Record<string, number>>
  readonly seite: string
  readonly fristTage: number
  readonly begonnenAm: Temporal.Instant
  readonly letzteAenderung: Temporal.Instant
  /** Last day of use. */
  readonly loeschenAb: Temporal.PlainDate
  readonly email: string | null
  readonly status: 'offen' | 'eingereicht' | 'geloescht'
  readonly bestaetigung: Bestaetigung | null
  /** Declared binding and waiting for its fee; while it is set nothing of the draft changes. `fehler`: paid, but it could not be sent. */
  readonly absendewunsch: { readonly am: Temporal.Instant; readonly sprache: 'de' | 'en'; readonly fehler: string | null } | null
}

/** With which sign-in somebody declared something: kept with the application. */
export interface Erklaerungsnachweis { readonly niveau: Vertrauensniveau; readonly anbieter?: string; readonly abgerufenAm?: string; readonly unternehmen?: string; readonly handelnd?: string }

/**
 * The level that is needed to see what a draft holds: answers that came with a stronger sign-in are not shown to a weaker one
 * (A2-06). A password that somebody found must not open what the ID card brought in.
 */
export function niveauZumSehen({ herkunft, antworten }: Pick<Entwurf, 'herkunft' | 'antworten'>): Vertrauensniveau {
  const niveaus = Object.values(gueltigeHerkunft(herkunft, antworten)).map(({ niveau }) => niveau)
  return VERTRAUENSNIVEAUS.findLast((niveau) => niveaus.includes(niveau)) ?? 'niedrig'
}

/** The page where a draft waits that was declared binding; undefined: it does not wait. */
export const wartetAuf = ({ absendewunsch, zustimmungSeit }: Pick<Entwurf, 'absendewunsch' | 'zustimmungSeit'>): 'bezahlen' | 'zustimmung' | undefined =>
  (absendewunsch ? 'bezahlen' : zustimmungSeit ? 'zustimmung' : undefined)

/** Answers of one page in an order that does not matter, for "did the other window change what I see?". */
export function gleicheAntworten(a: Antworten, b: Antworten, fragen: readonly string[]): boolean {
  return fragen.every((name) => kanonisch(a[name]) === kanonisch(b[name]))
}

const kanonisch = (wert: unknown): string => JSON.stringify(wert, (_, inhalt: unknown) =>
  (typeof inhalt === 'object' && inhalt !== null && !Array.isArray(inhalt) ? Object.fromEntries(Object.entries(inhalt).sort(([x], [y]) => (x < y ? -1 : 1))) : inhalt)) ?? ''
