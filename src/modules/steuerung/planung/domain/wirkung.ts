import { arbeitstageZwischen, type Arbeitskalender } from './kalender.js'
import type { Eintrag, Termin, Terminplan } from './plan.js'

/** What a change does to one entry. `tage` is the shift of its end (or begin, without an end) in working days, positive is later. */
export interface Auswirkung {
  readonly id: string
  readonly titel: string
  readonly art: Eintrag['art'] | 'neu' | 'entfernt'
  readonly vorher: Termin | null
  readonly nachher: Termin | null
  readonly tage: number
  readonly wirdKritisch: boolean
  readonly verletztFrist: boolean
}

export interface Wirkung {
  readonly eintraege: readonly Auswirkung[]
  readonly planende: { readonly vorher: Temporal.PlainDate | null; readonly nachher: Temporal.PlainDate | null; readonly tage: number }
}

/** Working days from one date to the other; negative when it came earlier. */
export function verschiebung(k: Arbeitskalender, vorher: Temporal.PlainDate, nachher: Temporal.PlainDate): number {
  if (Temporal.PlainDate.compare(vorher, nachher) <= 0) return arbeitstageZwischen(k, vorher.add({ days: 1 }), nachher)
  return -arbeitstageZwischen(k, nachher.add({ days: 1 }), vorher)
}

const gleich = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): boolean => (a === null || b === null ? a === b : a.equals(b))

/** What differs between two schedules, in the order of the second; shown before a change is saved (H5-01). */
export function wirkung(k: Arbeitskalender, vorher: { plan: Terminplan; eintraege: readonly Eintrag[] }, nachher: { plan: Terminplan; eintraege: readonly Eintrag[] }): Wirkung {
  const alt = new Map(vorher.plan.termine.map((termin) => [termin.id, termin]))
  const eintraege: Auswirkung[] = []
  nachher.plan.termine.forEach((neu, i) => {
    const { titel, art } = nachher.eintraege[i] as Eintrag
    const vor = alt.get(neu.id) ?? null
    alt.delete(neu.id)
    if (!vor) { eintraege.push({ id: neu.id, titel, art: 'neu', vorher: null, nachher: neu, tage: 0, wirdKritisch: false, verletztFrist: neu.fristVerletzt }); return }
    const wirdKritisch = neu.kritisch && !vor.kritisch
    const verletztFrist = neu.fristVerletzt && !vor.fristVerletzt
    if (gleich(vor.beginn, neu.beginn) && gleich(vor.ende, neu.ende) && !wirdKritisch && !verletztFrist) return
    const tage = vor.ende && neu.ende ? verschiebung(k, vor.ende, neu.ende) : verschiebung(k, vor.beginn, neu.beginn)
    eintraege.push({ id: neu.id, titel, art, vorher: vor, nachher: neu, tage, wirdKritisch, verletztFrist })
  })
  for (const weg of alt.values()) {
    const titel = vorher.eintraege.find(({ id }) => id === weg.id)?.titel ?? ''
    eintraege.push({ id: weg.id, titel, art: 'entfernt', vorher: weg, nachher: null, tage: 0, wirdKritisch: false, verletztFrist: false })
  }
  const [a, b] = [vorher.plan.ende, nachher.plan.ende]
  return { eintraege, planende: { vorher: a, nachher: b, tage: a && b ? verschiebung(k, a, b) : 0 } }
}

/** An approved date of the baseline. */
export interface Basiswert { readonly eintragId: string; readonly ende: Temporal.PlainDate | null }

export interface Ueberschreitung { readonly id: string; readonly titel: string; readonly tage: number }

/**
 * Milestones, and the end of the plan, that lie further behind the approved baseline than the threshold (in working days) allows and
 * that this change makes later still: these need a change request (H5-03). What was late before and stays where it is asks nobody again.
 */
export function ueberschreitungen(k: Arbeitskalender, basis: readonly Basiswert[], schwelle: number, nachher: { plan: Terminplan; eintraege: readonly Eintrag[] }, vorher: Terminplan): readonly Ueberschreitung[] {
  const soll = new Map(basis.map(({ eintragId, ende }) => [eintragId, ende]))
  const bisher = new Map(vorher.termine.map(({ id, ende }) => [id, ende]))
  return nachher.plan.termine.flatMap((termin, i) => {
    const eintrag = nachher.eintraege[i] as Eintrag
    const genehmigt = soll.get(termin.id)
    const alt = bisher.get(termin.id)
    if (eintrag.art !== 'meilenstein' || !genehmigt || !termin.ende || (alt && Temporal.PlainDate.compare(termin.ende, alt) <= 0)) return []
    const tage = verschiebung(k, genehmigt, termin.ende)
    return tage > schwelle ? [{ id: termin.id, titel: eintrag.titel, tage }] : []
  })
}
