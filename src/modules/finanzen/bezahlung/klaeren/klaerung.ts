import { newId } from '../../../../platform/time/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import type { Forderung } from '../../forderungen/index.js'
import { bezahlung } from '../db/tables.js'
import type { KlaerungArt } from '../domain/klaerung.js'
import { klaerungEntstanden } from '../events.js'

/** Puts something before the treasury, once per kind and reference; null where no claim is known. */
export async function klaerungAnlegen(ctx: CommandContext, forderung: Pick<Forderung, 'id' | 'kassenzeichen' | 'vorgangId'> | null, neu: { readonly art: KlaerungArt; readonly referenz: string; readonly betrag: bigint; readonly text: string }): Promise<boolean> {
  const id = newId()
  const { numInsertedOrUpdatedRows } = await bezahlung(ctx.tx).insertInto('bezahlung.klaerung').values({
    id, art: neu.art, forderung_id: forderung?.id ?? null, kassenzeichen: forderung?.kassenzeichen ?? null, referenz: neu.referenz, betrag: neu.betrag, text: neu.text, entstanden_am: ctx.now, erledigt_am: null, erledigt_von: null, erledigt_grund: null,
  }).onConflict((conflict) => conflict.columns(['mandant_id', 'art', 'referenz']).doNothing()).executeTakeFirst()
  const neuDa = (numInsertedOrUpdatedRows ?? 0n) > 0n
  if (neuDa) ctx.emit(klaerungEntstanden(id, forderung?.vorgangId ?? null, { art: neu.art, forderungId: forderung?.id ?? null }))
  else ctx.unchanged()
  return neuDa
}
