import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { planung, type Antragsstatus, type Antragswirkung } from '../db/tables.js'
import { zugriffAufPlan } from '../plan.js'

export interface Genehmigungen {
  readonly basen: readonly { readonly nummer: number; readonly grund: string; readonly wer: string; readonly am: Temporal.Instant; readonly widerruf: { readonly grund: string; readonly wer: string; readonly am: Temporal.Instant } | null }[]
  readonly antraege: readonly {
    readonly id: string; readonly nummer: number; readonly grund: string; readonly wirkung: Antragswirkung; readonly status: Antragsstatus; readonly vonId: string; readonly von: string; readonly am: Temporal.Instant
    readonly entschiedenVon: string | null; readonly entscheidung: string | null
  }[]
}

const istKonto = (id: string | null): id is string => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? '')

/** Baselines and change requests of a plan, the newest first. */
export const genehmigungen = query({
  name: 'planung.genehmigungen', input: Type.Object({ planId: Id }, { additionalProperties: false }), allow: can('planung.lesen').on(zugriffAufPlan),
  async run({ tx }, { planId }): Promise<Genehmigungen> {
    const basen = await planung(tx).selectFrom('planung.basis').selectAll().where('plan_id', '=', planId).orderBy('nummer', 'desc').limit(100).execute()
    const widerrufe = basen.length === 0 ? [] : await planung(tx).selectFrom('planung.basiswiderruf').selectAll().where('basis_id', 'in', basen.map(({ id }) => id)).execute()
    const antraege = await planung(tx).selectFrom('planung.aenderungsantrag').selectAll().where('plan_id', '=', planId).orderBy('nummer', 'desc').limit(100).execute()
    const personen = await kontenById(tx, [...basen.map((b) => b.genehmigt_von), ...widerrufe.map((w) => w.zurueckgezogen_von), ...antraege.flatMap((a) => [a.gestellt_von, a.entschieden_von])].filter(istKonto))
    const name = (id: string) => personen.get(id)?.name ?? 'System'
    return {
      basen: basen.map((row) => {
        const widerruf = widerrufe.find(({ basis_id }) => basis_id === row.id)
        return { nummer: row.nummer, grund: row.grund, wer: name(row.genehmigt_von), am: row.genehmigt_am, widerruf: widerruf ? { grund: widerruf.grund, wer: name(widerruf.zurueckgezogen_von), am: widerruf.zurueckgezogen_am } : null }
      }),
      antraege: antraege.map((row) => ({
        id: row.id, nummer: row.nummer, grund: row.grund, wirkung: row.wirkung, status: row.status, vonId: row.gestellt_von, von: name(row.gestellt_von), am: row.gestellt_am,
        entschiedenVon: row.entschieden_von ? name(row.entschieden_von) : null, entscheidung: row.entscheidung,
      })),
    }
  },
})
