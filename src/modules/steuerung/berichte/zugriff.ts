import { Forbidden, NotFound } from '../../../platform/errors.js'
import { holds } from '../../../platform/usecases/actor.js'
import type { Allow } from '../../../platform/usecases/allow.js'
import { zugriffAufPflicht } from './lesen.js'

/** Writing is asked for in the unit of the Vorhaben; the reports as a whole may be read by whoever may read them: no for them is 403, for others 404. */
export const amBericht: Allow<{ zeitraumId: string; objektId: string }> = {
  satz: 'Recht „berichte.schreiben“ in der zuständigen Einheit', rechte: ['berichte.schreiben'], arten: ['personal', 'dienst'],
  async check(actor, tx, input) {
    const objekt = await zugriffAufPflicht(input, tx)
    if (!objekt) throw new NotFound()
    if (actor.art === 'system' || holds(actor, 'berichte.schreiben', objekt)) return
    if (holds(actor, 'berichte.lesen')) throw new Forbidden()
    throw new NotFound()
  },
}
