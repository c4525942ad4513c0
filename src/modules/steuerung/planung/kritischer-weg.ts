import type { Tx } from '../../../platform/database/database.js'
import { terminieren } from './domain/terminieren.js'
import { kalenderDerStadt, ladeStand, planZuStrategie } from './plan.js'

/**
 * The Vorhaben of a strategy that lie on the critical path of its plan, by themselves or with a milestone below them: if one of these
 * slips, the end of the plan or a deadline slips. Empty where there is no plan, or none that can be computed.
 */
export async function kritischeVorhaben(tx: Tx, mandantId: string, strategieId: string): Promise<ReadonlySet<string>> {
  const plan = await planZuStrategie(tx, strategieId)
  if (!plan) return new Set()
  const stand = await ladeStand(tx, plan)
  const berechnet = terminieren(stand, await kalenderDerStadt(tx))
  if (!berechnet.ok) return new Set()
  const byId = new Map(stand.eintraege.map((eintrag) => [eintrag.id, eintrag]))
  const kritisch = new Set<string>()
  stand.eintraege.forEach((eintrag, i) => {
    if (!berechnet.plan.termine[i]?.kritisch || eintrag.istEnde || eintrag.art === 'sammel') return
    if (eintrag.objektId) kritisch.add(eintrag.objektId)
    const ober = eintrag.art === 'meilenstein' && eintrag.oberId ? byId.get(eintrag.oberId) : undefined
    if (ober?.objektId) kritisch.add(ober.objektId)
  })
  return kritisch
}
