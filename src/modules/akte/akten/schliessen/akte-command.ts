import { Type } from 'typebox'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { akten } from '../db/tables.js'
import { akteUebergang, istBearbeitbar, offeneVorgaenge } from '../domain/zustaende.js'
import { akteGeschlossen } from '../events.js'
import { anAkte } from '../lesen.js'

/** Sets an Akte z.d.A.; all its Vorgänge have to be (C4-04). How many are open is said, not which: some may be protected. */
export const akteSchliessen = command({
  name: 'akten.akteSchliessen',
  input: Type.Object({ akteId: Id }, { additionalProperties: false }),
  allow: can('akte.anlegen').on(anAkte, { sehen: 'akte.lesen' }),
  async run(ctx, { akteId }) {
    const akte = await akten(ctx.tx).selectFrom('akten.akte').select('status').where('id', '=', akteId).forUpdate().executeTakeFirst()
    if (!akte) throw new NotFound()
    const uebergang = akteUebergang(akte.status, 'zdaVerfuegen')
    if (!istBearbeitbar(akte.status) || uebergang.art !== 'ERLAUBT') return ctx.unchanged()
    const vorgaenge = await akten(ctx.tx).selectFrom('akten.vorgang').select('status').where('akte_id', '=', akteId).execute()
    const offen = offeneVorgaenge(vorgaenge).length
    if (offen > 0) throw new Conflict('akte.nichtSchliessbar', `In der Akte ${offen === 1 ? 'ist noch ein Vorgang' : `sind noch ${offen} Vorgänge`} offen. Legen Sie zuerst alle Vorgänge zu den Akten.`, { offen })
    await akten(ctx.tx).updateTable('akten.akte').set({ status: uebergang.nach, zda_am: ctx.today }).where('id', '=', akteId).execute()
    ctx.emit(akteGeschlossen(akteId, { zdaAm: ctx.today.toString() }))
  },
})
