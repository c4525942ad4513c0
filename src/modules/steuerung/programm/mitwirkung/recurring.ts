import type { Recurring } from '../../../../platform/jobs/job.js'
import { programm } from '../db/tables.js'
import { mitwirkungAblaufen } from './command.js'

/** Ends what has run out; the day itself already closes the pages. In business time, so that moving the demo clock shows it. */
export const mitwirkungsende: Recurring = {
  name: 'programm.mitwirkungsende', alleSekunden: 900,
  async run({ app, mandantId, actor, signal }) {
    const vorbei = await app.db.withMandant(mandantId, (tx) => programm(tx).selectFrom('programm.mitwirkung').select('id').where('beendet_am', 'is', null).where('bis', '<', app.clock.today()).limit(500).execute())
    for (const { id } of vorbei) {
      if (signal.aborted) return
      await app.execute(actor, mitwirkungAblaufen, { id })
    }
  },
}
