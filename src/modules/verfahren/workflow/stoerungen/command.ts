import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { ereignisMelden } from '../verfahren.js'

/** Somebody has looked into it and lets the process try the same step again. One that is gone changes nothing. */
export const stoerungErneutVersuchen = command({
  name: 'workflow.stoerungErneutVersuchen',
  input: Type.Object({ instanzId: Id, stoerungId: Type.String({ minLength: 1, maxLength: 50 }) }, { additionalProperties: false }),
  allow: can('prozess.verwalten')(),
  async run(ctx, { instanzId, stoerungId }) {
    await ereignisMelden(ctx, instanzId, { type: 'incidentRetried', incidentId: stoerungId })
  },
})
