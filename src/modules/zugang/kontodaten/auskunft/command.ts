import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import type { Tx } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import { buerger, inhaber, intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, query } from '../../../../platform/usecases/usecase.js'
import { kontodaten } from '../db/tables.js'
import { auskunftAbgerufen, auskunftAngefordert, auskunftBereitgestellt } from '../events.js'
import { auskunftErstellen } from './job.js'

/** So many days a copy can be fetched. */
export const ABRUFTAGE = 14

/** Asks for a copy of one's own data. One at a time: who asks again while one is being made gets that one. */
export const auskunftAnfordern = command({
  name: 'kontodaten.auskunftAnfordern', input: Type.Object({}, { additionalProperties: false }), allow: buerger(),
  async run(ctx) {
    const wartend = await kontodaten(ctx.tx).selectFrom('kontodaten.auskunft').select('id').where('konto_id', '=', ctx.actor.id).where('status', '=', 'wartet').executeTakeFirst()
    if (wartend) { ctx.unchanged(); return }
    const id = newId()
    await kontodaten(ctx.tx).insertInto('kontodaten.auskunft').values({ id, konto_id: ctx.actor.id, status: 'wartet', angefordert_am: ctx.now, fertig_am: null, sha256: null, bytes: null, gueltig_bis: null }).execute()
    ctx.enqueue(auskunftErstellen, { auskunftId: id })
    ctx.emit(auskunftAngefordert(ctx.actor.id, { auskunftId: id }))
  },
})

/** The file is there. A repetition of the job changes nothing. */
export const auskunftAblegen = command({
  name: 'kontodaten.auskunftAblegen',
  input: Type.Object({ auskunftId: Id, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), bytes: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { auskunftId, sha256, bytes }) {
    const gueltigBis = ctx.today.add({ days: ABRUFTAGE })
    const row = await kontodaten(ctx.tx).updateTable('kontodaten.auskunft').set({ status: 'fertig', fertig_am: ctx.now, sha256, bytes: BigInt(bytes), gueltig_bis: gueltigBis })
      .where('id', '=', auskunftId).where('status', '=', 'wartet').returning('konto_id').executeTakeFirst()
    if (!row) { ctx.unchanged(); return }
    ctx.emit(auskunftBereitgestellt(row.konto_id, { auskunftId, bytes: String(bytes), gueltigBis: gueltigBis.toString() }))
  },
})

async function wessen({ auskunftId }: { readonly auskunftId: string }, tx: Tx) {
  const row = await kontodaten(tx).selectFrom('kontodaten.auskunft').select('konto_id').where('id', '=', auskunftId).executeTakeFirst()
  return row && { inhaberId: row.konto_id }
}

/** The owner fetches it; that is on record. @throws NotFound when its time is over */
export const auskunftAbrufen = command({
  name: 'kontodaten.auskunftAbrufen', input: Type.Object({ auskunftId: Id }, { additionalProperties: false }), allow: inhaber(wessen),
  async run(ctx, { auskunftId }) {
    const row = await kontodaten(ctx.tx).selectFrom('kontodaten.auskunft').selectAll().where('id', '=', auskunftId).where('status', '=', 'fertig').executeTakeFirst()
    if (!row?.sha256 || !row.gueltig_bis || Temporal.PlainDate.compare(ctx.today, row.gueltig_bis) > 0) throw new NotFound('kontodaten.abgelaufen', 'Diese Kopie ist abgelaufen. Bitte fordern Sie eine neue an.')
    ctx.emit(auskunftAbgerufen(row.konto_id, { auskunftId }))
    return { sha256: row.sha256 }
  },
})

export interface EigeneAuskunft { readonly id: string; readonly status: 'wartet' | 'fertig' | 'abgelaufen'; readonly am: Temporal.Instant; readonly bytes: bigint | null; readonly gueltigBis: Temporal.PlainDate | null }

/** The copies of the signed-in person, newest first. */
export const eigeneAuskuenfte = query({
  name: 'kontodaten.eigeneAuskuenfte', input: Type.Object({}, { additionalProperties: false }), allow: buerger(),
  async run({ tx, actor }): Promise<EigeneAuskunft[]> {
    const rows = await kontodaten(tx).selectFrom('kontodaten.auskunft').selectAll().where('konto_id', '=', actor.id).where('status', '!=', 'abgelaufen').orderBy('id', 'desc').limit(10).execute()
    return rows.map((row) => ({ id: row.id, status: row.status, am: row.angefordert_am, bytes: row.bytes, gueltigBis: row.gueltig_bis }))
  },
})
