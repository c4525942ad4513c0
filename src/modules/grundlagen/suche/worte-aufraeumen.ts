import { sql } from 'kysely'
import type { Recurring } from '../../../platform/jobs/job.js'

/** Words of one transaction. */
const JE_MAL = 200

/** Removes words of deleted and changed titles that nothing else in the town has: a name does not outlive its last entry. */
export const worteAufraeumen: Recurring = {
  name: 'suche.worteAufraeumen', alleSekunden: 300,
  async run({ app, mandantId, signal }) {
    for (let geprueft = JE_MAL; geprueft === JE_MAL && !signal.aborted;) {
      geprueft = await app.db.withMandant(mandantId, async (tx) => {
        const { rows } = await sql<{ anzahl: number }>`select suche.worte_aufraeumen(${JE_MAL}) as anzahl`.execute(tx)
        return rows[0]?.anzahl ?? 0
      })
    }
  },
}
