import { Type } from 'typebox'
import type { Recurring } from '../../../../platform/jobs/job.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { findFristZu, fristErledigen } from '../../../grundlagen/fristen/index.js'
import { anhoerungen } from '../db/tables.js'
import { anhoerungVerstrichen } from '../events.js'

const BATCH = 200

/** The last day has passed without an answer: recorded, once. */
export const anhoerungVerstreicht = command({
  name: 'anhoerung.anhoerungVerstreicht', input: Type.Object({ anhoerungId: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { anhoerungId }) {
    const row = await anhoerungen(ctx.tx).updateTable('anhoerung.anhoerung').set({ verstrichen_am: ctx.now })
      .where('id', '=', anhoerungId).where('antwort_am', 'is', null).where('verstrichen_am', 'is', null).where('frist', '<', ctx.today).returning(['vorgang_id', 'frist']).executeTakeFirst()
    if (!row) return ctx.unchanged()
    const frist = await findFristZu(ctx.tx, anhoerungId, 'ANHOERUNG')
    if (frist) await fristErledigen(ctx, frist.id, 'Ohne Antwort verstrichen')
    ctx.emit(anhoerungVerstrichen(anhoerungId, row.vorgang_id, { frist: row.frist?.toString() ?? '' }))
  },
})

/** In business time, so that moving the demo clock shows it. */
export const anhoerungslauf: Recurring = {
  name: 'anhoerung.lauf', alleSekunden: 300,
  async run({ app, mandantId, actor, signal }) {
    const faellige = await app.db.withMandant(mandantId, (tx) => anhoerungen(tx).selectFrom('anhoerung.anhoerung').select('id')
      .where('antwort_am', 'is', null).where('verstrichen_am', 'is', null).where('frist', '<', app.clock.today()).orderBy('frist').limit(BATCH).execute())
    for (const { id } of faellige) {
      if (signal.aborted) return
      await app.execute(actor, anhoerungVerstreicht, { anhoerungId: id })
    }
  },
}
