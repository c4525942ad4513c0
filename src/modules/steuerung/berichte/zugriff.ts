import { Forbidden, NotFound } from '../../../platform/errors.js'
import { holds } from '../../../platform/usecases/actor.js'
import type { Allow } from '../../../platform/usecases/allow.js'
import { zugriffAufPflicht } from './lesen.js'
import { mitwirkungAm } from './vorhaben.js'

/**
 * Writing is asked for in the unit of the Vorhaben, or of somebody from another house who was let in for exactly this (H5-06); the reports as a whole may be read by whoever may read them: no for them is 403, for others 404.
 */
export const amBericht: Allow<{ zeitraumId: string; objektId: string }> = {
  satz: 'Recht „berichte.schreiben“ in der zuständigen Einheit, oder als externe Person für dieses Vorhaben eingetragen', rechte: ['berichte.schreiben'], arten: ['personal', 'dienst'],
  async check(actor, tx, input) {
    const objekt = await zugriffAufPflicht(input, tx)
    if (!objekt) throw new NotFound()
    if (actor.art === 'system' || holds(actor, 'berichte.schreiben', objekt)) return
    if (holds(actor, 'programm.mitwirken') && (await mitwirkungAm(tx, actor.id, input.objektId))?.berichtet) return
    if (holds(actor, 'berichte.lesen')) throw new Forbidden()
    throw new NotFound()
  },
}
