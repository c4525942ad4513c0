import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { onlineantrag } from '../db/tables.js'
import { lockEntwurf, nichtBeimBezahlen, zugriffAufEntwurf } from '../entwuerfe.js'
import { vertretungAngegeben } from '../events.js'

/** Says for whom the person applies; null: for themselves. A consent that was given before counts no more. */
export const vertretungAngeben = command({
  name: 'onlineantrag.vertretungAngeben',
  input: Type.Object({
    entwurfId: Id,
    vertretung: Type.Union([Type.Null(), Type.Object({
      art: Type.Enum(['kind', 'vollmacht']), vornamen: Text(200), familienname: Text(200), geburtsdatum: Datum, sorge: Type.Optional(Type.Enum(['allein', 'gemeinsam'])), email: Type.Optional(Text(254)),
    }, { additionalProperties: false })]),
  }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run({ tx, emit }, { entwurfId, vertretung }) {
    const entwurf = await lockEntwurf(tx, entwurfId)
    if (entwurf.status !== 'offen') throw new Conflict('onlineantrag.eingereicht', 'Dieser Antrag ist schon abgesendet.')
    nichtBeimBezahlen(entwurf)
    const regel = (await leistungsversionById(tx, entwurf.leistungsversionId))?.stammdaten.vertretung
    if (vertretung && !(vertretung.art === 'kind' ? regel?.kind : regel?.person)) throw new NotFound()
    await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({ vertretung: vertretung ? json(vertretung) : null, version: entwurf.version + 1 }).where('id', '=', entwurfId).execute()
    await onlineantrag(tx).deleteFrom('onlineantrag.zustimmung').where('entwurf_id', '=', entwurfId).execute()
    emit(vertretungAngegeben(entwurfId, { art: vertretung?.art ?? 'selbst' }))
  },
})
