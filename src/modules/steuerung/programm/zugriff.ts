import { Forbidden, NotFound } from '../../../platform/errors.js'
import { holds } from '../../../platform/usecases/actor.js'
import type { Allow } from '../../../platform/usecases/allow.js'
import { zugriffAufObjekt } from './lesen.js'

/** A right at one object, asked for in its unit. The programme may be read as a whole by whoever may read it: no for them is 403, for others 404. */
export const amObjekt = (recht: string): Allow<{ id: string }> => ({
  satz: `Recht „${recht}“ in der zuständigen Einheit`, rechte: [recht], arten: ['personal', 'dienst'],
  async check(actor, tx, { id }) {
    const objekt = await zugriffAufObjekt(tx, id)
    if (!objekt) throw new NotFound()
    if (actor.art === 'system' || holds(actor, recht, objekt)) return
    if (holds(actor, 'programm.lesen')) throw new Forbidden()
    throw new NotFound()
  },
})
