import { timingSafeEqual } from 'node:crypto'
import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { jeder } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { antraege } from '../db/tables.js'
import { antragGeoeffnet } from '../events.js'
import { hashVon } from './benachrichtigen.js'

const UNGUELTIG = 'Dieser Link gilt nicht oder nicht mehr. Vielleicht gehört der Antrag inzwischen zu einem Konto: Dann melden Sie sich bitte an.'

/**
 * Opens an application by the key of a mail: it belongs to the guest session of this browser from now on. Who is signed in takes it
 * along afterwards. Wrong, used up by an account, or too late look the same.
 */
export const gastAntragOeffnen = command({
  name: 'antraege.gastAntragOeffnen',
  input: Type.Object({ antragId: Id, schluessel: Type.String({ maxLength: 100 }) }, { additionalProperties: false }),
  allow: jeder(),
  async run(ctx, { antragId, schluessel }): Promise<{ vorgangsnummer: string }> {
    const row = await antraege(ctx.tx).selectFrom('antraege.antrag').select(['vorgang_id', 'vorgangsnummer', 'inhaber_art', 'inhaber_id', 'gast_schluessel', 'gast_bis'])
      .where('id', '=', antragId).forUpdate().executeTakeFirst()
    const passt = row?.gast_schluessel && timingSafeEqual(row.gast_schluessel, hashVon(schluessel))
    const nochGueltig = row?.gast_bis && Temporal.PlainDate.compare(ctx.today, row.gast_bis) <= 0
    if (!row || !passt || !nochGueltig || row.inhaber_art !== 'gast' || ctx.actor.art !== 'gast' || ctx.actor.id === '') throw new NotFound('antrag.linkUngueltig', UNGUELTIG)
    if (row.inhaber_id === ctx.actor.id) { ctx.unchanged(); return { vorgangsnummer: row.vorgangsnummer } }
    await antraege(ctx.tx).updateTable('antraege.antrag').set({ inhaber_id: ctx.actor.id }).where('id', '=', antragId).execute()
    ctx.emit(antragGeoeffnet(antragId, row.vorgang_id))
    return { vorgangsnummer: row.vorgangsnummer }
  },
})
