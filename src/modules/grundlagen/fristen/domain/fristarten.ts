import type { Dauer } from './frist.js'

export type FristArt =
  | 'RECHTSBEHELF' | 'ANHOERUNG' | 'NACHREICHUNG' | 'GENEHMIGUNGSFIKTION' | 'AUSKUNFT_DSGVO' | 'AUSKUNFT_IFG'
  | 'ZAHLUNG' | 'SKONTO' | 'WIEDERVORLAGE' | 'AUFBEWAHRUNG'

/**
 * Which day decides when the computed end is no working day. NAECHSTER for acts towards an authority; UNVERAENDERT for
 * fixed dates; VORHERIGER for Wiedervorlagen (C4-01). Defaults that a Mandant may change where the law leaves it open
 * (X1-06).
 */
export type Verschiebung = 'NAECHSTER_WERKTAG' | 'UNVERAENDERT' | 'VORHERIGER_WERKTAG'

export type FristartRegel = {
  readonly bezeichnung: string
  readonly norm?: string
  /** What starts it: shown in the form that records the deadline. */
  readonly beginn: string
  /** The length that the law gives; absent where the clerk or the contract sets it. */
  readonly dauer?: Dauer
  /** How long an extension may be, counted in addition from the same beginning; absent when the law gives none. */
  readonly verlaengerung?: { readonly dauer?: Dauer, readonly anzahl: number, readonly hinweis: string }
  readonly verschiebung: Verschiebung
  /**
   * Deadline of the authority itself: nobody else may be told that it "shifts" in their disfavour without a decision
   * (X1-06).
   */
  readonly fuerBehoerde: boolean
}

/** The kinds of deadlines (X3-04). Lengths marked (memory) in the domain are defaults that the Rechtsamt confirms. */
export const FRISTARTEN = {
  RECHTSBEHELF: {
    bezeichnung: 'Rechtsbehelfsfrist', beginn: 'Bekanntgabe des Bescheids', verschiebung: 'NAECHSTER_WERKTAG',
    fuerBehoerde: false,
  },
  ANHOERUNG: {
    bezeichnung: 'Anhörungsfrist', norm: '§ 28 VwVfG NRW', beginn: 'Zugang des Anhörungsschreibens',
    verschiebung: 'NAECHSTER_WERKTAG', fuerBehoerde: false,
  },
  NACHREICHUNG: {
    bezeichnung: 'Nachreichfrist', beginn: 'Zugang der Nachforderung', verschiebung: 'NAECHSTER_WERKTAG',
    fuerBehoerde: false,
  },
  GENEHMIGUNGSFIKTION: {
    bezeichnung: 'Genehmigungsfiktion', norm: '§ 42a VwVfG NRW', beginn: 'Eingang der vollständigen Unterlagen',
    dauer: { monate: 3 }, verlaengerung: { anzahl: 1, hinweis: 'Einmal und mit Begründung, rechtzeitig mitzuteilen.' },
    verschiebung: 'UNVERAENDERT', fuerBehoerde: true,
  },
  AUSKUNFT_DSGVO: {
    bezeichnung: 'Auskunft über eigene Daten', norm: 'Art. 12 Abs. 3 DSGVO', beginn: 'Eingang des Antrags',
    dauer: { monate: 1 }, verlaengerung: {
      dauer: { monate: 2 }, anzahl: 1, hinweis: 'Innerhalb des ersten Monats mitzuteilen und zu begründen.',
    },
    verschiebung: 'NAECHSTER_WERKTAG', fuerBehoerde: true,
  },
  AUSKUNFT_IFG: {
    bezeichnung: 'Zugang zu Informationen', norm: '§ 5 Abs. 2 IFG NRW', beginn: 'Eingang des Antrags',
    dauer: { monate: 1 },
    verschiebung: 'NAECHSTER_WERKTAG', fuerBehoerde: true,
  },
  ZAHLUNG: {
    bezeichnung: 'Zahlungsfrist', beginn: 'Zugang der Rechnung oder Bekanntgabe des Bescheids',
    verschiebung: 'NAECHSTER_WERKTAG', fuerBehoerde: false,
  },
  SKONTO: {
    bezeichnung: 'Skontofrist', beginn: 'Zugang der Rechnung', verschiebung: 'UNVERAENDERT', fuerBehoerde: true,
  },
  WIEDERVORLAGE: {
    bezeichnung: 'Wiedervorlage', beginn: 'Verfügung', verschiebung: 'VORHERIGER_WERKTAG', fuerBehoerde: true,
  },
  AUFBEWAHRUNG: {
    bezeichnung: 'Aufbewahrungsfrist', beginn: 'Tag der z.d.A.-Verfügung', verschiebung: 'UNVERAENDERT',
    fuerBehoerde: true,
  },
} as const satisfies Record<FristArt, FristartRegel>
