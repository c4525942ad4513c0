import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { gleicheAntworten } from '../domain/entwurf.js'
import { vorbelegen, type Nutzerangaben as Angaben } from '../../formulare/index.js'
import { onlineantrag } from '../db/tables.js'
import { lockEntwurf, zugriffAufEntwurf } from '../entwuerfe.js'
import { angabenUebernommen } from '../events.js'
import { Nutzerangaben } from './angaben.js'

/** Fills a draft with what a sign-in brought along. What the person has typed stays, except where the form locks the answer. */
export const angabenUebernehmen = command({
  name: 'onlineantrag.angabenUebernehmen',
  input: Type.Object({ entwurfId: Id, angaben: Nutzerangaben }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run({ tx, emit, unchanged }, { entwurfId, angaben }) {
    const entwurf = await lockEntwurf(tx, entwurfId)
    const formular = (await leistungsversionById(tx, entwurf.leistungsversionId))?.formular
    if (!formular) throw new NotFound()
    const neu = vorbelegen(formular, { antworten: entwurf.antworten, herkuenfte: entwurf.herkunft }, angaben.werte as Angaben, angaben.quelle)
    const felder = Object.keys(neu.herkuenfte).filter((name) => !entwurf.herkunft[name] || !gleicheAntworten(entwurf.antworten, neu.antworten, [name]))
    if (entwurf.status !== 'offen' || entwurf.absendewunsch || felder.length === 0) { unchanged(); return }
    const geaendert = felder.some((name) => !gleicheAntworten(entwurf.antworten, neu.antworten, [name]))
    await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({
      antworten: json(neu.antworten), herkunft: json(neu.herkuenfte), ...(geaendert ? { version: entwurf.version + 1 } : {}),
    }).where('id', '=', entwurfId).execute()
    emit(angabenUebernommen(entwurfId, { leistung: entwurf.leistung, felder, niveau: angaben.quelle.niveau }))
  },
})
