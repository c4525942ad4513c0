import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { aktivesPersonal, kontenById } from '../../../grundlagen/konten/index.js'
import { planung } from '../db/tables.js'
import { terminieren } from '../domain/terminieren.js'
import { kalenderDerStadt, ladePlan, ladeStand, zugriffAufPlan, type Planangaben } from '../plan.js'

export interface Kommunikation {
  readonly id: string; readonly zielgruppe: string; readonly botschaft: string; readonly kanal: string
  /** Of its own, or of its milestone as the plan expects it now; null where the milestone has left the plan. */
  readonly termin: Temporal.PlainDate | null
  readonly meilenstein: string | null; readonly verantwortlich: string | null; readonly erledigtAm: Temporal.Instant | null
}
export interface Kommunikationsliste {
  readonly plan: Planangaben; readonly zeilen: readonly Kommunikation[]; readonly darfBearbeiten: boolean
  readonly meilensteine: readonly { readonly id: string; readonly titel: string }[]; readonly personen: readonly { readonly id: string; readonly name: string }[]
}

/** The Kommunikationskonzept of a plan, open ones first, by day. */
export const kommunikationsliste = query({
  name: 'planung.kommunikationsliste', input: Type.Object({ planId: Id }, { additionalProperties: false }), allow: can('planung.lesen').on(zugriffAufPlan),
  async run({ tx, actor }, { planId }): Promise<Kommunikationsliste> {
    const plan = await ladePlan(tx, planId)
    const stand = await ladeStand(tx, plan)
    const berechnet = terminieren(stand, await kalenderDerStadt(tx))
    const tage = new Map((berechnet.ok ? berechnet.plan.termine : []).map((termin) => [termin.id, termin.beginn]))
    const meilensteine = stand.eintraege.filter(({ art }) => art === 'meilenstein').map(({ id, titel }) => ({ id, titel }))
    const rows = await planung(tx).selectFrom('planung.kommunikation').selectAll().where('plan_id', '=', planId).limit(1000).execute()
    const konten = await kontenById(tx, rows.flatMap(({ verantwortlich_id: id }) => (id ? [id] : [])))
    const zeilen = rows.map((row): Kommunikation => ({
      id: row.id, zielgruppe: row.zielgruppe, botschaft: row.botschaft, kanal: row.kanal, termin: row.termin ?? (row.meilenstein_id ? tage.get(row.meilenstein_id) ?? null : null),
      meilenstein: meilensteine.find(({ id }) => id === row.meilenstein_id)?.titel ?? null, verantwortlich: row.verantwortlich_id ? konten.get(row.verantwortlich_id)?.name ?? null : null, erledigtAm: row.erledigt_am,
    }))
    const rang = ({ erledigtAm, termin }: Kommunikation) => `${erledigtAm ? 1 : 0}${termin?.toString() ?? '9999'}`
    return {
      plan, zeilen: zeilen.toSorted((a, b) => rang(a).localeCompare(rang(b))), meilensteine, personen: (await aktivesPersonal(tx)).map(({ id, name }) => ({ id, name })),
      darfBearbeiten: holds(actor, 'planung.bearbeiten', { einheitId: plan.einheitId }),
    }
  },
})
