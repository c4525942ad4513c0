/** One class of external costs: more than `ueberCent`, at most `bisCent` (H3-01). */
export interface Kostenklasse { readonly nummer: number; readonly ueberCent: bigint; readonly bisCent: bigint }

/** No external costs at all; what is above the highest class needs a budget of its own. */
export type Einstufung = { readonly art: 'keine' } | { readonly art: 'klasse'; readonly nummer: number } | { readonly art: 'ausserhalb' }

/** The class of an amount. Exactly 100.000,00 lies in the class that ends there, one cent more in the next. Negative amounts: RangeError. */
export function einstufen(cent: bigint, klassen: readonly Kostenklasse[]): Einstufung {
  if (cent < 0n) throw new RangeError('einstufen: a negative amount has no class')
  if (cent === 0n) return { art: 'keine' }
  const klasse = klassen.find(({ ueberCent, bisCent }) => cent > ueberCent && cent <= bisCent)
  return klasse ? { art: 'klasse', nummer: klasse.nummer } : { art: 'ausserhalb' }
}

/** `ausschliesslich`: the source says „über“, so a shared bound is no doubt about where it belongs. */
export interface Klassenangabe { readonly nummer: number; readonly vonCent: bigint; readonly bisCent: bigint; readonly ausschliesslich?: boolean }
export interface Klassenbefund { readonly nummer: number; readonly text: string }

/**
 * Reads classes as papers give them: „bis 100.000“, „100.000 bis 200.000“. A bound named twice belongs to the lower class, which is
 * said; real overlaps and gaps are said too, and an overlap starts where the class before ends.
 */
export function ordneKlassen(angaben: readonly Klassenangabe[], euro: (cent: bigint) => string): { klassen: Kostenklasse[]; befunde: Klassenbefund[] } {
  const befunde: Klassenbefund[] = []
  const klassen: Kostenklasse[] = []
  for (const { nummer, vonCent, bisCent, ausschliesslich } of angaben.toSorted((a, b) => (a.vonCent < b.vonCent ? -1 : a.vonCent > b.vonCent ? 1 : a.nummer - b.nummer))) {
    const vorige = klassen.at(-1)
    let ueberCent = vonCent
    if (vorige && vonCent === vorige.bisCent && !ausschliesslich) befunde.push({ nummer, text: `Genau ${euro(vonCent)} steht in Klasse ${vorige.nummer} und in Klasse ${nummer}. Der Betrag zählt zu Klasse ${vorige.nummer}.` })
    else if (vorige && vonCent < vorige.bisCent) {
      befunde.push({ nummer, text: `Klasse ${nummer} überschneidet sich mit Klasse ${vorige.nummer} zwischen ${euro(vonCent)} und ${euro(vorige.bisCent)}. Sie beginnt jetzt über ${euro(vorige.bisCent)}.` })
      ueberCent = vorige.bisCent
    } else if (vorige && vonCent > vorige.bisCent) befunde.push({ nummer, text: `Zwischen Klasse ${vorige.nummer} und Klasse ${nummer} fehlt der Bereich von ${euro(vorige.bisCent)} bis ${euro(vonCent)}.` })
    if (bisCent <= ueberCent) befunde.push({ nummer, text: `Klasse ${nummer} hat keinen eigenen Bereich und fehlt deshalb.` })
    else klassen.push({ nummer, ueberCent, bisCent })
  }
  return { klassen, befunde }
}
