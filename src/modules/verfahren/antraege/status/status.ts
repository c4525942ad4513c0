import { Conflict } from '../../../../platform/errors.js'
import { unawaited } from '../../../../platform/database/unawaited.js'
import { newId } from '../../../../platform/time/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { lockAntrag, type Antrag } from '../antrag.js'
import { antraege } from '../db/tables.js'
import { darfWerden, ZUSTAENDE, type AntragStatus } from '../domain/status.js'
import { statusGewechselt } from '../events.js'

/**
 * Moves a locked application to another state, with its row in the history and its event. The same state again changes nothing.
 * @throws Conflict where the table of states does not allow it
 */
export async function setzeStatus(ctx: CommandContext, antrag: Pick<Antrag, 'id' | 'vorgangId' | 'status'>, nach: AntragStatus, grund?: string): Promise<void> {
  if (antrag.status === nach) return
  if (!darfWerden(antrag.status, nach)) {
    throw new Conflict('antrag.statusNichtMoeglich', `Der Antrag ist „${ZUSTAENDE[antrag.status].wort}“. Er kann nicht „${ZUSTAENDE[nach].wort}“ werden.`)
  }
  await antraege(ctx.tx).updateTable('antraege.antrag').set({ status: nach }).where('id', '=', antrag.id).execute()
  schreibeWechsel(ctx, antrag, antrag.status, nach, grund)
}

/** The row of the history and its event; of the first state there is no former one. */
export function schreibeWechsel(ctx: CommandContext, antrag: { readonly id: string; readonly vorgangId: string }, von: AntragStatus | null, nach: AntragStatus, grund?: string): void {
  unawaited(ctx.tx, antraege(ctx.tx).insertInto('antraege.statuswechsel').values({
    id: newId(), antrag_id: antrag.id, von, nach, zeitpunkt: ctx.now, akteur_art: ctx.actor.art, akteur_id: ctx.actor.id, grund: grund ?? null,
  }))
  ctx.emit(statusGewechselt(antrag.id, antrag.vorgangId, { von, nach }, grund))
}

/** The same for rooms above, by Vorgang. @throws NotFound, Conflict */
export async function antragStatusSetzen(ctx: CommandContext, vorgangId: string, nach: AntragStatus, grund?: string): Promise<void> {
  await setzeStatus(ctx, await lockAntrag(ctx.tx, { vorgangId }), nach, grund)
}
