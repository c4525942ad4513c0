import { Type } from 'typebox'
import { json, type Tx } from '../../../../platform/database/database.js'
import { Conflict } from '../../../../platform/errors.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { onlineantrag } from '../db/tables.js'
import { lockEntwurf, nichtBeimBezahlen, zugriffAufEntwurf } from '../entwuerfe.js'
import { entwurfGeloescht } from '../events.js'

/** Takes everything personal out of a draft; what stays are times and the page, for the figures of A1-11. */
export async function inhaltLoeschen(tx: Tx, entwurfId: string, now: Temporal.Instant): Promise<void> {
  await onlineantrag(tx).deleteFrom('onlineantrag.entwurf_datei').where('entwurf_id', '=', entwurfId).execute()
  await onlineantrag(tx).deleteFrom('onlineantrag.zustimmung').where('entwurf_id', '=', entwurfId).execute()
  await onlineantrag(tx).deleteFrom('onlineantrag.fortsetzungscode').where('entwurf_id', '=', entwurfId).execute()
  await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({
    status: 'geloescht', inhaber_id: null, email: null, antworten: json({}), herkunft: json({}), vertretung: null, zustimmung_seit: null, eingaben: json({}), bestaetigung: null, beendet_am: now,
  }).where('id', '=', entwurfId).execute()
}

/** Deletes the own draft at once. */
export const entwurfVerwerfen = command({
  name: 'onlineantrag.entwurfVerwerfen',
  input: Type.Object({ entwurfId: Id }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run({ tx, now, emit }, { entwurfId }) {
    const entwurf = await lockEntwurf(tx, entwurfId)
    if (entwurf.status !== 'offen') throw new Conflict('onlineantrag.eingereicht', 'Dieser Antrag ist schon abgesendet. Sie können ihn in Ihrem Konto zurücknehmen.')
    nichtBeimBezahlen(entwurf)
    await inhaltLoeschen(tx, entwurfId, now)
    emit(entwurfGeloescht(entwurfId, { leistung: entwurf.leistung, seite: entwurf.seite, anlass: 'person' }))
    return { leistung: entwurf.leistung }
  },
})
