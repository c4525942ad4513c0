import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { aktivesPersonal, kontenById } from '../../../grundlagen/konten/index.js'
import { planung } from '../db/tables.js'
import { belastung, ueberlastung, type Belastung } from '../domain/kapazitaet.js'
import { ladePlan, zugriffAufPlan, type Planangaben } from '../plan.js'

export interface Personenlast {
  readonly kontoId: string; readonly name: string
  /** Left or locked: the work has to go to somebody else. */
  readonly ausgeschieden: boolean
  readonly grenze: number; readonly schritte: readonly Belastung[]; readonly zuViel: readonly Belastung[]
  /** Of this plan; the load counts those of all plans, whose names are not told. */
  readonly einsaetze: readonly { readonly id: string; readonly anteil: number; readonly von: Temporal.PlainDate; readonly bis: Temporal.PlainDate; readonly eintrag: string | null }[]
}
export interface Auslastungsansicht { readonly plan: Planangaben; readonly personen: readonly Personenlast[]; readonly verantwortlichAusgeschieden: readonly { readonly eintragId: string; readonly titel: string; readonly name: string }[]; readonly auswahl: readonly { readonly id: string; readonly name: string }[]; readonly eintraege: readonly { readonly id: string; readonly titel: string }[]; readonly darfBearbeiten: boolean }

/** The load of everybody who works on a plan, over all plans (H5-05), and what is left behind by people who went. */
export const auslastungAnsehen = query({
  name: 'planung.auslastungAnsehen', input: Type.Object({ planId: Id }, { additionalProperties: false }), allow: can('planung.lesen').on(zugriffAufPlan),
  personenbezogen: ({ planId }) => `plan:${planId}`,
  async run({ tx, actor }, { planId }): Promise<Auslastungsansicht> {
    const plan = await ladePlan(tx, planId)
    const eintraege = await planung(tx).selectFrom('planung.eintrag').select(['id', 'titel', 'verantwortlich_id', 'ist_ende']).where('plan_id', '=', planId).where('entfernt_am', 'is', null).orderBy('rang').execute()
    const hier = await planung(tx).selectFrom('planung.einsatz').selectAll().where('plan_id', '=', planId).orderBy('von').execute()
    const ids = [...new Set(hier.map(({ konto_id }) => konto_id))]
    const alle = ids.length === 0 ? [] : await planung(tx).selectFrom('planung.einsatz').select(['konto_id', 'anteil', 'von', 'bis']).where('konto_id', 'in', ids).execute()
    const grenzen = new Map(ids.length === 0 ? [] : (await planung(tx).selectFrom('planung.obergrenze').select(['konto_id', 'anteil']).where('konto_id', 'in', ids).execute()).map((row) => [row.konto_id, row.anteil]))
    const konten = await kontenById(tx, [...ids, ...eintraege.flatMap((e) => (e.verantwortlich_id ? [e.verantwortlich_id] : []))])
    const titel = new Map(eintraege.map((e) => [e.id, e.titel]))
    const weg = (id: string) => konten.get(id)?.status !== 'aktiv'
    return {
      plan, darfBearbeiten: holds(actor, 'planung.bearbeiten', { einheitId: plan.einheitId }), auswahl: (await aktivesPersonal(tx)).map(({ id, name }) => ({ id, name })), eintraege: eintraege.map((e) => ({ id: e.id, titel: e.titel })),
      verantwortlichAusgeschieden: eintraege.flatMap((e) => (e.verantwortlich_id && !e.ist_ende && weg(e.verantwortlich_id) ? [{ eintragId: e.id, titel: e.titel, name: konten.get(e.verantwortlich_id)?.name ?? 'Unbekannt' }] : [])),
      personen: ids.map((kontoId) => {
        const schritte = belastung(alle.filter((e) => e.konto_id === kontoId).map((e) => ({ kontoId, anteil: e.anteil, von: e.von, bis: e.bis })))
        const grenze = grenzen.get(kontoId) ?? 100
        return {
          kontoId, name: konten.get(kontoId)?.name ?? 'Unbekannt', ausgeschieden: weg(kontoId), grenze, schritte, zuViel: ueberlastung(schritte, grenze),
          einsaetze: hier.filter((e) => e.konto_id === kontoId).map((e) => ({ id: e.id, anteil: e.anteil, von: e.von, bis: e.bis, eintrag: e.eintrag_id ? titel.get(e.eintrag_id) ?? null : null })),
        }
      }),
    }
  },
})
