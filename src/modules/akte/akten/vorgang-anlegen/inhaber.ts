import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { akten } from '../db/tables.js'
import { inhaberEingetragen } from '../events.js'

/** Says whose Vorgang it is when that was open before. One that is z.d.A. is frozen and stays as it is (C4-05). */
export async function inhaberEintragen(ctx: CommandContext, vorgangId: string, inhaberId: string): Promise<void> {
  const { numUpdatedRows } = await akten(ctx.tx).updateTable('akten.vorgang').set({ inhaber_id: inhaberId })
    .where('id', '=', vorgangId).where('inhaber_id', 'is', null).where('zda_am', 'is', null).executeTakeFirst()
  if (numUpdatedRows > 0n) ctx.emit(inhaberEingetragen(vorgangId, { inhaberId }))
  else ctx.unchanged()
}
