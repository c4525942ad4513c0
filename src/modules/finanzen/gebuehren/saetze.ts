import type { Tx } from '../../../platform/database/database.js'
import { mitSaetzen, type Gebuehr, type Gebuehrensatz, type Leistungsfassung } from '../../grundlagen/leistungen/index.js'
import { gebuehren } from './db/tables.js'

export interface Satz { readonly id: string; readonly position: string; readonly giltAb: Temporal.PlainDate; readonly satz: Gebuehrensatz; readonly grund: string; readonly angelegtVon: string; readonly angelegtAm: Temporal.Instant }

/** What the administration set for a service, in the order in which it was set: of two for the same day the later counts. */
export async function saetzeVon(tx: Tx, leistung: string): Promise<Satz[]> {
  const rows = await gebuehren(tx).selectFrom('gebuehren.satz').selectAll().where('leistung', '=', leistung).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, position: row.position, giltAb: row.gilt_ab, satz: row.wert, grund: row.grund, angelegtVon: row.angelegt_von, angelegtAm: row.created_at }))
}

/** The fee table of a service with everything the administration set, for all days; null where there is none. */
export async function gebuehrFuer(tx: Tx, { gebuehr, schluessel }: Pick<Leistungsfassung, 'gebuehr' | 'schluessel'>): Promise<Gebuehr | null> {
  if (!gebuehr) return null
  return mitSaetzen(gebuehr, (await saetzeVon(tx, schluessel)).map(({ position, giltAb, satz }) => ({ position, ab: giltAb.toString(), satz })))
}
