import { reaction } from '../../../../platform/events/event.js'
import { aufgabeEntfaellt } from '../../../grundlagen/aufgaben/index.js'
import { bescheidErlassen } from '../../bescheide/index.js'
import { beteiligungen } from '../db/tables.js'
import { beteiligungBeendet } from '../events.js'

/** It is decided: who has not answered is asked no more and sees nothing of the Vorgang any more. */
export const nachDemBescheid = reaction({
  name: 'beteiligung.bescheidErlassen', on: bescheidErlassen,
  async run(ctx, { vorgangId }) {
    ctx.unchanged()
    if (!vorgangId) return
    const rows = await beteiligungen(ctx.tx).updateTable('beteiligung.beteiligung').set({ beendet_am: ctx.now, beendet_weil: 'entschieden' })
      .where('vorgang_id', '=', vorgangId).where('beendet_am', 'is', null).returning(['id', 'einheit_id']).execute()
    for (const { id, einheit_id: einheitId } of rows) {
      await aufgabeEntfaellt(ctx, id, 'stellungnahme')
      ctx.emit(beteiligungBeendet(id, vorgangId, { einheitId, weil: 'entschieden' }))
    }
  },
})
