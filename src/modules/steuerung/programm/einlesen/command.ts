import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { bericht, gelesen } from './bericht.js'
import { fuehreAus } from './ausfuehren.js'
import { plane } from './plan.js'

export const Planeingabe = Type.Object({ quelle: Type.String({ minLength: 1, maxLength: 100 }), text: Type.String({ maxLength: 2_000_000 }) }, { additionalProperties: false })

/** Reads a plan into this town; again it changes nothing. @throws Invalid where the file cannot be read */
export const planEinlesen = command({
  name: 'programm.planEinlesen', input: Planeingabe, allow: can('programm.verwalten')(),
  async run(ctx, { quelle, text }) {
    const plan = await plane(ctx.tx, gelesen(text, quelle))
    const stand = await fuehreAus(ctx, plan)
    if (stand.created + stand.changed === 0) ctx.unchanged()
    return bericht(plan, stand)
  },
})
