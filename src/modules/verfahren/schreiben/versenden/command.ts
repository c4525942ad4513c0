import { Type } from 'typebox'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { legalDate } from '../../../../platform/time/index.js'
import { dokumentAblegen } from '../../../akte/akten/index.js'
import { sendungAufgeben } from '../../../akte/ausgang/index.js'
import { schreibenTabellen } from '../db/tables.js'
import { schreibenVersandt } from '../events.js'

/** Files the rendered letter and sends it: both or neither, and once. */
export const schreibenAblegen = command({
  name: 'schreiben.schreibenAblegen',
  input: Type.Object({
    schreibenId: Id, datei: Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer({ minimum: 1 }), dateiname: Text(255) }, { additionalProperties: false }),
  }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { schreibenId, datei }) {
    const row = await schreibenTabellen(ctx.tx).selectFrom('schreiben.schreiben').selectAll().where('id', '=', schreibenId).forUpdate().executeTakeFirst()
    if (!row || row.versandt_am) return ctx.unchanged()
    const { dokumentId } = await dokumentAblegen(ctx, {
      vorgangId: row.vorgang_id, betreff: row.betreff, typ: row.typ, richtung: 'ausgang', datum: legalDate(row.angelegt_am), datei: { ...datei, mime: 'application/pdf' }, pruefstatus: 'sauber',
    })
    const { name, anschrift, kontoId } = row.empfaenger
    const { sendungId } = await sendungAufgeben(ctx, {
      vorgangId: row.vorgang_id, dokumentId, kanal: row.kanal, betreff: row.betreff, empfaenger: { name, anschrift, ...(kontoId ? { kontoId } : {}) }, nachricht: row.nachricht, art: row.typ,
    })
    await schreibenTabellen(ctx.tx).updateTable('schreiben.schreiben').set({ dokument_id: dokumentId, sendung_id: sendungId, versandt_am: ctx.now }).where('id', '=', schreibenId).execute()
    ctx.emit(schreibenVersandt(schreibenId, row.vorgang_id, { typ: row.typ, bezugArt: row.bezug_art, bezugId: row.bezug_id, dokumentId, sendungId }))
  },
})
