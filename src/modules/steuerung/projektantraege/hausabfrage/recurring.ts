import type { Recurring } from '../../../../platform/jobs/job.js'
import { projektantraege } from '../db/tables.js'
import { hausabfrageErinnern } from './command.js'

/** Days before the due day on which a reminder goes out by itself, once. */
const VORLAUF_TAGE = 7

/** In business time, so that moving the demo clock shows it. */
export const abfrageerinnerung: Recurring = {
  name: 'projektantraege.abfrageerinnerung', alleSekunden: 3600,
  async run({ app, mandantId, actor, signal }) {
    const heute = app.clock.today()
    const bald = await app.db.withMandant(mandantId, (tx) => projektantraege(tx).selectFrom('projektantraege.abfrage').select('id')
      .where('erinnert_am', 'is', null).where('faellig_am', '>=', heute).where('faellig_am', '<=', heute.add({ days: VORLAUF_TAGE })).execute())
    for (const { id } of bald) {
      if (signal.aborted) return
      await app.execute(actor, hausabfrageErinnern, { abfrageId: id })
    }
  },
}
