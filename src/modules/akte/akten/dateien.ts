import type { App } from '../../../platform/app.js'
import { akten } from './db/tables.js'

const SEITE = 1000

/** Every file of every version, page by page, for the fixity check and the collector of orphans. */
export async function* alleDateien(app: App, mandantId: string): AsyncIterable<{ sha256: string; objekt: string }> {
  for (let nach = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await app.db.withMandant(mandantId, (tx) => akten(tx).selectFrom('akten.dokumentversion').select(['id', 'sha256', 'dokument_id', 'nummer']).where('id', '>', nach).orderBy('id').limit(SEITE).execute())
    for (const row of rows) yield { sha256: row.sha256, objekt: `dokument:${row.dokument_id} Version ${row.nummer}` }
    const letzte = rows.at(-1)
    if (!letzte || rows.length < SEITE) return
    nach = letzte.id
  }
}
