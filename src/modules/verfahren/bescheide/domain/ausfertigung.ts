import type { BescheidDaten } from '../../../../platform/pdf/index.js'
import type { RechtsbehelfArt, RegelId } from '../../../grundlagen/fristen/index.js'
import { bausteine, type Inhalt } from './inhalt.js'

/** What the final file is made from; snapshotted when the decision is issued, so that a repetition makes the same bytes. */
export interface Ausfertigung {
  readonly daten: Omit<BescheidDaten, 'absender'>
  /** Typst source of the service's template; null: the town's common one. */
  readonly typst: string | null
  readonly einheitId: string
  readonly empfaenger: { readonly name: string; readonly anschrift: readonly string[]; readonly kontoId: string | null }
  readonly kanal: 'postfach' | 'post'
  readonly regel: RegelId
  readonly rechtsbehelf: { readonly art: RechtsbehelfArt; readonly belehrungVersion: string | null }
  /** Legal day of the decision (ISO). */
  readonly datum: string
}

export interface Druckangaben {
  readonly aktenzeichen: string; readonly vorgangsnummer: string; readonly datum: string
  readonly bearbeitung: string; readonly belehrung: string; readonly verantwortlich: readonly string[]
}

/** The printed decision from a version: who decides what, why, at what cost, and what can be done against it (A8-01). */
export function druckdaten(inhalt: Inhalt, angaben: Druckangaben, entwurf: boolean): Omit<BescheidDaten, 'absender'> {
  const neben = bausteine(inhalt.nebenbestimmungen)
  const begruendung = bausteine(inhalt.begruendung)
  const kosten = bausteine(inhalt.kosten)
  return {
    empfaenger: [inhalt.versand.name, ...inhalt.versand.anschrift],
    infoblock: [
      { bezeichnung: 'Aktenzeichen', wert: angaben.aktenzeichen }, { bezeichnung: 'Vorgangsnummer', wert: angaben.vorgangsnummer },
      { bezeichnung: 'Auskunft erteilt', wert: angaben.bearbeitung }, { bezeichnung: 'Datum', wert: angaben.datum },
    ],
    betreff: inhalt.betreff, anrede: inhalt.anrede,
    tenor: [...bausteine(inhalt.tenor), ...(neben.length > 0 ? [{ art: 'ueberschrift' as const, text: 'Nebenbestimmungen' }, ...neben] : [])],
    ...(begruendung.length > 0 ? { begruendung } : {}), ...(kosten.length > 0 ? { kosten } : {}),
    rechtsbehelfsbelehrung: bausteine(angaben.belehrung || 'Dieser Bescheid wird ohne Rechtsbehelfsbelehrung erlassen.'),
    gruss: 'Mit freundlichen Grüßen\nIm Auftrag', verantwortlich: [...angaben.verantwortlich], ...(entwurf ? { entwurf: true } : {}),
  }
}
