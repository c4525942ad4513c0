import { Invalid } from '../../../../platform/errors.js'
import type { Tx } from '../../../../platform/database/database.js'
import { planung } from '../db/tables.js'
import { wende, type Aenderung, type Planstand } from '../domain/aenderung.js'
import { alsFelder, FELDER, FELDNAMEN, type Feld, type Felder } from '../domain/felder.js'
import type { Arbeitskalender } from '../domain/kalender.js'
import { mischen } from '../domain/mischen.js'
import type { Terminplan } from '../domain/plan.js'
import { terminieren } from '../domain/terminieren.js'
import { ueberschreitungen, wirkung, type Ueberschreitung, type Wirkung } from '../domain/wirkung.js'
import { ladeStand, letzteBasis, type Planangaben } from '../plan.js'

/** What a change would do. Nothing is written here; page, command and change request all look at the same computation. */
export interface Folgen {
  readonly vorher: { readonly stand: Planstand; readonly plan: Terminplan }
  readonly nachher: { readonly stand: Planstand; readonly plan: Terminplan }
  readonly wirkung: Wirkung
  /** Milestones beyond the threshold: not empty means that the change has to be approved. */
  readonly ueberschreitungen: readonly Ueberschreitung[]
}

/** A conflict on one field of one entry. */
export interface Feldkonflikt { readonly id: string; readonly feld: Feld; readonly titel: string; readonly eigener: string; readonly anderer: string }

/**
 * Merges changes that were made on an older version of an entry with what others saved meanwhile. Different fields merge; the same
 * field changed to different values is a conflict.
 */
export async function fuehreZusammen(tx: Tx, stand: Planstand, aenderungen: readonly Aenderung[], versionen: Readonly<Record<string, number>>): Promise<{ aenderungen: readonly Aenderung[]; konflikte: readonly Feldkonflikt[]; uebernommen: readonly Feld[] }> {
  const konflikte: Feldkonflikt[] = []
  const uebernommen: Feld[] = []
  const gemischt: Aenderung[] = []
  for (const aenderung of aenderungen) {
    const eintrag = stand.eintraege.find(({ id }) => 'id' in aenderung && id === aenderung.id)
    const gesehen = 'id' in aenderung ? versionen[aenderung.id] : undefined
    if (aenderung.art !== 'eintrag' || !eintrag || gesehen === undefined || gesehen >= eintrag.version) { gemischt.push(aenderung); continue }
    const jetzt = alsFelder(eintrag)
    const damals = await felderDamals(tx, eintrag.id, gesehen, jetzt)
    const ergebnis = mischen(FELDNAMEN, damals, { ...damals, ...aenderung.felder }, jetzt)
    for (const { feld, eigener, anderer } of ergebnis.konflikte) konflikte.push({ id: eintrag.id, feld, titel: FELDER[feld], eigener, anderer })
    uebernommen.push(...ergebnis.uebernommen)
    gemischt.push({ ...aenderung, felder: ergebnis.werte })
  }
  return { aenderungen: gemischt, konflikte, uebernommen }
}

/** The fields as somebody saw them at an older version: the oldest later change tells what was there before it. */
async function felderDamals(tx: Tx, eintragId: string, version: number, jetzt: Felder): Promise<Felder> {
  const spaeter = await planung(tx).selectFrom('planung.aenderung').select(['feld', 'alt']).where('eintrag_id', '=', eintragId).where('version', '>', version).orderBy('version', 'desc').orderBy('id', 'desc').execute()
  return { ...jetzt, ...Object.fromEntries(spaeter.map(({ feld, alt }) => [feld, alt])) }
}

/** Where in a form a reason belongs; '' to the form as a whole. */
const FELD_ZU = { kreis: 'abhaengigkeit', abhaengigkeit: 'abhaengigkeit', verweis: 'oberId', dauer: 'dauer', reihenfolge: '', kalender: '' } as const

/**
 * Computes the plan before and after.
 * @throws Invalid with every wrong field, or with the circle or other reason for which the plan cannot be computed
 */
export async function folgen(tx: Tx, kalender: Arbeitskalender, plan: Planangaben, aenderungen: readonly Aenderung[], stand?: Planstand): Promise<Folgen> {
  const vorher = stand ?? await ladeStand(tx, plan)
  const { stand: nachher, maengel } = wende(vorher, aenderungen)
  if (maengel.length > 0) throw new Invalid(maengel.map(({ feld, text }) => ({ feld, text })))
  const neu = terminieren(nachher, kalender)
  if (!neu.ok) throw new Invalid(neu.fehler.slice(0, 20).map(({ text, art }) => ({ feld: FELD_ZU[art], text })))
  // A plan that is stored can be computed; one that cannot (years beyond the calendar) counts as empty so that it can be repaired.
  const alt = terminieren(vorher, kalender)
  const bisher = { stand: vorher, plan: alt.ok ? alt.plan : { termine: [], ende: null } }
  const basis = await letzteBasis(tx, plan.id)
  const danach = { stand: nachher, plan: neu.plan }
  return {
    vorher: bisher, nachher: danach,
    wirkung: wirkung(kalender, { plan: bisher.plan, eintraege: alt.ok ? vorher.eintraege : [] }, { plan: neu.plan, eintraege: nachher.eintraege }),
    ueberschreitungen: basis ? ueberschreitungen(kalender, [...basis.werte].map(([eintragId, { ende }]) => ({ eintragId, ende })), plan.schwelle, { plan: neu.plan, eintraege: nachher.eintraege }, bisher.plan) : [],
  }
}
