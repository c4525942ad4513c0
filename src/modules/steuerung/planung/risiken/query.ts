import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { aktivesPersonal, kontenById } from '../../../grundlagen/konten/index.js'
import { planung } from '../db/tables.js'
import { punkte, type Risikostatus } from '../domain/risiko.js'
import { ladePlan, zugriffAufPlan, type Planangaben } from '../plan.js'

export interface Risiko {
  readonly id: string; readonly nummer: number; readonly beschreibung: string; readonly ursache: string; readonly auswirkungText: string; readonly wahrscheinlichkeit: number; readonly auswirkung: number
  readonly massnahme: string; readonly rest: { readonly wahrscheinlichkeit: number; readonly auswirkung: number } | null; readonly eignerId: string | null; readonly eigner: string | null
  readonly faellig: Temporal.PlainDate | null; readonly pruefungAm: Temporal.PlainDate | null; readonly status: Risikostatus; readonly eingetretenAm: Temporal.PlainDate | null; readonly problem: string; readonly version: number
}

export interface Risikoansicht { readonly plan: Planangaben; readonly risiken: readonly Risiko[]; readonly personen: readonly { readonly id: string; readonly name: string }[]; readonly darfBearbeiten: boolean }

/** The risks of a plan, the gravest first; closed ones at the end. */
export const risikoliste = query({
  name: 'planung.risikoliste', input: Type.Object({ planId: Id }, { additionalProperties: false }), allow: can('planung.lesen').on(zugriffAufPlan),
  async run({ tx, actor }, { planId }): Promise<Risikoansicht> {
    const plan = await ladePlan(tx, planId)
    const rows = await planung(tx).selectFrom('planung.risiko').selectAll().where('plan_id', '=', planId).limit(1000).execute()
    const personen = await kontenById(tx, rows.flatMap(({ eigner_id }) => (eigner_id ? [eigner_id] : [])))
    const risiken = rows.map((row): Risiko => ({
      id: row.id, nummer: row.nummer, beschreibung: row.beschreibung, ursache: row.ursache, auswirkungText: row.auswirkung_text, wahrscheinlichkeit: row.wahrscheinlichkeit, auswirkung: row.auswirkung, massnahme: row.massnahme,
      rest: row.rest_wahrscheinlichkeit && row.rest_auswirkung ? { wahrscheinlichkeit: row.rest_wahrscheinlichkeit, auswirkung: row.rest_auswirkung } : null,
      eignerId: row.eigner_id, eigner: row.eigner_id ? personen.get(row.eigner_id)?.name ?? null : null, faellig: row.faellig, pruefungAm: row.pruefung_am, status: row.status, eingetretenAm: row.eingetreten_am, problem: row.problem, version: row.version,
    }))
    const rang = ({ status, wahrscheinlichkeit, auswirkung }: Risiko) => (status === 'geschlossen' ? -100 : 0) + punkte(wahrscheinlichkeit, auswirkung)
    return {
      plan, risiken: risiken.sort((a, b) => rang(b) - rang(a) || a.nummer - b.nummer), personen: (await aktivesPersonal(tx)).map(({ id, name }) => ({ id, name })), darfBearbeiten: holds(actor, 'planung.bearbeiten', { einheitId: plan.einheitId }),
    }
  },
})
