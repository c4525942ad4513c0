import { sql } from 'kysely'
import { Type } from 'typebox'
import type { JobContext, Recurring } from '../../../../platform/jobs/job.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { workflow } from '../db/tables.js'
import { ereignisMelden } from '../verfahren.js'

/** A due timer moves its instance. One that was cancelled meanwhile is gone and changes nothing. */
export const zeitgeberAusloesen = command({
  name: 'workflow.zeitgeberAusloesen',
  input: Type.Object({ instanzId: Id, zeitgeberId: Type.String({ maxLength: 50 }) }),
  allow: intern(),
  async run(ctx, { instanzId, zeitgeberId }) {
    await ereignisMelden(ctx, instanzId, { type: 'timerFired', timerId: zeitgeberId })
  },
})

const BATCH = 200

/** Looks for timers that are due in business time, so that moving the demo clock makes them fire. */
export const zeitgeber: Recurring = {
  name: 'workflow.zeitgeber', alleSekunden: 3,
  async run(context) {
    for (let found = BATCH; found === BATCH && !context.signal.aborted;) {
      const due = await context.app.db.withMandant(context.mandantId, (tx) => workflow(tx).selectFrom('workflow.zeitgeber').select(['instanz_id', 'id'])
        .where('faellig_am', '<=', context.app.clock.now() as never)
        .where((where) => where.or([where('fruehestens', 'is', null), where('fruehestens', '<=', sql<Temporal.Instant>`clock_timestamp()`)]))
        .orderBy('faellig_am').limit(BATCH).execute())
      for (const row of due) await fire(context, row.instanz_id, row.id)
      found = due.length
    }
  },
}

/** One that fails is put off, longer each time, so that it does not hold up the rest of the town. */
async function fire({ app, mandantId, actor }: JobContext, instanzId: string, zeitgeberId: string): Promise<void> {
  await app.execute(actor, zeitgeberAusloesen, { instanzId, zeitgeberId }).catch(async (error: unknown) => {
    app.log.error('zeitgeber', { instanz: instanzId, zeitgeber: zeitgeberId, fehler: String(error) })
    await app.db.withMandant(mandantId, (tx) => workflow(tx).updateTable('workflow.zeitgeber').set((row) => ({
      versuche: row('versuche', '+', 1), fruehestens: sql<Temporal.Instant>`clock_timestamp() + least(power(2, versuche) * 5, 3600) * interval '1 second'`,
    })).where('instanz_id', '=', instanzId).where('id', '=', zeitgeberId).execute())
  })
}
