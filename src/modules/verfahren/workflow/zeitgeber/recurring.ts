import { Type } from 'typebox'
import type { Recurring } from '../../../../platform/jobs/job.js'
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
  async run({ app, mandantId, actor, signal }) {
    for (let found = BATCH; found === BATCH && !signal.aborted;) {
      const due = await app.db.withMandant(mandantId, (tx) => workflow(tx).selectFrom('workflow.zeitgeber').select(['instanz_id', 'id'])
        .where('faellig_am', '<=', app.clock.now() as never).orderBy('faellig_am').limit(BATCH).execute())
      for (const row of due) await app.execute(actor, zeitgeberAusloesen, { instanzId: row.instanz_id, zeitgeberId: row.id })
      found = due.length
    }
  },
}
