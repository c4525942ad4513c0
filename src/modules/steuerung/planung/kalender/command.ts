import { randomBytes } from 'node:crypto'
import { Type } from 'typebox'
import { personal } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { kalenderzugangGeaendert } from '../events.js'
import { hashVon } from './zugang.js'

/** A new secret address for the own calendar; the earlier one stops working. The token is told once and not stored. */
export const kalenderzugangEinrichten = command({
  name: 'planung.kalenderzugangEinrichten', input: Type.Object({}, { additionalProperties: false }), allow: personal(),
  async run(ctx) {
    const token = randomBytes(32).toString('base64url')
    await planung(ctx.tx).deleteFrom('planung.kalenderzugang').where('konto_id', '=', ctx.actor.id).execute()
    await planung(ctx.tx).insertInto('planung.kalenderzugang').values({ konto_id: ctx.actor.id, token_hash: hashVon(token), created_at: ctx.now }).execute()
    ctx.emit(kalenderzugangGeaendert(ctx.actor.id, { vorhanden: true }))
    return { token }
  },
})

export const kalenderzugangLoeschen = command({
  name: 'planung.kalenderzugangLoeschen', input: Type.Object({}, { additionalProperties: false }), allow: personal(),
  async run(ctx) {
    const weg = await planung(ctx.tx).deleteFrom('planung.kalenderzugang').where('konto_id', '=', ctx.actor.id).returning('konto_id').executeTakeFirst()
    if (weg) ctx.emit(kalenderzugangGeaendert(ctx.actor.id, { vorhanden: false }))
    else ctx.unchanged()
  },
})
