import { Type } from 'typebox'
import { query } from '../../../../platform/usecases/usecase.js'
import { ansichtenFuer, type Ansicht } from '../ansichten/lesen.js'
import type { Sicht } from '../domain/sicht.js'
import { ladeLage, type Lage } from '../laden.js'
import { amSicht, Filtereingabe, Sichteingabe } from '../zugriff.js'

export interface Lageansicht extends Lage { readonly sicht: Sicht; readonly ansichten: readonly Ansicht[] }

/** A view of the programme with everything it counts. */
export const lageAnsehen = query({
  name: 'lagebild.lageAnsehen', staleness: 'seconds', allow: amSicht,
  input: Type.Object({ sicht: Sichteingabe, filter: Filtereingabe }, { additionalProperties: false }),
  async run(ctx, { sicht, filter }): Promise<Lageansicht> {
    const [lage, ansichten] = await Promise.all([ladeLage(ctx, sicht, filter), ansichtenFuer(ctx.tx, ctx.actor)])
    return { ...lage, sicht, ansichten }
  },
})
