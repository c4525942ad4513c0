import type { Tx } from '../../../../platform/database/database.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { antraegeVon, type Antrag } from '../antrag.js'
import { antraege } from '../db/tables.js'
import { ZUSTAENDE } from '../domain/status.js'
import { zustellungUmgestellt } from '../events.js'

/** Applications of an account that somebody is still working on or that can still change. */
export async function laufendeAntraege(tx: Tx, kontoId: string): Promise<Antrag[]> {
  return (await antraegeVon(tx, kontoId, { limit: 1000 })).filter(({ status }) => ZUSTAENDE[status].nach.length > 0 && status !== 'BESTANDSKRAEFTIG')
}

/** Whom a letter cannot reach without an address of its own. */
export const ohneAnschrift = (laufende: readonly Antrag[]): Antrag[] => laufende.filter(({ anschrift }) => anschrift.length === 0)

/** The mailbox is closed: what is still running goes on by letter. Where the application has no address the given one counts. */
export async function stelleAufPostUm(ctx: CommandContext, kontoId: string, anschrift: readonly string[]): Promise<number> {
  let anzahl = 0
  for (const antrag of await laufendeAntraege(ctx.tx, kontoId)) {
    if (antrag.zustellung === 'post') continue
    await antraege(ctx.tx).updateTable('antraege.antrag').set({ zustellung: 'post', anschrift: [...antrag.anschrift.length > 0 ? antrag.anschrift : anschrift] }).where('id', '=', antrag.id).execute()
    ctx.emit(zustellungUmgestellt(antrag.id, antrag.vorgangId))
    anzahl += 1
  }
  return anzahl
}
