import type { Cents } from '../../../../platform/money/index.js'

/** What the columns add up to. */
export type Gruppe = 'einmalig' | 'laufend' | 'schulung' | 'haushalt' | 'foerderung' | 'vzae'

/** The columns of the Rahmenfinanzplan (H3-04) and two that other towns' papers have: budgeted amounts and funding. */
export const SPALTEN = {
  einmalig: { name: 'Entwicklung, einmalig', gruppe: 'einmalig' },
  hardware: { name: 'Hardware und Software, einmalig', gruppe: 'einmalig' },
  infrastruktur: { name: 'IT-Infrastruktur, einmalig', gruppe: 'einmalig' },
  beratung: { name: 'Beratung', gruppe: 'einmalig' },
  allgemein: { name: 'Allgemeine Aufwände', gruppe: 'einmalig' },
  laufend: { name: 'Laufende Gebühren', gruppe: 'laufend' },
  schulung: { name: 'Schulungen', gruppe: 'schulung' },
  haushalt: { name: 'Haushaltsansatz', gruppe: 'haushalt' },
  foerderung: { name: 'Förderung', gruppe: 'foerderung' },
  vzae_ist: { name: 'Personal Ist (VZÄ)', gruppe: 'vzae' },
  vzae_soll: { name: 'Personal Soll (VZÄ)', gruppe: 'vzae' },
  vzae_dezentral: { name: 'Dezentrale Mitwirkung (VZÄ)', gruppe: 'vzae' },
} as const satisfies Record<string, { name: string; gruppe: Gruppe }>

export type Spalte = keyof typeof SPALTEN
export const ALLE_SPALTEN = Object.keys(SPALTEN) as Spalte[]

/** plan: what is needed. veranschlagt: what the budget already holds. */
export const STAENDE = { plan: 'Plan', veranschlagt: 'bereits veranschlagt' } as const
export type Stand = keyof typeof STAENDE

/** einzeln: once in that span. jaehrlich: this much every year. kumuliert: all years together. */
export const BEZUEGE = { einzeln: 'einmal', jaehrlich: 'in jedem Jahr', kumuliert: 'alle Jahre zusammen' } as const
export type Bezug = keyof typeof BEZUEGE

export const MITTELARTEN = { konsumtiv: 'konsumtiv', investiv: 'investiv' } as const
export type Mittelart = keyof typeof MITTELARTEN

export const UNSICHERHEITEN = { gering: 'gering (Angebot, Vertrag)', mittel: 'mittel (Richtpreis)', hoch: 'hoch (Schätzung)' } as const
export type Unsicherheit = keyof typeof UNSICHERHEITEN

/** One line of the plan: an amount in cents or hundredths of a full-time equivalent, never both. Null is "nobody has said", not 0. */
export interface Zeile {
  readonly id: string; readonly strategieId: string; readonly objektId: string | null; readonly kennung: string | null; readonly vonHand: boolean; readonly bezeichnung: string
  readonly spalte: Spalte; readonly stand: Stand; readonly jahrVon: number | null; readonly jahrBis: number | null; readonly bezug: Bezug
  /** First day of the month from which a yearly cost arises (go-live). */
  readonly betriebAb: Temporal.PlainDate | null
  readonly betragCent: Cents | null; readonly vzaeHundertstel: number | null; readonly mittelart: Mittelart | null; readonly produkt: string | null; readonly sachkonto: string | null
  /** Binds budgets of years to come (Verpflichtungsermächtigung, § 85 GO NRW). */
  readonly verpflichtung: boolean
  readonly preisstand: Temporal.PlainDate | null; readonly brutto: boolean; readonly unsicherheit: Unsicherheit | null; readonly quelle: string | null; readonly version: number
}

export const gruppeVon = ({ spalte }: Pick<Zeile, 'spalte'>): Gruppe => SPALTEN[spalte].gruppe
export const istVzae = (zeile: Pick<Zeile, 'spalte'>): boolean => gruppeVon(zeile) === 'vzae'
