import { formatDate, type Land } from '../../../../platform/time/index.js'
import { berechneFrist, FRISTARTEN } from '../../../grundlagen/fristen/index.js'

export interface Lauf {
  /** The day on which the documents were complete; it is not counted (§ 42a(2) sentence 2 VwVfG, § 187(1) BGB). */
  readonly vollstaendigAm: Temporal.PlainDate
  readonly monate: number
  /** Months of the one extension; 0 while there is none. */
  readonly verlaengerungMonate: number
  /** Days for which the period rested and has gone on since. */
  readonly ruhetage: number
  readonly land: Land
}

/**
 * The last day on which it can be decided. The extension is counted from the same beginning; what rested is added as days at the end.
 * Whether the end shifts to a working day is the rule of the kind of deadline: it does not, because the period is the authority's own
 * (X1-06). `gesichert: false`: whether a period rests at all, and the computation in days, the Rechtsamt has to confirm.
 */
export function fiktionsende({ vollstaendigAm, monate, verlaengerungMonate, ruhetage, land }: Lauf): { ende: Temporal.PlainDate; begruendung: string; gesichert: false } {
  const { ende, begruendung } = berechneFrist({
    beginn: vollstaendigAm, dauer: { monate: monate + verlaengerungMonate }, land, shift: FRISTARTEN.GENEHMIGUNGSFIKTION.verschiebung !== 'UNVERAENDERT',
  })
  const spaeter = ende.add({ days: ruhetage })
  return {
    ende: spaeter, gesichert: false,
    begruendung: [
      `Unterlagen vollständig am ${formatDate(vollstaendigAm)}. ${begruendung}`,
      ...(verlaengerungMonate > 0 ? [`Darin sind ${verlaengerungMonate} Monate Verlängerung (§ 42a Abs. 2 Satz 3 VwVfG NRW).`] : []),
      ...(ruhetage > 0 ? [`Die Frist hat ${ruhetage} Tage geruht und endet deshalb am ${formatDate(spaeter)}.`] : []),
    ].join(' '),
  }
}

/** Whole days between the question and its answer: what is asked and answered on one day rests for none. */
export const ruhetageBis = (seit: Temporal.PlainDate, heute: Temporal.PlainDate): number => Math.max(0, seit.until(heute, { largestUnit: 'days' }).days)

/** Promised for later: an upload that was left for later is not there yet (A5-07). */
export const fehltNoch = (antworten: Readonly<Record<string, unknown>>): boolean =>
  Object.values(antworten).some((wert) => typeof wert === 'object' && wert !== null && (wert as Record<string, unknown>)['nachreichen'] === true)
