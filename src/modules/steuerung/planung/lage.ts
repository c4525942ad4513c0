/** What stands open in the plans of a strategy, for overviews; who may see it is asked by the room that shows it. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { planung } from './db/tables.js'
import { belastung, type Belastung } from './domain/kapazitaet.js'
import { punkte, stufe, type Risikostatus, type Risikostufe } from './domain/risiko.js'

export interface Planbezug { readonly id: string; readonly titel: string; readonly einheitId: string | null; readonly strategieId: string | null }

/** The plan of the strategy and those that belong to no strategy at all. */
export async function plaeneZurStrategie(tx: Tx, strategieId: string): Promise<Planbezug[]> {
  const rows = await planung(tx).selectFrom('planung.plan').select(['id', 'titel', 'einheit_id', 'strategie_id'])
    .where((where) => where.or([where('strategie_id', '=', strategieId), where('strategie_id', 'is', null)])).orderBy('titel').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, titel: row.titel, einheitId: row.einheit_id, strategieId: row.strategie_id }))
}

export interface OffenesRisiko {
  readonly id: string; readonly planId: string; readonly nummer: number; readonly beschreibung: string; readonly massnahme: string
  readonly punkte: number; readonly stufe: Risikostufe; readonly status: Risikostatus; readonly eignerId: string | null
  readonly faellig: Temporal.PlainDate | null; readonly pruefungAm: Temporal.PlainDate | null
}

/** Risks that are not closed, the gravest first. */
export async function offeneRisiken(tx: Tx, planIds: readonly string[]): Promise<OffenesRisiko[]> {
  if (planIds.length === 0) return []
  const rows = await planung(tx).selectFrom('planung.risiko').select([
    'id', 'plan_id', 'nummer', 'beschreibung', 'massnahme', 'wahrscheinlichkeit', 'auswirkung', 'status', 'eigner_id', 'faellig', 'pruefung_am',
  ]).where('plan_id', 'in', [...planIds]).where('status', '<>', 'geschlossen').execute()
  return rows.map((row): OffenesRisiko => ({
    id: row.id, planId: row.plan_id, nummer: row.nummer, beschreibung: row.beschreibung, massnahme: row.massnahme,
    punkte: punkte(row.wahrscheinlichkeit, row.auswirkung), stufe: stufe(row.wahrscheinlichkeit, row.auswirkung), status: row.status,
    eignerId: row.eigner_id, faellig: row.faellig, pruefungAm: row.pruefung_am,
  })).sort((a, b) => b.punkte - a.punkte || a.nummer - b.nummer)
}

export interface OffeneEntscheidung {
  readonly id: string; readonly planId: string; readonly nummer: number; readonly sachverhalt: string; readonly empfehlung: string
  readonly gremium: string; readonly benoetigtBis: Temporal.PlainDate | null; readonly herkunft: string
}

/** Decisions nobody has taken yet, the most urgent first; those without a date at the end. */
export async function entscheidungenInPlaenen(tx: Tx, planIds: readonly string[]): Promise<OffeneEntscheidung[]> {
  if (planIds.length === 0) return []
  const rows = await planung(tx).selectFrom('planung.entscheidung')
    .select(['id', 'plan_id', 'nummer', 'sachverhalt', 'empfehlung', 'gremium', 'benoetigt_bis', 'herkunft'])
    .where('plan_id', 'in', [...planIds]).where('status', '=', 'offen')
    .orderBy('benoetigt_bis', (order) => order.asc().nullsLast()).orderBy('nummer').execute()
  return rows.map((row) => ({
    id: row.id, planId: row.plan_id, nummer: row.nummer, sachverhalt: row.sachverhalt, empfehlung: row.empfehlung, gremium: row.gremium,
    benoetigtBis: row.benoetigt_bis, herkunft: row.herkunft,
  }))
}

/** The load of a person over all plans; `grenze` is what was agreed, never more than 100. */
export interface Auslastung { readonly kontoId: string; readonly grenze: number; readonly schritte: readonly Belastung[] }

/** The people who work on these plans between two days, each with the load of all plans (H5-05). Personal data: say so where it is shown. */
export async function auslastungen(tx: Tx, planIds: readonly string[], von: Temporal.PlainDate, bis: Temporal.PlainDate): Promise<Auslastung[]> {
  if (planIds.length === 0) return []
  const { rows } = await sql<{ konto_id: string; anteil: number; von: Temporal.PlainDate; bis: Temporal.PlainDate; grenze: number | null }>`
    select e.konto_id, e.anteil, e.von, e.bis, g.anteil as grenze from planung.einsatz e
    left join planung.obergrenze g on g.mandant_id = e.mandant_id and g.konto_id = e.konto_id
    where e.bis >= ${von} and e.von <= ${bis}
      and e.konto_id in (select h.konto_id from planung.einsatz h where h.plan_id = any(${[...planIds]}::uuid[]) and h.bis >= ${von} and h.von <= ${bis})
  `.execute(tx)
  return [...Map.groupBy(rows, ({ konto_id }) => konto_id)].map(([kontoId, eigene]) => ({
    kontoId, grenze: Math.min(100, eigene[0]?.grenze ?? 100),
    schritte: belastung(eigene.map((row) => ({ kontoId, anteil: row.anteil, von: row.von, bis: row.bis }))),
  }))
}
