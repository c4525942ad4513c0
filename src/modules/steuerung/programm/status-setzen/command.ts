import { Type } from 'typebox'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { ALLE_STATUS, grundNoetig, moeglicheStatus, STATUS, type Status } from '../domain/status.js'
import { statusGesetzt } from '../events.js'
import { sperreObjekt } from '../lesen.js'
import { schreibeHistorie } from '../schreiben.js'
import { amObjekt } from '../zugriff.js'

/** Moves an object along the Roadmap; only the steps of domain/status.ts, backwards and out of it with a reason. */
export const statusSetzen = command({
  name: 'programm.statusSetzen',
  input: Type.Object({ id: Id, status: Type.Unsafe<Status>(Type.Enum([...ALLE_STATUS])), grund: Type.Optional(Type.String({ maxLength: 1000 })) }, { additionalProperties: false }),
  allow: amObjekt('programm.bearbeiten'),
  async run(ctx, { id, status, grund = '' }) {
    const objekt = await sperreObjekt(ctx.tx, id)
    if (objekt.status === status) return ctx.unchanged()
    if (!moeglicheStatus(objekt.status).includes(status)) {
      throw new Conflict('programm.statusNichtMoeglich', `Von „${STATUS[objekt.status as Status].wort}“ geht es nicht nach „${STATUS[status as Status].wort}“. Bitte laden Sie die Seite neu.`)
    }
    if (grundNoetig(objekt.status, status) && grund.trim() === '') throw new Invalid([{ feld: 'grund', text: 'Bitte nennen Sie den Grund.' }])
    const version = objekt.version + 1
    await programm(ctx.tx).updateTable('programm.objekt').set({ status, version, updated_at: ctx.now }).where('id', '=', id).execute()
    await schreibeHistorie(ctx, id, version, [{ feld: 'status', alt: objekt.status ?? '', neu: status }], grund.trim())
    ctx.emit(statusGesetzt(id, { von: objekt.status, nach: status }, grund.trim() || undefined))
  },
})
