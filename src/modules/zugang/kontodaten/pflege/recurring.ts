import { Type } from 'typebox'
import type { Recurring } from '../../../../platform/jobs/job.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { kontodaten } from '../db/tables.js'
import { auskunftAbgelaufen } from '../events.js'
import { loeschungVollziehen } from '../loeschen/command.js'

/** Copies whose last day is over are gone; the collector of orphans takes the file. A hundred at a time. */
export const auskuenfteLoeschen = command({
  name: 'kontodaten.auskuenfteLoeschen', input: Type.Object({}, { additionalProperties: false }), allow: intern(),
  async run(ctx) {
    ctx.unchanged()
    const rows = await kontodaten(ctx.tx).selectFrom('kontodaten.auskunft').select(['id', 'konto_id']).where('status', '=', 'fertig').where('gueltig_bis', '<', ctx.today).limit(100).forUpdate().skipLocked().execute()
    for (const { id, konto_id: kontoId } of rows) {
      await kontodaten(ctx.tx).updateTable('kontodaten.auskunft').set({ status: 'abgelaufen', sha256: null, bytes: null, gueltig_bis: null }).where('id', '=', id).execute()
      ctx.emit(auskunftAbgelaufen(kontoId, { auskunftId: id }))
    }
  },
})

/** In business time, so that moving the demo clock shows it. */
export const kontopflege: Recurring = {
  name: 'kontodaten.kontopflege', alleSekunden: 300,
  async run({ app, mandantId, actor, signal }) {
    await app.execute(actor, auskuenfteLoeschen, {})
    const faellig = await app.db.withMandant(mandantId, (tx) => kontodaten(tx).selectFrom('kontodaten.loeschung').select('id')
      .where('vollzug_am', '<=', app.clock.today()).where('zurueckgenommen_am', 'is', null).where('vollzogen_am', 'is', null).limit(100).execute())
    for (const { id } of faellig) if (!signal.aborted) await app.execute(actor, loeschungVollziehen, { loeschungId: id })
  },
}
