import type { Tx } from '../../../../platform/database/database.js'
import { programm } from '../db/tables.js'
import type { Kontextart, Seite } from '../domain/kontext.js'

/** A SWOT, demography or analysis as it was kept; `ersetzt`: a newer one counts instead. */
export interface Kontext extends Readonly<Record<Seite, string>> {
  readonly id: string; readonly art: Kontextart; readonly titel: string; readonly stand: Temporal.PlainDate
  readonly quelle: string; readonly quelleLink: string; readonly inhalt: string; readonly objektId: string | null; readonly ersetzt: boolean
}

/** What a strategy, or one of its objects, starts from; the newest day first, those that no longer count at the end. */
export async function kontexteVon(tx: Tx, auswahl: { readonly strategieId: string } | { readonly objektId: string }): Promise<Kontext[]> {
  const alle = programm(tx).selectFrom('programm.kontext as k')
    .leftJoin('programm.kontext as n', (join) => join.onRef('n.ersetzt_id', '=', 'k.id').onRef('n.mandant_id', '=', 'k.mandant_id'))
    .selectAll('k').select('n.id as neuer')
  const rows = await ('strategieId' in auswahl ? alle.where('k.strategie_id', '=', auswahl.strategieId) : alle.where('k.objekt_id', '=', auswahl.objektId))
    .orderBy('k.stand', 'desc').orderBy('k.id', 'desc').execute()
  return rows.map((row): Kontext => ({
    id: row.id, art: row.art, titel: row.titel, stand: row.stand, quelle: row.quelle, quelleLink: row.quelle_link, inhalt: row.inhalt,
    staerken: row.staerken, schwaechen: row.schwaechen, chancen: row.chancen, risiken: row.risiken, objektId: row.objekt_id, ersetzt: row.neuer !== null,
  })).sort((a, b) => Number(a.ersetzt) - Number(b.ersetzt))
}
