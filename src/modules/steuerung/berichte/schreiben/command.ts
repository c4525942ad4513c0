import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Conflict } from '../../../../platform/errors.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { berichte } from '../db/tables.js'
import { entwurfGespeichert } from '../events.js'
import { amBericht } from '../zugriff.js'
import { Angabenschema } from './eingabe.js'

/** Keeps what is written so far. Unfinished is fine; what somebody else saved meanwhile is not overwritten. */
export const entwurfSpeichern = command({
  name: 'berichte.entwurfSpeichern',
  input: Type.Object({ zeitraumId: Id, objektId: Id, version: Type.Integer({ minimum: 0, maximum: 1_000_000 }), angaben: Angabenschema }, { additionalProperties: false }),
  allow: amBericht,
  async run(ctx, { zeitraumId, objektId, version, angaben }) {
    const vorher = await berichte(ctx.tx).selectFrom('berichte.entwurf').selectAll().where('zeitraum_id', '=', zeitraumId).where('objekt_id', '=', objektId).forUpdate().executeTakeFirst()
    if ((vorher?.version ?? 0) !== version) throw new Conflict('berichte.entwurfGeaendert', 'Jemand anderes hat diesen Entwurf inzwischen gespeichert. Unten stehen Ihre Eingaben. Öffnen Sie die Seite in einem zweiten Fenster, vergleichen Sie und speichern Sie noch einmal.')
    const neu = { angaben: json(angaben), version: version + 1, geaendert_von: ctx.actor.id, geaendert_am: ctx.now }
    if (vorher) await berichte(ctx.tx).updateTable('berichte.entwurf').set(neu).where('zeitraum_id', '=', zeitraumId).where('objekt_id', '=', objektId).execute()
    else {
      const inserted = await berichte(ctx.tx).insertInto('berichte.entwurf').values({ zeitraum_id: zeitraumId, objekt_id: objektId, ...neu })
        .onConflict((conflict) => conflict.columns(['mandant_id', 'zeitraum_id', 'objekt_id']).doNothing()).returning('version').executeTakeFirst()
      if (!inserted) throw new Conflict('berichte.entwurfGeaendert', 'Jemand anderes hat gerade einen Entwurf angelegt. Unten stehen Ihre Eingaben. Bitte vergleichen Sie und speichern Sie noch einmal.')
    }
    ctx.emit(entwurfGespeichert(objektId, { zeitraumId, version: version + 1 }))
    return { version: version + 1 }
  },
})
