/** What the scheduler reads and what it answers. Dates are legal days (X1-01); lengths are whole numbers. */

/** Four kinds of dependency: end–start, start–start, end–end, start–end. */
export const ABHAENGIGKEITEN = {
  FS: 'Ende–Anfang: beginnt, wenn der Vorgänger fertig ist',
  SS: 'Anfang–Anfang: beginnt, wenn der Vorgänger begonnen hat',
  FF: 'Ende–Ende: endet, wenn der Vorgänger fertig ist',
  SF: 'Anfang–Ende: endet, wenn der Vorgänger begonnen hat',
} as const
export type Abhaengigkeitsart = keyof typeof ABHAENGIGKEITEN

/** A summary spans what lies below it; a milestone has no length. */
export const EINTRAGSARTEN = { aktivitaet: 'Aktivität', meilenstein: 'Meilenstein', sammel: 'Sammeleintrag' } as const
export type Eintragsart = keyof typeof EINTRAGSARTEN

/** Working days or calendar months; `null` for what is only ongoing ("fortlaufend"). */
export type Dauer = { readonly tage: number } | { readonly monate: number } | null

export interface Eintrag {
  readonly id: string
  readonly titel: string
  readonly art: Eintragsart
  readonly oberId?: string | null
  readonly dauer: Dauer
  /** Goes on after its length, or from the beginning when it has none; never overdue (H1-06). */
  readonly fortlaufend?: boolean
  /** Begins (a milestone: lies) exactly here, whatever its predecessors say; a contradiction is reported. */
  readonly fest?: Temporal.PlainDate | null
  readonly nichtVor?: Temporal.PlainDate | null
  /** To be finished by; never moves anything, but takes away float. */
  readonly frist?: Temporal.PlainDate | null
  readonly istBeginn?: Temporal.PlainDate | null
  readonly istEnde?: Temporal.PlainDate | null
}

export interface Abhaengigkeit {
  readonly vonId: string
  readonly nachId: string
  readonly art: Abhaengigkeitsart
  /** Working days between; negative overlaps. */
  readonly abstand: number
}

export interface Plan {
  /** Nothing without a date of its own begins before. */
  readonly beginn: Temporal.PlainDate
  readonly eintraege: readonly Eintrag[]
  readonly abhaengigkeiten: readonly Abhaengigkeit[]
}

/** Why a plan cannot be scheduled, in German sentences; `ids` are the entries concerned (of a circle: in its order). */
export interface Planfehler {
  readonly art: 'kreis' | 'verweis' | 'dauer' | 'reihenfolge' | 'abhaengigkeit' | 'kalender'
  readonly text: string
  readonly ids: readonly string[]
}

export interface Termin {
  readonly id: string
  readonly beginn: Temporal.PlainDate
  /** null: ongoing without an end. */
  readonly ende: Temporal.PlainDate | null
  /** Working days by which it may slip before the end of the plan or a deadline moves; null when nothing waits for it. Negative: already too late. */
  readonly puffer: number | null
  readonly kritisch: boolean
  /** Working days by which a fixed date contradicts its predecessors. */
  readonly widerspruch: number
  readonly fristVerletzt: boolean
}

export interface Terminplan {
  /** In the order of the entries. */
  readonly termine: readonly Termin[]
  readonly ende: Temporal.PlainDate | null
}

/** Longest length that is no typing error: 40 years. */
export const HOECHSTENS_TAGE = 10_000
export const HOECHSTENS_MONATE = 480
export const HOECHSTENS_ABSTAND = 2_500
