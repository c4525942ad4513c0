import type { Cents } from '../../../../platform/money/index.js'

export const SPALTEN = {
  einmalig: 'einmalig', laufend: 'laufend', schulung: 'Schulung', haushalt: 'Haushaltsansatz', foerderung: 'Förderung',
  vzae_ist: 'VZÄ Ist', vzae_soll: 'VZÄ Soll', vzae_dezentral: 'dezentrale Mitwirkung VZÄ',
} as const
export type Spalte = keyof typeof SPALTEN

/** A figure of the Rahmenfinanzplan as a paper gave it: an amount in cents or full-time equivalents, never both. */
export interface Finanzplanzeile {
  readonly id: string; readonly strategieId: string; readonly kennung: string; readonly objektId: string | null; readonly bezeichnung: string
  readonly spalte: Spalte; readonly stand: 'plan' | 'veranschlagt'; readonly jahrVon: number | null; readonly jahrBis: number | null
  /** `einzeln` once in that span, `jaehrlich` this much every year, `kumuliert` all years together. */
  readonly bezug: 'einzeln' | 'jaehrlich' | 'kumuliert'
  readonly betragCent: Cents | null
  /** Hundredths of a full-time equivalent: 23,08 is 2308. */
  readonly vzaeHundertstel: number | null
  /** A product number is text: '01.10.01'. */
  readonly produkt: string | null
  readonly quelle: string | null
}

type Wert = Pick<Finanzplanzeile, 'spalte' | 'stand' | 'betragCent' | 'vzaeHundertstel'>

export interface Summen { readonly einmaligCent: Cents; readonly laufendCent: Cents; readonly zusatzEinmaligCent: Cents; readonly zusatzLaufendCent: Cents; readonly vzaeDifferenzHundertstel: number | null }

/** H3-05: sum of the plan, and what is still to be found = sum − already in the budget. VZÄ: Soll − Ist where both are known. */
export function summiere(zeilen: readonly Wert[]): Summen {
  const cent = (spalte: Spalte, stand: Wert['stand']) => zeilen.reduce((summe, zeile) => (zeile.spalte === spalte && zeile.stand === stand ? summe + (zeile.betragCent ?? 0n) : summe), 0n)
  const vzae = (spalte: Spalte) => { const alle = zeilen.filter((zeile) => zeile.spalte === spalte && zeile.vzaeHundertstel !== null); return alle.length > 0 ? alle.reduce((summe, zeile) => summe + (zeile.vzaeHundertstel ?? 0), 0) : null }
  const [einmaligCent, laufendCent, ist, soll] = [cent('einmalig', 'plan'), cent('laufend', 'plan'), vzae('vzae_ist'), vzae('vzae_soll')]
  return {
    einmaligCent, laufendCent, zusatzEinmaligCent: einmaligCent - cent('einmalig', 'veranschlagt'), zusatzLaufendCent: laufendCent - cent('laufend', 'veranschlagt'),
    vzaeDifferenzHundertstel: ist === null || soll === null ? null : soll - ist,
  }
}
