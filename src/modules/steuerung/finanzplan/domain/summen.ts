import { divideHalfUp, type Cents } from '../../../../platform/money/index.js'
import { gesamtCent, imJahrCent } from './verteilung.js'
import { gruppeVon, istVzae, type Spalte, type Stand, type Zeile } from './zeile.js'

/** Every figure is null where no line says anything of it: missing is never zero. */
export interface Summen {
  readonly einmaligCent: Cents | null; readonly laufendCent: Cents | null; readonly schulungCent: Cents | null; readonly haushaltCent: Cents | null; readonly foerderungCent: Cents | null
  readonly veranschlagtEinmaligCent: Cents | null; readonly veranschlagtLaufendCent: Cents | null
  /** What is still to be found: plan − already in the budget (H3-05). */
  readonly zusatzEinmaligCent: Cents | null; readonly zusatzLaufendCent: Cents | null
  readonly konsumtivCent: Cents | null; readonly investivCent: Cents | null; readonly ohneMittelartCent: Cents | null
  readonly vzaeIst: number | null; readonly vzaeSoll: number | null; readonly vzaeDezentral: number | null; readonly vzaeDifferenz: number | null
}

/** Adds what is known; null where nothing is. */
export const summe = (werte: Iterable<Cents | null>): Cents | null => {
  let bisher: Cents | null = null
  for (const wert of werte) if (wert !== null) bisher = (bisher ?? 0n) + wert
  return bisher
}

export interface Ausschnitt { readonly horizont: number; readonly jahr?: number | undefined }

/** What a line counts in this view; null for full-time equivalents and for what is not known. */
export function zeilenbetrag(zeile: Zeile, { horizont, jahr }: Ausschnitt): Cents | null {
  if (istVzae(zeile)) return null
  return jahr === undefined ? gesamtCent(zeile, horizont) : imJahrCent(zeile, jahr, horizont)
}

/** Full-time equivalents are no amounts per year but a state: a line counts in each year that its span touches. */
const vzaeGilt = (zeile: Zeile, jahr: number | undefined): boolean =>
  jahr === undefined || ((zeile.jahrVon ?? jahr) <= jahr && (zeile.jahrBis ?? jahr) >= jahr)

export function summiere(zeilen: readonly Zeile[], ausschnitt: Ausschnitt): Summen {
  const cent = (treffer: (zeile: Zeile) => boolean) => summe(zeilen.filter(treffer).map((zeile) => zeilenbetrag(zeile, ausschnitt)))
  const gruppe = (name: string, stand: Stand) => cent((zeile) => zeile.stand === stand && gruppeVon(zeile) === name)
  const vzae = (spalte: Spalte) => {
    const bekannt = zeilen.filter((zeile) => zeile.spalte === spalte && zeile.vzaeHundertstel !== null && vzaeGilt(zeile, ausschnitt.jahr))
    return bekannt.length > 0 ? bekannt.reduce((bisher, zeile) => bisher + (zeile.vzaeHundertstel ?? 0), 0) : null
  }
  const bedarf = (zeile: Zeile) => zeile.stand === 'plan' && ['einmalig', 'laufend', 'schulung'].includes(gruppeVon(zeile))
  const [einmaligCent, laufendCent, veranschlagtEinmaligCent, veranschlagtLaufendCent] = [gruppe('einmalig', 'plan'), gruppe('laufend', 'plan'), gruppe('einmalig', 'veranschlagt'), gruppe('laufend', 'veranschlagt')]
  const [vzaeIst, vzaeSoll] = [vzae('vzae_ist'), vzae('vzae_soll')]
  return {
    einmaligCent, laufendCent, schulungCent: gruppe('schulung', 'plan'), haushaltCent: gruppe('haushalt', 'plan'), foerderungCent: gruppe('foerderung', 'plan'),
    veranschlagtEinmaligCent, veranschlagtLaufendCent,
    zusatzEinmaligCent: einmaligCent === null ? null : einmaligCent - (veranschlagtEinmaligCent ?? 0n), zusatzLaufendCent: laufendCent === null ? null : laufendCent - (veranschlagtLaufendCent ?? 0n),
    konsumtivCent: cent((zeile) => bedarf(zeile) && zeile.mittelart === 'konsumtiv'), investivCent: cent((zeile) => bedarf(zeile) && zeile.mittelart === 'investiv'), ohneMittelartCent: cent((zeile) => bedarf(zeile) && zeile.mittelart === null),
    vzaeIst, vzaeSoll, vzaeDezentral: vzae('vzae_dezentral'), vzaeDifferenz: vzaeIst === null || vzaeSoll === null ? null : vzaeSoll - vzaeIst,
  }
}

/**
 * What decides on the Kostenklasse of a Baustein: investments and external expenses (H3-02). Own staff is no money here, general
 * expenses, funding and budgeted amounts do not count. Null where nothing is planned.
 */
export const externeKostenCent = (zeilen: readonly Zeile[], horizont: number): Cents | null =>
  summe(zeilen.filter((zeile) => zeile.stand === 'plan' && ['einmalig', 'laufend', 'schulung'].includes(gruppeVon(zeile)) && zeile.spalte !== 'allgemein').map((zeile) => gesamtCent(zeile, horizont)))

/** Thousands of euros, half-up. Totals are rounded from their own cents, never added up from rounded figures. */
export const inTausend = (cent: Cents): bigint => divideHalfUp(cent, 100_000n)

/** By how many thousands the shown figures miss their shown total; 0 where they fit. */
export const rundungsdifferenz = (teile: readonly (Cents | null)[]): bigint =>
  inTausend(summe(teile) ?? 0n) - teile.reduce<bigint>((bisher, teil) => bisher + (teil === null ? 0n : inTausend(teil)), 0n)
