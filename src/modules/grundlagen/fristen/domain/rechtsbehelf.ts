import { formatDate, type Land } from '../../../../platform/time/index.js'
import { berechneFrist, type Dauer, type Fristberechnung } from './frist.js'

/**
 * The remedies against a decision (X3-01). In NRW the Klage is the rule (Vorverfahren abolished, § 110 JustG NRW), the
 * Widerspruch the exception, e.g. for Kommunalabgaben, Realsteuern, Wohngeld, UVG, SGB VIII. EINSPRUCH is the one
 * against a Bußgeldbescheid and has two weeks, not a month; EINSPRUCH_AO that of the Abgabenordnung.
 */
export type RechtsbehelfArt = 'KLAGE' | 'WIDERSPRUCH' | 'EINSPRUCH' | 'EINSPRUCH_AO'

/** Was the addressee instructed correctly? A missing and a wrong Belehrung have the same effect. */
export type BelehrungStand = 'RICHTIG' | 'FEHLT_ODER_FALSCH'

export type RechtsbehelfRegel = {
  readonly bezeichnung: string
  readonly frist: Dauer
  readonly norm: string
  /**
   * Deadline without correct Belehrung; absent where the law knows none (then Wiedereinsetzung, a decision by people).
   */
  readonly fristOhneBelehrung?: Dauer
  readonly normOhneBelehrung: string
}

export const RECHTSBEHELFE = {
  KLAGE: {
    bezeichnung: 'Klage', frist: { monate: 1 }, norm: '§ 74 VwGO',
    fristOhneBelehrung: { jahre: 1 }, normOhneBelehrung: '§ 58 Abs. 2 VwGO',
  },
  WIDERSPRUCH: {
    bezeichnung: 'Widerspruch', frist: { monate: 1 }, norm: '§ 70 Abs. 1 VwGO',
    fristOhneBelehrung: { jahre: 1 }, normOhneBelehrung: '§ 70 Abs. 2, § 58 Abs. 2 VwGO',
  },
  EINSPRUCH: {
    bezeichnung: 'Einspruch', frist: { wochen: 2 }, norm: '§ 67 Abs. 1 OWiG', normOhneBelehrung: '§ 52 OWiG, § 44 StPO',
  },
  EINSPRUCH_AO: {
    bezeichnung: 'Einspruch', frist: { monate: 1 }, norm: '§ 355 Abs. 1 AO',
    fristOhneBelehrung: { jahre: 1 }, normOhneBelehrung: '§ 356 Abs. 2 AO',
  },
} as const satisfies Record<RechtsbehelfArt, RechtsbehelfRegel>

export type Rechtsbehelfsfrist = Fristberechnung & {
  /**
   * First day on which the decision is expected to be final. Show it only as "voraussichtlich" with the reasons
   * (A8-08).
   */
  readonly bestandskraftVoraussichtlichAb: Temporal.PlainDate
}

/**
 * The deadline for the remedy from the day of Bekanntgabe. There is deliberately no way to call it without such a day
 * (X2-03).
 *
 * @param land seat of the authority or court that takes the remedy (X1-04)
 */
export function rechtsbehelfsfrist(
  art: RechtsbehelfArt, bekanntgabe: Temporal.PlainDate, belehrung: BelehrungStand, land: Land,
): Rechtsbehelfsfrist {
  const regel: RechtsbehelfRegel = RECHTSBEHELFE[art]
  const ohne = belehrung === 'FEHLT_ODER_FALSCH'
  const dauer = (ohne ? regel.fristOhneBelehrung : undefined) ?? regel.frist
  const berechnung = berechneFrist({ beginn: bekanntgabe, dauer, land, shift: true })
  const norm = ohne ? regel.normOhneBelehrung : regel.norm
  const hinweis = !ohne ? '' : regel.fristOhneBelehrung
    ? ' Weil die Belehrung fehlt oder falsch ist, gilt die lange Frist.'
    : ' Die Belehrung fehlt oder ist falsch: Die Frist bleibt, aber Wiedereinsetzung ist zu erwarten.'
  return {
    ...berechnung,
    begruendung: `${regel.bezeichnung} nach Bekanntgabe am ${formatDate(bekanntgabe)} (${norm}).${hinweis} `
      + berechnung.begruendung,
    bestandskraftVoraussichtlichAb: berechnung.ende.add({ days: 1 }),
  }
}
