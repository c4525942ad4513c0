import { Type } from 'typebox'
import type { Recurring } from '../../../../platform/jobs/job.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { ausgang } from '../db/tables.js'
import { lockSendung } from '../lesen.js'
import { abruffristBeenden } from './ende.js'

/** Looks at one Sendung whether its time to fetch has run out. */
export const abruffristPruefen = command({
  name: 'ausgang.abruffristPruefen', input: Type.Object({ sendungId: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { sendungId }) { return { beendet: await abruffristBeenden(ctx, await lockSendung(ctx.tx, sendungId)) } },
})

/** Every few minutes, and at once when a demo's clock is moved. */
export const abruffristen: Recurring = {
  name: 'ausgang.abruffristen', alleSekunden: 300,
  async run({ app, mandantId, actor, signal }) {
    const faellig = await app.db.withMandant(mandantId, (tx) => ausgang(tx).selectFrom('ausgang.sendung').select('id')
      .where('regel', '=', 'VWVFG_ABRUF').where('abruf_am', 'is', null).where('status', 'in', ['BEREITGESTELLT', 'BENACHRICHTIGT'])
      .where('benachrichtigung_tag', '<', app.clock.today().subtract({ days: 10 })).orderBy('id').limit(500).execute())
    for (const { id } of faellig) {
      if (signal.aborted) return
      await app.execute(actor, abruffristPruefen, { sendungId: id })
    }
  },
}
