import { sql } from 'kysely'
import { tables } from '../database/database.js'
import type { PlatformTables } from '../database/tables.js'
import type { Recurring } from '../jobs/job.js'

/** Rows of one transaction: nobody waits long for what it holds. */
const BATCH = 1_000

/**
 * Removes sessions and counters of attempts that are over. They refuse nobody and let nobody in any more, but a session holds what its
 * person was doing. In technical time, like their end; sessions an hour later, because the program says when they end and the database's clock may be ahead of its.
 */
export const expiredSessions: Recurring = {
  name: 'platform.sitzungen', alleSekunden: 900,
  async run({ app, mandantId, signal }) {
    const sessions = () => app.db.withMandant(mandantId, async (tx) => {
      const over = tables<PlatformTables>(tx).selectFrom('platform.sitzung').select('token_hash').where('endet_am', '<', sql<Temporal.Instant>`now() - interval '1 hour'`).limit(BATCH)
      return tables<PlatformTables>(tx).deleteFrom('platform.sitzung').where('token_hash', 'in', over).executeTakeFirst()
    })
    // Counters belong to no town: whichever town's turn it is takes those of all. One that is being counted up is left to the next time.
    const counters = async () => (await app.db.pool.query(`delete from platform.ratenlimit where schluessel in
      (select schluessel from platform.ratenlimit where endet_am < now() limit ${BATCH} for update skip locked)`)).rowCount ?? 0
    while (!signal.aborted && Number((await sessions()).numDeletedRows) === BATCH);
    while (!signal.aborted && await counters() === BATCH);
  },
}
