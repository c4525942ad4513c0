import { sql } from 'kysely'
import type { Recurring } from '../jobs/job.js'

/** Rows of one transaction: nobody waits long for what it holds. */
const BATCH = 1_000

/** Deletes what records of reading access and of refusals are older than the operator keeps them (`accessLog.days`, never less than 90). */
export const expiringLogs: Recurring = {
  name: 'platform.protokolle', alleSekunden: 3_600,
  async run({ app, mandantId, signal }) {
    for (let deleted = BATCH; deleted >= BATCH && !signal.aborted;) {
      deleted = await app.db.withMandant(mandantId, async (tx) => {
        const { rows } = await sql<{ anzahl: number }>`select platform.protokolle_loeschen(${app.config.accessLog.days}, ${BATCH}) as anzahl`.execute(tx)
        return rows[0]?.anzahl ?? 0
      })
    }
  },
}
