import { sql } from 'kysely'
import { Type } from 'typebox'
import { isUuid, type Tx } from '../../../../platform/database/database.js'
import { Forbidden } from '../../../../platform/errors.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { sucheAusschliessen } from '../../../grundlagen/suche/index.js'
import { akten } from '../db/tables.js'
import { befangenheitEingetragen } from '../events.js'
import { amVorgang, zugriffAufVorgang } from '../lesen.js'

/**
 * Records that somebody is partial (§ 20 VwVfG): from now on the Vorgang does not exist for this account, in lists, search and
 * pages (C6-08). Everybody says it of themselves; of others, who may open Vorgänge again.
 */
export const befangenheitEintragen = command({
  name: 'akten.befangenheitEintragen',
  input: Type.Object({ vorgangId: Id, kontoId: Id, grund: Text(500) }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, kontoId, grund }) {
    const zugriff = await zugriffAufVorgang(ctx.tx, vorgangId)
    if (kontoId !== ctx.actor.id && ctx.actor.art !== 'system' && !holds(ctx.actor, 'vorgang.wiederoeffnen', zugriff)) throw new Forbidden()
    const neu = await akten(ctx.tx).insertInto('akten.befangenheit').values({ vorgang_id: vorgangId, konto_id: kontoId, grund })
      .onConflict((conflict) => conflict.columns(['mandant_id', 'vorgang_id', 'konto_id']).doNothing()).returning('konto_id').executeTakeFirst()
    if (!neu) return ctx.unchanged()
    await sucheAusschliessen(ctx, vorgangId, kontoId)
    // The reason may tell of family or neighbours: it stays with the Vorgang and out of the event.
    ctx.emit(befangenheitEingetragen(vorgangId, { kontoId }))
  },
})

/** Of these Vorgänge those in which an account is partial: lists of other rooms leave them out. */
export async function befangenUnter(tx: Tx, kontoId: string, vorgangIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (!isUuid(kontoId) || vorgangIds.length === 0) return new Set()
  const rows = await akten(tx).selectFrom('akten.befangenheit').select('vorgang_id')
    .where('vorgang_id', '=', sql<string>`any (${[...vorgangIds]}::uuid[])`).where('konto_id', '=', kontoId).execute()
  return new Set(rows.map(({ vorgang_id: id }) => id))
}
