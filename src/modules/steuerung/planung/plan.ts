import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import { landDerStadt } from '../../../platform/tenancy/land.js'
import { unitsWith, type Actor, type Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import { planung, type PlanungTables } from './db/tables.js'
import type { Planstand } from './domain/aenderung.js'
import type { Planeintrag } from './domain/felder.js'
import { arbeitskalender, type Arbeitskalender } from './domain/kalender.js'
import type { Dauer } from './domain/plan.js'

export interface Planangaben {
  readonly id: string
  readonly titel: string
  readonly strategieId: string | null
  readonly einheitId: string | null
  readonly beginn: Temporal.PlainDate
  /** Working days by which a milestone may slip behind the baseline without approval. */
  readonly schwelle: number
  readonly version: number
}

const alsPlan = (row: Selectable<PlanungTables['planung.plan']>): Planangaben =>
  ({ id: row.id, titel: row.titel, strategieId: row.strategie_id, einheitId: row.einheit_id, beginn: row.beginn, schwelle: row.schwelle, version: row.version })

export async function findPlan(tx: Tx, id: string): Promise<Planangaben | undefined> {
  if (!isUuid(id)) return undefined
  const row = await planung(tx).selectFrom('planung.plan').selectAll().where('id', '=', id).executeTakeFirst()
  return row && alsPlan(row)
}

/** @throws NotFound */
export async function ladePlan(tx: Tx, id: string): Promise<Planangaben> {
  const plan = await findPlan(tx, id)
  if (!plan) throw new NotFound()
  return plan
}

/** Locks the plan: two changes of one plan come one after the other, so no circle can arise from two harmless halves. @throws NotFound */
export async function sperrePlan(tx: Tx, id: string): Promise<Planangaben> {
  const row = await planung(tx).selectFrom('planung.plan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return alsPlan(row)
}

/** The plans of the units in which the actor may read plans, and those of no unit. */
export async function plaeneFuer(tx: Tx, actor: Actor): Promise<Planangaben[]> {
  const einheiten = unitsWith(actor, 'planung.lesen')
  let frage = planung(tx).selectFrom('planung.plan').selectAll().orderBy('titel').orderBy('id').limit(500)
  if (einheiten !== 'alle') frage = frage.where((where) => where.or([where('einheit_id', 'is', null), ...(einheiten.length > 0 ? [where('einheit_id', 'in', [...einheiten])] : [])]))
  return (await frage.execute()).map(alsPlan)
}

/** The plan that spreads out a strategy of the room programm, if there is one. */
export async function planZuStrategie(tx: Tx, strategieId: string): Promise<Planangaben | undefined> {
  const row = await planung(tx).selectFrom('planung.plan').selectAll().where('strategie_id', '=', strategieId).executeTakeFirst()
  return row && alsPlan(row)
}

/** Where a plan belongs, for `can(…).on(…)`. */
export async function zugriffAufPlan({ planId }: { readonly planId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> {
  const plan = await findPlan(tx, planId)
  return plan && { einheitId: plan.einheitId }
}

/** Entries and dependencies as they are now. */
export async function ladeStand(tx: Tx, plan: Planangaben): Promise<Planstand> {
  const eintraege = await planung(tx).selectFrom('planung.eintrag').selectAll().where('plan_id', '=', plan.id).where('entfernt_am', 'is', null).orderBy('rang').orderBy('id').execute()
  const kanten = await planung(tx).selectFrom('planung.abhaengigkeit').select(['von_id', 'nach_id', 'art', 'abstand']).where('plan_id', '=', plan.id).orderBy('nach_id').orderBy('von_id').orderBy('art').execute()
  return { beginn: plan.beginn, eintraege: eintraege.map(alsEintrag), abhaengigkeiten: kanten.map((row) => ({ vonId: row.von_id, nachId: row.nach_id, art: row.art, abstand: row.abstand })) }
}

function dauerVon(row: { dauer_tage: number | null; dauer_monate: number | null }): Dauer {
  if (row.dauer_monate !== null) return { monate: row.dauer_monate }
  return row.dauer_tage === null ? null : { tage: row.dauer_tage }
}

const alsEintrag = (row: Selectable<PlanungTables['planung.eintrag']>): Planeintrag => ({
  id: row.id, nummer: row.nummer, art: row.art, oberId: row.ober_id, objektId: row.objekt_id, titel: row.titel, phase: row.phase, dauer: dauerVon(row), fortlaufend: row.fortlaufend,
  fest: row.fest, nichtVor: row.nicht_vor, frist: row.frist, istBeginn: row.ist_beginn, istEnde: row.ist_ende, fortschritt: row.fortschritt, verantwortlichId: row.verantwortlich_id,
  notiz: row.notiz, rang: row.rang, version: row.version,
})

/** The working days of the town of this transaction. */
export async function kalenderDerStadt(tx: Tx): Promise<Arbeitskalender> {
  return arbeitskalender(await landDerStadt(tx))
}

/** The approved baseline that counts: the newest whose approval was not taken back. */
export async function letzteBasis(tx: Tx, planId: string): Promise<{ id: string; nummer: number; grund: string; genehmigtVon: string; genehmigtAm: Temporal.Instant; werte: ReadonlyMap<string, { beginn: Temporal.PlainDate; ende: Temporal.PlainDate | null }> } | undefined> {
  const row = await planung(tx).selectFrom('planung.basis').selectAll().where('plan_id', '=', planId)
    .where('id', 'not in', planung(tx).selectFrom('planung.basiswiderruf').select('basis_id')).orderBy('nummer', 'desc').limit(1).executeTakeFirst()
  if (!row) return undefined
  const werte = await planung(tx).selectFrom('planung.basiswert').select(['eintrag_id', 'beginn', 'ende']).where('basis_id', '=', row.id).execute()
  return { id: row.id, nummer: row.nummer, grund: row.grund, genehmigtVon: row.genehmigt_von, genehmigtAm: row.genehmigt_am, werte: new Map(werte.map((wert) => [wert.eintrag_id, { beginn: wert.beginn, ende: wert.ende }])) }
}

export interface Basiswiderruf { readonly nummer: number; readonly grund: string; readonly am: Temporal.Instant }

/** The newest approval that was taken back, unless one that counts (`geltend`) came after it. */
export async function letzterWiderruf(tx: Tx, planId: string, geltend = 0): Promise<Basiswiderruf | null> {
  return await planung(tx).selectFrom('planung.basis as b')
    .innerJoin('planung.basiswiderruf as w', (join) => join.onRef('w.basis_id', '=', 'b.id').onRef('w.mandant_id', '=', 'b.mandant_id'))
    .select(['b.nummer', 'w.grund', 'w.zurueckgezogen_am as am']).where('b.plan_id', '=', planId).where('b.nummer', '>', geltend)
    .orderBy('b.nummer', 'desc').limit(1).executeTakeFirst() ?? null
}
