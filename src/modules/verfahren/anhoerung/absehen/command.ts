import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { amVorgang } from '../../../akte/akten/index.js'
import { anhoerungen } from '../db/tables.js'
import { AUSNAHMEN, istAusnahme } from '../domain/ausnahmen.js'
import { anhoerungAbgesehen } from '../events.js'

/** Says why nobody is heard, with the provision and the reason of this case; whoever signs the decision reads it. */
export const vonAnhoerungAbsehen = command({
  name: 'anhoerung.vonAnhoerungAbsehen', input: Type.Object({ vorgangId: Id, ausnahme: Type.String({ maxLength: 10 }), grund: Text(4000) }, { additionalProperties: false }),
  allow: can('bescheid.entwerfen').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, ausnahme, grund }) {
    if (!istAusnahme(ausnahme)) throw new Invalid([{ feld: 'ausnahme', text: 'Bitte wählen Sie, warum die Anhörung entfällt.' }])
    if (grund.trim().length < 10) throw new Invalid([{ feld: 'grund', text: 'Bitte begründen Sie das für diesen Fall, in wenigstens einem Satz.' }])
    const id = newId()
    await anhoerungen(ctx.tx).insertInto('anhoerung.anhoerung').values({ id, vorgang_id: vorgangId, art: 'absehen', ausnahme, grund: grund.trim(), von: ctx.actor.id, am: ctx.now }).execute()
    ctx.emit(anhoerungAbgesehen(id, vorgangId, { norm: AUSNAHMEN[ausnahme].norm }, grund.trim()))
  },
})
