import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { planung } from '../db/tables.js'
import { gegliedert } from '../domain/aenderung.js'
import type { Planeintrag } from '../domain/felder.js'
import type { Abhaengigkeit, Planfehler, Termin } from '../domain/plan.js'
import { terminieren } from '../domain/terminieren.js'
import { kalenderDerStadt, ladePlan, ladeStand, letzteBasis, letzterWiderruf, zugriffAufPlan, type Basiswiderruf, type Planangaben } from '../plan.js'

export interface Planzeile { readonly eintrag: Planeintrag; readonly tiefe: number; readonly termin: Termin; readonly basis: { readonly beginn: Temporal.PlainDate; readonly ende: Temporal.PlainDate | null } | null; readonly verantwortlich: string | null }

export interface Planansicht {
  readonly plan: Planangaben
  readonly zeilen: readonly Planzeile[]
  readonly abhaengigkeiten: readonly Abhaengigkeit[]
  readonly ende: Temporal.PlainDate | null
  /** Only when a plan that was stored cannot be computed any more. */
  readonly fehler: readonly Planfehler[]
  readonly basis: { readonly nummer: number; readonly genehmigtAm: Temporal.Instant; readonly grund: string } | null
  /** The newest approval was taken back, and no later one counts: why, and since when. */
  readonly widerruf: Basiswiderruf | null
  readonly offeneAntraege: number
  readonly darf: { readonly bearbeiten: boolean; readonly genehmigen: boolean }
}

/** A plan with all its computed dates, in the order of its outline. */
export const planAnsehen = query({
  name: 'planung.planAnsehen', input: Type.Object({ planId: Id }, { additionalProperties: false }),
  allow: can('planung.lesen').on(zugriffAufPlan),
  async run({ tx, actor }, { planId }): Promise<Planansicht> {
    const plan = await ladePlan(tx, planId)
    const stand = await ladeStand(tx, plan)
    const berechnet = terminieren(stand, await kalenderDerStadt(tx))
    const basis = await letzteBasis(tx, planId)
    const personen = await kontenById(tx, stand.eintraege.flatMap(({ verantwortlichId }) => (verantwortlichId ? [verantwortlichId] : [])))
    const antraege = await planung(tx).selectFrom('planung.aenderungsantrag').select(({ fn }) => fn.countAll<bigint>().as('n')).where('plan_id', '=', planId).where('status', '=', 'offen').executeTakeFirstOrThrow()
    const termine = new Map((berechnet.ok ? berechnet.plan.termine : []).map((termin) => [termin.id, termin]))
    const zugriff = { einheitId: plan.einheitId }
    return {
      plan, abhaengigkeiten: stand.abhaengigkeiten, ende: berechnet.ok ? berechnet.plan.ende : null, fehler: berechnet.ok ? [] : berechnet.fehler,
      zeilen: gegliedert(stand.eintraege).flatMap(({ eintrag, tiefe }) => {
        const termin = termine.get(eintrag.id)
        return termin ? [{ eintrag, tiefe, termin, basis: basis?.werte.get(eintrag.id) ?? null, verantwortlich: eintrag.verantwortlichId ? personen.get(eintrag.verantwortlichId)?.name ?? null : null }] : []
      }),
      basis: basis ? { nummer: basis.nummer, genehmigtAm: basis.genehmigtAm, grund: basis.grund } : null,
      widerruf: await letzterWiderruf(tx, planId, basis?.nummer), offeneAntraege: Number(antraege.n),
      darf: { bearbeiten: holds(actor, 'planung.bearbeiten', zugriff), genehmigen: holds(actor, 'planung.genehmigen', zugriff) },
    }
  },
})
