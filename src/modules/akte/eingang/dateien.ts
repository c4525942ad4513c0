import type { App } from '../../../platform/app.js'
import { eingang } from './db/tables.js'

const SEITE = 1000

/** Every attachment, page by page, for the fixity check and the collector of orphans. */
export async function* alleDateien(app: App, mandantId: string): AsyncIterable<{ sha256: string; objekt: string }> {
  for (let [nach, lfd] = ['00000000-0000-0000-0000-000000000000', 0]; ;) {
    const rows = await app.db.withMandant(mandantId, (tx) => eingang(tx).selectFrom('eingang.anhang').select(['eingang_id', 'lfd', 'sha256'])
      .where((where) => where.or([where('eingang_id', '>', nach), where.and([where('eingang_id', '=', nach), where('lfd', '>', lfd)])])).orderBy('eingang_id').orderBy('lfd').limit(SEITE).execute())
    for (const row of rows) yield { sha256: row.sha256, objekt: `eingang:${row.eingang_id} Anhang ${row.lfd}` }
    const letzte = rows.at(-1)
    if (!letzte || rows.length < SEITE) return
    ;[nach, lfd] = [letzte.eingang_id, letzte.lfd]
  }
}
