import { Conflict, NotFound } from '../../../../platform/errors.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { sucheEinheitAendern } from '../../../grundlagen/suche/index.js'
import { akten } from '../db/tables.js'
import { istBearbeitbar } from '../domain/zustaende.js'
import { vorgangUebergeben } from '../events.js'

/** Another unit works on the Vorgang from now on, in the caller's transaction; it stays in its Akte. @throws NotFound, Conflict when it is z.d.A. */
export async function vorgangEinheitAendern(ctx: CommandContext, vorgangId: string, einheitId: string, grund: string): Promise<void> {
  const vorgang = await akten(ctx.tx).selectFrom('akten.vorgang').select(['einheit_id', 'status']).where('id', '=', vorgangId).forUpdate().executeTakeFirst()
  if (!vorgang) throw new NotFound()
  if (!istBearbeitbar(vorgang.status)) throw new Conflict('vorgang.zda', 'Der Vorgang ist zu den Akten gelegt. Öffnen Sie ihn zuerst wieder.')
  if (vorgang.einheit_id === einheitId) return
  await akten(ctx.tx).updateTable('akten.vorgang').set({ einheit_id: einheitId }).where('id', '=', vorgangId).execute()
  await akten(ctx.tx).updateTable('akten.wiedervorlage').set({ einheit_id: einheitId, konto_id: null }).where('vorgang_id', '=', vorgangId).where('erledigt_am', 'is', null).execute()
  await sucheEinheitAendern(ctx, vorgangId, einheitId)
  ctx.emit(vorgangUebergeben(vorgangId, { von: vorgang.einheit_id, nach: einheitId }, grund))
}
