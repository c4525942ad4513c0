import { reaction } from '../../../../platform/events/index.js'
import { vorgangUebergeben } from '../../akten/index.js'
import { eingang } from '../db/tables.js'
import { schreibeSchritt } from '../registrieren/registrieren.js'

/** What a Vorgang came in with goes to another unit together with it; the unit before sees neither. */
export const mitDemVorgang = reaction({
  name: 'eingang.mitDemVorgang', on: vorgangUebergeben,
  async run(ctx, { vorgangId, daten, grund }) {
    ctx.unchanged()
    const nach = String(daten['nach'])
    if (!vorgangId) return
    const rows = await eingang(ctx.tx).selectFrom('eingang.eingang').select(['id', 'einheit_id']).where('vorgang_id', '=', vorgangId).where('einheit_id', '!=', nach).forUpdate().execute()
    for (const { id, einheit_id: von } of rows) {
      await eingang(ctx.tx).updateTable('eingang.eingang').set({ einheit_id: nach }).where('id', '=', id).execute()
      schreibeSchritt(ctx, id, { art: 'verteilt', von, an: nach, vorgangId, ...(grund ? { grund } : {}) })
    }
  },
})
