import type { Recurring } from '../../../../platform/jobs/job.js'
import { finanzplan } from '../db/tables.js'
import { VORLAUF } from '../domain/foerderung.js'
import { foerderterminErinnern } from './command.js'

/** In business time, so that moving the demo clock brings them. */
export const foerdererinnerung: Recurring = {
  name: 'finanzplan.foerdererinnerung', alleSekunden: 900,
  async run({ app, mandantId, actor, signal }) {
    const spaetestens = app.clock.today().add({ days: Math.max(...Object.values(VORLAUF)) })
    const faellig = await app.db.withMandant(mandantId, (tx) => finanzplan(tx).selectFrom('finanzplan.foerdertermin').select('id')
      .where('erledigt_am', 'is', null).where('erinnert_am', 'is', null).where('faellig_am', '<=', spaetestens).orderBy('faellig_am').limit(500).execute())
    for (const { id } of faellig) {
      if (signal.aborted) return
      await app.execute(actor, foerderterminErinnern, { terminId: id })
    }
  },
}
