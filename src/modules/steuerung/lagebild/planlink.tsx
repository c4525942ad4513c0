import type { VNode } from 'preact'
import type { Actor } from '../../../platform/usecases/actor.js'
import { darfPlan, type Lage } from './laden.js'

/** The plan behind a decision or a risk; a link only for those whom the plan lets in. */
export function Planlink({ lage, actor, planId, nummer, seite }: {
  lage: Lage; actor: Actor; planId: string; nummer: number; seite: 'entscheidungen' | 'risiken'
}): VNode {
  const plan = lage.plaene.find(({ id }) => id === planId)
  if (!plan) return <>–</>
  const text = `${plan.titel}, Nr. ${nummer}`
  return darfPlan(actor, plan) ? <a href={`/arbeitsplatz/planung/${planId}/${seite}`}>{text}</a> : <>{text}</>
}
